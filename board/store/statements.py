"""Reading statements: pages of them, newest first, one per origin, with all that hangs on each."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from board.model import Figure, Statement
from board.snapshot import MOST_UNREAD, Decision, Provenance, Recorded, StatementRecord
from board.store.asked import Asked
from board.store.codec import UnreadableError, load
from board.store.lens import Condition, Lens, together
from board.store.numbers import of_statements
from board.store.pages import Wanted, rows_of
from board.store.provenance import SAID_COLUMNS, SAID_JOINS, of_row
from board.store.put_right import last_words
from board.store.refs import number_of
from board.store.search import compile_query
from board.store.times import id_moment, is_ahead

if TYPE_CHECKING:
    from board.store.connect import Database

MOST = 1000
"""Statements of one page at the most."""
LOOKED_AT = 5000
"""Of so many newest ones the unread are counted: however long the history is, it takes a moment."""
MOST_REPEATS = 100
"""Carriers of one statement that are answered."""
_COLUMNS = f"{SAID_COLUMNS.format(table='statements')}, t.id, t.root, t.item, coalesce(v.title, ''), t.value, t.read"
_WIDTH = 14


@dataclass(frozen=True, slots=True)
class _Read:
    """One row, understood."""

    id: int
    root: int
    item: int | None
    title: str
    statement: Statement
    read_as: Statement | None
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class _Attached:
    """What hangs on the statements of a page, by their roots."""

    repeats: dict[int, list[tuple[str, Statement, Provenance]]]
    figures: dict[int, list[Recorded[Figure]]]
    edited: frozenset[int]
    read: frozenset[int]
    notes: dict[int, int]
    information: dict[int, str]
    put_right: dict[str, Decision]


def page(database: Database, lens: Lens, asked: Asked, limit: int, before: int | None) -> list[StatementRecord]:
    """A page of statements, newest first. Raises: StoreError; QueryError where the query cannot be read."""
    last = min(lens.newest_id, before - 1 if before is not None else lens.newest_id)
    wanted = Wanted(_COLUMNS, SAID_JOINS, _shown(lens, asked.headlines), min(limit, MOST))
    rows: dict[int, Any] = {}
    for branch in compile_query(asked.query, asked.aliases):
        found = rows_of(database, replace(branch, last=min(branch.last, last)), wanted)
        rows.update((row[_WIDTH], row) for row in found)
    newest = sorted(rows, reverse=True)[: wanted.limit]
    return _records(database, lens, list(_readable([rows[number] for number in newest])))


def unread(database: Database, lens: Lens, asked: Asked, but: Collection[str]) -> int:
    """How many nobody has read, of the newest; `but` are sources that do not count.

    Raises: StoreError; QueryError where the query cannot be read.
    """
    oldest = "SELECT id FROM statements WHERE id <= ? ORDER BY id DESC LIMIT 1 OFFSET ?"
    first = database.value(oldest, (lens.newest_id, LOOKED_AT)) or 0
    marked = "NOT EXISTS (SELECT 1 FROM read_marks m WHERE m.ref = 'statement:' || t.root AND m.at <= ?)"
    others = ("t.source NOT IN (SELECT value FROM json_each(?))", (json.dumps(sorted(but)),))
    wanted = Wanted("t.id", "", (*_shown(lens, asked.headlines), (marked, (lens.stamp,)), others), MOST_UNREAD)
    found: set[int] = set()
    for branch in compile_query(asked.query, asked.aliases):
        here = replace(branch, first=max(branch.first, first), last=min(branch.last, lens.newest_id))
        found.update(row[0] for row in rows_of(database, here, wanted))
    return min(len(found), MOST_UNREAD)


def _shown(lens: Lens, headlines: bool) -> tuple[Condition, ...]:
    """Valid, not held, and not folded under one that can be seen as well."""
    conditions: tuple[Condition, ...] = (lens.valid("t"), lens.not_held("t"), _heads(lens))
    return conditions if headlines else (*conditions, ("t.headline = 0", ()))


def _heads(lens: Lens) -> Condition:
    """Leave out what repeats another, where that other had been said, or was known, by the time as well."""
    if lens.looks_back:
        known = "EXISTS (SELECT 1 FROM statements h WHERE h.id = g.origin AND h.known_from <= ?)"
        values: tuple[object, ...] = (lens.stamp,)
    else:
        known, values = "g.origin <= ?", (lens.newest_id,)
    return f"NOT EXISTS (SELECT 1 FROM origin_groups g WHERE g.statement = t.root AND {known})", values


def between(database: Database, lens: Lens, *, first: int, last: int, limit: int) -> list[StatementRecord]:
    """Statements between two ids, newest first. Raises: StoreError."""
    where, values = together(("t.id BETWEEN ? AND ?", (first, last)), *_shown(lens, headlines=True))
    sql = f"SELECT {_COLUMNS} FROM statements t {SAID_JOINS} WHERE {where} ORDER BY t.id DESC LIMIT ?"
    return _records(database, lens, list(_readable(database.rows(sql, (*values, min(limit, MOST))))))


def one(database: Database, lens: Lens, ref: str) -> StatementRecord | None:
    """The statement a ref names, folded or not; `None` where there is none at that time. Raises: StoreError."""
    number = number_of(ref, "statement")
    if number is None:
        return None
    found = _records(database, lens, _forms(database, lens, [number]))
    return found[-1] if found else None


def _forms(database: Database, lens: Lens, roots: Sequence[int]) -> list[_Read]:
    """The forms of some statements that count at the time, by id; most are their own root."""
    valid, values = lens.valid("t")
    among = "IN (SELECT value FROM json_each(?))"
    sql = (
        f"SELECT {_COLUMNS} FROM statements t {SAID_JOINS} WHERE (t.id {among} OR (t.root {among} AND t.root <> t.id))"
        f" AND t.id <= ? AND {valid} ORDER BY t.id LIMIT ?"
    )
    wanted = json.dumps(list(roots))
    rows = database.rows(sql, (wanted, wanted, lens.newest_id, *values, MOST))
    return [form for form in _readable(rows) if form.root in roots]


def _readable(rows: Sequence[Sequence[Any]]) -> Iterable[_Read]:
    """Rows understood; one that cannot be is left out."""
    for row in rows:
        number, root, item, title, value, read = row[_WIDTH:]
        try:
            read_as = load(Statement, read) if read is not None else None
            yield _Read(number, root, item, title, load(Statement, value), read_as, of_row(row[:_WIDTH]))
        except UnreadableError:
            continue


def _records(database: Database, lens: Lens, page: Sequence[_Read]) -> list[StatementRecord]:
    if not page:
        return []
    hanging = _attached(database, lens, page)
    return [_record(read, hanging) for read in page]


def _record(read: _Read, hanging: _Attached) -> StatementRecord:
    information = hanging.information.get(read.root, "")
    return StatementRecord(
        ref=f"statement:{read.root}",
        id=read.id,
        statement=read.statement,
        provenance=read.provenance,
        item_ref=None if read.item is None else f"item:{read.item}",
        item_title=read.title,
        repeats=tuple(hanging.repeats.get(read.root, ())[:MOST_REPEATS]),
        figures=tuple(hanging.figures.get(read.root, ())),
        edited=read.item in hanging.edited,
        read=read.root in hanging.read,
        notes=hanging.notes.get(read.root, 0),
        information=int(information) if information in "123456" and information else None,
        dated_ahead=is_ahead(read.statement.published, id_moment(read.id)),
        read_as=read.read_as,
        put_right=hanging.put_right.get(f"statement:{read.root}") if read.read_as else None,
    )


def _attached(database: Database, lens: Lens, page: Sequence[_Read]) -> _Attached:
    roots = [read.root for read in page]
    refs = json.dumps([f"statement:{root}" for root in roots])
    items = json.dumps([read.item for read in page if read.item is not None])
    among = "IN (SELECT value FROM json_each(?))"
    edited = f"SELECT DISTINCT item FROM item_versions WHERE item {among} AND cause = 'edited' AND known_from <= ?"
    read = f"SELECT ref FROM read_marks WHERE ref {among} AND at <= ?"
    notes = f"SELECT ref, count(*) FROM notes WHERE ref {among} AND at <= ? GROUP BY ref"
    decided = f"SELECT ref, value FROM decisions WHERE ref {among} AND kind = 'information' AND at <= ? ORDER BY at, id"
    return _Attached(
        repeats=_repeats(database, lens, roots),
        figures=of_statements(database, lens, roots),
        edited=frozenset(row[0] for row in database.rows(edited, (items, lens.stamp))),
        read=frozenset(_number(row[0]) for row in database.rows(read, (refs, lens.stamp))),
        notes={_number(row[0]): row[1] for row in database.rows(notes, (refs, lens.stamp))},
        information={_number(row[0]): row[1] for row in database.rows(decided, (refs, lens.stamp))},
        put_right=last_words(database, lens, [f"statement:{read.root}" for read in page if read.read_as]),
    )


def _number(ref: str) -> int:
    return number_of(ref, "statement") or 0


def _repeats(
    database: Database, lens: Lens, roots: Sequence[int]
) -> dict[int, list[tuple[str, Statement, Provenance]]]:
    sql = "SELECT statement, origin FROM origin_groups WHERE origin IN (SELECT value FROM json_each(?)) LIMIT ?"
    origins = dict(database.rows(sql, (json.dumps(list(roots)), MOST)))
    found: dict[int, list[tuple[str, Statement, Provenance]]] = {}
    if origins:
        for form in _forms(database, lens, list(origins)):
            repeat = (f"statement:{form.root}", form.statement, form.provenance)
            found.setdefault(origins[form.root], []).append(repeat)
    return found
