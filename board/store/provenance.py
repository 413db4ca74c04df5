"""How a stored record came to the board, from the receipt it hangs on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from board.snapshot import Provenance
from board.store.refs import number_of
from board.store.times import from_stamp

if TYPE_CHECKING:
    from collections.abc import Sequence

    from board.store.connect import Database

_COMMON = (
    "t.source, coalesce(o.title, t.source), r.url, r.final_url, r.status, r.body_hash, r.extracted_by,"
    " coalesce(o.grade, 'F')"
)
_JOINS = "JOIN receipts r ON r.id = t.receipt LEFT JOIN sources o ON o.name = t.source"

SAID_COLUMNS = (
    f"{_COMMON}, (SELECT first.known_from FROM {{table}} first WHERE first.id = t.root),"
    " coalesce(i.last_seen, t.last_seen), v.final_url, v.status, v.body_hash,"
    " CASE WHEN v.final_url IS NOT NULL AND json_valid(v.value) THEN json_extract(v.value, '$.link') END"
)
"""Of `statements t` or `figures t`, with `{table}` filled in and `SAID_JOINS` joined; fourteen columns."""
SAID_JOINS = f"{_JOINS} LEFT JOIN item_versions v ON v.id = t.version LEFT JOIN items i ON i.id = t.item"
ALONE_COLUMNS = f"{_COMMON}, t.known_from, t.last_seen"
"""Of `editions t` or `events t`, with `ALONE_JOINS` joined; ten columns."""
ALONE_JOINS = _JOINS
SAID_WIDTH = 14


def of_row(row: Sequence[Any]) -> Provenance:
    """The provenance in the columns above; an article that was read apart has its own address, status and body."""
    own = row[10:14] if len(row) >= SAID_WIDTH else (None, None, None, None)
    final_url, status, body_hash, link = own
    return Provenance(
        source=row[0],
        source_title=row[1],
        url=link or row[2],
        final_url=final_url or row[3],
        retrieved=from_stamp(row[8]),
        last_seen=from_stamp(row[9]),
        status=status if final_url else row[4],
        body_hash=body_hash or row[5],
        extracted_by=row[6],
        grade=row[7],
    )


def provenance(database: Database, ref: str) -> Provenance | None:
    """How what a ref names came (`figure:12`, `statement:99`, `edition:3`, `item:7`, `event:2`); `None` if unknown."""
    kind = ref.partition(":")[0]
    number = number_of(ref, kind)
    if number is None or kind not in _QUERIES:
        return None
    row = database.row(_QUERIES[kind], (number,))
    return of_row(row) if row else None


def _said(table: str) -> str:
    columns = SAID_COLUMNS.format(table=table)
    either = f"SELECT id FROM {table} WHERE id = ?1 UNION SELECT id FROM {table} WHERE root = ?1 AND root <> id"
    return f"SELECT {columns} FROM {table} t {SAID_JOINS} WHERE t.id IN ({either}) ORDER BY t.id DESC LIMIT 1"


def _alone(table: str) -> str:
    return f"SELECT {ALONE_COLUMNS} FROM {table} t {ALONE_JOINS} WHERE t.id = ?1"


_ITEM = (
    f"SELECT {_COMMON}, t.first_seen, t.last_seen, t.final_url, t.own_status, t.own_hash, t.link FROM"
    " (SELECT i.source, v.receipt, i.first_seen, i.last_seen, v.final_url, v.status AS own_status,"
    " v.body_hash AS own_hash,"
    " iif(json_valid(v.value), json_extract(v.value, '$.link'), NULL) AS link"
    " FROM items i JOIN item_versions v ON v.id = i.version WHERE i.id = ?1) t"
    f" {_JOINS}"
)
_QUERIES = {
    "statement": _said("statements"),
    "figure": _said("figures"),
    "edition": _alone("editions"),
    "event": _alone("events"),
    "item": _ITEM,
}
