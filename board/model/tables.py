"""Troops tables: one dated issue with its rows, and the tests it was put to."""

from __future__ import annotations

from dataclasses import dataclass, replace

from board.model.when import When
from board.model.words import Completeness, FigureKind, Qualifier


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a troops table, as printed, with what could be understood of it."""

    name: str
    """The nation as the source writes it."""
    nation: str | None = None
    """ISO 3166 alpha-3 (Kosovo: XKX); `None` where the name is not known or the label was lost."""
    troops: int | None = None
    """`None` where what is printed is not a number."""
    raw: str = ""
    """The number as printed."""
    as_of: When | None = None
    qualifier: Qualifier = Qualifier.EXACTLY
    kind: FigureKind = FigureKind.PRESENT
    completeness: Completeness | None = None
    """`None`: the source does not say; the whole page is then taken as one table."""
    said_by: str = ""
    """Who gives the number, where the row itself says so; else the source's title."""
    url: str | None = None
    note: str = ""
    table_total: int | None = None
    """The total that the table this row belongs to states, where the row tells it."""
    table_nations: int | None = None
    """The number of nations that table states."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One test an edition was put to, and how it came out."""

    name: str
    """Stable word: `sum`, `nations`, `labels`, `rows`, `jump`, `must_contain`, `numbers`, `as_of`."""
    passed: bool | None
    """`None` where it could not be judged."""
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One dated issue of a troops table."""

    force: str
    as_of: When | None
    rows: tuple[Row, ...]
    total_stated: int | None = None
    nations_stated: int | None = None
    complete: bool | None = None
    """`None`: nobody said; a partial edition proves no nation's absence."""
    published: When | None = None
    said_by: str = ""
    url: str | None = None
    note: str = ""
    checks: tuple[Check, ...] = ()

    def troops_of(self, nation: str) -> int | None:
        """What it gives for a nation; rows of one nation add up; `None` where it gives no number."""
        numbers = [row.troops for row in self.rows if row.nation == nation and row.troops is not None]
        return sum(numbers) if numbers else None

    @property
    def by_nation(self) -> tuple[Row, ...]:
        """The rows, those of one nation as one with their sum; a row without a known nation stands for itself."""
        first: dict[object, Row] = {}
        for number, row in enumerate(self.rows):
            first.setdefault(row.nation or number, row)
        return tuple(replace(row, troops=self.troops_of(row.nation)) if row.nation else row for row in first.values())

    @property
    def total_summed(self) -> int | None:
        """The sum of the rows' numbers; `None` where no row has one."""
        numbers = [row.troops for row in self.rows if row.troops is not None]
        return sum(numbers) if numbers else None

    @property
    def is_whole(self) -> bool:
        """Whether it surely lists everybody: it says so, or its rows come to the total and the nations it states."""
        if self.complete is not None:
            return self.complete
        numbers = [row.troops for row in self.rows if row.troops is not None]
        read = len(numbers) == len(self.rows) and self.nations_stated in (None, len(self.rows))
        return read and self.total_stated is not None and sum(numbers) == self.total_stated
