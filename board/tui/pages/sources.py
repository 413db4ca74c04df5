"""Several sources of which one line of the changes tells: each of them by itself."""

from __future__ import annotations

from board.shapes import Entry, Feed
from board.tui.draw.lines import Run
from board.tui.pages._page import Asked, Page, Part, Prose


def page(asked: Asked) -> Page | None:
    """`None` where the panel it was asked from tells of no such sources (any more)."""
    shape = asked.view.shape if asked.view else None
    entries = shape.entries if isinstance(shape, Feed) else ()
    entry = next((each for each in entries if each.ref == asked.ref), None)
    return Page(ref=asked.ref, title=f"{entry.word}: {entry.who}", parts=_parts(entry)) if entry else None


def _parts(entry: Entry) -> tuple[Part, ...]:
    alike = entry.data.get("alike")
    told = alike if isinstance(alike, list) else []
    return tuple(Prose((Run(f"{each['title']}: ", "strong"), Run(str(each["text"]))), 2) for each in told)
