"""The board as it stood at a time: what panels read, and what the store promises to answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

from board.model import Edition, Event, Figure, FigureKind, Item, Statement, When

T = TypeVar("T")


class Sense(StrEnum):
    """The two senses of "as it stood then"."""

    REPORTED = "reported"
    """What had been said by then (as-of or published)."""
    KNOWN = "known"
    """What this board had retrieved by then."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldReading:
    """An edition that failed its guard and waits."""

    ref: str
    source: str
    edition: Edition
    reason: str
    since: datetime


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
