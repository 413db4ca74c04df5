"""An event that stands in board.toml."""

from __future__ import annotations

from board.panels import _words
from board.tui.pages._kept import kept
from board.tui.pages._page import Asked, Fact, Page, pairs


def page(asked: Asked) -> Page | None:
    """`None` where board.toml has no such event (any more)."""
    number = int(asked.key) if asked.key.isdecimal() else 0
    if not 1 <= number <= len(asked.config.events):
        return None
    event, zone = asked.config.events[number - 1], asked.config.board.time_zone
    until = _words.date(event.until, zone) if event.until else None
    facts = pairs(("when", _words.date(event.when, zone)), ("until", until), ("page", event.url), ("note", event.note))
    fact = Fact(what=event.title, said_by=asked.config.shown_as, as_of=event.when, url=event.url)
    return Page(ref=asked.ref, title=event.title, parts=(facts, *kept(asked)), facts=(fact,))
