"""What is done by saying something, looked up once: Python 3.11 takes its time to find the member of an enumeration."""

from __future__ import annotations

from typing import Final

from board.model import Stance, Strength

CLAIMS: Final = Stance.CLAIMS
CONFIRMS: Final = Stance.CONFIRMS
DENIES: Final = Stance.DENIES
ANNOUNCES: Final = Stance.ANNOUNCES
NO_COMMENT: Final = Stance.NO_COMMENT
PLAIN: Final = Strength.PLAIN
