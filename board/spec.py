"""A board as a person configured it: frozen, validated, with every default filled in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from board.model import Event, When


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardSpec:
    """`[board]`."""

    title: str = "Situation board"
    theme: str = "night-desk"
    time_zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("UTC"))
    refresh: timedelta = timedelta(minutes=30)
    contact: str = ""
    footnote: str = ""
    """Shown under tables and exports, e.g. a note on names and status."""
    keep_bodies: timedelta = timedelta(days=30)
    keep_bodies_mib: int = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelSpec:
    """One `[[panel]]`: `options` is an instance of the `Options` its kind declares."""

    kind: str
    name: str
    """Unique on the board; the kind's name unless given or repeated."""
    title: str
    options: object


@dataclass(frozen=True, slots=True, kw_only=True)
class GuardSpec:
    """What an edition must pass before it is shown."""

    min_rows: int | None = None
    max_change: float | None = None
    """Largest change of the total against the last good edition, as a share: 0.4 is 40 %."""
    must_contain: tuple[str, ...] = ()
    total: bool = False
    """Hold when the rows of a complete table do not sum to the stated total."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceSpec:
    """One `[source.NAME]`: `options` is an instance of the `Options` its kind declares."""

    name: str
    title: str
    kind: str
    gives: str
    """`troops` or `statements`."""
    url: str | None = None
    path: str | None = None
    """A file; `bundled:NAME` is one that comes with the program. Exactly one of `url` and `path` is set."""
    file: Path | None = None
    """`path` resolved against the folder of board.toml."""
    force: str = ""
    every: timedelta
    expect: timedelta | None = None
    """Silent for longer than this is stale."""
    grade: str = "F"
    """Admiralty grade of the source, A to F."""
    full_text: bool = False
    match: str = ""
    """Keeps items this query (see `board.text.query`) is true of; empty keeps all."""
    language: str | None = None
    time_zone: ZoneInfo | None = None
    """Of dates without an offset; `None` leaves them at the precision that is sure (the day)."""
    enabled: bool = True
    allow_private: bool = False
    respect_robots: bool = True
    guard: GuardSpec = GuardSpec()
    options: object = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TierSpec:
    """One `[[tier]]` of the response model."""

    level: int
    name: str
    role: str = ""
    aliases: tuple[str, ...] = ()
    basis: str = ""
    basis_url: str | None = None
    strength: str = ""
    """In words, with the unit: `8,546 staff`. Empty where `force` gives it from the troops table."""
    strength_as_of: When | None = None
    strength_url: str | None = None
    force: str = ""
    described_by: str = ""
    mandate_until: When | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ForceSpec:
    """One `[force.NAME]`: a body whose people are counted, with the words that mean it and where it serves."""

    name: str
    aliases: tuple[str, ...] = ()
    theatre: tuple[str, ...] = ()
    """Names of the land it serves in, in the languages of the sources: `Kosovo`, `Kosovë`, `Косово`."""
    parent: tuple[str, ...] = ()
    """Who runs it: `NATO`, `the Alliance`, `НАТО`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimSpec:
    """One `[claim.NAME]`: a proposition and the query that finds statements about it."""

    name: str
    text: str
    match: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceSpec:
    """One `[place.NAME]` for the map."""

    name: str
    title: str
    latitude: float
    longitude: float
    sort: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertSpec:
    """One `[alert.NAME]`."""

    name: str
    when: str
    nation: str | None = None
    change: float | None = None
    match: str = ""
    notify: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutSpec:
    """One `[[layout]]`, after CSS grid areas: the widest whose `min_width` and `min_height` fit is used."""

    min_width: int = 0
    min_height: int = 0
    areas: tuple[tuple[str, ...], ...] = ()
    """Rows of panel names; a name in neighbouring cells spans them."""
    columns: tuple[int, ...] = ()
    """Weights."""
    rows: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The whole of board.toml."""

    file: Path
    shown_as: str
    """The file's name as the person gave it, for messages."""
    board: BoardSpec
    panels: tuple[PanelSpec, ...] = ()
    sources: tuple[SourceSpec, ...] = ()
    tiers: tuple[TierSpec, ...] = ()
    forces: tuple[ForceSpec, ...] = ()
    claims: tuple[ClaimSpec, ...] = ()
    alerts: tuple[AlertSpec, ...] = ()
    layouts: tuple[LayoutSpec, ...] = ()
    places: tuple[PlaceSpec, ...] = ()
    events: tuple[Event, ...] = ()
    searches: Mapping[str, str] = field(default_factory=dict)
    """`[search]` name → query."""
    nations: Mapping[str, str] = field(default_factory=dict)
    """`[nations]` extra name → alpha-3."""
    nation_names: Mapping[str, str] = field(default_factory=dict)
    """`[nation_names]` alpha-3 → the name to show."""
    aliases: tuple[tuple[str, ...], ...] = ()
    """`aliases` groups of words that search treats as one (Ferizaj, Uroševac)."""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """`[keys]` action id → keys."""

    def source(self, name: str) -> SourceSpec | None:
        return next((source for source in self.sources if source.name == name), None)
