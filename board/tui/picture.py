"""Everything the face shows at one moment, built from a snapshot by the panel kinds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from board import plugins
from board.panels import _health
from board.shapes import View
from board.snapshot import Sense, Snapshot, SourceHealth
from board.spec import Config
from board.store import Announcement


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The views in their order, and what the header says."""

    views: tuple[View, ...]
    health: Sequence[SourceHealth]
    cut_off: datetime | None
    now: datetime
    at: datetime | None = None
    """The past moment it shows; `None` is now."""
    sense: Sense = Sense.REPORTED
    progress: str = ""
    """`reading 3 of 14`, while the collector does."""
    trouble: str = ""
    """What the collector cannot do."""
    readonly: bool = False
    """Whether the store cannot be written: nothing is fetched into it, and nothing a person does is kept."""
    announced: Announcement | None = None
    """What the collector announced last, whenever that was."""


def build_picture(snapshot: Snapshot, config: Config, now: datetime) -> Picture:
    """Build every panel, with ages as at the time it shows. Raises: StoreError where the store cannot be read."""
    then = snapshot.at or now
    return Picture(
        views=tuple(
            plugins.load("board.panels", spec.kind).build(snapshot, spec, config, then) for spec in config.panels
        ),
        health=tuple(snapshot.health()),
        cut_off=_health.cut_off(snapshot, config),
        now=now,
        at=snapshot.at,
        sense=snapshot.sense,
    )
