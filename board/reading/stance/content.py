"""What is said, as words and as what these are: much is asked of it before it is known what is done by saying it."""

from __future__ import annotations

from board.reading.words.forms import NOTHING
from board.reading.words.prose import Prose, sentences_in


class Content:
    """Words of a text that say something, in order."""

    __slots__ = ("_prose", "_sorts", "places")

    def __init__(self, prose: Prose, places: list[int]) -> None:
        self._prose = prose
        self.places = places
        self._sorts = NOTHING.union(*[prose.sorts[index] for index in places])
        """What they are: tables of which they have marks, and entries of these; most that is asked for is not in it."""

    def sentences(self) -> list[Content]:
        """The same sentence by sentence; a quotation may hold several."""
        sentences = list(sentences_in(self._prose, self.places))
        return [self] if len(sentences) == 1 else [Content(self._prose, sentence) for sentence in sentences]

    def has(self, *sorts: str) -> bool:
        """Whether one of the words is of one of `sorts`."""
        if own := self._sorts:
            for sort in sorts:
                if sort in own:
                    return True
        return False

    def opens(self, count: int, *sorts: str) -> bool:
        """Whether one of the first `count` words is of one of `sorts`."""
        if not self._sorts.isdisjoint(sorts):
            for index in self.places[:count]:
                if self._prose.is_any(index, sorts):
                    return True
        return False

    def those(self, *sorts: str) -> list[int]:
        """Which of the words are of one of `sorts`."""
        if self._sorts.isdisjoint(sorts):
            return []
        return [index for index in self.places if self._prose.is_any(index, sorts)]
