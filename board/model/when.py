"""A point in time, no more precise than what was said."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, UTC, datetime, timedelta
from enum import StrEnum


class Precision(StrEnum):
    """How much of a point in time is known."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    SECOND = "second"


_REDUCED = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


_FORMATS = {Precision.YEAR: "%Y", Precision.MONTH: "%Y-%m", Precision.DAY: "%Y-%m-%d"}


@dataclass(frozen=True, slots=True, order=True)
class When:
    """A point in time no more precise than what was said: `2023`, `2017-02`, `2026-02-19`, or an instant.

    `str()` gives ISO 8601 at that precision; instants are UTC with a `Z`. Sorts by its first moment.
    """

    start: datetime
    """The first moment it may mean, aware UTC."""
    precision: Precision = Precision.SECOND

    @classmethod
    def parse(cls, text: str) -> When:
        """Read ISO 8601, reduced (`2023`, `2023-06`, `2023-06-08`) or a full instant with an offset.

        Raises: ValueError where it is neither, an instant without an offset, or one that no calendar has in every zone.
        """
        text = text.strip()
        if match := _REDUCED.fullmatch(text):
            year, month, day = match.groups()
            precision = Precision.DAY if day else Precision.MONTH if month else Precision.YEAR
            return cls(datetime(int(year), int(month or 1), int(day or 1), tzinfo=UTC), precision)
        instant = datetime.fromisoformat(text)
        if instant.tzinfo is None:
            raise ValueError(f"{text!r} has no offset from UTC")
        if not MINYEAR < instant.year < MAXYEAR:
            raise ValueError(f"{text!r} is before or after all years somewhere")
        return cls(instant.astimezone(UTC))

    @classmethod
    def day(cls, year: int, month: int, day: int) -> When:
        return cls(datetime(year, month, day, tzinfo=UTC), Precision.DAY)

    @property
    def end(self) -> datetime:
        """The last moment it may mean (inclusive, to the second)."""
        start = self.start
        match self.precision:
            case Precision.YEAR:
                return datetime(start.year, 12, 31, 23, 59, 59, tzinfo=UTC)
            case Precision.MONTH:
                last = calendar.monthrange(start.year, start.month)[1]
                return datetime(start.year, start.month, last, 23, 59, 59, tzinfo=UTC)
            case Precision.DAY:
                return start + timedelta(hours=23, minutes=59, seconds=59)
            case Precision.SECOND:
                return start

    def __str__(self) -> str:
        if self.precision is Precision.SECOND:
            return self.start.strftime("%Y-%m-%dT%H:%M:%SZ")
        return self.start.strftime(_FORMATS[self.precision])
