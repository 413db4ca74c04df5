"""Manners: one request at a time for each host, with a gap after it, and not too many hosts at once."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

_JITTER = 0.25
"""Share of the gap that is added by chance, so that requests do not fall into step."""
_REMEMBERED = 256
"""Hosts kept in mind before those long done with are forgotten."""
_LONGEST_GAP = 60.0


@dataclass(slots=True)
class _Host:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    free_at: float = 0.0
    gap: float = 0.0
    users: int = 0


class Manners:
    """Who may ask whom when. One for all that is fetched: feeds, articles and robots.txt alike."""

    def __init__(self, gap: float = 2.0, at_once: int = 32, chance: Callable[[], float] = random.random) -> None:
        """`gap` is the seconds between the end of one request to a host and the beginning of the next."""
        self._gap = gap
        self._slots = asyncio.Semaphore(at_once)
        self._chance = chance
        self._hosts: dict[tuple[str, int], _Host] = {}

    @asynccontextmanager
    async def turn(self, place: tuple[str, int], crawl_delay: float = 0.0) -> AsyncIterator[None]:
        """Wait for one's turn at a host and hold it while inside; `crawl_delay` is the host's own wish for a gap."""
        host = self._hosts.setdefault(place, _Host())
        host.users += 1
        try:
            async with host.lock:
                host.gap = max(self._gap, min(crawl_delay, _LONGEST_GAP))
                await asyncio.sleep(max(0.0, host.free_at - _now()))
                try:
                    async with self._slots:
                        yield
                finally:
                    host.free_at = _now() + host.gap * (1 + _JITTER * self._chance())
        finally:
            host.users -= 1
            self._forget()

    def _forget(self) -> None:
        if len(self._hosts) > _REMEMBERED:
            now = _now()
            self._hosts = {place: host for place, host in self._hosts.items() if host.users or host.free_at > now}


def _now() -> float:
    return asyncio.get_running_loop().time()
