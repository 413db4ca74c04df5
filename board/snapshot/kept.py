"""What the store has kept, as it answers: each record with its key and how it came to the board."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from board.model import Edition, Figure, Item, Statement
from board.snapshot.persons import Decision, Note

T = TypeVar("T")


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
    read_as: T | None = None
    """What was read, where a person put it right; `None` where nobody did."""
    put_right: Decision | None = None
    """The last decision by which it was put right, where it was."""


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
    dated_ahead: bool = False
    """Whether its date lay ahead when it was read: it stands where it was first read."""
    read_as: Statement | None = None
    """What was read, where a person put it right; `None` where nobody did."""
    put_right: Decision | None = None
    """The last decision by which it was put right, where it was."""


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
    charset: str | None = None
    """As the server named it; `None` where it did not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundItem:
    """An article that a search finds and none of whose statements it does; with the words it has, or had then."""

    ref: str
    id: int
    """Grows with the published time, as those of statements do."""
    item: Item
    provenance: Provenance
    edited: bool = False
    dated_ahead: bool = False
    """As of a statement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundNote:
    """A note that a search finds."""

    id: int
    """Grows with the time of writing, as those of statements do with the published time."""
    note: Note


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
