"""What a person did: decisions, notes, read marks, looks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from board.snapshot import Decision, Note
from board.store.index_items import index_note
from board.store.times import FOREVER, from_stamp, maybe_from_stamp, to_stamp
from board.text.clean import clean

if TYPE_CHECKING:
    from board.store.connect import Database

LONGEST = 20_000
"""Characters of a note or a reason."""
_MOST = 200
"""Decisions or notes on one ref that are answered."""
_MOST_OF_A_KIND = 2000


def moment(database: Database, at: datetime) -> None:
    """Mark, inside a transaction, that the board changed then: what `<` and `>` step through."""
    database.run("INSERT OR IGNORE INTO moments VALUES (?)", (to_stamp(at),))


def decisions(database: Database, ref: str, at: datetime | None) -> list[Decision]:
    """Those on `ref` made by `at`, newest first. Raises: StoreError."""
    return _decisions(database, "ref = ?", ref, at, _MOST)


def decided(database: Database, kind: str, at: datetime | None) -> list[Decision]:
    """Those of a kind made by `at`, on whatever ref, newest first. Raises: StoreError."""
    return _decisions(database, "kind = ?", kind, at, _MOST_OF_A_KIND)


def _decisions(database: Database, which: str, value: str, at: datetime | None, most: int) -> list[Decision]:
    """`which` is a condition written in this file, never one from outside."""
    sql = f"SELECT ref, kind, value, who, at, why FROM decisions WHERE {which} AND at <= ?"
    rows = database.rows(f"{sql} ORDER BY at DESC, id DESC LIMIT ?", (value, to_stamp(at) if at else FOREVER, most))
    return [Decision(ref=r[0], kind=r[1], value=r[2], who=r[3], at=from_stamp(r[4]), why=r[5]) for r in rows]


def note(database: Database, note: Note) -> None:
    """Keep a note. Raises: StoreError."""
    with database.write():
        sql = "INSERT INTO notes (ref, text, who, at) VALUES (?, ?, ?, ?)"
        text, who = clean(note.text, LONGEST, lines=True), clean(note.who)
        index_note(database, database.run(sql, (clean(note.ref), text, who, to_stamp(note.at))), text, who)


def notes(database: Database, ref: str, at: datetime | None) -> list[Note]:
    """Those on `ref` written by `at`, newest first. Raises: StoreError."""
    sql = "SELECT ref, text, who, at FROM notes WHERE ref = ? AND at <= ? ORDER BY at DESC, id DESC LIMIT ?"
    rows = database.rows(sql, (ref, to_stamp(at) if at else FOREVER, _MOST))
    return [Note(ref=row[0], text=row[1], who=row[2], at=from_stamp(row[3])) for row in rows]


def noted(database: Database, at: datetime | None, limit: int) -> list[Note]:
    """Those on whatever ref written by `at`, newest first. Raises: StoreError."""
    sql = "SELECT ref, text, who, at FROM notes WHERE at <= ? ORDER BY at DESC, id DESC LIMIT ?"
    rows = database.rows(sql, (to_stamp(at) if at else FOREVER, limit))
    return [Note(ref=row[0], text=row[1], who=row[2], at=from_stamp(row[3])) for row in rows]


def mark_read(database: Database, refs: Sequence[str], at: datetime) -> None:
    """Mark as read; what was read before keeps its time. Raises: StoreError."""
    with database.write():
        database.run_many("INSERT OR IGNORE INTO read_marks VALUES (?, ?)", [(ref, to_stamp(at)) for ref in refs])


def mark_unread(database: Database, refs: Iterable[str]) -> None:
    """Take read marks away. Raises: StoreError."""
    with database.write():
        database.run_many("DELETE FROM read_marks WHERE ref = ?", [(ref,) for ref in refs])


def look(database: Database, face: str, at: datetime) -> None:
    """Remember that somebody looked through `face` (`tui`, `browser`, `command-line`). Raises: StoreError."""
    with database.write():
        database.run("INSERT OR REPLACE INTO looks VALUES (?, ?)", (face, to_stamp(at)))


def looked(database: Database, face: str) -> datetime | None:
    """When somebody last looked through `face`. Raises: StoreError."""
    return maybe_from_stamp(database.value("SELECT at FROM looks WHERE face = ?", (face,)))
