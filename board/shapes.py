"""What panels build: shapes of content, with no word of how they are drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from board.model import When

Value = int | float | str | bool | None


class Tone(StrEnum):
    """What a piece of text means; a theme gives each a colour, and none is told by colour alone."""

    PLAIN = "plain"
    MUTED = "muted"
    STRONG = "strong"
    UP = "up"
    DOWN = "down"
    OK = "ok"
    STALE = "stale"
    FAILING = "failing"
    HELD = "held"
    UNKNOWN = "unknown"
    NEW = "new"
    PROPOSED = "proposed"
    CLAIMS = "claims"
    CONFIRMS = "confirms"
    DENIES = "denies"
    ANNOUNCES = "announces"
    NO_COMMENT = "no_comment"
    HEADLINE = "headline"
    TIER_1 = "tier_1"
    TIER_2 = "tier_2"
    TIER_3 = "tier_3"


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text with one meaning. Plain text: never markup, never a terminal code."""

    text: str
    tone: Tone = Tone.PLAIN


Line = tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    name: str
    """Key in JSON and header in CSV, snake_case."""
    title: str
    right: bool = False
    """Aligned to the right."""
    keep: int = 0
    """Where it is too narrow, columns of the lowest `keep` go first; the widget marks that some are gone."""
    stretch: bool = False
    """Takes what is left of the width."""
    below: bool = False
    """Words of any length: on lines of their own under the row, where lines are drawn."""


@dataclass(frozen=True, slots=True)
class Cell:
    """`text` is drawn, `value` is what scripts get. A bar or a sparkline has its own fields and no text."""

    text: str
    value: Value = None
    tone: Tone = Tone.PLAIN
    share: float | None = None
    """0 to 1 of the largest in the column: drawn as a bar, as long as the column allows."""
    trend: tuple[float | None, ...] = ()
    """Oldest first, `None` unknown: drawn as a sparkline."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    ref: str
    cells: tuple[Cell, ...]
    """One for each column."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    columns: tuple[Column, ...]
    rows: tuple[TableRow, ...]
    footer: tuple[Line, ...] = ()
    """The first line, what the rows come to, stays in sight however many they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One statement or event of a feed."""

    ref: str
    key: int
    """What the list is paged by."""
    when: When | None
    word: str
    """Stance or sort as a word, in capitals: `DENIES weakly`, `NO ANSWER YET`, `HEADLINE`."""
    tone: Tone
    who: str
    """Organisation and speaker."""
    how: str
    """`unnamed, in writing`."""
    text: str
    quote: bool = False
    hits: tuple[tuple[int, int], ...] = ()
    """Stretches of the text that were looked for, in order and apart."""
    way: tuple[str, ...] = ()
    """Origin first, then the carriers, the one nearest the reader last."""
    carriers: int = 0
    """How many others carried the same."""
    marks: tuple[Span, ...] = ()
    """Figures, claims, `edited`, `unsure`, notes."""
    grade: str = ""
    """`B2`, `C6?` where the number is only proposed."""
    new: bool = False
    data: Mapping[str, object] = field(default_factory=dict)
    """The whole record for JSON: plain values, lists and mappings only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    entries: tuple[Entry, ...]
    more: int | None = None
    """The key to ask the next page with; `None` at the end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """One tier of a ladder."""

    ref: str
    level: int
    name: str
    role: str
    posture: str
    """`unknown` until a person decides."""
    posture_tone: Tone
    since: datetime | None
    basis: str
    strength: str
    latest: Line = ()
    latest_ref: str | None = None
    proposal: str = ""
    """What a rule suggests, with its evidence; empty where it suggests nothing."""
    decided: str = ""
    """Who decided the posture, and why; empty where nobody has."""
    data: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    rungs: tuple[Rung, ...]
    footer: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One figure in a chart: a point, or a range where the qualifier makes it one."""

    ref: str
    at: datetime
    value: float
    low: float | None = None
    """`None` with `high` set: open downwards."""
    high: float | None = None
    label: str = ""
    tone: Tone = Tone.PLAIN
    when: When | None = None
    """`at` as precise as it is known; `None` where the instant itself was said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    title: str
    line: tuple[Mark, ...]
    """The table's editions, oldest first, joined."""
    marks: tuple[Mark, ...] = ()
    """Others' figures, not joined."""
    footer: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pin:
    ref: str
    latitude: float
    longitude: float
    label: str
    tone: Tone = Tone.PLAIN
    count: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    outline: tuple[tuple[tuple[float, float], ...], ...]
    """Rings of longitude, latitude."""
    pins: tuple[Pin, ...] = ()
    footer: tuple[Line, ...] = ()


Shape = Table | Feed | Ladder | Chart | Map


class Condition(StrEnum):
    """The four states of a panel; each looks different without colour too."""

    EMPTY = "empty"
    FRESH = "fresh"
    STALE = "stale"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A panel, built: its shape and what stands in its border."""

    name: str
    kind: str
    title: str
    shape: Shape
    as_of: When | None
    """The newest as-of of what it shows; `None` where unknown."""
    retrieved: datetime | None = None
    """When what it shows was first read, where it should have an as-of and nobody states one; else `None`."""
    condition: Condition
    trouble: str = ""
    """What is wrong, in words: `failing since Friday: …`; empty where nothing is."""
    troubled: tuple[str, ...] = ()
    """The sources it is wrong with, by name."""
    empty: str = ""
    """Why there is nothing, where there is nothing."""
    gist: Line = ()
    """What it comes to in a few words, for where only a line can be shown; empty where the first row tells it."""
    fresh: int = 0
    """How many are new since the last look."""
    data: Mapping[str, object] = field(default_factory=dict)
    """Panel-wide facts for JSON: totals, counts."""
