"""Statements, figures and records from the tables of a case file."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from board.model import (
    Completeness,
    Confidence,
    Edition,
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
from board.snapshot import Decision, Provenance, Recorded, StatementRecord

CASES = Path(__file__).parent.parent / "cases"
RETRIEVED = datetime(2026, 6, 1, tzinfo=UTC)
_ENUMS = {
    "identity": Identity,
    "stance": Stance,
    "strength": Strength,
    "confidence": Confidence,
    "qualifier": Qualifier,
    "kind": FigureKind,
    "completeness": Completeness,
    "published": When.parse,
    "as_of": When.parse,
}


def cases(name: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The tables of a case file by name."""
    yield from tomllib.loads((CASES / name).read_text("utf-8")).items()


def values(table: Mapping[str, Any], *leave_out: str) -> dict[str, Any]:
    return {key: _ENUMS[key](value) if key in _ENUMS else value for key, value in table.items() if key not in leave_out}


def statement(table: Mapping[str, Any]) -> Statement:
    given: dict[str, Any] = {"speaker": "", "organisation": "", "identity": "organisation", "stance": "claims", **table}
    stance = given.pop("stance")
    fields = values(given, "ref", "title", "source", "item")
    return Statement(**fields, stance=None if stance == "headline" else Stance(stance))


def record(table: Mapping[str, Any], number: int) -> StatementRecord:
    return StatementRecord(
        ref=table.get("ref", f"statement:{number}"),
        id=number,
        statement=statement(table),
        provenance=provenance(table.get("source", "An outlet")),
        item_ref=table.get("item"),
        item_title=table.get("title", ""),
    )


def records(tables: list[Mapping[str, Any]]) -> list[StatementRecord]:
    """The first table is the oldest."""
    return [record(table, number) for number, table in enumerate(tables, 1)]


def figure(table: Mapping[str, Any], number: int) -> Recorded[Figure]:
    value = Figure(**values({"subject": "KFOR", **table}, "ref", "source"))
    return Recorded(ref=f"figure:{number}", value=value, provenance=provenance(table.get("source", "An outlet")))


def edition(table: Mapping[str, Any], number: int) -> Recorded[Edition]:
    rows = tuple(Row(name=nation, nation=nation, troops=troops) for nation, troops in table.get("troops", {}).items())
    value = Edition(
        force="KFOR", rows=rows, **values({"as_of": None, **table}, "troops", "source", "as_of"), as_of=_when(table)
    )
    return Recorded(ref=f"edition:{number}", value=value, provenance=provenance(table.get("source", "The NATO site")))


def decision(table: Mapping[str, Any]) -> Decision:
    at = datetime.fromisoformat(table.get("at", "2026-06-01T00:00:00+00:00"))
    return Decision(ref=table["ref"], kind=table["kind"], value=table["value"], who="somebody", at=at)


def provenance(source: str) -> Provenance:
    return Provenance(
        source=source.lower().replace(" ", "-"),
        source_title=source,
        url=None,
        final_url=None,
        retrieved=RETRIEVED,
        last_seen=RETRIEVED,
        status=200,
        body_hash=None,
        extracted_by="feed",
        grade="B",
    )


def _when(table: Mapping[str, Any]) -> When | None:
    return When.parse(table["as_of"]) if "as_of" in table else None
