"""The nouns: what sources say, who said it, and how sure its date and number are."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from enum import StrEnum


class Precision(StrEnum):
    """How much of a point in time is known."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    SECOND = "second"


_REDUCED = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_FORMATS = {Precision.YEAR: "%Y", Precision.MONTH: "%Y-%m", Precision.DAY: "%Y-%m-%d"}


@dataclass(frozen=True, slots=True, order=True)
class When:
    """A point in time no more precise than what was said: `2023`, `2017-02`, `2026-02-19`, or an instant.

    `str()` gives ISO 8601 at that precision; instants are UTC with a `Z`. Sorts by its first moment.
    """

    start: datetime
    """The first moment it may mean, aware UTC."""
    precision: Precision = Precision.SECOND

    @classmethod
    def parse(cls, text: str) -> When:
        """Read ISO 8601, reduced (`2023`, `2023-06`, `2023-06-08`) or a full instant with an offset.

        Raises: ValueError where it is neither, or an instant without an offset.
        """
        text = text.strip()
        if match := _REDUCED.fullmatch(text):
            year, month, day = match.groups()
            precision = Precision.DAY if day else Precision.MONTH if month else Precision.YEAR
            return cls(datetime(int(year), int(month or 1), int(day or 1), tzinfo=UTC), precision)
        instant = datetime.fromisoformat(text)
        if instant.tzinfo is None:
            raise ValueError(f"{text!r} has no offset from UTC")
        return cls(instant.astimezone(UTC))

    @classmethod
    def day(cls, year: int, month: int, day: int) -> When:
        return cls(datetime(year, month, day, tzinfo=UTC), Precision.DAY)

    @property
    def end(self) -> datetime:
        """The last moment it may mean (inclusive, to the second)."""
        start = self.start
        match self.precision:
            case Precision.YEAR:
                return datetime(start.year, 12, 31, 23, 59, 59, tzinfo=UTC)
            case Precision.MONTH:
                last = calendar.monthrange(start.year, start.month)[1]
                return datetime(start.year, start.month, last, 23, 59, 59, tzinfo=UTC)
            case Precision.DAY:
                return start + timedelta(hours=23, minutes=59, seconds=59)
            case Precision.SECOND:
                return start

    def __str__(self) -> str:
        if self.precision is Precision.SECOND:
            return self.start.strftime("%Y-%m-%dT%H:%M:%SZ")
        return self.start.strftime(_FORMATS[self.precision])


class Qualifier(StrEnum):
    """How a number was hedged by whoever gave it."""

    EXACTLY = "exactly"
    ABOUT = "about"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    AT_LEAST = "at_least"
    UP_TO = "up_to"


class FigureKind(StrEnum):
    """What a number counts. Figures of different kinds are never compared."""

    PRESENT = "present"
    RESERVE = "reserve"
    ROTATION = "rotation"
    REINFORCEMENT = "reinforcement"
    EXERCISE = "exercise"
    CEILING = "ceiling"
    PLANNED = "planned"
    PLEDGED = "pledged"
    WITHDRAWAL = "withdrawal"
    HISTORICAL = "historical"
    CASUALTIES = "casualties"
    NATIONS = "nations"
    SUB_UNIT = "sub_unit"
    OTHER_THEATRE = "other_theatre"
    OTHER = "other"


class Identity(StrEnum):
    """Who spoke, as far as the text tells."""

    NAMED = "named"
    ROLE = "role"
    ORGANISATION = "organisation"
    UNNAMED = "unnamed"


class Channel(StrEnum):
    """How it was said."""

    SPOKEN = "spoken"
    WRITTEN = "written"
    WEBSITE = "website"
    SECOND_HAND = "second_hand"
    UNKNOWN = "unknown"


class Stance(StrEnum):
    """What the speaker does with the matter; `NO_COMMENT` covers declined, referred elsewhere and not yet answered."""

    CLAIMS = "claims"
    CONFIRMS = "confirms"
    DENIES = "denies"
    ANNOUNCES = "announces"
    NO_COMMENT = "no_comment"


class Strength(StrEnum):
    """How firmly a stance is taken. Of `NO_COMMENT`, weak is not yet answered, plain is declined."""

    WEAK = "weak"
    PLAIN = "plain"
    STRONG = "strong"


class Confidence(StrEnum):
    """How sure the reader is of what it read; `LOW` is shown as such and counts for nothing until a person says so."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Completeness(StrEnum):
    """Whether a row belongs to a whole table, to a part of one, or stands alone."""

    COMPLETE = "complete"
    PARTIAL = "partial"
    SINGLE = "single"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An article or entry as its source gives it: plain text only, already cleaned."""

    title: str
    link: str | None = None
    """Only http or https, absolute."""
    guid: str | None = None
    """The source's own id of it."""
    published: When | None = None
    updated: When | None = None
    summary: str = ""
    text: str = ""
    """The readable article; empty while it has not been read."""
    authors: tuple[str, ...] = ()
    language: str | None = None
    """ISO 639-1, as found or as the source says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a troops table, as printed, with what could be understood of it."""

    name: str
    """The nation as the source writes it."""
    nation: str | None = None
    """ISO 3166 alpha-3 (Kosovo: XKX); `None` where the name is not known or the label was lost."""
    troops: int | None = None
    """`None` where what is printed is not a number."""
    raw: str = ""
    """The number as printed."""
    as_of: When | None = None
    qualifier: Qualifier = Qualifier.EXACTLY
    kind: FigureKind = FigureKind.PRESENT
    completeness: Completeness | None = None
    """`None`: the source does not say; the whole page is then taken as one table."""
    said_by: str = ""
    """Who gives the number, where the row itself says so; else the source's title."""
    url: str | None = None
    note: str = ""
    table_total: int | None = None
    """The total that the table this row belongs to states, where the row tells it."""
    table_nations: int | None = None
    """The number of nations that table states."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One test an edition was put to, and how it came out."""

    name: str
    """Stable word: `sum`, `nations`, `labels`, `rows`, `jump`, `must_contain`, `numbers`, `as_of`."""
    passed: bool | None
    """`None` where it could not be judged."""
    detail: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One dated issue of a troops table."""

    force: str
    as_of: When | None
    rows: tuple[Row, ...]
    total_stated: int | None = None
    nations_stated: int | None = None
    complete: bool | None = None
    """`None`: nobody said; a partial edition proves no nation's absence."""
    published: When | None = None
    said_by: str = ""
    url: str | None = None
    note: str = ""
    checks: tuple[Check, ...] = ()

    @property
    def total_summed(self) -> int | None:
        """The sum of the rows' numbers; `None` where no row has one."""
        numbers = [row.troops for row in self.rows if row.troops is not None]
        return sum(numbers) if numbers else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Who said what, how, and to whom."""

    speaker: str
    """The name or description as given: `Jens Stoltenberg`, `a NATO official`; empty for a bare organisation."""
    organisation: str
    """The body spoken for; empty where the text does not tell."""
    role: str = ""
    """`Secretary General`, `spokesman`; empty where not given."""
    identity: Identity
    channel: Channel = Channel.UNKNOWN
    stance: Stance | None
    """`None`: a headline, in which nobody but the outlet speaks."""
    strength: Strength = Strength.PLAIN
    text: str
    """The words, verbatim from the text."""
    quote: bool = False
    """True where the words are inside quotation marks."""
    origin: str = ""
    """The outlet it was said to, or the place it was first published; empty where unknown."""
    carriers: tuple[str, ...] = ()
    """Those who pass it on, the one nearest to the reader last."""
    published: When | None = None
    url: str | None = None
    span: tuple[int, int] | None = None
    """Start and end (exclusive) of `text` in the item's text, in characters."""
    confidence: Confidence = Confidence.HIGH
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number of people in a force, as somebody gave it."""

    subject: str
    """The force or body counted, such as `KFOR`; empty where the text does not tell."""
    nation: str | None = None
    """Alpha-3 where it counts one nation's part; `None` for the whole."""
    number: int
    qualifier: Qualifier = Qualifier.EXACTLY
    kind: FigureKind = FigureKind.PRESENT
    as_of: When | None = None
    quote: str = ""
    """The words it was read from."""
    said_by: str = ""
    url: str | None = None
    published: When | None = None
    note: str = ""
    span: tuple[int, int] | None = None
    statement: int | None = None
    """Index of the statement of the same reading in which it was given, if in one."""
    confidence: Confidence = Confidence.HIGH


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something dated that is ahead or has been: a summit, an election, the end of a mandate."""

    title: str
    when: When
    until: When | None = None
    url: str | None = None
    note: str = ""
    published: When | None = None
    """When it was told of; `None` where that is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Something seen on a page and not taken, with the reason: nothing is dropped in silence."""

    what: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """What one body says: the answer of every source kind."""

    items: tuple[Item, ...] = ()
    rows: tuple[Row, ...] = ()
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    events: tuple[Event, ...] = ()
    title: str = ""
    language: str | None = None
    as_of: When | None = None
    total_stated: int | None = None
    nations_stated: int | None = None
    links: tuple[str, ...] = ()
    """Addresses of feeds the page offers, for `board try`."""
    left_out: tuple[LeftOut, ...] = ()
    warnings: tuple[str, ...] = ()
    """What is odd about the body though it could be read: `3 dates in the future`, `not well-formed`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What is known of a body besides its bytes."""

    address: str
    """Final URL or file name."""
    media_type: str = ""
    """As the server says, without parameters, lower case; empty for files."""
    charset: str | None = None
    retrieved: datetime | None = None
    """Aware UTC."""
    headers: Mapping[str, str] = field(default_factory=dict)
