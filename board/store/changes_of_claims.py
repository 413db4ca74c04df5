"""Statements on a claim that came, and such as are no longer said in any form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from board.model import Statement
from board.snapshot import ChangeKind
from board.store.between import Between, readable, statement_change
from board.store.lens import together
from board.store.search import as_condition, compile_query

if TYPE_CHECKING:
    from board.snapshot import Change

_FIRST_FORM = "t.root = t.id AND t.cause <> 're-read'"
_NO_FORM = """NOT EXISTS (SELECT 1 FROM statements n WHERE n.id = t.root AND n.known_to IS NULL)
    AND NOT EXISTS (SELECT 1 FROM statements n WHERE n.root = t.root AND n.root <> n.id AND n.known_to IS NULL)"""


def claims_gained(between: Between, claims: Sequence[tuple[str, str]]) -> Iterator[Change]:
    """New statements that the query of a claim finds; `claims` are names with queries. Raises: QueryError."""
    for name, query in claims:
        yield from _found(between, name, query, ChangeKind.CLAIM_GAINED, "known_from", _FIRST_FORM)


def claims_lost(between: Between, claims: Sequence[tuple[str, str]]) -> Iterator[Change]:
    """Statements that the query of a claim finds, and that their source has taken back. Raises: QueryError."""
    for name, query in claims:
        yield from _found(between, name, query, ChangeKind.CLAIM_LOST, "known_to", _NO_FORM)


def _found(between: Between, name: str, query: str, kind: ChangeKind, column: str, form: str) -> Iterator[Change]:
    where, values = together((form, ()), as_condition(compile_query(query)))
    sql = f"""
        SELECT t.root, t.{column}, t.source, t.value FROM statements t
        WHERE t.{column} > ? AND t.{column} <= ? AND t.headline = 0 AND {where} ORDER BY t.{column} DESC, t.id DESC"""
    for root, stamp, source, value in between.rows(sql, *between.bounds, *values):
        if said := readable(Statement, value):
            yield statement_change(kind, root, stamp, source, said, name)
