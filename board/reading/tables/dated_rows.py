"""Lists that date their rows one by one: which rows of several dates are one table all the same."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from board.model import Row, When

LONGEST = timedelta(days=31)
"""How far apart the dates of one list may lie where no total tells that its rows belong together."""


def joined(groups: Sequence[Sequence[Row]], total: int | None) -> list[list[Row]]:
    """The tables of a page: `groups`, each of one date and address, as they are, or all as the one list they make.

    They are one list where they have one address, nobody stands twice, no row says what table it is of, and either the
    dates are near or the rows come to the stated `total`.
    """
    rows = [row for group in groups for row in group]
    if len(groups) > 1 and _is_one_list(rows) and (_are_near(rows) or _come_to(rows, total)):
        return [rows]
    return [list(group) for group in groups]


def _is_one_list(rows: Sequence[Row]) -> bool:
    names = [row.nation or row.name for row in rows]
    says_so = any(row.completeness or row.table_total is not None or row.table_nations is not None for row in rows)
    return not says_so and len(set(names)) == len(names) and len({(row.url, row.said_by) for row in rows}) == 1


def _are_near(rows: Sequence[Row]) -> bool:
    dates: list[When] = sorted(row.as_of for row in rows if row.as_of is not None)
    return dates[-1].end - dates[0].start <= LONGEST


def _come_to(rows: Sequence[Row], total: int | None) -> bool:
    return total is not None and sum(row.troops or 0 for row in rows) == total
