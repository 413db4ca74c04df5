"""The board as it stood at a time: what panels read, and what the store promises to answer."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

from board.model import Edition, Event, Figure, FigureKind, Item, Statement, When

T = TypeVar("T")
MOST_UNREAD = 1000
"""Of more it matters to nobody how many there are."""


class Sense(StrEnum):
    """The two senses of "as it stood then"."""

    REPORTED = "reported"
    """What had been said by then (as-of or published)."""
    KNOWN = "known"
    """What this board had retrieved by then."""


class Part(StrEnum):
    """What a panel may read of the board. A kind that names its parts in `READS` is built again only for these."""

    SAID = "said"
    """Statements, figures, tables, events: whatever sources gave, held or not."""
    DECIDED = "decided"
    NOTED = "noted"
    """Notes and read marks."""
    STATES = "states"
    """The state of each source, since when and why."""
    TRIES = "tries"
    """When each source was read last and is read next."""
    LOOKED = "looked"
    """When somebody looked last."""


class SourceState(StrEnum):
    """How a source is; one word each, never inferred from another."""

    WAITING = "waiting"
    """Not read yet."""
    OK = "ok"
    UNCHANGED = "unchanged"
    EMPTY = "empty"
    PARTIAL = "partial"
    STALE = "stale"
    FAILING = "failing"
    BLOCKED = "blocked"
    HELD = "held"
    OFF = "off"


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """How a record came to the board. As-of and published are in the record itself."""

    source: str
    """Name of the configured source."""
    source_title: str
    url: str | None
    final_url: str | None
    retrieved: datetime
    """When this board first saw it."""
    last_seen: datetime
    status: int | None
    body_hash: str | None
    extracted_by: str
    grade: str
    """The source's Admiralty letter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded(Generic[T]):
    """A value with its key and its provenance.

    `ref` names it everywhere (`figure:12`, `edition:3`, `statement:99`, `item:7`), survives a refresh and is what
    notes, decisions and read marks are tied to.
    """

    ref: str
    value: T
    provenance: Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementRecord:
    """A statement with everything that hangs on it; one per origin, whoever carried it."""

    ref: str
    id: int
    """Grows with the published time; the key lists are paged by."""
    statement: Statement
    provenance: Provenance
    item_ref: str | None
    item_title: str
    repeats: tuple[tuple[str, Statement, Provenance], ...] = ()
    """The same statement as others carried it: ref, statement, provenance."""
    figures: tuple[Recorded[Figure], ...] = ()
    edited: bool = False
    read: bool = False
    notes: int = 0
    information: int | None = None
    """Admiralty number 1-6 a person set; `None` where only the rule's proposal stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemVersion:
    """One state of an item's words."""

    item: Item
    retrieved: datetime
    body_hash: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RawBody:
    """What a source answered last, as it came: bytes from outside, through no gate yet."""

    retrieved: datetime
    body_hash: str
    size: int | None
    """Bytes of the whole; `None` where the body is not kept."""
    beginning: bytes
    """At most as many bytes as were asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundItem:
    """An article that a search finds and none of whose statements it does; with the words it has, or had then."""

    ref: str
    id: int
    """Grows with the published time, as those of statements do."""
    item: Item
    provenance: Provenance
    edited: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundNote:
    """A note that a search finds."""

    id: int
    """Grows with the time of writing, as those of statements do with the published time."""
    note: Note


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceHealth:
    """How a source is now (or was then), and since when."""

    name: str
    state: SourceState
    since: datetime | None
    reason: str
    failures: int = 0
    """Failed tries in a row."""
    blocked_until: datetime | None = None
    last_good: datetime | None = None
    last_tried: datetime | None = None
    next_due: datetime | None = None
    newest: When | None = None
    """Newest as-of or published among what it has given."""
    count: int | None = None
    """Items or rows in its last good answer."""
    moved_to: str | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StateChange:
    """A source went from one state to another."""

    source: str
    at: datetime
    before: SourceState | None
    after: SourceState
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a person decided, with who, when and why; the last one per `ref` and `kind` counts."""

    ref: str
    """What it is about: `tier:3`, `edition:8`, `statement:5`."""
    kind: str
    """`posture`, `accept`, `claim`, `information`, `fold`, `confidence`."""
    value: str
    """The new posture; `accepted` or `refused`; `+NAME` or `-NAME` of a claim; `1` to `6`; …"""
    who: str
    at: datetime
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    ref: str
    text: str
    who: str
    at: datetime


Found = StatementRecord | FoundItem | FoundNote
"""What a search finds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldReading:
    """A reading that failed its guard and waits."""

    ref: str
    source: str
    edition: Edition | None
    """The table it gives; `None` where it gives items or figures."""
    reason: str
    since: datetime


class ChangeKind(StrEnum):
    """What may have happened between two looks."""

    STATEMENT = "statement"
    """Somebody said something; headlines do not count."""
    EDITED = "edited"
    """An item's words changed after it was published."""
    RE_READ = "re_read"
    """The same words were read otherwise, because the options changed: nothing happened in the world."""
    FIGURE = "figure"
    """Somebody gave a number outside a table."""
    EDITION = "edition"
    """A new issue of a table."""
    CORRECTED = "corrected"
    """Another table for a date that had one."""
    HELD = "held"
    """An edition waits for a person."""
    TROOPS = "troops"
    """A nation's number is another than in the edition before."""
    JOINED = "joined"
    """A nation is listed that a whole table before did not list."""
    GONE = "gone"
    """A nation is no longer listed, in a whole table; a partial one proves nothing."""
    RANK = "rank"
    TOTAL = "total"
    """The stated total, or the sum where none is stated, is another."""
    MISMATCH = "mismatch"
    """A whole table's rows do not come to its stated total: `before` is stated, `after` summed."""
    CLAIM_GAINED = "claim_gained"
    CLAIM_LOST = "claim_lost"
    DIED = "died"
    """A source that gave something no longer does."""
    NEVER_ANSWERED = "never_answered"
    """A source was asked that has given nothing yet, and gave nothing."""
    RETURNED = "returned"
    SILENT = "silent"
    """A source answers, and has given nothing new for longer than its cadence."""
    UNCHANGED = "unchanged"
    """A source was read with success, and nothing was new."""
    DECIDED = "decided"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that is other than it was at the last look."""

    kind: ChangeKind
    ref: str
    """What it is about: `statement:5`, `edition:3`, `source:kfor-nations`."""
    at: datetime
    """When this board came to know of it."""
    source: str
    """Name of the source; empty for a person's decision."""
    text: str
    """The words: a statement, a title, a reason, a nation as its source writes it."""
    when: When | None = None
    """As-of or published."""
    nation: str | None = None
    before: int | None = None
    """A number, a rank, or a stated total, by `kind`."""
    after: int | None = None
    claim: str = ""
    """Name of the claim gained or lost."""
    withdrawn: tuple[Statement | Figure, ...] = ()
    """Of an edit: what the item said, and says no longer."""
    came: tuple[Statement | Figure, ...] = ()
    """Of an edit: what the item says now and did not say before; of a figure that came, the figure."""
    decision: Decision | None = None
    """What a person decided, where that is the change."""


class Snapshot(Protocol):
    """What can be asked of the board at one time. All answers are bounded; lists are paged by key."""

    @property
    def at(self) -> datetime | None:
        """`None` is now."""

    @property
    def sense(self) -> Sense: ...

    def cut_off(self) -> datetime | None:
        """Newest moment at which any source was read with success."""

    def editions(self, force: str) -> Sequence[Recorded[Edition]]:
        """Accepted editions of a force's table, oldest as-of first."""

    def held(self) -> Sequence[HeldReading]:
        """Editions that wait for a person, newest first."""

    def figures(
        self,
        *,
        subject: str | None = None,
        nation: str | None = None,
        kinds: Sequence[FigureKind] = (),
        totals_only: bool = False,
        limit: int = 500,
    ) -> Sequence[Recorded[Figure]]:
        """Figures outside tables, newest as-of (else published) first. `totals_only` leaves out those of a nation."""

    def statements(
        self, *, limit: int, before: int | None = None, query: str = "", headlines: bool = True
    ) -> Sequence[StatementRecord]:
        """Statements newest first, one per origin; `before` is the id of the last one of the page above."""

    def found(self, *, limit: int, before: int | None = None, query: str, headlines: bool = True) -> Sequence[Found]:
        """All that has the words of a query, newest first; without `headlines` no articles either. A page is longer
        than `limit` where the last ones share a key."""

    def unread(self, *, query: str = "", headlines: bool = True, but: Collection[str] = ()) -> int:
        """How many statements nobody has marked as read, at most `MOST_UNREAD`, of the newest thousands; `but` names
        sources that are not counted."""

    def statement(self, ref: str) -> StatementRecord | None: ...

    def item(self, ref: str) -> Sequence[ItemVersion]:
        """Versions of an item, oldest first; empty where there is none."""

    def events(self) -> Sequence[Recorded[Event]]: ...

    def health(self) -> Sequence[SourceHealth]: ...

    def state_changes(self, source: str | None = None, limit: int = 200) -> Sequence[StateChange]:
        """Newest first."""

    def decisions(self, ref: str) -> Sequence[Decision]:
        """Newest first."""

    def decided(self, kind: str) -> Sequence[Decision]:
        """Decisions of one kind on whatever ref, newest first."""

    def notes(self, ref: str) -> Sequence[Note]:
        """Newest first."""

    def noted(self, limit: int = 200) -> Sequence[Note]:
        """Notes on whatever ref, newest first."""

    def history(
        self, *, subject: str | None = None, nation: str | None = None, limit: int = 1000
    ) -> Sequence[Recorded[Figure]]:
        """Every number given of a nation, or of the whole where `nation` is `None`: figures, and rows and totals of
        editions as figures whose ref is the edition's; oldest as-of first, the newest `limit` of them."""

    def provenance(self, ref: str) -> Provenance | None:
        """How what a ref names came to the board: a statement, a figure, an edition, an item or an event."""

    def raw_body(self, source: str, most: int) -> RawBody | None:
        """What a source last answered by the time looked at, its first `most` bytes; `None` where it never did."""

    def looked(self) -> datetime | None:
        """When whoever looks through this face had last looked; `None` where they never did, or it is nobody's."""

    def changes(self, since: datetime, *, claims: Sequence[tuple[str, str]] = (), limit: int = 200) -> Sequence[Change]:
        """What came to be known after `since`, newest first within each kind, at most `limit` of a kind; `claims` are
        names with their queries. Counting by knowing, whatever the sense."""
