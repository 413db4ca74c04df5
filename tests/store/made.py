"""Outcomes and records for the tests, made short."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from board.model import Edition, Identity, Item, Row, Stance, Statement, When
from board.outcome import Failed, Held, ItemReading, Reading, Receipt, Unchanged, Updated
from board.snapshot import Sense
from board.spec import SourceSpec
from board.store import Store

LATER_STEPS = (
    "DROP TABLE article_looks; DROP TABLE owner; DROP INDEX decisions_kind;"
    "ALTER TABLE statements DROP COLUMN read; ALTER TABLE figures DROP COLUMN read;"
)
"""Undoes the steps of a store after the eighth version."""

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def later(hours: float) -> datetime:
    return NOON + timedelta(hours=hours)


def source(name: str = "desk", **changes: Any) -> SourceSpec:
    given: dict[str, Any] = {
        "kind": "feed",
        "gives": "statements",
        "url": "https://desk.example/feed",
        "every": timedelta(hours=1),
    }
    return SourceSpec(name=name, title=name.title(), **(given | changes))


def file_source(name: str = "own", **changes: Any) -> SourceSpec:
    return source(name, **({"kind": "csv", "url": None, "path": "own.csv", "file": Path("own.csv")} | changes))


def receipt(at: datetime = NOON, body: bytes = b"body", extracted_by: str = "feed 1") -> Receipt:
    return Receipt(
        retrieved=at,
        url="https://desk.example/feed",
        final_url="https://desk.example/feed",
        status=200,
        body_hash=hashlib.sha256(body).hexdigest(),
        extracted_by=extracted_by,
        body=body,
    )


def updated(reading: Reading, at: datetime = NOON, *, name: str = "desk", partial: str = "", **changes: Any) -> Updated:
    return Updated(
        source=name, receipt=receipt(at, **changes), reading=reading, next_due=at + timedelta(hours=1), partial=partial
    )


def held(reading: Reading, reason: str, at: datetime = NOON, *, name: str = "desk", **changes: Any) -> Held:
    return Held(
        source=name, receipt=receipt(at, **changes), reading=reading, reason=reason, next_due=at + timedelta(hours=1)
    )


def unchanged(at: datetime, name: str = "desk") -> Unchanged:
    return Unchanged(source=name, retrieved=at, next_due=at + timedelta(hours=1))


def failed(at: datetime, name: str = "desk", reason: str = "no answer within 20 s", **changes: Any) -> Failed:
    return Failed(source=name, tried=at, word="timeout", reason=reason, next_due=at + timedelta(hours=1), **changes)


def moments(store: Store, sense: Sense = Sense.REPORTED) -> list[datetime]:
    """Every moment at which the board changed, oldest first, as one steps through them from far ahead."""
    found: list[datetime] = []
    at = store.step(later(9999), -1, sense)
    while at is not None:
        found.append(at)
        at = store.step(at, -1, sense)
    return found[::-1]


def day(text: str) -> When:
    return When.parse(text)


def statement(text: str, **changes: Any) -> Statement:
    given: dict[str, Any] = {
        "speaker": "a NATO official",
        "organisation": "NATO",
        "identity": Identity.UNNAMED,
        "stance": Stance.DENIES,
    }
    return Statement(text=text, **(given | changes))


def headline(text: str) -> Statement:
    return Statement(speaker="", organisation="Desk", identity=Identity.ORGANISATION, stance=None, text=text)


def item(title: str = "A title", *said: Statement, **changes: Any) -> ItemReading:
    given: dict[str, Any] = {"link": f"https://desk.example/{title.replace(' ', '-')}", "published": day("2026-11-20")}
    return ItemReading(item=Item(title=title, **(given | changes)), statements=said)


def items(*readings: ItemReading) -> Reading:
    return Reading(items=readings, count=len(readings))


def edition(as_of: str | None, /, *rows: tuple[str, int], **changes: Any) -> Edition:
    given: dict[str, Any] = {"force": "KFOR", "said_by": "NATO"}
    lines = tuple(Row(name=nation, nation=nation, troops=troops, raw=str(troops)) for nation, troops in rows)
    return Edition(as_of=day(as_of) if as_of else None, rows=lines, **(given | changes))


def editions(*given: Edition) -> Reading:
    return Reading(editions=given, count=sum(len(one.rows) for one in given))
