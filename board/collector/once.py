"""One time through the sources, and done: for cron, for a first start, for trying out."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from board import schedule
from board.collector.alarm import Alarm, forget
from board.collector.equipment import equip, open_store
from board.collector.line import Line
from board.collector.lock import hold
from board.collector.upkeep import Upkeep
from board.collector.words import summary, told, word
from board.errors import ConfigError, Problem
from board.exits import Exit
from board.fetch.manners import Manners
from board.outcome import Outcome
from board.refresh.one_pass import Means
from board.refresh.saved import was_saved
from board.spec import Config, SourceSpec
from board.store import Applied, Store
from board.workshop.warm import Workshop

Tell = Callable[[str], None]


def collect(
    config: Config,
    store: Path,
    names: Sequence[str] = (),
    *,
    force: bool = False,
    local: bool = False,
    tell: Tell,
    manners: Manners | None = None,
) -> int:
    """Read what is due (or the named sources, or with `force` all; with `local` only files) and keep it.

    With names and `force` what has not changed is read again as well, the articles too. `tell` gets a line for each
    source. Gives the exit code: 1 where a source failed, 130 where a signal ended it.
    Raises: ConfigError for a name that is not configured; StoreError, also where another collector is at work.
    """
    chosen = _chosen(config, names, local=local)
    with hold(store), open_store(store, config, tell) as opened:
        how = _How(all_of_them=force or bool(names), anew=force and bool(names))
        work = _collect(config, opened, chosen, tell, manners or Manners(), how)
        try:
            return asyncio.run(work)
        except asyncio.CancelledError:
            # A signal while the child was being ended, or one more: nothing is half kept, and nothing left to tell.
            return Exit.INTERRUPTED


def _chosen(config: Config, names: Sequence[str], *, local: bool) -> list[SourceSpec]:
    """Raises: ConfigError naming what is not there."""
    unknown = [name for name in names if config.source(name) is None]
    if unknown:
        known = ", ".join(source.name for source in config.sources)
        raise ConfigError(
            tuple(
                Problem(config.shown_as, None, f"source.{name}", "no such source", f"there are {known}")
                for name in unknown
            )
        )
    return [
        source
        for source in config.sources
        if source.enabled and (not names or source.name in names) and (source.file is not None or not local)
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class _How:
    """What a person wants beyond what is due."""

    all_of_them: bool
    anew: bool


@dataclass(slots=True)
class _Report:
    """Tells of each source as it is done."""

    total: int
    tell: Tell
    alarm: Alarm
    words: list[str] = field(default_factory=list)
    """What became of each."""

    def __call__(self, spec: SourceSpec, outcome: Outcome, applied: Applied) -> None:
        self.words.append(word(outcome, applied))
        self.alarm.note(outcome, applied)
        self.tell(f"[{len(self.words)}/{self.total}] {spec.name}: {told(outcome, applied)}")


async def _collect(
    config: Config, store: Store, chosen: Sequence[SourceSpec], tell: Tell, manners: Manners, how: _How
) -> int:
    workshop = Workshop()
    means = replace(equip(config, store, workshop, manners), anew=how.anew)
    now = means.clock()
    store.register(config.sources, now)
    forget(store, config, now)
    due = _due(means, chosen, now, tell, all_of_them=how.all_of_them)
    report = _Report(len(due), tell, Alarm(tell))

    async def rest() -> None:
        await report.alarm.ring(config, store, means.client, means.clock())
        Upkeep().when_due(store, config, means.clock())

    try:
        if not await _finished(Line(means, report, rest), due):
            await report.alarm.ring_last(config, store, means.client, means.clock())
            tell("interrupted; what was read until now is kept")
            return Exit.INTERRUPTED
    finally:
        await workshop.close()
    words = [*report.words, *(["left alone"] * (len(chosen) - len(due)) if how.all_of_them else [])]
    tell(summary(words))
    return Exit.FAILED if {"failed", "left alone"} & set(words) else Exit.FINE


async def _finished(line: Line, due: Sequence[SourceSpec]) -> bool:
    """Whether all was read before a signal came. Raises: what broke the work, if anything did."""
    _stop_at_signals(asyncio.current_task())
    try:
        line.take(due)
        await line.finish()
    except asyncio.CancelledError:
        await line.stop()
        return False
    line.tell(None)
    return True


def _due(
    means: Means, chosen: Sequence[SourceSpec], now: datetime, tell: Tell, *, all_of_them: bool
) -> list[SourceSpec]:
    """Those to be read now; a server that asked to be left alone is, whoever asks."""
    due = []
    for spec in chosen:
        health = means.store.source_facts(spec.name).health
        if schedule.is_blocked(health, now):
            until = health.blocked_until or datetime.now(UTC)
            tell(f"{spec.name}: left alone until {until:%Y-%m-%d %H:%M} UTC, as its server asked")
        elif all_of_them or schedule.is_due(spec, health, now) or was_saved(spec, means):
            due.append(spec)
    return due


def _stop_at_signals(task: asyncio.Task[int] | None) -> None:
    if task is not None:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            asyncio.get_running_loop().add_signal_handler(number, task.cancel)
