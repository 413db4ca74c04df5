"""Every source fetched once into a store that is thrown away: what comes of each, in a line."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from board import schedule
from board.collector.equipment import equip, open_store
from board.collector.line import Line
from board.collector.words import told
from board.fetch.manners import Manners
from board.outcome import Failed, Outcome, Updated
from board.spec import Config, SourceSpec
from board.store import Applied, Store
from board.workshop.warm import Workshop

Tell = Callable[[str], None]


async def check_live(config: Config, kept: Store | None, tell: Tell) -> bool:
    """Fetch each source that is on, tell of each; whether all could be read.

    `kept` is the board's own store, which is asked only who wants to be left alone. Articles behind items are not
    followed. Raises: StoreError.
    """
    failed: list[str] = []

    def done(spec: SourceSpec, outcome: Outcome, applied: Applied) -> None:
        tell("; ".join((f"{spec.name}: {told(outcome, applied)}", *_more(outcome))))
        if isinstance(outcome, Failed):
            failed.append(spec.name)

    with tempfile.TemporaryDirectory(prefix="board-") as folder, open_store(Path(folder) / "live", config) as scratch:
        workshop = Workshop()
        means = equip(config, scratch, workshop, Manners())
        line = Line(means, done, _no_rest)
        try:
            line.take(_asked(config, kept, means.clock(), tell))
            await line.finish()
        finally:
            await line.stop()
            await workshop.close()
    return not failed


async def _no_rest() -> None:
    """Nothing follows: no alarm rings for a check."""


def _asked(config: Config, kept: Store | None, now: datetime, tell: Tell) -> Sequence[SourceSpec]:
    """The sources to fetch; one whose server asked to be left alone is told of instead."""
    asked = []
    for spec in config.sources:
        health = kept.source_facts(spec.name).health if kept is not None else None
        if not spec.enabled:
            tell(f"{spec.name}: switched off")
        elif health is not None and health.blocked_until and schedule.is_blocked(health, now):
            tell(f"{spec.name}: left alone until {health.blocked_until:%Y-%m-%d %H:%M} UTC, as its server asked")
        else:
            asked.append(replace(spec, full_text=False))
    return asked


def _more(outcome: Outcome) -> Iterator[str]:
    """The newest date that came, what is odd about the answer, and where the address has moved to."""
    if isinstance(outcome, Updated):
        if outcome.reading.newest:
            yield f"newest {outcome.reading.newest}"
        yield from (f"warning: {warning}" for warning in outcome.reading.warnings)
        if outcome.receipt.moved_to:
            yield f"moved for good to {outcome.receipt.moved_to}"
