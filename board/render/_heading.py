"""What stands above every rendering: whose board, as of when, and how its sources are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo

from board.panels import _health
from board.snapshot import Sense, Snapshot
from board.spec import Config


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The board's own line."""

    title: str
    now: datetime
    """When it was rendered."""
    at: datetime | None = None
    """The time it shows the board at; `None` is now."""
    sense: Sense = Sense.REPORTED
    cut_off: datetime | None = None
    """Newest moment at which any source was read with success; `None` where none ever was."""
    time_zone: tzinfo = UTC
    states: Mapping[str, int] = field(default_factory=dict)
    """How many sources are in each state."""
    width: int = 100
    """Columns a plain text may take."""

    @property
    def then(self) -> datetime:
        """The moment that ages are counted from."""
        return self.at or self.now


def heading(snapshot: Snapshot, config: Config, now: datetime, width: int = 100) -> Heading:
    """The heading of a board as it stands in a snapshot."""
    states = Counter(health.state.value for health in snapshot.health())
    return Heading(
        title=config.board.title,
        now=now,
        at=snapshot.at,
        sense=snapshot.sense,
        cut_off=_health.cut_off(snapshot, config),
        time_zone=config.board.time_zone,
        states=dict(sorted(states.items())),
        width=width,
    )
