"""A snapshot held in memory."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from board.model import (
    Edition,
    Event,
    Figure,
    FigureKind,
)
from board.snapshot import (
    Change,
    Decision,
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
from board.text.query import matches, parse


@dataclass(frozen=True, kw_only=True)
class Memory:
    """The `Snapshot` protocol over tuples."""

    at: datetime | None = None
    sense: Sense = Sense.REPORTED
    all_editions: tuple[Recorded[Edition], ...] = ()
    all_held: tuple[HeldReading, ...] = ()
    all_figures: tuple[Recorded[Figure], ...] = ()
    all_statements: tuple[StatementRecord, ...] = ()
    all_events: tuple[Recorded[Event], ...] = ()
    all_health: tuple[SourceHealth, ...] = ()
    all_changes: tuple[StateChange, ...] = ()
    all_decisions: tuple[Decision, ...] = ()
    all_moves: tuple[Change, ...] = ()
    all_notes: tuple[Note, ...] = ()
    last_look: datetime | None = None
    bodies: Mapping[str, RawBody] = field(default_factory=dict)
    versions: Mapping[str, tuple[ItemVersion, ...]] = field(default_factory=dict)

    def cut_off(self) -> datetime | None:
        return max((health.last_good for health in self.all_health if health.last_good), default=None)

    def editions(self, force: str) -> Sequence[Recorded[Edition]]:
        return [record for record in self.all_editions if record.value.force == force]

    def held(self) -> Sequence[HeldReading]:
        return self.all_held

    def figures(
        self,
        *,
        subject: str | None = None,
        nation: str | None = None,
        kinds: Sequence[FigureKind] = (),
        totals_only: bool = False,
        limit: int = 500,
    ) -> Sequence[Recorded[Figure]]:
        kept = [
            record
            for record in self.all_figures
            if (subject is None or record.value.subject == subject)
            and (nation is None or record.value.nation == nation)
            and (not kinds or record.value.kind in kinds)
            and not (totals_only and record.value.nation)
        ]
        return sorted(kept, key=lambda record: str(record.value.as_of or record.value.published), reverse=True)[:limit]

    def figure(self, ref: str) -> Recorded[Figure] | None:
        return next((record for record in self.all_figures if record.ref == ref), None)

    def statements(
        self, *, limit: int, before: int | None = None, query: str = "", headlines: bool = True
    ) -> Sequence[StatementRecord]:
        wanted = parse(query)
        kept = [
            record
            for record in self.all_statements
            if (before is None or record.id < before)
            and (headlines or record.statement.stance is not None)
            and matches(wanted, _words(record))
        ]
        return sorted(kept, key=lambda record: -record.id)[:limit]

    def found(
        self, *, limit: int, before: int | None = None, query: str, headlines: bool = True
    ) -> Sequence[StatementRecord]:
        return self.statements(limit=limit, before=before, query=query, headlines=headlines)

    def unread(self, *, query: str = "", headlines: bool = True, but: Collection[str] = ()) -> int:
        found = self.statements(limit=len(self.all_statements), query=query, headlines=headlines)
        return sum(not record.read and record.provenance.source not in but for record in found)

    def statement(self, ref: str) -> StatementRecord | None:
        return next((record for record in self.all_statements if record.ref == ref), None)

    def item(self, ref: str) -> Sequence[ItemVersion]:
        return self.versions.get(ref, ())

    def events(self) -> Sequence[Recorded[Event]]:
        return self.all_events

    def health(self) -> Sequence[SourceHealth]:
        return self.all_health

    def raw_body(self, source: str, most: int) -> RawBody | None:
        held = self.bodies.get(source)
        return replace(held, beginning=held.beginning[:most]) if held else None

    def state_changes(self, source: str | None = None, limit: int = 200) -> Sequence[StateChange]:
        return [change for change in self.all_changes if source in (None, change.source)][:limit]

    def decisions(self, ref: str) -> Sequence[Decision]:
        return [decision for decision in self.all_decisions if decision.ref == ref]

    def decided(self, kind: str) -> Sequence[Decision]:
        return [decision for decision in self.all_decisions if decision.kind == kind]

    def history(
        self, *, subject: str | None = None, nation: str | None = None, limit: int = 1000
    ) -> Sequence[Recorded[Figure]]:
        return [each for each in self.figures(subject=subject, limit=limit) if each.value.nation == nation][::-1]

    def provenance(self, ref: str) -> Provenance | None:
        said = {record.ref: record.provenance for record in self.all_statements}
        given: tuple[Recorded[Any], ...] = (*self.all_figures, *self.all_events, *self.all_editions)
        return {**said, **{record.ref: record.provenance for record in given}}.get(ref)

    def looked(self) -> datetime | None:
        return self.last_look

    def changes(self, since: datetime, *, claims: Sequence[tuple[str, str]] = (), limit: int = 200) -> Sequence[Change]:
        return [change for change in self.all_moves if change.at > since][:limit]

    def notes(self, ref: str) -> Sequence[Note]:
        return [note for note in self.all_notes if note.ref == ref]

    def noted(self, limit: int = 200) -> Sequence[Note]:
        return self.all_notes[:limit]


def _words(record: StatementRecord) -> str:
    said = record.statement
    return f"{said.organisation} {said.speaker} {said.text} {record.item_title}"
