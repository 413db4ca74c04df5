"""Reading figures outside tables."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from board.model import Figure, FigureKind
from board.snapshot import Recorded
from board.store.codec import UnreadableError, load
from board.store.lens import Condition, Lens, together
from board.store.provenance import SAID_COLUMNS, SAID_JOINS, of_row
from board.store.put_right import last_words
from board.store.refs import number_of
from board.store.retold import first_told
from board.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from board.store.connect import Database

MOST = 5000
"""Figures that are answered at the most, whatever is asked."""
_COLUMNS = f"{SAID_COLUMNS.format(table='figures')}, t.root, t.value, t.statement, t.read"
_SELECT = f"SELECT {_COLUMNS} FROM figures t {SAID_JOINS}"


def figures(
    database: Database,
    lens: Lens,
    *,
    subject: str | None,
    nation: str | None,
    kinds: Sequence[FigureKind],
    totals_only: bool,
    limit: int,
) -> list[Recorded[Figure]]:
    """Figures, newest as-of (else published, else retrieved) first, told again or not once. Raises: StoreError."""
    conditions = [lens.said("t"), lens.not_held("t"), first_told(lens)]
    if subject is not None:
        conditions.append(("t.subject = ?", (fold(subject),)))
    if nation is not None:
        conditions.append(("t.nation = ?", (nation,)))
    if kinds:
        conditions.append(_one_of("t.kind", [kind.value for kind in kinds]))
    if totals_only:
        conditions.append(("t.nation IS NULL", ()))
    where, values = together(*conditions)
    rows = database.rows(
        f"{_SELECT} WHERE {where} ORDER BY t.about DESC, t.id DESC LIMIT ?", (*values, min(limit, MOST))
    )
    return _put_right(database, lens, [recorded for _, recorded in _readable(rows)])


def figure(database: Database, lens: Lens, ref: str) -> Recorded[Figure] | None:
    """The figure a ref names; `None` where there is none at that time. Raises: StoreError."""
    number = number_of(ref, "figure")
    if number is None:
        return None
    where, values = together(("t.root = ?", (number,)), lens.said("t"))
    rows = database.rows(f"{_SELECT} WHERE {where} ORDER BY t.id DESC LIMIT 1", values)
    return next(iter(_put_right(database, lens, [recorded for _, recorded in _readable(rows)])), None)


def of_statements(database: Database, lens: Lens, roots: Sequence[int]) -> dict[int, list[Recorded[Figure]]]:
    """The figures given in each of some statements. Raises: StoreError."""
    where, values = together(_one_of("t.statement", list(roots)), lens.said("t"), lens.not_held("t"))
    found: dict[int, list[Recorded[Figure]]] = {}
    rows = list(_readable(database.rows(f"{_SELECT} WHERE {where} ORDER BY t.id DESC LIMIT ?", (*values, MOST))))
    told = _put_right(database, lens, [recorded for _, recorded in rows])
    for (row, _), recorded in zip(rows, told, strict=True):
        found.setdefault(row[16], []).append(recorded)
    return found


def _put_right(database: Database, lens: Lens, found: list[Recorded[Figure]]) -> list[Recorded[Figure]]:
    """With who put them right, those that were."""
    said = last_words(database, lens, [each.ref for each in found if each.read_as])
    return [replace(each, put_right=said.get(each.ref)) if each.read_as else each for each in found]


def _one_of(column: str, choices: list[Any]) -> Condition:
    return f"{column} IN (SELECT value FROM json_each(?))", (json.dumps(choices),)


def _readable(rows: Sequence[Sequence[Any]]) -> Iterable[tuple[Sequence[Any], Recorded[Figure]]]:
    """Each row with its figure; one that cannot be read is left out."""
    for row in rows:
        try:
            read = load(Figure, row[17]) if row[17] is not None else None
            figure = load(Figure, row[15])
            yield row, Recorded(ref=f"figure:{row[14]}", value=figure, provenance=of_row(row[:14]), read_as=read)
        except UnreadableError:
            continue
