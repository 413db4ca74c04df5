"""What sources say: items, and the statements, figures and events in them."""

from __future__ import annotations

from dataclasses import dataclass

from board.model.when import When
from board.model.words import Channel, Confidence, FigureKind, Identity, Qualifier, Stance, Strength


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
