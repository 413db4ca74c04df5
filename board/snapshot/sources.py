"""How a source is, in a word, and since when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from board.model import When


class SourceState(StrEnum):
    """How a source is; one word each, never inferred from another."""

    WAITING = "waiting"
    """Not read yet."""
    OK = "ok"
    UNCHANGED = "unchanged"
    EMPTY = "empty"
    PARTIAL = "partial"
    STALE = "stale"
    FAILING = "failing"
    BLOCKED = "blocked"
    HELD = "held"
    OFF = "off"


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceHealth:
    """How a source is now (or was then), and since when."""

    name: str
    state: SourceState
    since: datetime | None
    reason: str
    failures: int = 0
    """Failed tries in a row."""
    blocked_until: datetime | None = None
    last_good: datetime | None = None
    last_tried: datetime | None = None
    next_due: datetime | None = None
    newest: When | None = None
    """Newest as-of or published among what it has given."""
    count: int | None = None
    """Items or rows in its last good answer."""
    moved_to: str | None = None
    warnings: tuple[str, ...] = ()
    flaw: SourceState | None = None
    """What the last answer that was read was, where `state` tells of something else that came since: `EMPTY`, `HELD` or
    `PARTIAL`; `None` where nothing was wrong with it."""
    flaw_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StateChange:
    """A source went from one state to another."""

    source: str
    at: datetime
    before: SourceState | None
    after: SourceState
    reason: str
