"""Statements on a claim that came, and such as are no longer said in any form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from board.model import Statement
from board.snapshot import ChangeKind
from board.store.between import Between, readable, statement_change
from board.store.lens import together
from board.store.search import as_condition, compile_query

if TYPE_CHECKING:
    from board.snapshot import Change

_FIRST_FORM = "t.root = t.id AND t.cause <> 're-read'"
_PUT = "'statement:' || t.root IN (SELECT ref FROM decisions WHERE kind = 'claim' AND value = ?)"
_NO_FORM = """NOT EXISTS (SELECT 1 FROM statements n WHERE n.id = t.root AND n.known_to IS NULL)
    AND NOT EXISTS (SELECT 1 FROM statements n WHERE n.root = t.root AND n.root <> n.id AND n.known_to IS NULL)"""


def claims_gained(between: Between, claims: Sequence[tuple[str, str]]) -> Iterator[Change]:
    """New statements that the query of a claim finds, or a person put to it; `claims` are names with queries.

    Whether they count for it is not judged here. Raises: QueryError.
    """
    yield from _found(between, claims, ChangeKind.CLAIM_GAINED, "known_from", _FIRST_FORM)


def claims_lost(between: Between, claims: Sequence[tuple[str, str]]) -> Iterator[Change]:
    """The same of statements that their source has taken back. Raises: QueryError."""
    yield from _found(between, claims, ChangeKind.CLAIM_LOST, "known_to", _NO_FORM)


def _found(
    between: Between, claims: Sequence[tuple[str, str]], kind: ChangeKind, column: str, form: str
) -> Iterator[Change]:
    """`column` is when a statement came or went. The `+` keeps SQLite to its index: most are no headlines."""
    ids = _ids(between, column)
    if ids is None:
        return
    for name, query in claims:
        words, values = as_condition(compile_query(query), *ids)
        where, values = together((form, ()), (f"({words}) OR {_PUT}", (*values, f"+{name}")))
        sql = f"""
            SELECT t.root, t.{column}, t.source, t.value, coalesce(v.title, '') FROM statements t
            LEFT JOIN item_versions v ON v.id = t.version WHERE t.{column} > ? AND t.{column} <= ?
            AND +t.headline = 0 AND {where} ORDER BY t.{column} DESC, t.id DESC"""
        for root, stamp, source, value, heading in between.rows(sql, *between.bounds, *values):
            if said := readable(Statement, value):
                change = statement_change(kind, root, stamp, source, said, name)
                gone = (said,) if kind is ChangeKind.CLAIM_LOST else ()
                yield replace(change, heading=heading, withdrawn=gone)


def _ids(between: Between, column: str) -> tuple[int, int] | None:
    """The lowest and highest id of what came or went; mostly of the last days, so that few words are looked up."""
    sql = f"SELECT min(t.id), max(t.id) FROM statements t WHERE t.{column} > ? AND t.{column} <= ?"
    first, last = between.database.row(sql, between.bounds)
    return None if first is None else (first, last)
