"""What became of one source in one pass: a value per source, never an exception."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from board.model import About, Edition, Event, Figure, Item, LeftOut, Statement, When


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """What a server gave to ask again by; short and printable or not kept."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """Bytes came."""

    body: bytes
    about: About
    status: int | None
    """HTTP status; `None` for a file."""
    validators: Validators = Validators()
    fresh_until: datetime | None = None
    """Do not ask again before this (Cache-Control or Expires)."""
    moved_to: str | None = None
    """Set where the server said the address has changed for good."""
    unreadable_robots: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NotModified:
    """The server, or the file's stamp, says nothing changed."""

    retrieved: datetime
    fresh_until: datetime | None = None
    validators: Validators = Validators()


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemReading:
    """One item with what was said in it."""

    item: Item
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    final_url: str | None = None
    """Where the full text was read, when it was."""
    status: int | None = None
    body_hash: str | None = None
    """Of the article's own body, when it was fetched apart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """When the page behind an item was asked for last, and how the item was announced then."""

    link: str
    at: datetime
    title: str = ""
    dated: str = ""
    """Its dates as the source gave them, to be compared."""
    failed: str = ""
    """Why the page could not be had; empty where it could."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything one body came to; picklable, because it is made in a child process."""

    items: tuple[ItemReading, ...] = ()
    editions: tuple[Edition, ...] = ()
    statements: tuple[Statement, ...] = ()
    """Those that stand alone, in curated records."""
    figures: tuple[Figure, ...] = ()
    """Those that stand alone: single rows, stated totals, curated records."""
    events: tuple[Event, ...] = ()
    newest: When | None = None
    count: int = 0
    """Items or rows on the page before anything was left out."""
    warnings: tuple[str, ...] = ()
    mistakes: tuple[str, ...] = ()
    """Records of a person's own that could not be read, with what is wrong."""
    left_out: tuple[LeftOut, ...] = ()
    links: tuple[str, ...] = ()
    """Feeds that the page offers."""
    title: str = ""
    """What the body calls itself; empty where it does not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """Bytes as they came, to be kept."""

    hash: str
    """SHA-256, hex."""
    data: bytes
    charset: str | None = None
    """As the server names it; `None` where it does not, and for files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """How a body was come by: the part of provenance that is the same for all it says."""

    retrieved: datetime
    url: str
    final_url: str
    status: int | None
    body_hash: str
    """SHA-256 of the body, hex."""
    extracted_by: str
    """Kind and the hash of the options it was read with: `html_table 3fa1…`."""
    body: bytes | None = None
    charset: str | None = None
    """Of the body, as the server names it."""
    validators: Validators = Validators()
    moved_to: str | None = None
    read: datetime | None = None
    """When its reading was done, the articles behind it included; `None` where that took no time."""

    @property
    def known(self) -> datetime:
        """From when on what it says is known: whoever looked before has not seen it, however early it was asked for."""
        return self.read or self.retrieved


@dataclass(frozen=True, slots=True, kw_only=True)
class Updated:
    source: str
    receipt: Receipt
    reading: Reading
    next_due: datetime
    partial: str = ""
    """Why not all of it could be had (an article that failed, a cap reached); empty where all came."""
    articles: tuple[Body, ...] = ()
    """Bodies of full-text articles, to be kept."""
    looks: tuple[Look, ...] = ()
    """At the pages behind items."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unchanged:
    source: str
    retrieved: datetime
    next_due: datetime
    validators: Validators = Validators()
    reason: str = ""
    newest: When | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Empty:
    """A good answer with nothing in it where there was something before, or never was."""

    source: str
    receipt: Receipt
    reason: str
    next_due: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A reading that failed its guard: kept as pending, not shown, until a person accepts it."""

    source: str
    receipt: Receipt
    reading: Reading
    reason: str
    next_due: datetime
    looks: tuple[Look, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    source: str
    tried: datetime
    word: str
    """`FetchError.word`, or `extract` where bytes came but could not be read."""
    reason: str
    next_due: datetime
    blocked_until: datetime | None = None
    """Set where the server named a time (Retry-After)."""
    receipt: Receipt | None = None
    """Where bytes did come: they are kept, so that one can look at them."""


Outcome = Updated | Unchanged | Empty | Held | Failed
