"""One act of saying: who, by which verb, and where the words said stand."""

from __future__ import annotations

from board.reading.people.cast import Speaker
from board.reading.words.lexicon import Mark
from board.reading.words.prose import Prose

_APART = frozenset(("denies", "announces"))
"""What one who says something does besides."""


class Act:
    """One act of saying words `first` to `last` (exclusive); `speaker` is `None` where the sentence tells none."""

    __slots__ = ("first", "is_denied", "last", "phrase", "recipient", "speaker", "verb")

    def __init__(
        self,
        speaker: Speaker | None,
        verb: Mark,
        words: tuple[int, int],
        phrase: tuple[int, int],
        recipient: Speaker | None = None,
        is_denied: bool = False,
    ) -> None:
        self.speaker, self.verb = speaker, verb
        self.first, self.last = words
        self.phrase = phrase
        """The words that tell the speaker."""
        self.recipient = recipient
        """The outlet it was said to."""
        self.is_denied = is_denied
        """Told only because another denies it."""

    def over(self, first: int, last: int) -> Act:
        """The same with other words that are said."""
        return Act(self.speaker, self.verb, (first, last), self.phrase, self.recipient, self.is_denied)


def is_second(prose: Prose, act: Act, other: Act) -> bool:
    """`said it had 9,133 officers and denied that any were missing`: the same, but it is another thing he does."""
    is_joined = "coordinate" in prose.sorts[other.verb.first - 1] and "that.that" in prose.sorts[other.verb.last]
    return is_joined and other.verb.value in _APART and other.verb.value != act.verb.value
