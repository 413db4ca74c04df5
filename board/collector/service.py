"""The collector all day long: reads what is due, answers the face, follows board.toml, and ends when told."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from board import schedule
from board.collector.alarm import Alarm, forget
from board.collector.equipment import equip, open_store
from board.collector.line import Line
from board.collector.lock import hold
from board.collector.stamps import Stamps
from board.collector.upkeep import Upkeep
from board.collector.words import told
from board.config import load
from board.errors import ConfigError
from board.exits import Exit
from board.fetch.manners import Manners
from board.judging.folding import fold_of
from board.outcome import Outcome
from board.refresh.saved import was_saved
from board.snapshot import SourceHealth
from board.spec import Config, SourceSpec
from board.store import EVERY, Applied, Store
from board.workshop.warm import Workshop

LOOK_EVERY = 0.5
"""Seconds between two looks at the store and the files; each look is a few system calls."""
NICENESS = 10
"""Of a collector that a face started: a busy pass must not be felt in its keys."""
LONGEST_SLEEP = 60.0
"""Between two looks at the clock, which may jump: a laptop sleeps too."""

Tell = Callable[[str], None]


def serve(config: Config, store: Path, *, child: bool = False, tell: Tell, manners: Manners | None = None) -> int:
    """Collect until a signal, or with `child` until standard input closes. Gives the exit code.

    Raises: StoreError, also where another collector is at work on the store.
    """
    return serve_all(((config, store),), child=child, tell=tell, manners=manners)


def serve_all(
    boards: Sequence[tuple[Config, Path]], *, child: bool = False, tell: Tell, manners: Manners | None = None
) -> int:
    """As `serve`, for several boards with a store each: one workshop reads for all of them, and they end together."""
    with contextlib.ExitStack() as held:
        opened = []
        for config, store in boards:
            held.enter_context(hold(store))
            opened.append((config, held.enter_context(open_store(store, config, tell))))
        return asyncio.run(_serve(opened, manners or Manners(), tell, child=child))


async def _serve(boards: Sequence[tuple[Config, Store]], manners: Manners, tell: Tell, *, child: bool) -> int:
    ending = asyncio.Event()
    _end_at_signals(ending)
    if child:
        os.nice(NICENESS)
        _end_with_parent(ending)
    workshop = Workshop()
    collectors = [Collector(config, store, workshop, manners, tell) for config, store in boards]
    try:
        ended = await asyncio.gather(*(_run(each, ending) for each in collectors), return_exceptions=True)
    finally:
        await workshop.close()
    return max(_code(each) for each in ended)


async def _run(collector: Collector, ending: asyncio.Event) -> int:
    """One that cannot go on ends the others too: whoever started them all starts them all again."""
    try:
        return await collector.run(ending)
    finally:
        ending.set()


def _code(ended: int | BaseException) -> int:
    """Raises: what a collector ended by."""
    if isinstance(ended, BaseException):
        raise ended
    return ended


@dataclass(slots=True)
class Collector:
    """The state of a running collector."""

    config: Config
    store: Store
    workshop: Workshop
    manners: Manners
    tell: Tell
    line: Line = field(init=False)
    _health: dict[str, SourceHealth] = field(default_factory=dict)
    _stamps: Stamps = field(default_factory=Stamps)
    _alarm: Alarm = field(init=False)
    _upkeep: Upkeep = field(default_factory=Upkeep)
    _again: set[str] = field(default_factory=set)
    """Files that were saved while they were being read."""
    _version: int = 0
    _next_look: float = 0.0

    def __post_init__(self) -> None:
        self._alarm = Alarm(self.tell)
        means = equip(self.config, self.store, self.workshop, self.manners)
        self.line = Line(means, self._done, self._rest)

    async def run(self, ending: asyncio.Event) -> int:
        """Work until `ending` is set. Raises: StoreError where the store cannot be written any more."""
        self._begin(self.config)
        self.store.record_problem("config", "", self._now())
        self.line.tell(os.getpid())
        self.answer_asks()
        try:
            while not ending.is_set() and self.line.broken is None:
                self._take_due()
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(ending.wait(), LOOK_EVERY)
                self._look()
        finally:
            await self.line.stop()
        if self.line.broken is not None:
            raise self.line.broken
        await self._alarm.ring_last(self.config, self.store, self.line.means.client, self._now())
        return Exit.FINE

    def answer_asks(self) -> None:
        """Put what a person asked for into the line."""
        asked = self.store.take_asks()
        self._take(spec for spec in self.config.sources if spec.name in asked or EVERY in asked)

    def _take(self, specs: Iterable[SourceSpec]) -> None:
        """Put into the line, due or not, those that are on and whose servers did not ask to be left alone."""
        now = self._now()
        wanted = (spec for spec in specs if spec.enabled)
        self.line.take(spec for spec in wanted if not schedule.is_blocked(self._health[spec.name], now))

    def _now(self) -> datetime:
        return self.line.means.clock()

    def _begin(self, config: Config) -> None:
        """Work by this configuration from now on."""
        self.config = config
        self.store = replace(self.store, fold=fold_of(config), aliases=config.aliases)
        self.line.means = equip(config, self.store, self.workshop, self.manners, self.line.means.client)
        self.store.register(config.sources, self._now())
        forget(self.store, config, self._now())
        self._health = {spec.name: self.store.source_facts(spec.name).health for spec in config.sources}
        files = [spec.file for spec in config.sources if spec.file is not None]
        self._stamps.watch([config.file, *([config.persons_file] if config.persons_file else []), *files])
        self._next_look = 0.0
        self.line.keep([spec for spec in config.sources if spec.enabled])
        self.line.take(spec for spec in config.sources if was_saved(spec, self.line.means))

    def _take_due(self) -> None:
        """Put into the line what is due, when anything can be."""
        if asyncio.get_running_loop().time() < self._next_look:
            return
        now = self._now()
        self.line.take(
            spec
            for spec in self.config.sources
            if not self.line.holds(spec.name) and schedule.is_due(spec, self._health[spec.name], now)
        )
        self._next_look = asyncio.get_running_loop().time() + min(self._seconds_to_next(now), LONGEST_SLEEP)

    def _seconds_to_next(self, now: datetime) -> float:
        dues = [health.next_due for name, health in self._health.items() if not self.line.holds(name)]
        ahead = [(due - now).total_seconds() for due in dues if due is not None and due > now]
        return min(ahead, default=LONGEST_SLEEP)

    def _look(self) -> None:
        """See whether the face or a file asks for something."""
        version = self.store.data_version()
        if version != self._version:
            self._version = version
            self.answer_asks()
        changed = self._stamps.changed()
        if not changed.isdisjoint((self.config.file, self.config.persons_file)):
            self._reload()
        saved = [spec for spec in self.config.sources if spec.file in changed]
        self._again.update(spec.name for spec in saved if self.line.is_reading(spec.name))
        self._take(saved)

    def _reload(self) -> None:
        """Take over a changed board.toml; one with mistakes leaves everything as it is and says so."""
        try:
            config = load(self.config.file, self.config.shown_as)
        except ConfigError as error:
            self.store.record_problem("config", str(error), self._now())
            self.tell(f"{self.config.shown_as} has mistakes; the board goes on as before\n{error}")
            return
        before = self.config.sources
        self._begin(config)
        self.store.record_problem("config", "", self._now())
        self.tell(f"{config.shown_as} was read again")
        self._take(spec for spec in config.sources if spec not in before)

    def _done(self, spec: SourceSpec, outcome: Outcome, applied: Applied) -> None:
        now = self.config.source(spec.name)
        if now != spec:
            # It was taken or switched off, or changed, while it was being read: what it gave stays.
            self.store.register(self.config.sources, self._now())
        self._health[spec.name] = self.store.source_facts(spec.name).health
        if now is not None and (now != spec or spec.name in self._again):
            self._take((now,))
        self._again.discard(spec.name)
        self._next_look = 0.0
        self._alarm.note(outcome, applied)
        self.tell(f"{spec.name}: {told(outcome, applied)}")

    async def _rest(self) -> None:
        """A pass is over: alerts go out, and once a day the store is put in order."""
        await self._alarm.ring(self.config, self.store, self.line.means.client, self._now())
        self._upkeep.when_due(self.store, self.config, self._now())


def _end_at_signals(ending: asyncio.Event) -> None:
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        asyncio.get_running_loop().add_signal_handler(number, ending.set)


def _end_with_parent(ending: asyncio.Event) -> None:
    """The parent holds the other end of standard input: when that closes, it is gone; a file has no other end."""

    def look() -> None:
        if not os.read(sys.stdin.fileno(), 4096):
            asyncio.get_running_loop().remove_reader(sys.stdin.fileno())
            ending.set()

    try:
        asyncio.get_running_loop().add_reader(sys.stdin.fileno(), look)
    except PermissionError:  # of a file, for which nobody can wait
        ending.set()
