"""Everything the face shows at one moment, built from a snapshot by the panel kinds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

from board import plugins
from board.panels import _health
from board.shapes import View
from board.snapshot import Part, Sense, Snapshot, SourceHealth
from board.spec import Config, PanelSpec
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


@dataclass(slots=True)
class Builder:
    """Builds the panels, and keeps each as long as nothing came to what it reads, the minute lasts and nobody asks for
    another board or moment."""

    _of: tuple[object, ...] = ()
    _views: dict[str, tuple[object, View]] = field(default_factory=dict)

    def views(
        self, snapshot: Snapshot, config: Config, now: datetime, marks: Mapping[Part, object]
    ) -> tuple[View, ...]:
        """The views in their order. Raises: StoreError where the store cannot be read."""
        asked = (config, snapshot.at, snapshot.sense, int(now.timestamp() // 60))
        if asked != self._of:
            self._of, self._views = asked, {}
        return tuple(self._view(spec, snapshot, config, now, marks) for spec in config.panels)

    def _view(
        self, spec: PanelSpec, snapshot: Snapshot, config: Config, now: datetime, marks: Mapping[Part, object]
    ) -> View:
        module = plugins.load("board.panels", spec.kind)
        reads = getattr(module, "READS", None)
        stand = {part: marks.get(part) for part in reads} if reads is not None and marks else None
        kept = self._views.get(spec.name)
        if kept is not None and stand is not None and kept[0] == stand:
            return kept[1]
        view: View = module.build(snapshot, spec, config, snapshot.at or now)
        self._views[spec.name] = (stand, view)
        return view


def build_picture(
    snapshot: Snapshot,
    config: Config,
    now: datetime,
    builder: Builder | None = None,
    marks: Mapping[Part, object] = MappingProxyType({}),
) -> Picture:
    """Build every panel that may have changed, by `marks` that were asked for before; ages are as at the time it shows.

    Raises: StoreError where the store cannot be read.
    """
    return Picture(
        views=(builder or Builder()).views(snapshot, config, now, marks),
        health=tuple(snapshot.health()),
        cut_off=_health.cut_off(snapshot, config),
        now=now,
        at=snapshot.at,
        sense=snapshot.sense,
    )
