"""What came to be known between a look and the snapshot's time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from board.model import Figure, Statement
from board.snapshot import Change, ChangeKind, Decision
from board.store.between import Between, readable, source_change, statement_change
from board.store.changes_of_claims import claims_gained, claims_lost
from board.store.changes_of_edits import edited
from board.store.changes_of_sources import stories, unchanged
from board.store.changes_of_tables import issues, table_moves
from board.store.lens import Lens, together
from board.store.retold import first_told
from board.store.times import from_stamp

if TYPE_CHECKING:
    from board.store.connect import Database

_SORTED = 1000
"""Of what came to be known in a time at least the last so many are put in the order in which they were said."""


def changes(
    database: Database, lens: Lens, since: datetime, claims: Sequence[tuple[str, str]], limit: int
) -> list[Change]:
    """Every kind of change: what was said, the tables, claims, sources, decisions.

    Raises: StoreError; QueryError where a claim's query cannot be read.
    """
    between = Between(database, since, lens, limit)
    return [
        *_statements(between),
        *edited(between),
        *_re_read(between),
        *_figures(between),
        *issues(between),
        *table_moves(between),
        *claims_gained(between, claims),
        *claims_lost(between, claims),
        *stories(between),
        *unchanged(between),
        *_decided(between),
    ]


def _statements(between: Between) -> Iterator[Change]:
    """The `+` keeps SQLite to the index of when it came to be known: most statements are no headlines."""
    alone = ("NOT EXISTS (SELECT 1 FROM origin_groups g WHERE g.statement = t.root)", ())
    where, values = together(between.lens.not_held("t"), alone)
    for root, known, source, value in _first_forms(between, "statements", f"{where} AND +t.headline = 0", values):
        if said := readable(Statement, value):
            yield statement_change(ChangeKind.STATEMENT, root, known, source, said)


def _first_forms(between: Between, table: str, where: str, values: tuple[object, ...]) -> list[Any]:
    """Root, time and source of what came, with the words of the form that counts: it may have been read otherwise, or
    been put right, since.

    Of what came in one time the last said comes first, not what the source read last said whenever: ids grow with
    that. Sorted are the thousand that came last, or as many as are asked for; the `+` of the id keeps SQLite from
    going through all there is.
    """
    valid, now = between.lens.valid("n")
    counts = f"SELECT n.value FROM {table} n WHERE {{}} AND {valid} ORDER BY n.id DESC LIMIT 1"
    own, other = counts.format("n.id = t.id"), counts.format("n.root = t.root AND n.root <> n.id")
    sql = f"""
        SELECT t.id, t.root, t.known_from, t.source, coalesce(({own}), ({other})) AS counts FROM {table} t
        WHERE t.known_from > ? AND t.known_from <= ? AND t.root = t.id AND t.cause <> 're-read'
        AND {_not_reworded(table)} AND {where} AND counts IS NOT NULL
        ORDER BY t.known_from DESC, t.id DESC LIMIT {max(_SORTED, between.limit)}"""
    last_said = f"SELECT root, known_from, source, counts FROM ({sql}) ORDER BY +id DESC"
    return between.rows(last_said, *now, *now, *between.bounds, *values)


def _not_reworded(table: str) -> str:
    """Leaves out what took the place of something in an edited article: the edit itself is told, and shows both."""
    gone = f"SELECT 1 FROM {table} o WHERE o.item = t.item AND o.known_to = t.known_from AND o.root <> t.root"
    return f"NOT (t.cause = 'edited' AND EXISTS ({gone}))"


def _re_read(between: Between) -> Iterator[Change]:
    """One change a source, for nothing happened but that it is read otherwise."""
    one = "SELECT source, known_from FROM {} WHERE cause = 're-read' AND known_from > ? AND known_from <= ?"
    sql = f"""
        SELECT source, count(*), max(known_from) FROM ({one.format("statements")} UNION ALL {one.format("figures")})
        GROUP BY source ORDER BY 3 DESC"""
    for source, count, known in between.rows(sql, *between.bounds, *between.bounds):
        text = f"{count} statements and figures read otherwise, as the options changed"
        yield source_change(ChangeKind.RE_READ, source, known, text)


def _figures(between: Between) -> Iterator[Change]:
    where, values = together(between.lens.not_held("t"), first_told(between.lens))
    for root, known, source, value in _first_forms(between, "figures", where, values):
        if given := readable(Figure, value):
            yield _figure(root, known, source, given)


def _figure(root: int, known: int, source: str, given: Figure) -> Change:
    return Change(
        kind=ChangeKind.FIGURE,
        ref=f"figure:{root}",
        at=from_stamp(known),
        source=source,
        text=given.quote or given.subject,
        when=given.as_of or given.published,
        nation=given.nation,
        after=given.number,
        came=(given,),
    )


def _decided(between: Between) -> Iterator[Change]:
    sql = "SELECT ref, at, kind, value, who, why FROM decisions WHERE at > ? AND at <= ? ORDER BY at DESC, id DESC"
    for ref, at, kind, value, who, why in between.rows(sql, *between.bounds):
        decision = Decision(ref=ref, kind=kind, value=value, who=who, at=from_stamp(at), why=why)
        yield Change(
            kind=ChangeKind.DECIDED, ref=ref, at=decision.at, source="", text=f"{kind}: {value}", decision=decision
        )
