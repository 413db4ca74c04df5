"""What a person does: decisions, notes, read marks, looks, and asking for a refresh."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from board.snapshot import Decision, Note
from board.store.groups import regroup
from board.store.refs import number_of
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


def decide(database: Database, decision: Decision) -> None:
    """Keep a decision and do what follows from it. Raises: StoreError."""
    words = [clean(word) for word in (decision.ref, decision.kind, decision.value, decision.who)]
    with database.write():
        database.run(
            "INSERT INTO decisions (ref, kind, value, who, at, why) VALUES (?, ?, ?, ?, ?, ?)",
            (*words, to_stamp(decision.at), clean(decision.why, LONGEST, lines=True)),
        )
        moment(database, decision.at)
        _follow(database, decision)


def _follow(database: Database, decision: Decision) -> None:
    edition, statement = number_of(decision.ref, "edition"), number_of(decision.ref, "statement")
    if decision.kind == "accept" and decision.value == "accepted" and edition is not None:
        _replace_corrected(database, edition, decision.at)
    if decision.kind == "fold" and statement is not None:
        regroup(database, statement, decision.value)


def _replace_corrected(database: Database, edition: int, at: datetime) -> None:
    """An accepted edition takes the place of the earlier ones of its date."""
    database.run(
        "UPDATE editions SET known_to = ? WHERE known_to IS NULL AND id <> ? AND held IS NULL"
        " AND json_valid(value) AND json_extract(value, '$.as_of') IS NOT NULL"
        " AND slot = (SELECT slot FROM editions WHERE id = ?)",
        (to_stamp(at), edition, edition),
    )


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
        database.run(sql, (clean(note.ref), clean(note.text, LONGEST, lines=True), clean(note.who), to_stamp(note.at)))


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
    """Remember that somebody looked at the board through `face` (`tui`, `since`). Raises: StoreError."""
    with database.write():
        database.run("INSERT OR REPLACE INTO looks VALUES (?, ?)", (face, to_stamp(at)))


def looked(database: Database, face: str) -> datetime | None:
    """When somebody last looked through `face`. Raises: StoreError."""
    return maybe_from_stamp(database.value("SELECT at FROM looks WHERE face = ?", (face,)))
