"""Reading a force's editions: which is the newest, what it sums to, what the ones before said of a nation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from board.model import Edition, Figure, FigureKind, Qualifier, Row
from board.snapshot import Recorded


@dataclass(frozen=True, slots=True)
class Total:
    """What an edition adds up to, and what it says it should."""

    known: int
    """Sum of the rows' numbers."""
    rows: int
    """How many nations those rows are."""
    listed: int
    """How many rows the table has, those without a number included."""
    stated: int | None
    nations: int | None
    complete: bool | None
    """`None` where nobody said and the figures do not tell."""

    @property
    def whole(self) -> int | None:
        """What shares are of: the stated total, else the sum of a complete table.

        `None` where only a part is known, and where the rows come to more than the total they are said to be parts of.
        """
        return None if self.is_exceeded else self.stated or (self.known if self.complete else None)

    @property
    def is_exceeded(self) -> bool:
        """Whether the rows come to more than the stated total: one of the two is wrong."""
        return self.stated is not None and self.known > self.stated


def in_order(editions: Sequence[Recorded[Edition]]) -> tuple[Recorded[Edition], ...]:
    """Oldest first by as-of; where that is unknown by published, else by when it was first seen."""
    return tuple(sorted(editions, key=_place))


def tables(editions: Sequence[Recorded[Edition]]) -> tuple[Recorded[Edition], ...]:
    """Those that list nations, oldest first: an issue of which only the total is known ranks nobody."""
    return tuple(record for record in in_order(editions) if record.value.rows)


def _place(record: Recorded[Edition]) -> tuple[datetime, bool, int, datetime]:
    edition = record.value
    said = edition.as_of or edition.published
    moment = said.start if said else record.provenance.retrieved
    return moment, edition.is_whole, len(edition.rows), record.provenance.retrieved


def lists(edition: Edition, nation: str) -> bool:
    return any(row.nation == nation for row in edition.rows)


def before(earlier: Sequence[Recorded[Edition]], nation: str) -> Recorded[Edition] | None:
    """The newest edition before that tells of a nation: one that gives its number, or a complete one that has it not.

    Partial editions prove no absence and are passed over.
    """
    for record in reversed(earlier):
        edition = record.value
        if edition.troops_of(nation) is not None:
            return record
        if edition.is_whole and not lists(edition, nation) and not _has_unread_names(edition):
            return record
    return None


def _has_unread_names(edition: Edition) -> bool:
    return any(row.nation is None for row in edition.rows)


def total(edition: Edition, figures: Sequence[Recorded[Figure]] = ()) -> Total:
    """An edition's totals; a total given apart on the same page for the same day counts as stated by it.

    A table with a number that could not be read is known in part, whatever it says and sums to.
    """
    stated = edition.total_stated or _stated_apart(edition, figures, FigureKind.PRESENT)
    nations = edition.nations_stated or _stated_apart(edition, figures, FigureKind.NATIONS)
    known = edition.total_summed or 0
    rows = sum(row.troops is not None for row in edition.rows)
    complete = edition.complete
    if complete is None and stated is not None:
        complete = known == stated and nations in (None, rows)
    listed = len(edition.rows)
    return Total(known, rows, listed, stated, nations, complete if rows == listed else False)


def _stated_apart(edition: Edition, figures: Sequence[Recorded[Figure]], kind: FigureKind) -> int | None:
    for record in figures:
        figure = record.value
        same = figure.as_of == edition.as_of and figure.url == edition.url and figure.url is not None
        if same and figure.nation is None and figure.kind is kind and figure.qualifier is Qualifier.EXACTLY:
            return figure.number
    return None


def is_plain(figure: Figure) -> bool:
    """An exact number of those present, as a table would print it."""
    return figure.kind is FigureKind.PRESENT and figure.qualifier is Qualifier.EXACTLY


def ranked(edition: Edition) -> tuple[Row, ...]:
    """Rows by size, the unknown last, then as printed."""
    return tuple(sorted(edition.rows, key=lambda row: -1 if row.troops is None else row.troops, reverse=True))


def first_of(edition: Edition, nation: str) -> Row | None:
    """The largest row of a nation; `None` where it has none."""
    return next((row for row in ranked(edition) if row.nation == nation), None)


def last_known(editions: Sequence[Recorded[Edition]]) -> tuple[tuple[Recorded[Edition], Row], ...]:
    """Nations the newest, partial edition is silent about, each with the row that last told of it.

    Nothing where the newest is complete, and nothing that a complete edition in between no longer lists.
    """
    if not editions or editions[-1].value.is_whole:
        return ()
    seen = {row.nation for row in editions[-1].value.rows}
    found: list[tuple[Recorded[Edition], Row]] = []
    for record in reversed(editions[:-1]):
        new = [row for row in ranked(record.value) if row.nation and row.troops is not None and row.nation not in seen]
        found += [(record, row) for row in new]
        seen |= {row.nation for row in new}
        if record.value.is_whole:
            break
    return tuple(found)
