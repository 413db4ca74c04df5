"""Reading how the sources are and were, the versions of an item, and dated events."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from board.model import Event, Item
from board.snapshot import ItemVersion, Recorded, SourceHealth, SourceState, StateChange
from board.store.codec import UnreadableError, load
from board.store.health import readable, waiting
from board.store.lens import Lens, together
from board.store.provenance import ALONE_COLUMNS, ALONE_JOINS, of_row
from board.store.refs import number_of
from board.store.times import from_stamp, maybe_from_stamp

if TYPE_CHECKING:
    from datetime import datetime

    from board.store.connect import Database

MOST = 2000
"""Sources, versions of an item, or events that are answered at the most."""


def cut_off(database: Database, lens: Lens) -> datetime | None:
    """The newest moment at which any source was read with success. Raises: StoreError."""
    sql = "SELECT max(at) FROM observations WHERE good = 1 AND at <= ?"
    return maybe_from_stamp(database.value(sql, (lens.stamp,)))


def health(database: Database, lens: Lens) -> list[SourceHealth]:
    """The configured sources, by name: as they are, or as they were at the time. Raises: StoreError."""
    sql = "SELECT name, health FROM sources WHERE configured = 1 ORDER BY name LIMIT ?"
    now = [readable(row[0], row[1]) for row in database.rows(sql, (MOST,))]
    return now if lens.at is None else [_back_then(database, lens, source) for source in now]


def _back_then(database: Database, lens: Lens, now: SourceHealth) -> SourceHealth:
    """The state the source had last gone into by then; what was due next is of no matter any more."""
    sql = "SELECT health FROM source_states WHERE source = ? AND at <= ? ORDER BY at DESC, id DESC LIMIT 1"
    value = database.value(sql, (now.name, lens.stamp))
    was = readable(now.name, value) if value else waiting(now.name)
    good = "SELECT max(at) FROM observations WHERE source = ? AND at <= ? AND good = 1"
    last = "SELECT max(at) FROM observations WHERE source = ? AND at <= ?"
    return replace(
        was,
        next_due=None,
        last_good=maybe_from_stamp(database.value(good, (now.name, lens.stamp))),
        last_tried=maybe_from_stamp(database.value(last, (now.name, lens.stamp))),
    )


def state_changes(database: Database, lens: Lens, source: str | None, limit: int) -> list[StateChange]:
    """Changes of state by then, newest first. Raises: StoreError."""
    where = "at <= ?" if source is None else "source = ? AND at <= ?"
    values = (lens.stamp,) if source is None else (source, lens.stamp)
    sql = f"SELECT source, at, before, after, reason FROM source_states WHERE {where} ORDER BY at DESC, id DESC LIMIT ?"
    return [_change(row) for row in database.rows(sql, (*values, min(limit, MOST)))]


def _change(row: Sequence[Any]) -> StateChange:
    before = SourceState(row[2]) if row[2] else None
    return StateChange(source=row[0], at=from_stamp(row[1]), before=before, after=SourceState(row[3]), reason=row[4])


def item(database: Database, lens: Lens, ref: str) -> list[ItemVersion]:
    """Versions of an item, oldest first. Raises: StoreError."""
    number = number_of(ref, "item")
    if number is None:
        return []
    sql = (
        "SELECT v.value, v.known_from, coalesce(v.body_hash, r.body_hash) FROM item_versions v"
        " JOIN receipts r ON r.id = v.receipt WHERE v.item = ? AND v.known_from <= ?"
        " ORDER BY v.known_from, v.id LIMIT ?"
    )
    known = lens.stamp if lens.looks_back else Lens().stamp
    return list(_versions(database.rows(sql, (number, known, MOST))))


def _versions(rows: Sequence[Sequence[Any]]) -> Iterator[ItemVersion]:
    for value, retrieved, body_hash in rows:
        try:
            yield ItemVersion(item=load(Item, value), retrieved=from_stamp(retrieved), body_hash=body_hash)
        except UnreadableError:
            continue


def events(database: Database, lens: Lens) -> list[Recorded[Event]]:
    """Dated events, earliest first; a look back leaves none out, since those ahead are told of. Raises: StoreError."""
    where, values = together(lens.valid("t"))
    sql = (
        f"SELECT {ALONE_COLUMNS}, t.id, t.value FROM events t {ALONE_JOINS} WHERE {where}"
        " ORDER BY t.about, t.id LIMIT ?"
    )
    return list(_events(database.rows(sql, (*values, MOST))))


def _events(rows: Sequence[Sequence[Any]]) -> Iterator[Recorded[Event]]:
    for row in rows:
        try:
            yield Recorded(ref=f"event:{row[10]}", value=load(Event, row[11]), provenance=of_row(row[:10]))
        except UnreadableError:
            continue
