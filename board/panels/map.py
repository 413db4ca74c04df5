"""Map.

The places of the board, with how many of the latest statements name each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from board import paths
from board.options import option
from board.panels import _health, _names, _outline, _words
from board.shapes import Condition, Line, Map, Pin, Span, Tone, View
from board.snapshot import Part, Snapshot
from board.spec import Config, PanelSpec, PlaceSpec

_MOST = 200
READS = frozenset({Part.SAID, Part.DECIDED, Part.STATES})


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What `[[panel]] kind = "map"` takes."""

    outline: str = option(
        "a GeoJSON file with the outline; none is drawn without", "", example="bundled:kosovo.geojson"
    )
    within: timedelta = option("how old a statement may be to be counted", timedelta(days=30), example="30d")


def build(snapshot: Snapshot, spec: PanelSpec, config: Config, now: datetime) -> View:
    """A pin for each `[place.NAME]`; a place is counted where its name or another name of it is in a statement."""
    options = spec.options
    assert isinstance(options, Options)
    since = (snapshot.at or now) - options.within
    outline, problem = _outline.rings(paths.named(options.outline, config.file.parent)) if options.outline else ((), "")
    pins = tuple(_pin(snapshot, place, since) for place in config.places)
    filled = bool(pins or outline)
    standing = _health.standing(snapshot, config, now, lambda source: source.gives == "statements", filled=filled)
    return View(
        name=spec.name,
        kind=spec.kind,
        title=spec.title,
        shape=Map(outline=outline, pins=pins, footer=tuple(_footer(pins, options, problem))),
        as_of=None,
        condition=standing.condition if filled else Condition.EMPTY,
        trouble=standing.trouble,
        troubled=standing.troubled,
        empty="" if filled else problem or "no [place.NAME] is configured: see board.toml",
    )


def _pin(snapshot: Snapshot, place: PlaceSpec, since: datetime) -> Pin:
    title = place.title or place.name
    records = snapshot.statements(limit=_MOST, query=_names.query((title, *place.aliases)))
    dates = [record.statement.published for record in records]
    count = sum(date is not None and date.end >= since for date in dates)
    return Pin(
        ref=f"place:{place.name}",
        latitude=place.latitude,
        longitude=place.longitude,
        label=title,
        tone=Tone.NEW if count else Tone.MUTED,
        count=count,
    )


def _footer(pins: Sequence[Pin], options: Options, problem: str) -> Iterator[Line]:
    """What the numbers on the map are, or that there are none."""
    lately = f"statements of the last {_words.length(options.within)}"
    if any(pin.count for pin in pins):
        yield (Span(f"in brackets: {lately} that name it", Tone.MUTED),)
    elif pins:
        yield (Span(f"none of the places is named in {lately}", Tone.MUTED),)
    if problem:
        yield (Span(problem, Tone.STALE),)
