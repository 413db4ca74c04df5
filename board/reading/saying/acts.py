"""One act of saying: who, by which verb, and where the words said stand."""

from __future__ import annotations

from typing import NamedTuple

from board.reading.people.cast import Speaker
from board.reading.words.lexicon import Mark


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
