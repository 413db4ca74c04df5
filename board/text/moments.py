"""A time as a person types it: `2025-02-25`, `yesterday 18:00`, `last friday`, `3 days ago`."""

from __future__ import annotations

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from board.errors import UsageError
from board.model import Precision, When

_LONGEST = 60
_EARLIEST, _LATEST = 1800, 2300
_PERIODS = {"day": Precision.DAY, "month": Precision.MONTH, "year": Precision.YEAR}


def moment(text: str, *, now: datetime, zone: ZoneInfo) -> datetime:
    """The last moment `text` may mean, aware UTC: a day means its end, so that all of that day is in it.

    Words are English, read with the zone's clock, and mean the past. Raises: UsageError where it is no time.
    """
    text = text.strip()[:_LONGEST]
    try:
        said = When.parse(text)
    except ValueError:
        return _in_words(text, now, zone)
    if not _is_believable(said.start):
        raise _no_time(text)
    return said.start if said.precision is Precision.SECOND else _end(said.start, said.precision, zone)


def beginning(text: str, *, now: datetime, zone: ZoneInfo) -> datetime:
    """The first moment `text` may mean, aware UTC: since a day, or since today, means from midnight on.

    Raises: UsageError where it is no time.
    """
    text = text.strip()[:_LONGEST]
    try:
        said = When.parse(text)
    except ValueError:
        local, precision = _parsed(text, now, zone)
        return _start(local, zone) if precision else _instant(local, zone)
    if not _is_believable(said.start):
        raise _no_time(text)
    return said.start if said.precision is Precision.SECOND else _start(said.start, zone)


def _in_words(text: str, now: datetime, zone: ZoneInfo) -> datetime:
    local, precision = _parsed(text, now, zone)
    if precision is None or (precision is Precision.DAY and local.time() != time()):
        return _instant(local, zone)
    return _end(local, precision, zone)


def _parsed(text: str, now: datetime, zone: ZoneInfo) -> tuple[datetime, Precision | None]:
    """What the words mean by the zone's clock; the precision is `None` where they give a time of the day.

    Raises: UsageError.
    """
    from dateparser.date import DateDataParser

    settings = {
        "RELATIVE_BASE": now.astimezone(zone).replace(tzinfo=None),
        "PREFER_DATES_FROM": "past",
        "RETURN_TIME_AS_PERIOD": True,
        "DATE_ORDER": "DMY",
    }
    found = DateDataParser(languages=["en"], settings=settings).get_date_data(text)
    if found.date_obj is None or not _is_believable(found.date_obj):
        raise _no_time(text)
    return found.date_obj, _PERIODS.get(found.period or "")


def _is_believable(read: datetime) -> bool:
    """Far from both ends of the calendar, so that a day more or less is a date too."""
    return _EARLIEST <= read.year <= _LATEST


def _no_time(text: str) -> UsageError:
    return UsageError(f"{text!r} is no time: try 2025-02-25, 'yesterday 18:00', 'last friday' or '3 days ago'")


def _instant(local: datetime, zone: ZoneInfo) -> datetime:
    return local.replace(tzinfo=local.tzinfo or zone).astimezone(UTC)


def _start(local: datetime, zone: ZoneInfo) -> datetime:
    return local.replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=zone).astimezone(UTC)


def _end(local: datetime, precision: Precision, zone: ZoneInfo) -> datetime:
    """The end of the day, month or year in the zone's own clock."""
    last = When(local.replace(tzinfo=UTC), precision).end
    if precision is Precision.DAY:
        last = local.replace(hour=23, minute=59, second=59, microsecond=0)
    return last.replace(tzinfo=zone).astimezone(UTC)
