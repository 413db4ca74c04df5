"""Full text: the pages behind new items, fetched with the same manners, so many a pass."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from board import plugins
from board.errors import BoardError, FetchError
from board.fetch.client import Client, host_and_port
from board.fetch.request import Request
from board.outcome import Body, Fetched, ItemReading
from board.reading.vocabulary import Vocabulary
from board.refresh.challenge import challenge
from board.refresh.revisit import YOUNG, to_revisit
from board.spec import SourceSpec
from board.workshop.job import article_job
from board.workshop.warm import Workshop

MOST = 20
"""Pages a pass, the newest items first: with a gap between requests more would keep a host busy for minutes."""
_AGAIN = timedelta(hours=6)
"""Before a page that could not be had is tried again."""


@dataclass(frozen=True, slots=True)
class Completed:
    """The items with the texts that could be had."""

    items: tuple[ItemReading, ...]
    bodies: tuple[Body, ...] = ()
    missing: str = ""
    """Why some could not be had, in words; empty where all came."""


@dataclass(frozen=True, slots=True)
class _Failure:
    again: datetime
    reason: str


class Articles:
    """Reads the pages behind items; remembers in passing which of them fail."""

    def __init__(self, client: Client, workshop: Workshop) -> None:
        self._client = client
        self._workshop = workshop
        self._failing: dict[str, _Failure] = {}
        self._looked: dict[str, datetime] = {}

    async def complete(
        self,
        items: Sequence[ItemReading],
        wanted: Sequence[bool],
        kept: Sequence[bool],
        spec: SourceSpec,
        words: Vocabulary,
        now: datetime,
    ) -> Completed:
        """Read the page of each item that is `wanted`, and again those of some that are `kept` and may be edited.

        Never raises an expected error: failures are told in words.
        """
        self._forget(now)
        open_ones = self._open(items, wanted)
        again = to_revisit(items, kept, self._looked, now)
        found: list[ItemReading] = list(items)
        bodies: list[Body] = []
        for position in (*open_ones[:MOST], *again):
            link = items[position].item.link or ""
            self._looked[link] = now
            try:
                found[position], body = await self._read(items[position], spec, words)
                bodies.append(body)
            except BoardError as error:
                self._failing[link] = _Failure(now + _AGAIN, str(error))
        return Completed(tuple(found), tuple(bodies), self._missing(items, wanted, len(open_ones) - MOST))

    def _open(self, items: Sequence[ItemReading], wanted: Sequence[bool]) -> list[int]:
        """Where the items stand whose pages are to be tried, newest first."""
        found = [
            position
            for position, reading in enumerate(items)
            if wanted[position] and reading.item.link not in self._failing
        ]
        return sorted(found, key=lambda position: _published(items[position]), reverse=True)

    def _missing(self, items: Sequence[ItemReading], wanted: Sequence[bool], left: int) -> str:
        """What could not be had, with the first reason; empty where all could."""
        links = [reading.item.link or "" for reading, is_wanted in zip(items, wanted, strict=True) if is_wanted]
        reasons = [self._failing[link].reason for link in links if link in self._failing]
        parts = []
        if reasons:
            count = "1 article" if len(reasons) == 1 else f"{len(reasons)} articles"
            parts.append(f"{count} could not be read ({reasons[0]})")
        if left > 0:
            parts.append(f"{left} more {'article' if left == 1 else 'articles'} to be read")
        return "; ".join(parts)

    async def _read(self, reading: ItemReading, spec: SourceSpec, words: Vocabulary) -> tuple[ItemReading, Body]:
        """One page. Raises: FetchError, ExtractError."""
        link = reading.item.link or ""
        request = Request(url=link, private=private_place(spec), respect_robots=spec.respect_robots)
        fetched = await self._client.get(request)
        if not isinstance(fetched, Fetched):
            raise FetchError("protocol", f"the server gave no page: {link}")
        if word := challenge(fetched.body, fetched.about.headers):
            raise FetchError("status", word)
        options = plugins.load("board.sources", "article").Options()
        read = await self._workshop.read(article_job(spec, options, reading.item, fetched.body, fetched.about, words))
        body = Body(hash=hashlib.sha256(fetched.body).hexdigest(), data=fetched.body, charset=fetched.about.charset)
        address, status = fetched.about.address, fetched.status
        return replace(read.items[0], final_url=address, status=status, body_hash=body.hash), body

    def _forget(self, now: datetime) -> None:
        """Let failures go whose time has come, and looks at articles that are old by now."""
        self._looked = {link: at for link, at in self._looked.items() if now - at <= YOUNG}
        self._failing = {link: failure for link, failure in self._failing.items() if failure.again > now}


def private_place(spec: SourceSpec) -> tuple[str, int] | None:
    """The one host and port that may be private for a source; `None` where none may. Raises: FetchError."""
    return host_and_port(spec.url) if spec.url and spec.allow_private else None


def _published(reading: ItemReading) -> datetime:
    when = reading.item.published
    return when.start if when else datetime.min.replace(tzinfo=UTC)
