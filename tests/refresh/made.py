"""Means for a pass: a real store, a real child, a client in a hurry, and a clock that stands where it is put."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from board.outcome import Outcome
from board.reading.words.vocabulary import Vocabulary
from board.refresh.articles import Articles
from board.refresh.one_pass import Means, run
from board.spec import SourceSpec
from board.store import Store
from board.workshop.warm import Workshop
from tests.fetch.client import hurried
from tests.loopback import Server
from tests.refresh.specs import source

NOON = datetime(2026, 2, 19, 12, tzinfo=UTC)
WARM: dict[asyncio.AbstractEventLoop, Workshop] = {}
"""The child that all tests of a loop share, where they do."""


@dataclass
class Desk:
    """One store and what fills it."""

    means: Means
    store: Store
    clock: list[datetime] = field(default_factory=lambda: [NOON])

    async def read(self, spec: SourceSpec, *, anew: bool = False) -> Outcome:
        """One pass, kept in the store as the collector does."""
        outcome = await run(spec, replace(self.means, anew=anew))
        self.store.apply(outcome, spec)
        return outcome

    def later(self, **time: float) -> None:
        self.clock[0] += timedelta(**time)


@asynccontextmanager
async def desk(folder: Path) -> AsyncIterator[Desk]:
    clock, shared = [NOON], WARM.get(asyncio.get_running_loop())
    client, workshop = hurried(), shared or Workshop()
    client._clock = lambda: clock[0]
    with Store.open(folder / "board.sqlite") as store:
        means = Means(
            store=store,
            client=client,
            workshop=workshop,
            articles=Articles(client, workshop),
            vocabulary=Vocabulary(),
            clock=lambda: clock[0],
            chance=lambda: 0.0,
        )
        try:
            yield Desk(means, store, clock)
        finally:
            if shared is None:
                await workshop.close()


def feed_of(server: Server, path: str = "/feed", **changes: Any) -> SourceSpec:
    """A feed on the test's own server, asked in a hurry."""
    given: dict[str, Any] = {"allow_private": True, "respect_robots": False}
    if "file" not in changes:
        given["url"] = server.url(path)
    return source(**(given | changes))


def rss(*titles: str, server: Server | None = None, guids: str = "", minutes: int = 0) -> bytes:
    """A feed whose items lie at `/1`, `/2` and so on (behind `guids`), an hour apart, the last one newest; each dated
    so many minutes later."""
    later = timedelta(minutes=minutes)
    base = server.url("") if server else "https://desk.example"
    items = "".join(
        f"<item><title>{title}</title><link>{base}/{guids}{n}</link><guid>{guids}{n}</guid>"
        f"<pubDate>{(NOON - timedelta(hours=len(titles) - n + 1) + later):%a, %d %b %Y %H:%M:%S} +0000</pubDate></item>"
        for n, title in enumerate(titles, start=1)
    )
    return f'<rss version="2.0"><channel><title>Desk</title>{items}</channel></rss>'.encode()
