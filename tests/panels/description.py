"""Reads a snapshot from TOML: the `snapshot.toml` of a case, or a few lines in a test."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import replace
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
    Qualifier,
    Row,
    Stance,
    Statement,
    Strength,
    When,
)
from board.reading.tables.editions import checked
from board.snapshot import (
    Change,
    ChangeKind,
    Decision,
    HeldReading,
    Note,
    Provenance,
    Recorded,
    SourceHealth,
    SourceState,
    StatementRecord,
)
from tests.panels.memory import Memory

T = TypeVar("T")
SOMETIME = datetime(2026, 11, 22, 13, 0, tzinfo=UTC)


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
    edition = Edition(
        force=said.get("force", "KFOR"),
        as_of=_when(said, "as_of"),
        rows=tuple(_row(name, troops) for name, troops in said.get("rows", {}).items()),
        total_stated=said.get("total"),
        nations_stated=said.get("nations"),
        complete=said.get("complete"),
        said_by=said.get("said_by", ""),
        url=said.get("url"),
    )
    return checked(edition) if said.get("checked") else edition


def _row(name: str, troops: int | str) -> Row:
    code = name.partition(" ")[0]
    return Row(
        name=name,
        nation=code if len(code) == 3 and code.isupper() else None,
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
        before_source=said.get("before_source", ""),
        places=tuple(said["places"]) if "places" in said else None,
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
