"""How a source is after an outcome: pure, from what it was and what became of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import assert_never

from board.model import When
from board.outcome import Empty, Failed, Held, Outcome, Unchanged, Updated
from board.snapshot import SourceHealth, SourceState
from board.store.codec import UnreadableError, load
from board.text.spans import in_words

_FLAWED = (SourceState.EMPTY, SourceState.HELD, SourceState.PARTIAL)
"""What may be wrong with an answer; a "nothing changed" means that it still is, whatever failed in between."""
_QUIET = (SourceState.OK, SourceState.UNCHANGED, SourceState.STALE, SourceState.PARTIAL)
"""States in which a source may be stale: that an article could not be had must not hide that nothing is new."""


def waiting(name: str) -> SourceHealth:
    """A source that has not been read yet."""
    return SourceHealth(name=name, state=SourceState.WAITING, since=None, reason="not read yet")


def readable(name: str, value: str) -> SourceHealth:
    """A stored health; a `WAITING` one where it cannot be understood."""
    try:
        return load(SourceHealth, value)
    except UnreadableError:
        return waiting(name)


def tried(outcome: Outcome) -> datetime:
    """When the source was asked."""
    match outcome:
        case Updated() | Empty() | Held():
            return outcome.receipt.known
        case Unchanged():
            return outcome.retrieved
        case Failed():
            return outcome.tried
        case _:
            assert_never(outcome)


def after(old: SourceHealth, outcome: Outcome, expect: timedelta | None, changed: datetime | None) -> SourceHealth:
    """The source's health now; `changed` is when it last gave something new, this outcome included."""
    now = tried(outcome)
    new = replace(_state_after(old, outcome), last_tried=now, next_due=outcome.next_due)
    new = _or_stale(new, expect, changed, now)
    return replace(new, since=old.since if new.state is old.state and old.since else now)


def _state_after(old: SourceHealth, outcome: Outcome) -> SourceHealth:
    match outcome:
        case Updated():
            return _after_update(old, outcome)
        case Unchanged():
            return _after_nothing_new(old, outcome)
        case Empty():
            return replace(_answered(old, old.last_good), state=SourceState.EMPTY, reason=outcome.reason)
        case Held():
            return replace(_answered(old, old.last_good), state=SourceState.HELD, reason=outcome.reason)
        case Failed(reason=reason, blocked_until=until):
            state = SourceState.BLOCKED if until else SourceState.FAILING
            return replace(hiding(old, state, reason), failures=old.failures + 1, blocked_until=until)
        case _:
            assert_never(outcome)


def _after_update(old: SourceHealth, outcome: Updated) -> SourceHealth:
    return replace(
        _answered(old, outcome.receipt.known),
        state=SourceState.PARTIAL if outcome.partial else SourceState.OK,
        reason=outcome.partial,
        newest=newer(old.newest, outcome.reading.newest),
        count=outcome.reading.count,
        moved_to=outcome.receipt.moved_to or old.moved_to,
        warnings=outcome.reading.warnings,
    )


def _after_nothing_new(old: SourceHealth, outcome: Unchanged) -> SourceHealth:
    told = hiding(old, SourceState.UNCHANGED, outcome.reason)
    state, reason = (told.flaw, told.flaw_reason) if told.flaw else (told.state, told.reason)
    good = old.last_good if state in (SourceState.EMPTY, SourceState.HELD) else outcome.retrieved
    return replace(_answered(old, good), state=state, reason=reason, newest=newer(old.newest, outcome.newest))


def hiding(old: SourceHealth, state: SourceState, reason: str) -> SourceHealth:
    """In another state, without forgetting what was wrong with the last answer."""
    if old.state in _FLAWED:
        return replace(old, state=state, reason=reason, flaw=old.state, flaw_reason=old.reason)
    return replace(old, state=state, reason=reason)


def _answered(old: SourceHealth, good: datetime | None) -> SourceHealth:
    return replace(old, failures=0, blocked_until=None, last_good=good, flaw=None, flaw_reason="")


def newer(old: When | None, new: When | None) -> When | None:
    """The later of two dates, of which either may be unknown."""
    if old is None or new is None:
        return old or new
    return max(old, new)


def _or_stale(health: SourceHealth, expect: timedelta | None, changed: datetime | None, now: datetime) -> SourceHealth:
    """STALE in place of fine where nothing new came for longer than the source's cadence allows."""
    if expect is None or health.state not in _QUIET:
        return health
    newest = health.newest.end if health.newest else changed
    if newest is None or now - newest <= expect:
        return health
    reason = f"nothing new for {in_words(now - newest, expect)}, expected within {in_words(expect, expect)}"
    if health.state is SourceState.PARTIAL and health.reason:
        reason = f"{reason}; {health.reason}"
    return hiding(health, SourceState.STALE, reason)
