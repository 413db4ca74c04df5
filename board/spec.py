"""A board as a person configured it: frozen, validated, with every default filled in.

Fields made with `option` are keys of board.toml: validation, help and schema come from this one declaration. The others
are filled in by `board.config`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from board import paths
from board.errors import Problem
from board.model import Event, When
from board.options import Choice, Count, Nation, Query, Share, WebAddress, Words, option


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardSpec:
    """`[board]`."""

    title: str = option("what the board is called", "Situation board", example="Kosovo: security situation")
    name: str = option("a word for its tab, its store, `--board`; the file's name unless given", "", example="kosovo")
    tabs: tuple[str, ...] = option(
        "other boards that are opened beside it as tabs: files like this one, each with a store of its own",
        (),
        example='["bosnia.toml"]',
    )
    theme: str = option("name of a theme file", "night-desk")
    time_zone: ZoneInfo = option("zone of the clock and of shown times", ZoneInfo("UTC"), example="Europe/Belgrade")
    refresh: timedelta = option("how often sources are read that do not say", timedelta(minutes=30), example="30m")
    contact: str = option("an address for publishers, sent in the User-Agent", "", example="desk@example.org")
    footnote: str = option("a note on names and status, shown under tables and exports", "")
    persons: str = option(
        "a CSV file of more persons: its columns are keys of `[[person]]`, aliases are parted by `;`",
        "",
        example="bundled:persons.csv",
    )
    keep_bodies: timedelta = option("how long raw bodies are kept", timedelta(days=30), example="30d")
    keep_bodies_mib: int = option("how many MiB of raw bodies are kept at the most", 200)


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelSpec:
    """One `[[panel]]`: `options` is an instance of the `Options` its kind declares."""

    kind: str = option("a panel kind", example="troops")
    name: str = option("unique on the board; the kind unless given", "")
    title: str = option("what stands in the border; the kind's own title unless given", "")
    options: object = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GuardSpec:
    """What a reading must pass before it is shown; one that fails is held with the reason."""

    min_rows: int | None = option("fewest rows or items", None, example="15")
    max_change: Share | None = option("largest change of the total against the last good edition", None, example="40%")
    must_contain: tuple[str, ...] = option("words that must stand in the body", ())
    total: bool = option("hold when the rows of a whole table do not sum to the stated total", False)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceSpec:
    """One `[source.NAME]`: `options` is an instance of the `Options` its kind declares."""

    name: str
    title: str = option("what the source is called; its name unless given", "")
    kind: str = option("a source kind", example="feed")
    gives: Choice = option("what it is read for", "statements", choices=("statements", "troops"))
    url: WebAddress | None = option("address on the web", None, example="https://example.org/feed")
    path: str | None = option("a file instead of an address", None, example="bundled:contributions.csv")
    force: str = option("whose troops it counts; the board's only force unless given", "", example="KFOR")
    every: timedelta = option("how often it is read; `refresh` of the board unless given", timedelta(0), example="12h")
    expect: timedelta | None = option("silent for longer than this is stale", None, example="120d")
    grade: Choice = option("Admiralty grade of the source", "F", choices=("A", "B", "C", "D", "E", "F"))
    full_text: bool = option("follow each new item's link and read the article, and again when the item changes", False)
    match: Words = option("keep only items this query is true of", "", example='KFOR OR "Kosovo Police"')
    language: str | None = option("language of the source, where it does not say", None, example="sq")
    time_zone: ZoneInfo | None = option("zone of its dates without an offset", None, example="Europe/Belgrade")
    enabled: bool = option("false switches the source off and keeps what it gave", True)
    allow_private: bool = option("allow a private or loopback address", False)
    respect_robots: bool = option("heed the site's robots.txt", True)
    guard: GuardSpec = option("what a reading must pass before it is shown", GuardSpec())
    file: Path | None = None
    """`path` resolved against the folder of board.toml; exactly one of `url` and `file` is set."""
    options: object = None

    @property
    def is_bundled(self) -> bool:
        """Whether it comes with the program and changes with it, not with the world."""
        return (self.path or "").startswith(paths.BUNDLED)


@dataclass(frozen=True, slots=True, kw_only=True)
class TierSpec:
    """One `[[tier]]` of the response model."""

    level: int = option("1 responds first", example="1")
    name: str = option("who it is", example="Kosovo Police")
    role: str = option("what it is in the model", "", example="first responder")
    aliases: tuple[str, ...] = option("other words that mean it, in the languages of the sources", ())
    basis: str = option("the law or mandate it acts on", "")
    basis_url: WebAddress | None = option("where the basis can be read", None)
    strength: str = option("how many, with the unit", "", example="8,546 staff")
    strength_as_of: When | None = option("as of when", None, example="2012-03")
    strength_url: WebAddress | None = option("who says so", None)
    force: str = option("takes the strength from this force's troops table", "")
    does: str = option("what it does", "")
    called_by: str = option("who calls it, in the words of those who describe it", "")
    described_by: str = option("whose description this is", "")
    mandate_until: When | None = option("when its mandate ends", None, example="2027-06-14")
    mandate_url: WebAddress | None = option("where the mandate's end can be read", None)
    mandate_published: When | None = option("when that was published: the board as it stood before leaves it out", None)


@dataclass(frozen=True, slots=True, kw_only=True)
class ForceSpec:
    """One `[force.NAME]`: a body whose people are counted."""

    name: str
    title: str = option("what it is called on the screen; NAME unless given", "", example="Kosovo Force")
    aliases: tuple[str, ...] = option("other words that mean it", ())
    theatre: tuple[str, ...] = option("names of the land it serves in, in the languages of the sources", ())
    parent: tuple[str, ...] = option("who runs it", (), example='["NATO"]')
    outside: tuple[Nation, ...] = option(
        "nations that send it nobody: their soldiers are never taken for its own", (), example='["SRB"]'
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimSpec:
    """One `[claim.NAME]`: a proposition and the query that finds statements about it."""

    name: str
    text: str = option("the proposition, in a sentence")
    match: Query = option("the query that finds statements about it")
    since: When | None = option("what was published before does not count", None, example="2025-01")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceSpec:
    """One `[place.NAME]` for the map."""

    name: str
    title: str = option("what it is called; its name unless given", "")
    latitude: float = option("degrees north", example="42.66")
    longitude: float = option("degrees east", example="21.16")
    sort: str = option("headquarters, camp, command, crossing, town", "town")
    aliases: tuple[str, ...] = option("other names of it", ())
    url: WebAddress | None = option("where its coordinates can be read", None)


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertSpec:
    """One `[alert.NAME]`."""

    name: str
    when: Choice = option("what is watched", choices=("troops", "statements", "sources", "claims"))
    nation: Nation | None = option("one nation alone", None, example="ITA")
    change: Share | None = option("smallest change worth a notice", None, example="10%")
    match: Words = option("only what this query is true of", "")
    notify: tuple[str, ...] = option("desktop, bell, webhook:ADDRESS", ("desktop",))
    allow_private: bool = option("allow a webhook on a private or loopback address, or without https", False)


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutSpec:
    """One `[[layout]]`, after CSS grid areas: the one with the largest fitting `min_width` is used."""

    min_width: int = option("fewest columns", 0, example="120")
    min_height: int = option("fewest rows", 0)
    areas: tuple[str, ...] = option("rows of panel names", example='["troops statements", "tiers statements"]')
    columns: tuple[Count, ...] = option("weights of the columns", (), example="[2, 1]")
    rows: tuple[Count, ...] = option("weights of the rows", (), example="[2, 1]")

    @property
    def cells(self) -> tuple[tuple[str, ...], ...]:
        """The names of `areas`, row by row; a name in neighbouring cells spans them, `.` is an empty cell."""
        return tuple(tuple(row.split()) for row in self.areas)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventSpec:
    """One `[[event]]`: something dated that is ahead or has been."""

    title: str = option("what it is")
    when: When = option("its date", example="2027-06-14")
    until: When | None = option("its last day", None)
    url: WebAddress | None = option("where it is announced", None)
    published: When | None = option("when it was announced: the board as it stood before leaves it out", None)
    note: str = option("anything else", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonSpec:
    """One `[[person]]`: an office somebody known holds or held, for texts that name him without it."""

    name: str = option("the full name, as texts write it", example="Jens Stoltenberg")
    aliases: tuple[str, ...] = option("the name as other languages spell it", ())
    organisation: str = option("whom that person speaks for", example="NATO")
    role: str = option("the office", "", example="Secretary General")
    nation: Nation = option("of which nation, where the office is a nation's", "", example="SRB")
    since: When | None = option("the first day in office", None, example="2014-10-01")
    until: When | None = option("the last day in office", None, example="2024-10-01")
    url: WebAddress | None = option("where the office and its days can be read", None)


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
    persons: tuple[PersonSpec, ...] = ()
    """Those of board.toml, then those of the file it names."""
    persons_file: Path | None = None
    searches: Mapping[str, str] = field(default_factory=dict)
    """`[search]` name → query."""
    nations: Mapping[str, str] = field(default_factory=dict)
    """`[nations]` extra name → alpha-3."""
    nation_names: Mapping[str, str] = field(default_factory=dict)
    """`[nation_names]` alpha-3 → the name to show."""
    aliases: tuple[tuple[str, ...], ...] = ()
    """`[alias]`: groups of words that search treats as one (Ferizaj, Uroševac)."""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """`[keys]` action id → keys."""
    warnings: tuple[Problem, ...] = ()
    """What is allowed but most likely not meant."""
    written: datetime | None = field(default=None, compare=False)
    """When the file was last written: what it says had been said by then. `None` where that is not known."""

    @property
    def name(self) -> str:
        """The word for this board among others."""
        return self.board.name or self.file.stem

    def source(self, name: str) -> SourceSpec | None:
        """The source of that name, if the board has one."""
        return next((source for source in self.sources if source.name == name), None)
