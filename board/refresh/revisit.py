"""Articles are edited after they are published: which of those already read are looked at again. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from board.model import Item
from board.outcome import ItemReading, Look

YOUNG = timedelta(days=2)
"""Older articles are hardly ever edited."""
APART = timedelta(hours=6)
"""Between two looks at one article, and before a page that could not be had is tried again."""
MOST = 3
"""Articles a pass."""


def is_retitled(item: Item, looks: Mapping[str, Look]) -> bool:
    """Whether its source gives it another headline than when its article was read: then the article is another too."""
    look = looks.get(item.link or "")
    return look is not None and look.title != item.title


def is_failing(item: Item, looks: Mapping[str, Look], now: datetime) -> bool:
    """Whether its page could not be had a short while ago."""
    look = looks.get(item.link or "")
    return look is not None and bool(look.failed) and _is_lately(look.at, now)


def to_revisit(
    items: Sequence[ItemReading], kept: Sequence[bool], looks: Mapping[str, Look], now: datetime
) -> list[int]:
    """Where the items stand whose kept articles are due for another look: first those whose dates the source has
    changed, then young ones, the one longest not looked at first.

    An article nobody has looked at is taken as read when it was published.
    """
    due: list[tuple[bool, datetime, int]] = []
    for position, (reading, is_kept) in enumerate(zip(items, kept, strict=True)):
        if is_kept and reading.item.link is not None:
            due += [(same, last, position) for same, last in _due(reading.item, looks, now)]
    return [position for _, _, position in sorted(due)[:MOST]]


def looked(item: Item, before: Look | None, now: datetime, failed: str = "") -> Look:
    """What is to be remembered of a look: what could not be had is still wanted for what was announced."""
    if failed and before is not None:
        return Look(link=item.link or "", at=now, title=before.title, dated=before.dated, failed=failed)
    return Look(link=item.link or "", at=now, title=item.title, dated=dated(item), failed=failed)


def dated(item: Item) -> str:
    """Its dates, to be compared."""
    return f"{item.published or ''} {item.updated or ''}"


def _due(item: Item, looks: Mapping[str, Look], now: datetime) -> Iterator[tuple[bool, datetime]]:
    """Whether the dates are the same, and when it was looked at last; nothing where it is not due."""
    look = looks.get(item.link or "")
    if look is not None and look.dated != dated(item) and not is_failing(item, looks, now):
        yield False, look.at
    elif item.published is not None and now - item.published.start <= YOUNG:
        last = look.at if look else item.published.start
        if not _is_lately(last, now):
            yield True, last


def _is_lately(moment: datetime, now: datetime) -> bool:
    """A moment ahead comes from a clock that was once wrong, and counts for nothing."""
    return timedelta(0) <= now - moment < APART
