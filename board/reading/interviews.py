"""Words set behind a name and a colon: answers in an interview, speeches in a record, `A: About 4,700.`"""

from __future__ import annotations

from board.model import Confidence, Identity
from board.reading.cast import Cast, Speaker
from board.reading.prose import Prose, Sentence
from board.reading.speakers import speaker_in

LONGEST_NAME = 18
"""Words before the colon that name whoever speaks."""
_PERSONS = frozenset((Identity.NAMED, Identity.ROLE))


class Interview:
    """Follows who has the word through a text; the one interviewed is the first introduced with a role."""

    def __init__(self, prose: Prose, cast: Cast) -> None:
        self._prose = prose
        self._cast = cast
        self._asked: Speaker | None = next(iter(cast.introduced.values()), None)
        self._speaker: Speaker | None = None
        self._paragraph = -1
        self._last = -1

    def answer_in(self, sentence: Sentence) -> tuple[Speaker, tuple[int, int]] | None:
        """Who speaks and the words of it, where `sentence` is part of what stands behind a name and a colon."""
        first = self._opened(sentence) if sentence.paragraph != self._last else None
        self._last = sentence.paragraph
        if first is not None:
            self._paragraph = sentence.paragraph
        first = sentence.first if first is None else first
        if self._speaker is None or sentence.paragraph != self._paragraph or sentence.last - first < 2:
            return None
        if self._asks(first, sentence.last):
            return None
        return self._speaker, (first, sentence.last)

    def _opened(self, sentence: Sentence) -> int | None:
        """The word behind the colon of `A:` or `The minister (Joan Bell):`, which gives somebody the word."""
        stop = min(sentence.last - 2, sentence.first + LONGEST_NAME)
        words = self._prose.words
        colon = next((index for index in range(sentence.first, stop) if words[index].text in ':“”"„;'), None)
        if colon is None or words[colon].text != ":" or colon == sentence.first:
            return None
        is_answer = colon == sentence.first + 1 and self._prose.is_a(sentence.first, "answer") is not None
        self._speaker = self._asked if is_answer else self._named(sentence.first, colon)
        return colon + 1 if self._speaker is not None else None

    def _named(self, first: int, colon: int) -> Speaker | None:
        """A person with an office, who is named and nothing else is said of him."""
        if self._prose.any_in(range(first, colon), "say", "aux", "that.that", "document"):
            return None
        speaker = speaker_in(self._prose, first, colon, self._cast)
        if speaker is None or speaker.identity not in _PERSONS or not (speaker.role or speaker.organisation):
            return None
        return speaker if speaker.confidence is not Confidence.LOW else None

    def _asks(self, first: int, last: int) -> bool:
        """A question says nothing."""
        return self._prose.words[last - 1].text == "?" or self._prose.is_a(first, "to_ask") is not None
