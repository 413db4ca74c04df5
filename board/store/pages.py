"""A page of statements for one alternative of a query, by whichever way is short."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from board.store.lens import Condition, together
from board.store.search import Branch

if TYPE_CHECKING:
    from board.store.connect import Database

_FEW = 300
"""So many ids are asked about one by one; of more, the word index walks through its own."""
_FIRST_STRETCH, _LONGEST_STRETCH = 400, 50_000
"""Statements that are looked at in one go where nothing leads."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What every row must be besides, and how many are wanted; `select` gives columns from `statements t`."""

    select: str
    joins: str
    conditions: tuple[Condition, ...]
    limit: int


def rows_of(database: Database, branch: Branch, wanted: Wanted) -> list[Any]:
    """Rows of one alternative, newest first. Raises: StoreError."""
    for ids in branch.among:
        few = _few(database, branch, ids)
        if few is not None:
            return _among(database, branch, wanted, few)
    if branch.match is not None:
        return _led(database, branch, wanted)
    return _stretches(database, branch, wanted)


def _few(database: Database, branch: Branch, ids: str) -> list[int] | None:
    """The ids, if they are few."""
    sql = f"SELECT id FROM ({ids}) WHERE id BETWEEN ? AND ? LIMIT ?"
    found = [row[0] for row in database.rows(sql, (branch.first, branch.last, _FEW + 1))]
    return found if len(found) <= _FEW else None


def _among(database: Database, branch: Branch, wanted: Wanted, ids: Sequence[int]) -> list[Any]:
    probe = "EXISTS (SELECT 1 FROM words x WHERE x.words MATCH ? AND x.rowid = t.id)"
    match = [(probe, (branch.match,))] if branch.match is not None else []
    without = [(f"NOT {probe}", (words,)) for words in branch.without]
    here: Condition = ("t.id IN (SELECT value FROM json_each(?))", (json.dumps(list(ids)),))
    where, values = together(here, *_also(branch, wanted), *match, *without)
    return _rows(database, wanted, f"statements t {wanted.joins} WHERE {where} ORDER BY t.id DESC", values)


def _led(database: Database, branch: Branch, wanted: Wanted) -> list[Any]:
    """Newest first through the hits of the word index, which it gives in that order without sorting."""
    where, values = together(("w.rowid BETWEEN ? AND ?", (branch.first, branch.last)), *_also(branch, wanted))
    source = f"words w CROSS JOIN statements t ON t.id = w.rowid {wanted.joins}"
    sql = f"{source} WHERE w.words MATCH ? AND {where} ORDER BY w.rowid DESC"
    return _rows(database, wanted, sql, (branch.match, *values))


def _stretches(database: Database, branch: Branch, wanted: Wanted) -> list[Any]:
    """Newest first through the statements, a stretch at a time, longer each time."""
    if not branch.without:
        return _stretch(database, branch, wanted)
    found: list[Any] = []
    last, length = branch.last, _FIRST_STRETCH
    while last >= branch.first and len(found) < wanted.limit:
        sql = "SELECT id FROM statements WHERE id BETWEEN ? AND ? ORDER BY id DESC LIMIT 1 OFFSET ?"
        first = database.value(sql, (branch.first, last, length - 1))
        here = replace(branch, first=branch.first if first is None else first, last=last)
        found += _stretch(database, here, replace(wanted, limit=wanted.limit - len(found)))
        last, length = here.first - 1, min(length * 4, _LONGEST_STRETCH)
    return found


def _stretch(database: Database, branch: Branch, wanted: Wanted) -> list[Any]:
    said = "t.id NOT IN (SELECT x.rowid FROM words x WHERE x.words MATCH ? AND x.rowid BETWEEN ? AND ?)"
    without = [(said, (words, branch.first, branch.last)) for words in branch.without]
    where, values = together(("t.id BETWEEN ? AND ?", (branch.first, branch.last)), *_also(branch, wanted), *without)
    return _rows(database, wanted, f"statements t {wanted.joins} WHERE {where} ORDER BY t.id DESC", values)


def _also(branch: Branch, wanted: Wanted) -> tuple[Condition, ...]:
    among = tuple((f"t.id IN ({ids})", ()) for ids in branch.among)
    return (*wanted.conditions, *branch.conditions, *among)


def _rows(database: Database, wanted: Wanted, source: str, values: Sequence[object]) -> list[Any]:
    return database.rows(f"SELECT {wanted.select} FROM {source} LIMIT ?", (*values, wanted.limit))
