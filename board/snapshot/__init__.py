"""The board as it stood at a time: what panels read, and what the store promises to answer."""

from __future__ import annotations

from board.snapshot.changes import Change, ChangeKind
from board.snapshot.kept import (
    Found,
    FoundItem,
    FoundNote,
    HeldReading,
    ItemVersion,
    Provenance,
    RawBody,
    Recorded,
    StatementRecord,
)
from board.snapshot.persons import Decision, Note
from board.snapshot.snapshot import MOST_UNREAD, Part, Sense, Snapshot
from board.snapshot.sources import SourceHealth, SourceState, StateChange

__all__ = [
    "MOST_UNREAD",
    "Change",
    "ChangeKind",
    "Decision",
    "Found",
    "FoundItem",
    "FoundNote",
    "HeldReading",
    "ItemVersion",
    "Note",
    "Part",
    "Provenance",
    "RawBody",
    "Recorded",
    "Sense",
    "Snapshot",
    "SourceHealth",
    "SourceState",
    "StateChange",
    "StatementRecord",
]
