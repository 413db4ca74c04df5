"""The times under a chart: years, months or days, as its length and what is known of its marks allow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta

from board.panels import _words

_YEARS = timedelta(days=730)
"""From this length years are told."""
_MONTHS = timedelta(days=62)
"""From this length months are told."""


def calendar(moments: Sequence[datetime]) -> tuple[tuple[datetime, str], ...]:
    """Where each year, month or day begins with what it is called, from the one the first moment lies in to the last's.

    Days are told only where a moment is known to the day: marks that all stand at the head of a month are of months.
    """
    first, last = min(moments), max(moments)
    length, known = last - first, {(moment.month, moment.day) for moment in moments}
    if length >= _YEARS or known == {(1, 1)}:
        return tuple((datetime(year, 1, 1, tzinfo=UTC), str(year)) for year in range(first.year, last.year + 1))
    if length >= _MONTHS or {day for _, day in known} == {1}:
        return tuple((month, _words.month(month)) for month in _months(first, last))
    return tuple(_days(first, last))


def _months(first: datetime, last: datetime) -> Iterator[datetime]:
    for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield datetime(number // 12, number % 12 + 1, 1, tzinfo=UTC)


def _days(first: datetime, last: datetime) -> Iterator[tuple[datetime, str]]:
    """The first with its year: `10 Nov 2026`, `11 Nov`."""
    day = datetime(first.year, first.month, first.day, tzinfo=UTC)
    yield day, _words.day(day, UTC)
    while (day := day + timedelta(days=1)) <= last:
        yield day, _words.day(day, UTC).rpartition(" ")[0]
