"""Dated events that sources give: kept once each, by title and date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from board.store.codec import UnstorableError, dump
from board.store.keys import event_key
from board.store.times import to_stamp

if TYPE_CHECKING:
    from collections.abc import Sequence

    from board.model import Event
    from board.store.writing import Writing


def put_events(writing: Writing, events: Sequence[Event]) -> None:
    """Keep the events of a reading; one that is said differently now replaces its earlier form. Raises: StoreError."""
    kept = []
    for event in events:
        try:
            kept.append(_put_event(writing, event))
        except UnstorableError:
            writing.left_out += 1
    if writing.withdraws:
        _withdraw(writing, set(kept))


def _put_event(writing: Writing, event: Event) -> int:
    database, key, value = writing.database, event_key(event), dump(event)
    sql = "SELECT id, value FROM events WHERE source = ? AND key = ? AND known_to IS NULL"
    known = database.row(sql, (writing.source, key))
    if known and known[1] == value:
        database.run("UPDATE events SET last_seen = ? WHERE id = ?", (writing.stamp, known[0]))
        return int(known[0])
    if known:
        database.run("UPDATE events SET known_to = ? WHERE id = ?", (writing.stamp, known[0]))
    return database.run(
        "INSERT INTO events (key, source, receipt, known_from, last_seen, about, value) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (key, writing.source, writing.receipt_id, writing.stamp, writing.stamp, to_stamp(event.when.start), value),
    )


def _withdraw(writing: Writing, said: set[int]) -> None:
    rows = writing.database.rows("SELECT id FROM events WHERE source = ? AND known_to IS NULL", (writing.source,))
    gone = [(writing.stamp, row[0]) for row in rows if row[0] not in said]
    writing.database.run_many("UPDATE events SET known_to = ? WHERE id = ?", gone)
