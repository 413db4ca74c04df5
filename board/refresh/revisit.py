"""Articles are edited after they are published: which of those already read are looked at again. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from board.outcome import ItemReading

YOUNG = timedelta(days=2)
"""Older articles are hardly ever edited."""
APART = timedelta(hours=6)
"""Between two looks at one article."""
MOST = 3
"""Articles a pass."""


def to_revisit(
    items: Sequence[ItemReading], kept: Sequence[bool], looked: Mapping[str, datetime], now: datetime
) -> list[int]:
    """Where the items stand whose kept articles are due for another look, the one longest not looked at first.

    `looked` says when, by link; an article it does not know was last looked at when it was published.
    """
    due: list[tuple[datetime, int]] = []
    for position, (reading, is_kept) in enumerate(zip(items, kept, strict=True)):
        published, link = reading.item.published, reading.item.link
        if not is_kept or link is None or published is None or now - published.start > YOUNG:
            continue
        last = looked.get(link, published.start)
        if now - last >= APART:
            due.append((last, position))
    return [position for _, position in sorted(due)[:MOST]]
