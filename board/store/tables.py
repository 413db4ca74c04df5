"""Reading editions: those shown, those held, and the last good one of a source."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from board.model import Edition, Row
from board.snapshot import HeldReading, Recorded
from board.store.codec import UnreadableError, load
from board.store.keys import edition_content, edition_slot
from board.store.lens import Lens, together
from board.store.provenance import ALONE_COLUMNS, ALONE_JOINS, of_row
from board.store.refs import number_of
from board.store.times import from_stamp

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from board.store.connect import Database

MOST = 500
"""Editions of one force that are answered: the newest."""


def editions(database: Database, lens: Lens, force: str, most: int = MOST) -> list[Recorded[Edition]]:
    """The newest shown editions of a force, oldest as-of first. Raises: StoreError."""
    where, values = together(("t.force = ?", (force,)), lens.said("t"), lens.accepted("t"))
    sql = (
        f"SELECT {ALONE_COLUMNS}, t.id, t.value FROM editions t {ALONE_JOINS} WHERE {where}"
        " ORDER BY t.about DESC, t.known_from DESC, t.id DESC LIMIT ?"
    )
    return [_recorded(row, edition) for row, edition in _whole(database, database.rows(sql, (*values, most)))][::-1]


def newest(database: Database, lens: Lens, force: str) -> Recorded[Edition] | None:
    """The shown edition with the newest as-of; `None` where there is none. Raises: StoreError."""
    found = editions(database, lens, force, most=1)
    return found[0] if found else None


def edition(database: Database, lens: Lens, ref: str) -> Recorded[Edition] | None:
    """The edition a ref names, shown or not; `None` where there is none. Raises: StoreError."""
    number = number_of(ref, "edition")
    if number is None:
        return None
    where, values = together(("t.id = ?", (number,)), lens.valid("t"))
    sql = f"SELECT {ALONE_COLUMNS}, t.id, t.value FROM editions t {ALONE_JOINS} WHERE {where}"
    return next((_recorded(row, whole) for row, whole in _whole(database, database.rows(sql, values))), None)


def held(database: Database, lens: Lens) -> list[HeldReading]:
    """Editions that wait for a person, newest first: none that came after the time looked at. Raises: StoreError."""
    waits = (
        "t.held IS NOT NULL AND (t.released IS NULL OR t.released > ?) AND NOT EXISTS (SELECT 1 FROM decisions d"
        " WHERE d.ref = 'edition:' || t.id AND d.kind = 'accept' AND d.at <= ?)"
    )
    known = ("t.known_from <= ?", (lens.stamp,))
    where, values = together(lens.said("t"), (waits, (lens.stamp, lens.stamp)), known)
    sql = (
        f"SELECT {ALONE_COLUMNS}, t.id, t.value, t.held FROM editions t {ALONE_JOINS} WHERE {where}"
        " ORDER BY t.known_from DESC, t.id DESC LIMIT ?"
    )
    found = _whole(database, database.rows(sql, (*values, MOST)))
    return [
        HeldReading(ref=f"edition:{row[10]}", source=row[0], edition=whole, reason=row[12], since=from_stamp(row[8]))
        for row, whole in found
    ]


def last_edition(database: Database, source: str, force: str) -> Edition | None:
    """The newest shown edition of a source's table: what the next one is guarded against. Raises: StoreError."""
    where, values = together(("t.source = ? AND t.force = ?", (source, force)), Lens().said("t"), Lens().accepted("t"))
    sql = (
        f"SELECT {ALONE_COLUMNS}, t.id, t.value FROM editions t {ALONE_JOINS} WHERE {where}"
        " ORDER BY t.about DESC, t.known_from DESC, t.id DESC LIMIT 1"
    )
    return next((whole for _, whole in _whole(database, database.rows(sql, values))), None)


def is_accepted(database: Database, source: str, edition: Edition) -> bool:
    """Whether a person's last word on an edition that says the same was to accept it. Raises: StoreError."""
    sql = """
        SELECT d.value FROM editions t JOIN decisions d ON d.ref = 'edition:' || t.id AND d.kind = 'accept'
        WHERE t.slot = ? AND t.content = ? ORDER BY d.at DESC, d.id DESC LIMIT 1"""
    return bool(database.value(sql, (edition_slot(source, edition), edition_content(edition))) == "accepted")


def _recorded(row: Sequence[Any], whole: Edition) -> Recorded[Edition]:
    return Recorded(ref=f"edition:{row[10]}", value=whole, provenance=of_row(row[:10]))


def _whole(database: Database, rows: Sequence[Sequence[Any]]) -> Iterable[tuple[Sequence[Any], Edition]]:
    """Each row with its edition, rows and all; one that cannot be read is left out."""
    numbers = json.dumps([row[10] for row in rows])
    among = "SELECT value FROM json_each(?)"
    sql = f"SELECT edition, value FROM edition_rows WHERE edition IN ({among}) ORDER BY edition, position"
    printed: dict[int, list[str]] = {}
    for number, value in database.rows(sql, (numbers,)):
        printed.setdefault(number, []).append(value)
    for row in rows:
        try:
            lines = tuple([load(Row, value) for value in printed.get(row[10], ())])
            yield row, replace(load(Edition, row[11]), rows=lines)
        except UnreadableError:
            continue
