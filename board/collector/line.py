"""The line of sources at work: each host's one after another, many hosts side by side, each outcome into the store."""

from __future__ import annotations

import asyncio
import os
from collections import deque
from collections.abc import Awaitable, Callable, Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime

from board.errors import BoardError
from board.fetch.client import host_and_port
from board.outcome import Outcome
from board.refresh.one_pass import Means, run
from board.spec import SourceSpec
from board.store import Applied, Progress

HOSTS_AT_ONCE = 64
"""Hosts with a source under way: bounds how many bodies wait for the workshop at once."""
_TELL_EVERY = 0.5
"""Seconds between two words of progress to the store."""
REST_EVERY = 300.0
"""Seconds after which a line that is never empty rests all the same: an alert must not wait for a slow host."""

Done = Callable[[SourceSpec, Outcome, Applied], None]
Rest = Callable[[], Awaitable[None]]
"""Called when nothing is left, or it took long."""


@dataclass(slots=True)
class Line:
    """Takes sources in, runs each once, and says when it is done with each."""

    means: Means
    done: Done
    rest: Rest
    _hosts: dict[str, deque[SourceSpec]] = field(default_factory=dict)
    _workers: set[asyncio.Task[None]] = field(default_factory=set)
    _places: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(HOSTS_AT_ONCE))
    _taken: set[str] = field(default_factory=set)
    _running: dict[str, None] = field(default_factory=dict)
    _finished: int = 0
    _begun: datetime | None = None
    _told: float = 0.0
    broken: BaseException | None = None
    """What stopped the work for good: the store cannot be written, or a fault of this program."""

    def take(self, specs: Iterable[SourceSpec]) -> None:
        """Put sources into the line; one that is in it already keeps its place, and is not read twice."""
        for spec in specs:
            if spec.name in self._taken:
                continue
            self._begun = self._begun or self.means.clock()
            self._taken.add(spec.name)
            host = _host(spec)
            if host in self._hosts:
                self._hosts[host].append(spec)
            else:
                self._hosts[host] = deque([spec])
                worker = asyncio.create_task(self._work(host), name=f"host {host}")
                self._workers.add(worker)
                worker.add_done_callback(self._ended)

    def keep(self, specs: Collection[SourceSpec]) -> None:
        """Of those that wait, let only these stay, just as they are given."""
        for waiting in self._hosts.values():
            for spec in [each for each in waiting if each not in specs]:
                waiting.remove(spec)
                self._taken.discard(spec.name)

    def is_reading(self, name: str) -> bool:
        """Whether a source is being read."""
        return name in self._running

    def holds(self, name: str) -> bool:
        """Whether a source waits or is being read."""
        return name in self._taken

    async def finish(self) -> None:
        """Wait until nothing is left. Raises: what broke the work, if anything did."""
        while self._workers:
            await asyncio.wait(self._workers)
        if self.broken is not None:
            raise self.broken

    async def stop(self) -> None:
        """Give up what is under way; a write that has begun is finished."""
        workers = list(self._workers)
        for worker in workers:
            worker.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
        self.tell(None)

    def tell(self, pid: int | None) -> None:
        """Say in the store how far the line is. Raises: StoreError."""
        self._told = asyncio.get_running_loop().time()
        due = self._finished + len(self._taken)
        now = self.means.clock()
        self.means.store.set_progress(
            Progress(at=now, done=self._finished, due=due, running=tuple(self._running)[:20], pid=pid)
        )

    async def _work(self, host: str) -> None:
        """The sources of one host, to the last."""
        waiting = self._hosts[host]
        while waiting:
            async with self._places:
                if waiting:
                    await self._run(waiting.popleft())
            if waiting and self._begun is not None and self._seconds_since(self._begun) >= REST_EVERY:
                self._begun = self.means.clock()
                await self.rest()
        del self._hosts[host]
        if not self._taken and self._begun is not None:
            self.tell(os.getpid())
            self._finished, self._begun = 0, None
            await self.rest()

    def _seconds_since(self, moment: datetime) -> float:
        return (self.means.clock() - moment).total_seconds()

    async def _run(self, spec: SourceSpec) -> None:
        self._running[spec.name] = None
        try:
            outcome = await run(spec, self.means)
            # Not in a thread: a transaction is hundreds of short calls, and each would wait for the other threads.
            applied = self.means.store.apply(outcome, spec)
        finally:
            self._taken.discard(spec.name)
            self._running.pop(spec.name, None)
        self._finished += 1
        self.done(spec, outcome, applied)
        if asyncio.get_running_loop().time() - self._told >= _TELL_EVERY:
            self.tell(os.getpid())

    def _ended(self, worker: asyncio.Task[None]) -> None:
        """The error a worker ended by is kept for whoever waits."""
        self._workers.discard(worker)
        if not worker.cancelled() and (error := worker.exception()) is not None:
            self.broken = error


def _host(spec: SourceSpec) -> str:
    """Sources with the same word go one after another."""
    if spec.url is None:
        return "files"
    try:
        return "{}:{}".format(*host_and_port(spec.url))
    except BoardError:
        return spec.url
