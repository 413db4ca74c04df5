"""Who is due when: pure decisions over a source, its health and the time."""

from __future__ import annotations

from datetime import datetime, timedelta

from board.snapshot import SourceHealth
from board.spec import SourceSpec

LEAST = timedelta(minutes=15)
"""Between two requests for one source on the web."""
DAY = timedelta(days=1)
"""The longest a failing source is left alone."""
_AFTER_FALL, _AFTER_MANY_FALLS, _OTHERS_TURN = 2.0, 120.0, 60.0
JITTER = 0.1
"""Share of the interval that is added by chance, so that sources do not fall into step."""


def interval(spec: SourceSpec) -> timedelta:
    """How often the source is read. Files and a person's own hosts may be read as often as they say."""
    return max(spec.every, LEAST) if spec.url and not spec.allow_private else spec.every


def is_due(spec: SourceSpec, health: SourceHealth, now: datetime) -> bool:
    """Whether the source is to be read now: never before a time its server named, else when its time has come.

    A time further ahead than any rule sets comes from a clock that was once wrong, and counts for nothing.
    """
    if not spec.enabled or is_blocked(health, now):
        return False
    due = health.next_due
    return due is None or due <= now or due - now > _farthest(spec)


def is_blocked(health: SourceHealth, now: datetime) -> bool:
    """Whether its server asked to be left alone for longer than until now; not even a person's wish changes that."""
    until = health.blocked_until
    return until is not None and now < until <= now + DAY


def after_answer(spec: SourceSpec, now: datetime, *, chance: float, fresh_until: datetime | None = None) -> datetime:
    """When to ask again after a good answer: not while the server says it stays good. `chance` is 0 to 1."""
    due = now + interval(spec) * (1 + JITTER * chance)
    return max(due, fresh_until) if fresh_until else due


def after_failure(
    spec: SourceSpec, now: datetime, *, failures: int, chance: float, retry_after: float | None = None
) -> datetime:
    """When to try again after so many failures in a row: twice as late each time, up to a day."""
    longest = max(DAY, interval(spec))
    doublings = min(max(failures - 1, 0), 20)
    wait: timedelta = min(interval(spec) * (1 << doublings), longest)
    return now + max(wait * (1 + JITTER * chance), timedelta(seconds=retry_after or 0.0))


def until_another_collector(status: int, falls: int) -> float:
    """Seconds until another collector is started where one ended by itself: it fell, `falls` times in a row, or, with
    status 0, left the store to one that held it, which may be gone by then."""
    return _OTHERS_TURN if status == 0 else min(_AFTER_FALL * (1 << min(falls - 1, 20)), _AFTER_MANY_FALLS)


def _farthest(spec: SourceSpec) -> timedelta:
    return max(DAY, interval(spec)) * (1 + 2 * JITTER)
