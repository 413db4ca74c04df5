"""Every number ever given of a nation or of the whole, dated, with who said it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from board.model import Edition, Figure, Row
from board.snapshot import Recorded
from board.store import numbers, tables
from board.store.lens import Lens, together

if TYPE_CHECKING:
    from board.store.connect import Database


def history(
    database: Database, lens: Lens, *, subject: str | None, nation: str | None, limit: int
) -> list[Recorded[Figure]]:
    """Figures, and edition rows (or totals, where `nation` is `None`) as figures; oldest first. Raises: StoreError."""
    outside = numbers.figures(
        database, lens, subject=subject, nation=nation, kinds=(), totals_only=nation is None, limit=limit
    )
    inside = [point for force in _forces(database, lens, subject) for point in _points(database, lens, force, nation)]
    return sorted([*outside, *inside], key=_when)[-limit:]


def _forces(database: Database, lens: Lens, subject: str | None) -> list[str]:
    where, values = together(lens.valid("t"), *([("t.force = ? COLLATE NOCASE", (subject,))] if subject else ()))
    sql = f"SELECT DISTINCT t.force FROM editions t WHERE {where} ORDER BY 1 LIMIT 100"
    return [row[0] for row in database.rows(sql, values)]


def _points(database: Database, lens: Lens, force: str, nation: str | None) -> Iterator[Recorded[Figure]]:
    for edition in tables.editions(database, lens, force):
        found = _totals(edition.value) if nation is None else _rows(edition.value, nation)
        for figure in found:
            yield Recorded(ref=edition.ref, value=figure, provenance=edition.provenance)


def _rows(edition: Edition, nation: str) -> Iterator[Figure]:
    for row in edition.rows:
        if row.nation == nation and row.troops is not None:
            yield _row(edition, row, row.troops)


def _row(edition: Edition, row: Row, troops: int) -> Figure:
    return Figure(
        subject=edition.force,
        nation=row.nation,
        number=troops,
        qualifier=row.qualifier,
        kind=row.kind,
        as_of=row.as_of or edition.as_of,
        quote=f"{row.name} {row.raw}".strip(),
        said_by=row.said_by or edition.said_by,
        url=row.url or edition.url,
        published=edition.published,
        note=row.note,
    )


def _totals(edition: Edition) -> Iterator[Figure]:
    """The stated total; a sum of our own is nobody's figure."""
    if edition.total_stated is not None:
        yield Figure(
            subject=edition.force,
            number=edition.total_stated,
            as_of=edition.as_of,
            said_by=edition.said_by,
            url=edition.url,
            published=edition.published,
            note=edition.note,
        )


def _when(point: Recorded[Figure]) -> tuple[float, Sequence[str]]:
    known = point.value.as_of or point.value.published
    moment = known.start if known else point.provenance.retrieved
    return moment.timestamp(), (point.ref,)
