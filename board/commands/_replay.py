"""Every kept body read again with the present configuration, beside the board: what would be other than it is."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from board import plugins
from board.collector.equipment import words
from board.errors import ExtractError
from board.model import About
from board.outcome import Body, Held, ItemReading, Reading, Receipt, Updated
from board.reading.words.vocabulary import Vocabulary
from board.refresh.challenge import challenge
from board.refresh.guard import objections
from board.refresh.headline import with_headline
from board.snapshot import Decision
from board.spec import Config, SourceSpec
from board.store import Store
from board.store.rereading import KeptReading, Standing, kept_readings, standing
from board.workshop.job import article_job, job_of
from board.workshop.warm import Workshop

Tell = Callable[[str], None]
_SHOWN = 60
"""Characters of a value that are told."""


@dataclass(frozen=True, slots=True)
class Replayed:
    """How much was read, and how much of it would be other."""

    bodies: int
    differences: int


@dataclass(frozen=True, slots=True)
class _Desk:
    """What one source is read again with."""

    spec: SourceSpec
    store: Store
    """The board's own: what a person decided stands there."""
    workshop: Workshop
    vocabulary: Vocabulary
    scratch: Store
    """Thrown away at the end."""


async def replay(config: Config, store: Store, tell: Tell, remark: Tell) -> Replayed:
    """Read every kept body of the configured sources; `tell` gets a line for each difference, `remark` for each body
    that cannot be read.

    Raises: StoreError.
    """
    workshop, vocabulary = Workshop(), words(config)
    bodies = differences = 0
    with tempfile.TemporaryDirectory(prefix="board-") as folder, Store.open(Path(folder) / "replay") as scratch:
        try:
            for spec in config.sources:
                count, found = await _source(_Desk(spec, store, workshop, vocabulary, scratch), remark)
                bodies += count
                differences += len(found)
                for difference in found:
                    tell(f"{spec.name}: {difference}")
        finally:
            await workshop.close()
    return Replayed(bodies, differences)


async def _source(desk: _Desk, remark: Tell) -> tuple[int, list[str]]:
    """How many bodies one source has, and what would differ."""
    found: list[str] = []
    last, count = "", 0
    for kept in kept_readings(desk.store.database, desk.spec.name):
        if kept.receipt.body_hash == last:
            continue
        last, count = kept.receipt.body_hash, count + 1
        try:
            found += await _body(desk, kept)
        except ExtractError as error:
            remark(f"{desk.spec.name}: the body of {kept.receipt.retrieved:%Y-%m-%d %H:%M} UTC cannot be read: {error}")
    now, then = standing(desk.store.database, desk.spec.name), standing(desk.scratch.database, desk.spec.name)
    return count, [*found, *differences_of(now, then)]


async def _body(desk: _Desk, kept: KeptReading) -> list[str]:
    """Read one body into the scratch store; what the guard would say otherwise. Raises: ExtractError."""
    reading = await _read(desk, kept)
    last = desk.scratch.last_edition(desk.spec.name, desk.spec.force) if reading.editions else None
    accepted, came = desk.store.accepted(desk.spec.name, reading.editions), kept.receipt
    objection = objections(desk.spec.guard, reading, came.body or b"", last, came.charset, accepted)
    if not reading.editions and (objection or not _anything(reading)):
        return []
    _keep(desk, kept, reading)
    return list(_judged(kept, objection))


def _keep(desk: _Desk, kept: KeptReading, reading: Reading) -> None:
    """Put the reading into the scratch store as it was put into the board's: shown, held, or held and accepted."""
    receipt, name = kept.receipt, desk.spec.name
    if not kept.held:
        pages = tuple(
            Body(hash=page.body_hash, data=page.body or b"", charset=page.charset) for page in kept.articles.values()
        )
        shown = Updated(source=name, receipt=receipt, reading=reading, next_due=receipt.retrieved, articles=pages)
        desk.scratch.apply(shown, desk.spec)
        return
    held = Held(source=name, receipt=receipt, reading=reading, reason="as it was", next_due=receipt.retrieved)
    applied = desk.scratch.apply(held, desk.spec)
    for ref in () if kept.waits else applied.held:
        desk.scratch.decide(Decision(ref=ref, kind="accept", value="accepted", who="", at=receipt.retrieved))


def _judged(kept: KeptReading, objection: str) -> Iterator[str]:
    """Where the guard of now would decide otherwise; what a person accepted is not judged again."""
    what = f"the table read {kept.receipt.retrieved:%Y-%m-%d %H:%M} UTC"
    if objection and not kept.held:
        yield f"held     {what}: {objection}"
    if kept.waits and not objection:
        yield f"released {what}: it would pass its guard"


def _anything(reading: Reading) -> bool:
    return bool(reading.items or reading.statements or reading.figures or reading.events)


async def _read(desk: _Desk, kept: KeptReading) -> Reading:
    """Raises: ExtractError."""
    came = kept.receipt
    body = came.body or b""
    if not body.strip():
        return Reading()
    if word := challenge(body, {}):
        raise ExtractError(word)
    about = About(address=came.final_url, charset=came.charset, retrieved=came.retrieved)
    reading = await desk.workshop.read(job_of(desk.spec, body, about, desk.vocabulary))
    items = [await _completed(desk, item, kept.articles) for item in reading.items]
    return replace(reading, items=tuple(with_headline(item, desk.spec) for item in items))


async def _completed(desk: _Desk, reading: ItemReading, articles: Mapping[str, Receipt]) -> ItemReading:
    """The item with its page, where that was read along with it and still would be. Raises: ExtractError."""
    page = articles.get(reading.item.link or "")
    if page is None or not desk.spec.full_text:
        return reading
    about = About(address=page.final_url, charset=page.charset, retrieved=page.retrieved)
    options = plugins.load("board.sources", "article").Options()
    job = article_job(desk.spec, options, reading.item, page.body or b"", about, desk.vocabulary)
    read = (await desk.workshop.read(job)).items[0]
    return replace(read, final_url=page.final_url, status=page.status, body_hash=page.body_hash)


def differences_of(now: Sequence[Standing], then: Sequence[Standing]) -> list[str]:
    """What would be added, gone or changed, in words."""
    before, after = ({(record.kind, record.name): record.value for record in side} for side in (now, then))
    found = []
    for key in sorted(before.keys() | after.keys()):
        kind, name = key
        if key not in before:
            found.append(f"added    {kind} {name}")
        elif key not in after:
            found.append(f"gone     {kind} {name}")
        elif before[key] != after[key]:
            found.append(f"changed  {kind} {name}: {_changes(json.loads(before[key]), json.loads(after[key]))}")
    return found


def _changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    """`troops: 907 → 970`, for every field that differs."""
    keys = sorted(key for key in before.keys() | after.keys() if before.get(key) != after.get(key))
    return "; ".join(f"{key}: {_short(before.get(key))} → {_short(after.get(key))}" for key in keys)


def _short(value: object) -> str:
    text = "nothing" if value is None else str(value)
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
