"""Moments as integers: microseconds for what this board did, and ids that grow with time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from board.model import Precision, When

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_ONE = timedelta(microseconds=1)
SECOND = 1_000_000
SLOTS = 20
"""Bits of an id below its second: a million records share one."""
FOREVER = (1 << 62) - 1
FARTHEST_AHEAD = timedelta(days=1)
"""How long after it was retrieved something may be dated and still be believed: clocks are wrong, and zones untold."""


def to_stamp(moment: datetime) -> int:
    """Microseconds since 1970 of an aware datetime."""
    return (moment - _EPOCH) // _ONE


def from_stamp(stamp: int) -> datetime:
    """The aware UTC datetime of microseconds since 1970."""
    return _EPOCH + timedelta(microseconds=stamp)


def maybe_from_stamp(stamp: int | None) -> datetime | None:
    """`from_stamp` of what may be unknown."""
    return None if stamp is None else from_stamp(stamp)


def believable(when: When | None, retrieved: datetime) -> When | None:
    """`when`, unless it lies before 1970 or `FARTHEST_AHEAD` beyond its retrieval: such a date is unknown."""
    if when is None or when.start < _EPOCH or when.start > retrieved + FARTHEST_AHEAD:
        return None
    return when


def placed(when: When | None, read: datetime, first: datetime) -> datetime:
    """Where in time something of `when` stands: there; where it is unknown, or lay ahead when it was `read`, at the
    time it was `first` read. So it never stands above what is newer."""
    known = not_ahead(when, read)
    return first if known is None or known.start < _EPOCH else known.start


def not_ahead(when: When | None, read: datetime) -> When | None:
    """`when`, unless it had not begun when it was read: of such a date nobody can say anything yet."""
    return None if when is not None and when.start > read else when


_BEGUN = timedelta(hours=14)
"""So long before a day begins in UTC it has begun somewhere."""


def is_ahead(when: When | None, placed: datetime) -> bool:
    """Whether something of `when` stands where it does because that lay ahead."""
    if when is None or when.precision in (Precision.MONTH, Precision.YEAR):
        return False
    early = _BEGUN if when.precision is Precision.DAY else timedelta(seconds=1)
    return when.start - placed >= early


def stamp_of(when: When | None, otherwise: int) -> int:
    """Microseconds of the first moment of `when`, or `otherwise` where it is unknown."""
    return otherwise if when is None else to_stamp(when.start)


def said_by(when: When | None, now: int) -> int:
    """Microseconds by which something of `when` had surely been said: of a month or year its end, but not after `now`.

    A day counts from its beginning.
    """
    if when is None or when.precision not in (Precision.MONTH, Precision.YEAR):
        return stamp_of(when, now)
    return min(to_stamp(when.end), now)


def first_id(moment: datetime) -> int:
    """The lowest id a record of this second can have."""
    return max(to_stamp(moment) // SECOND, 0) << SLOTS


def last_id(moment: datetime) -> int:
    """The highest id a record of this second can have."""
    return first_id(moment) | ((1 << SLOTS) - 1)


def id_moment(identity: int) -> datetime:
    """The second an id stands for."""
    return from_stamp((identity >> SLOTS) * SECOND)
