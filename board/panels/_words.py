"""How numbers, dates and ages are said: the words every panel and every format share."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta, tzinfo

from board.model import Figure, FigureKind, Precision, Qualifier, When
from board.snapshot import MOST_UNREAD

UNKNOWN = "–"
"""Stands where a number or a date is not known; its cell's value is then `None`."""
UNDATED = "as of an unknown date"
"""Stands where a date should and nobody states one."""

_SIGNS = {
    Qualifier.EXACTLY: "",
    Qualifier.ABOUT: "≈",
    Qualifier.MORE_THAN: ">",
    Qualifier.LESS_THAN: "<",
    Qualifier.AT_LEAST: "≥",
    Qualifier.UP_TO: "≤",
}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MINUTE, _HOUR, _DAY = 60, 3600, 86400
_AHEAD = timedelta(hours=14)
"""A day has begun somewhere so long before it does in UTC."""
_CLOCK_STEP = timedelta(seconds=1)
"""The board's clock is cut to the second: what is less ahead of it than that has been."""


def count(number: int | None) -> str:
    """`4,767`; a dash where unknown."""
    return UNKNOWN if number is None else f"{number:,}"


def signed(number: int | None) -> str:
    """`+238`, `−351`, `0`; a dash where unknown."""
    if number is None:
        return UNKNOWN
    return f"−{-number:,}" if number < 0 else f"+{number:,}" if number else "0"


def percent(share: float | None) -> str:
    """`19.0` of 0.1903; a dash where unknown."""
    return UNKNOWN if share is None else f"{share * 100:.1f}"


def plural(number: int, one: str, many: str = "") -> str:
    """`1 nation`, `33 nations`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def some(names: Iterable[str], most: int = 3) -> str:
    """`NATO, KFOR, Desk and 2 more`."""
    every = list(names)
    more = f" and {len(every) - most} more" if len(every) > most else ""
    return f"{', '.join(every[:most])}{more}"


def figure(value: Figure) -> str:
    """A figure with its qualifier and, where it counts something else than those present, its kind: `≤852 ceiling`."""
    number = f"{_SIGNS[value.qualifier]}{value.number:,}"
    return number if value.kind is FigureKind.PRESENT else f"{number} {kind(value.kind)}"


def new(count: int) -> str:
    """`3 new`; of very many no more than that."""
    return f"{count} new" if count < MOST_UNREAD else f"{MOST_UNREAD - 1}+ new"


def kind(value: FigureKind) -> str:
    """`other theatre`, `sub-unit`, `ceiling`."""
    return "sub-unit" if value is FigureKind.SUB_UNIT else value.value.replace("_", " ")


def month(moment: datetime) -> str:
    """`Feb 2026`."""
    return f"{_MONTHS[moment.month - 1]} {moment.year}"


def day(moment: datetime, zone: tzinfo) -> str:
    """`19 Feb 2026` where the reader is."""
    local = moment.astimezone(zone)
    return f"{local.day} {month(local)}"


def date(when: When | None, zone: tzinfo) -> str:
    """`19 Feb 2026`, `Feb 2026` or `2023`: no more than is known; `unknown` where nothing is.

    Only an instant is moved to the reader's zone: a day that was named stays that day.
    """
    if when is None:
        return "unknown"
    match when.precision:
        case Precision.YEAR:
            return str(when.start.year)
        case Precision.MONTH:
            return month(when.start)
        case Precision.DAY:
            return f"{when.start.day} {month(when.start)}"
        case Precision.SECOND:
            return day(when.start, zone)


def to_the_minute(when: When | None, zone: tzinfo) -> str:
    """`22 Nov 2026 07:24Z` of an instant, in UTC as citations have it; of all else the `date`, for no hour is known."""
    if when is None or when.precision is not Precision.SECOND:
        return date(when, zone)
    return f"{day(when.start, UTC)} {when.start:%H:%MZ}"


def length(time: timedelta) -> str:
    """A length of time in its one fitting unit: `2 min`, `12 h`, `3 d`, `9 months`, `2 years`."""
    seconds = max(0, int(time.total_seconds()))
    if seconds < _HOUR:
        return f"{seconds // _MINUTE} min"
    if seconds < 2 * _DAY:
        return f"{seconds // _HOUR} h"
    return calendar_length(seconds // _DAY)


def calendar_length(days: int) -> str:
    """So many days in their one fitting unit: `1 d`, `9 months`, `2 years`."""
    if days < 60:
        return f"{days} d"
    return plural(round(days / 30.44), "month") if days < 730 else plural(int(days / 365.25), "year")


def ago(moment: datetime | None, now: datetime) -> str:
    """`just now`, `2 min ago`; `in 3 d` for what lies ahead; `unknown` where it is not known."""
    if moment is None:
        return "unknown"
    if moment - now >= _CLOCK_STEP:
        return f"in {length(moment - now)}"
    return "just now" if now - moment < timedelta(minutes=1) else f"{length(now - moment)} ago"


def days_to(when: When, now: datetime, zone: tzinfo) -> int:
    """Days of the calendar from today to the day on which it begins, where the reader is; less than 0 behind today."""
    begins = when.start.astimezone(zone) if when.precision is Precision.SECOND else when.start
    return (begins.date() - now.astimezone(zone).date()).days


def old(when: When, now: datetime, zone: tzinfo) -> str:
    """`9 months old`, by the last moment it may mean; `today`, `under way` while that lies ahead; `new` at first.

    A day has an age in days of the reader's calendar: no hour of it is known.
    """
    if when.precision is Precision.DAY:
        return _old_day(when, now, zone)
    if when.end > now:
        return "under way"
    return "new" if now - when.end < timedelta(minutes=1) else f"{length(now - when.end)} old"


def _old_day(when: When, now: datetime, zone: tzinfo) -> str:
    """`1 d old` of yesterday; what begins earlier elsewhere is `today` too."""
    days = -days_to(when, now, zone)
    if days > 0:
        return f"{calendar_length(days)} old"
    return "today" if when.start - now <= _AHEAD else "under way"


def retrieved(moment: datetime, now: datetime, zone: tzinfo) -> str:
    """`retrieved 14:07 (2 h ago)`: all that is known of the age of what has no date."""
    return f"retrieved {clock(moment, now, zone)} ({ago(moment, now)})"


def clock(moment: datetime, now: datetime, zone: tzinfo) -> str:
    """`14:07` today, `Fri 20 Nov` this year, `3 Feb 2025` before: as much as tells it apart from now."""
    local, today = moment.astimezone(zone), now.astimezone(zone)
    if local.date() == today.date():
        return f"{local:%H:%M}"
    if local.year == today.year:
        return f"{_DAYS[local.weekday()]} {local.day} {_MONTHS[local.month - 1]}"
    return day(moment, zone)


def moment(moment: datetime, now: datetime, zone: tzinfo) -> str:
    """`14:07` today, `Fri 20 Nov 14:07` this year, `3 Feb 2025 14:07` before."""
    said, time = clock(moment, now, zone), f"{moment.astimezone(zone):%H:%M}"
    return said if said == time else f"{said} {time}"


def since(moment: datetime | None, now: datetime, zone: tzinfo) -> str:
    """`since 14:07`, `since Fri 20 Nov`."""
    return "since an unknown time" if moment is None else f"since {clock(moment, now, zone)}"


def group(moment: datetime) -> str:
    """The date-time group of the field, in UTC: `221407ZNOV26`."""
    utc = moment.astimezone(UTC)
    return f"{utc:%d%H%M}Z{_MONTHS[utc.month - 1].upper()}{utc:%y}"
