"""Everything the board has seen, in one SQLite file."""

from __future__ import annotations

from board.store.sources import SourceFacts
from board.store.store import Store
from board.store.talk import EVERY, Announcement, Progress, Trouble
from board.store.writing import Applied

__all__ = ["EVERY", "Announcement", "Applied", "Progress", "SourceFacts", "Store", "Trouble"]
