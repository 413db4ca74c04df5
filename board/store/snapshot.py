"""The board as it stood at a time, asked of the store piece by piece."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from board.model import Edition, Event, Figure, FigureKind
from board.snapshot import (
    Change,
    Decision,
    Found,
    HeldReading,
    ItemVersion,
    Note,
    Provenance,
    RawBody,
    Recorded,
    Sense,
    SourceHealth,
    StateChange,
    StatementRecord,
)
from board.store import bodies, found, numbers, pending, people, statements, tables, watch
from board.store.asked import Asked
from board.store.changes import changes
from board.store.history import history
from board.store.lens import Lens
from board.store.provenance import provenance

if TYPE_CHECKING:
    from board.store.connect import Database


@dataclass(frozen=True, slots=True)
class StoredSnapshot:
    """`board.snapshot.Snapshot` over a store. Nothing is read before it is asked for; every answer is bounded.

    Every method may raise StoreError; `statements` raises QueryError where its query cannot be read.
    """

    database: Database
    lens: Lens
    aliases: Sequence[Sequence[str]] = ()
    face: str = ""
    """Through which it is looked at: each has its own mark of the last look."""

    @property
    def at(self) -> datetime | None:
        return self.lens.at

    @property
    def sense(self) -> Sense:
        return self.lens.sense

    def cut_off(self) -> datetime | None:
        return watch.cut_off(self.database, self.lens)

    def editions(self, force: str) -> Sequence[Recorded[Edition]]:
        return tables.editions(self.database, self.lens, force)

    def edition(self, ref: str) -> Recorded[Edition] | None:
        """The edition a ref names, held ones too."""
        return tables.edition(self.database, self.lens, ref)

    def held(self) -> Sequence[HeldReading]:
        waiting = (*tables.held(self.database, self.lens), *pending.held(self.database, self.lens))
        return sorted(waiting, key=lambda reading: reading.since, reverse=True)

    def figures(
        self,
        *,
        subject: str | None = None,
        nation: str | None = None,
        kinds: Sequence[FigureKind] = (),
        totals_only: bool = False,
        limit: int = 500,
    ) -> Sequence[Recorded[Figure]]:
        return numbers.figures(
            self.database,
            self.lens,
            subject=subject,
            nation=nation,
            kinds=kinds,
            totals_only=totals_only,
            limit=limit,
        )

    def figure(self, ref: str) -> Recorded[Figure] | None:
        """The figure a ref names."""
        return numbers.figure(self.database, self.lens, ref)

    def statements(
        self, *, limit: int, before: int | None = None, query: str = "", headlines: bool = True
    ) -> Sequence[StatementRecord]:
        return statements.page(self.database, self.lens, Asked(query, headlines, self.aliases), limit, before)

    def found(self, *, limit: int, before: int | None = None, query: str, headlines: bool = True) -> Sequence[Found]:
        return found.page(self.database, self.lens, Asked(query, headlines, self.aliases), limit, before)

    def unread(self, *, query: str = "", headlines: bool = True, but: Collection[str] = ()) -> int:
        return statements.unread(self.database, self.lens, Asked(query, headlines, self.aliases), but)

    def statement(self, ref: str) -> StatementRecord | None:
        return statements.one(self.database, self.lens, ref)

    def item(self, ref: str) -> Sequence[ItemVersion]:
        return watch.item(self.database, self.lens, ref)

    def events(self) -> Sequence[Recorded[Event]]:
        return watch.events(self.database, self.lens)

    def health(self) -> Sequence[SourceHealth]:
        return watch.health(self.database, self.lens)

    def raw_body(self, source: str, most: int) -> RawBody | None:
        return bodies.last(self.database, source, self.lens.stamp, most)

    def state_changes(self, source: str | None = None, limit: int = 200) -> Sequence[StateChange]:
        return watch.state_changes(self.database, self.lens, source, limit)

    def decisions(self, ref: str) -> Sequence[Decision]:
        return people.decisions(self.database, ref, self.lens.at)

    def decided(self, kind: str) -> Sequence[Decision]:
        return people.decided(self.database, kind, self.lens.at)

    def notes(self, ref: str) -> Sequence[Note]:
        return people.notes(self.database, ref, self.lens.at)

    def noted(self, limit: int = 200) -> Sequence[Note]:
        return people.noted(self.database, self.lens.at, limit)

    def history(
        self, *, subject: str | None = None, nation: str | None = None, limit: int = 1000
    ) -> Sequence[Recorded[Figure]]:
        return history(self.database, self.lens, subject=subject, nation=nation, limit=limit)

    def looked(self) -> datetime | None:
        return people.looked(self.database, self.face) if self.face else None

    def changes(self, since: datetime, *, claims: Sequence[tuple[str, str]] = (), limit: int = 200) -> Sequence[Change]:
        return changes(self.database, self.lens, since, claims, limit)

    def provenance(self, ref: str) -> Provenance | None:
        return provenance(self.database, ref)
