"""New editions, and what is other in a force's newest one than in the one before."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from board.model import Edition
from board.snapshot import Change, ChangeKind, Sense
from board.store import tables
from board.store.between import Between, readable
from board.store.compare import Move, mismatch, moves
from board.store.lens import Lens
from board.store.refs import number_of
from board.store.times import from_stamp

if TYPE_CHECKING:
    from board.snapshot import Recorded

_CAUSES = {"new": ChangeKind.EDITION, "edited": ChangeKind.CORRECTED, "re-read": ChangeKind.RE_READ}


def issues(between: Between) -> Iterator[Change]:
    """New editions, corrected ones and those that wait."""
    valid, values = between.lens.valid("t")
    shown, more = between.lens.accepted("t")
    sql = f"""
        SELECT t.id, t.known_from, t.source, t.value, t.cause, t.held, {shown} FROM editions t
        WHERE t.known_from > ? AND t.known_from <= ? AND {valid} ORDER BY t.known_from DESC, t.id DESC"""
    for number, known, source, value, cause, held, is_shown in between.rows(sql, *more, *between.bounds, *values):
        if issue := readable(Edition, value):
            yield Change(
                kind=_CAUSES.get(cause, ChangeKind.EDITION) if is_shown else ChangeKind.HELD,
                ref=f"edition:{number}",
                at=from_stamp(known),
                source=source,
                text=issue.force if is_shown else held or "refused",
                when=issue.as_of or issue.published,
                after=issue.total_stated,
            )


def table_moves(between: Between) -> Iterator[Change]:
    """For each force, the newest edition now against the newest that was known at the last look."""
    then = Lens(between.since, Sense.KNOWN)
    for (force,) in between.database.rows("SELECT DISTINCT force FROM editions ORDER BY force LIMIT 100"):
        before = tables.newest(between.database, then, force)
        after = tables.newest(between.database, between.lens, force)
        if before is None or after is None or before.ref == after.ref or _is_reread(between, after.ref):
            continue
        yield from _moves(before, after)


def _is_reread(between: Between, ref: str) -> bool:
    """Whether the edition only came of other options: then nobody moved."""
    sql = "SELECT cause FROM editions WHERE id = ?"
    return str(between.database.value(sql, (number_of(ref, "edition"),))) == "re-read"


def _moves(before: Recorded[Edition], after: Recorded[Edition]) -> Iterator[Change]:
    was = before.provenance.source
    other = was if was != after.provenance.source else ""
    for move in moves(before.value, after.value):
        yield _change(move, after, other)
    if odd := mismatch(after.value):
        yield _change(odd, after, "")


def _change(move: Move, edition: Recorded[Edition], other: str) -> Change:
    return Change(
        kind=move.kind,
        ref=edition.ref,
        at=edition.provenance.retrieved,
        source=edition.provenance.source,
        text=move.name,
        when=edition.value.as_of,
        nation=move.nation,
        before=move.before,
        before_source=other,
        after=move.after,
        places=move.places,
    )
