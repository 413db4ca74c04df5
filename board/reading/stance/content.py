"""What is said, as words and as what these are: much is asked of it before it is known what is done by saying it."""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from board.reading.words.forms import NOTHING
from board.reading.words.prose import Prose, sentences_in

_ENDS: Final = frozenset(".!?")


class Content:
    """Words of a text that say something, in order."""

    __slots__ = ("_around", "_prose", "places")

    def __init__(self, prose: Prose, places: list[int], around: frozenset[str] | None = None) -> None:
        self._prose = prose
        self.places = places
        self._around = _sorts_around(prose, places) if around is None else around
        """What the words around them are as well; most that is asked for is not even there."""

    def sentences(self) -> list[Content]:
        """The same sentence by sentence; a quotation may hold several."""
        if not any(_ends_sentence(self._prose, index) for index in self.places):
            return [self]
        return [Content(self._prose, sentence, self._around) for sentence in sentences_in(self._prose, self.places)]

    def opening(self, count: int) -> Content:
        """The first `count` words."""
        return Content(self._prose, self.places[:count], self._around)

    def has(self, *sorts: str) -> bool:
        """Whether one of the words is of one of `sorts`."""
        return self._may_have(sorts) and self._has(self.places, sorts)

    def opens(self, count: int, *sorts: str) -> bool:
        """Whether one of the first `count` words is of one of `sorts`."""
        return self._may_have(sorts) and self._has(self.places[:count], sorts)

    def those(self, *sorts: str) -> list[int]:
        """Which of the words are of one of `sorts`."""
        return self.of(sorts)

    def of(self, sorts: tuple[str, ...]) -> list[int]:
        """Which of them are of one of sorts asked for together."""
        if not self._may_have(sorts):
            return []
        prose = self._prose
        return [index for index in self.places if prose.is_any(index, sorts)]

    def _may_have(self, sorts: tuple[str, ...]) -> bool:
        if around := self._around:
            for sort in sorts:
                if sort in around:
                    return True
        return False

    def _has(self, words: list[int], sorts: tuple[str, ...]) -> bool:
        return any(self._prose.is_any(index, sorts) for index in words)


def _ends_sentence(prose: Prose, index: int) -> bool:
    return prose.words[index].text in _ENDS and not prose.sorts[index]


def _sorts_around(prose: Prose, words: list[int]) -> frozenset[str]:
    """What the words of the sentence are in which all of `words` stand; without such a one, what they are."""
    place = bisect_right(prose.begun, words[0]) - 1 if words else -1
    if place >= 0 and words[-1] < prose.sentences[place].last:
        return prose.sentences[place].sorts
    return NOTHING.union(*[prose.sorts[index] for index in words])
