"""What can be asked of the board as it stood at a time."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from board.model import Edition, Event, Figure, FigureKind
from board.snapshot.changes import Change
from board.snapshot.kept import Found, HeldReading, ItemVersion, Provenance, RawBody, Recorded, StatementRecord
from board.snapshot.persons import Decision, Note
from board.snapshot.sources import SourceHealth, StateChange

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
        """Figures outside tables, newest as-of (else published) first. `totals_only` leaves out those of a nation.

        One that several articles tell alike is there once."""

    def figure(self, ref: str) -> Recorded[Figure] | None:
        """The figure a ref names, be it told again or not."""

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
