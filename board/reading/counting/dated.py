"""As of when a number is given, where the words around it tell: `as of 31 December 2020`, `in 2013`."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from board.model import When
from board.reading.words.prose import Prose, is_year
from board.text.months import month_of

TO_SPAN: Final = 3
"""Words from `since` to its year, at most."""
_LAST_DAY: Final = 31


def year_at(prose: Prose, index: int) -> int | None:
    """The year that word `index` is; `None` where it is none."""
    text = prose.words[index].text
    return int(text) if is_year(text) else None


def years_in(prose: Prose, first: int, last: int) -> list[tuple[int, int]]:
    """Which of words `first` to `last` (exclusive) are years, each with its year."""
    near = prose.years[bisect_left(prose.years, first) : bisect_left(prose.years, last)]
    return [(index, int(prose.words[index].text)) for index in near] if near else []


def as_of_in(prose: Prose, first: int, last: int, near: int) -> When | None:
    """The date among words `first` to `last` that stands last before word `near`, else first behind it.

    It is as precise as the text gives it.
    """
    dated = [index for index, _ in years_in(prose, first, last)]
    if not dated:
        return None
    dated = [index for index in dated if _month_before(prose, index, first) or "as_of" in prose.sorts[index - 1]]
    dated = [index for index in dated if not _begins_a_span(prose, index, first)]
    if not dated:
        return None
    before = [index for index in dated if index < near]
    index = max(before) if before else min(dated)
    return _when(prose, index, first, near)


def _begins_a_span(prose: Prose, index: int, first: int) -> bool:
    """`since 1999`, `since June 1999`: nothing is counted as of then."""
    near = range(max(first, index - TO_SPAN), index)
    return prose.any_in(near, "made.span")


def _when(prose: Prose, index: int, first: int, near: int) -> When | None:
    year, month = year_at(prose, index), _month_before(prose, index, first)
    if year is None or month is None:
        return When.parse(str(year))
    day = _day_before(prose, index, first, near)
    text = f"{year}-{month:02}" if day is None else f"{year}-{month:02}-{day:02}"
    try:
        return When.parse(text)
    except ValueError:
        return When.parse(f"{year}-{month:02}")


def _month_before(prose: Prose, index: int, first: int) -> int | None:
    """The month of `December 2020` and `December 31, 2020`."""
    for place in range(index - 1, max(first, index - 4) - 1, -1):
        text = prose.words[place].text
        if text.isalpha():
            return month_of(text)
        if not (text in ",." or _is_day(text)):
            return None
    return None


def _day_before(prose: Prose, index: int, first: int, near: int) -> int | None:
    """The day of `31 December 2020`; not the number that is dated: `20 from April 2024`."""
    for place in range(index - 1, max(first, index - 4) - 1, -1):
        if place != near and _is_day(prose.words[place].text):
            return int(prose.words[place].text)
    return None


def _is_day(text: str) -> bool:
    return text.isdecimal() and len(text) < 3 and 0 < int(text) <= _LAST_DAY
