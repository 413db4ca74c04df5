"""One act of saying: who, by which verb, and where the words said stand."""

from __future__ import annotations

from typing import NamedTuple

from board.reading.people.cast import Speaker
from board.reading.words.lexicon import Mark
from board.reading.words.prose import Prose

_APART = frozenset(("denies", "announces"))
"""What one who says something does besides."""


class Act(NamedTuple):
    """One act of saying. `speaker` is `None` where the sentence does not tell it."""

    speaker: Speaker | None
    verb: Mark
    first: int
    last: int
    """Words said: `first` to `last` (exclusive)."""
    phrase: tuple[int, int]
    """The words that tell the speaker."""
    recipient: Speaker | None = None
    """The outlet it was said to."""
    is_denied: bool = False
    """Told only because another denies it."""


def is_second(prose: Prose, act: Act, other: Act) -> bool:
    """`said it had 9,133 officers and denied that any were missing`: the same, but it is another thing he does."""
    is_joined = "coordinate" in prose.sorts[other.verb.first - 1] and "that.that" in prose.sorts[other.verb.last]
    return is_joined and other.verb.value in _APART and other.verb.value != act.verb.value
