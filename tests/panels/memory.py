"""A snapshot held in memory, and how one is read from the `snapshot.toml` of a case."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from board.model import (
    Channel,
    Completeness,
    Confidence,
    Edition,
    Event,
    Figure,
    FigureKind,
    Identity,
    Item,
    Qualifier,
    Row,
    Stance,
    Statement,
    Strength,
    When,
)
from board.snapshot import (
    Change,
    ChangeKind,
    Decision,
    HeldReading,
    ItemVersion,
    Note,
    Provenance,
    Recorded,
    Sense,
    SourceHealth,
    SourceState,
    StateChange,
    StatementRecord,
)
from board.text.query import matches, parse

T = TypeVar("T")
SOMETIME = datetime(2026, 11, 22, 13, 0, tzinfo=UTC)


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

    def statement(self, ref: str) -> StatementRecord | None:
        return next((record for record in self.all_statements if record.ref == ref), None)

    def item(self, ref: str) -> Sequence[ItemVersion]:
        return self.versions.get(ref, ())

    def events(self) -> Sequence[Recorded[Event]]:
        return self.all_events

    def health(self) -> Sequence[SourceHealth]:
        return self.all_health

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

    def changes(self, since: datetime, *, claims: Sequence[tuple[str, str]] = (), limit: int = 200) -> Sequence[Change]:
        return [change for change in self.all_moves if change.at > since][:limit]

    def notes(self, ref: str) -> Sequence[Note]:
        return [note for note in self.all_notes if note.ref == ref]

    def noted(self, limit: int = 200) -> Sequence[Note]:
        return self.all_notes[:limit]


def _words(record: StatementRecord) -> str:
    said = record.statement
    return f"{said.organisation} {said.speaker} {said.text} {record.item_title}"


def read(file: Path) -> Memory:
    """The snapshot a case describes."""
    return described(file.read_text())


def described(text: str) -> Memory:
    """The snapshot a piece of TOML describes."""
    said = tomllib.loads(text)
    return Memory(
        at=said.get("at"),
        all_editions=tuple(_recorded(f"edition:{n}", _edition(each), each) for n, each in _each(said, "edition")),
        all_held=tuple(
            HeldReading(
                ref=f"edition:9{n}",
                source=each["source"],
                edition=_edition(each),
                reason=each["reason"],
                since=each["since"],
            )
            for n, each in _each(said, "held")
        ),
        all_figures=tuple(_recorded(f"figure:{n}", _figure(each), each) for n, each in _each(said, "figure")),
        all_statements=tuple(_statement(n, each) for n, each in _each(said, "statement")),
        all_events=tuple(_recorded(f"event:{n}", _event(each), each) for n, each in _each(said, "event")),
        all_health=tuple(_health(each) for _, each in _each(said, "health")),
        all_moves=tuple(_change(each) for _, each in _each(said, "change")),
        all_notes=tuple(Note(**each) for _, each in _each(said, "note")),
        all_decisions=tuple(Decision(**each) for _, each in _each(said, "decision")),
    )


def _each(said: Mapping[str, Any], name: str) -> list[tuple[int, dict[str, Any]]]:
    return list(enumerate(said.get(name, ()), 1))


def _when(said: Mapping[str, Any], name: str) -> When | None:
    return When.parse(said[name]) if name in said else None


def provenance(said: Mapping[str, Any]) -> Provenance:
    retrieved = said.get("retrieved", SOMETIME)
    return Provenance(
        source=said.get("source", "baseline"),
        source_title=said.get("source_title", "Baseline"),
        url=said.get("url"),
        final_url=said.get("url"),
        retrieved=retrieved,
        last_seen=retrieved,
        status=200,
        body_hash="00ff",
        extracted_by="csv 1",
        grade=said.get("grade", "C"),
    )


def _recorded(ref: str, value: T, said: Mapping[str, Any]) -> Recorded[T]:
    return Recorded(ref=ref, value=value, provenance=provenance(said))


def _edition(said: Mapping[str, Any]) -> Edition:
    return Edition(
        force=said.get("force", "KFOR"),
        as_of=_when(said, "as_of"),
        rows=tuple(_row(name, troops) for name, troops in said.get("rows", {}).items()),
        total_stated=said.get("total"),
        nations_stated=said.get("nations"),
        complete=said.get("complete"),
        said_by=said.get("said_by", ""),
        url=said.get("url"),
    )


def _row(name: str, troops: int | str) -> Row:
    known = len(name) == 3 and name.isupper()
    return Row(
        name=name,
        nation=name if known else None,
        troops=troops if isinstance(troops, int) else None,
        raw=str(troops),
        completeness=Completeness.PARTIAL,
    )


def _figure(said: Mapping[str, Any]) -> Figure:
    return Figure(
        subject=said.get("subject", "KFOR"),
        nation=said.get("nation"),
        number=said["number"],
        qualifier=Qualifier(said.get("qualifier", "exactly")),
        kind=FigureKind(said.get("kind", "present")),
        as_of=_when(said, "as_of"),
        published=_when(said, "published"),
        quote=said.get("quote", ""),
        said_by=said.get("said_by", ""),
        url=said.get("url"),
        confidence=Confidence(said.get("confidence", "high")),
    )


def _statement(number: int, said: Mapping[str, Any]) -> StatementRecord:
    statement = _said(said)
    repeats = [replace(statement, origin=statement.origin, carriers=(name,)) for name in said.get("repeated_by", ())]
    return StatementRecord(
        ref=f"statement:{said.get('id', number)}",
        id=said.get("id", number),
        statement=statement,
        provenance=provenance(said),
        item_ref=said.get("item"),
        item_title=said.get("item_title", ""),
        repeats=tuple((f"statement:{number}{n}", same, provenance(said)) for n, same in enumerate(repeats)),
        figures=tuple(_recorded(f"figure:{number}{n}", _figure(each), said) for n, each in _each(said, "figures")),
        edited=said.get("edited", False),
        read=said.get("read", False),
        notes=said.get("notes", 0),
        information=said.get("information"),
    )


def _said(said: Mapping[str, Any]) -> Statement:
    return Statement(
        speaker=said.get("speaker", ""),
        organisation=said.get("organisation", ""),
        role=said.get("role", ""),
        identity=Identity(said.get("identity", "unnamed")),
        channel=Channel(said.get("channel", "unknown")),
        stance=Stance(said["stance"]) if "stance" in said else None,
        strength=Strength(said.get("strength", "plain")),
        text=said["text"],
        quote=said.get("quote", False),
        origin=said.get("origin", ""),
        carriers=tuple(said.get("carriers", ())),
        published=_when(said, "published"),
        url=said.get("url"),
        confidence=Confidence(said.get("confidence", "high")),
    )


def _event(said: Mapping[str, Any]) -> Event:
    when = _when(said, "when")
    assert when
    return Event(title=said["title"], when=when, until=_when(said, "until"), url=said.get("url"))


def _change(said: Mapping[str, Any]) -> Change:
    return Change(
        kind=ChangeKind(said["kind"]),
        ref=said["ref"],
        at=said["at"],
        source=said.get("source", "baseline"),
        text=said.get("text", ""),
        when=_when(said, "when"),
        nation=said.get("nation"),
        before=said.get("before"),
        after=said.get("after"),
        claim=said.get("claim", ""),
    )


def _health(said: Mapping[str, Any]) -> SourceHealth:
    return SourceHealth(
        name=said["name"],
        state=SourceState(said.get("state", "ok")),
        since=said.get("since"),
        reason=said.get("reason", ""),
        failures=said.get("failures", 0),
        blocked_until=said.get("blocked_until"),
        last_good=said.get("last_good"),
        next_due=said.get("next_due"),
        newest=_when(said, "newest"),
        count=said.get("count"),
    )


def item(title: str, text: str) -> ItemVersion:
    return ItemVersion(item=Item(title=title, text=text), retrieved=SOMETIME, body_hash=None)
