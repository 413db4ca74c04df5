"""Full text: the pages behind new items, fetched with the same manners, so many a pass."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from board import plugins
from board.errors import BoardError, FetchError
from board.fetch.client import Client, host_and_port
from board.fetch.request import Request
from board.model import Item
from board.outcome import Body, Fetched, ItemReading, Look
from board.reading.words.vocabulary import Vocabulary
from board.refresh.challenge import challenge
from board.refresh.revisit import is_failing, looked, to_revisit
from board.spec import SourceSpec
from board.workshop.job import article_job
from board.workshop.warm import Workshop

MOST = 20
"""Pages a pass, the newest items first: with a gap between requests more would keep a host busy for minutes."""


@dataclass(frozen=True, slots=True)
class Completed:
    """The items with the texts that could be had."""

    items: tuple[ItemReading, ...]
    bodies: tuple[Body, ...] = ()
    missing: str = ""
    """Why some could not be had, in words; empty where all came."""
    looks: tuple[Look, ...] = ()
    """To be remembered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The items of one answer, each with what is known of the page behind it; all of the same length."""

    items: tuple[ItemReading, ...]
    wanted: tuple[bool, ...]
    """Whose page has not been read, or was read under another headline."""
    kept: tuple[bool, ...]
    """Whose page has been read."""
    looks: Mapping[str, Look] = field(default_factory=dict)
    """The last ones, by link."""
    anew: bool = False
    """Whether a person wants all of them read again."""


@dataclass(frozen=True, slots=True)
class Articles:
    """Reads the pages behind items."""

    client: Client
    workshop: Workshop

    async def complete(self, shelf: Shelf, spec: SourceSpec, words: Vocabulary, now: datetime) -> Completed:
        """Read the page of each item that is wanted, and again those of some that are kept and may be edited.

        Never raises an expected error: failures are told in words.
        """
        wanted = _open(shelf, now)
        again = [] if shelf.anew else to_revisit(shelf.items, shelf.kept, shelf.looks, now)
        found = list(shelf.items)
        bodies: list[Body] = []
        looks = _not_looked_at(shelf)
        for position in (*wanted[:MOST], *again):
            item, failed = shelf.items[position].item, ""
            try:
                found[position], body = await self._read(shelf.items[position], spec, words)
                bodies.append(body)
            except BoardError as error:
                failed = str(error)
            looks[item.link or ""] = looked(item, shelf.looks.get(item.link or ""), now, failed)
        missing = _missing(shelf, {**shelf.looks, **looks}, now, len(wanted) - MOST)
        return Completed(tuple(found), tuple(bodies), missing, tuple(looks.values()))

    async def _read(self, reading: ItemReading, spec: SourceSpec, words: Vocabulary) -> tuple[ItemReading, Body]:
        """One page. Raises: FetchError, ExtractError."""
        link = reading.item.link or ""
        request = Request(url=link, private=private_place(spec), respect_robots=spec.respect_robots)
        fetched = await self.client.get(request)
        if not isinstance(fetched, Fetched):
            raise FetchError("protocol", f"the server gave no page: {link}")
        if word := challenge(fetched.body, fetched.about.headers):
            raise FetchError("status", word)
        options = plugins.load("board.sources", "article").Options()
        read = await self.workshop.read(article_job(spec, options, reading.item, fetched.body, fetched.about, words))
        body = Body(hash=hashlib.sha256(fetched.body).hexdigest(), data=fetched.body, charset=fetched.about.charset)
        address, status = fetched.about.address, fetched.status
        return replace(read.items[0], final_url=address, status=status, body_hash=body.hash), body


def _open(shelf: Shelf, now: datetime) -> list[int]:
    """Where the items stand whose pages are to be read before others, newest first."""
    found = [position for position, reading in enumerate(shelf.items) if _is_open(shelf, position, reading.item, now)]
    return sorted(found, key=lambda position: _published(shelf.items[position]), reverse=True)


def _is_open(shelf: Shelf, position: int, item: Item, now: datetime) -> bool:
    if shelf.anew:
        return shelf.wanted[position] or shelf.kept[position]
    return shelf.wanted[position] and not is_failing(item, shelf.looks, now)


def _not_looked_at(shelf: Shelf) -> dict[str, Look]:
    """For kept articles nobody has written a look down of, how they are announced now: a later change is seen by it."""
    return {
        item.link: looked(item, None, item.published.start)
        for item, kept in zip((reading.item for reading in shelf.items), shelf.kept, strict=True)
        if kept and item.link and item.published and item.link not in shelf.looks
    }


def _missing(shelf: Shelf, looks: Mapping[str, Look], now: datetime, left: int) -> str:
    """What could not be had, with the first reason; empty where all could."""
    items = [reading.item for reading, is_wanted in zip(shelf.items, shelf.wanted, strict=True) if is_wanted]
    reasons = [looks[item.link or ""].failed for item in items if is_failing(item, looks, now)]
    parts = []
    if reasons:
        count = "1 article" if len(reasons) == 1 else f"{len(reasons)} articles"
        parts.append(f"{count} could not be read ({reasons[0]})")
    if left > 0 and not shelf.anew:
        parts.append(f"{left} more {'article' if left == 1 else 'articles'} to be read")
    return "; ".join(parts)


def private_place(spec: SourceSpec) -> tuple[str, int] | None:
    """The one host and port that may be private for a source; `None` where none may. Raises: FetchError."""
    return host_and_port(spec.url) if spec.url and spec.allow_private else None


def _published(reading: ItemReading) -> datetime:
    when = reading.item.published
    return when.start if when else datetime.min.replace(tzinfo=UTC)
