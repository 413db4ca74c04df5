"""A dated event of a source."""

from __future__ import annotations

from board.panels import _words
from board.tui.pages._kept import kept
from board.tui.pages._page import Asked, Fact, Page, pairs


def page(asked: Asked) -> Page | None:
    """`None` where the store has no such event (any more)."""
    record = next((each for each in asked.snapshot.events() if each.ref == asked.ref), None)
    if record is None:
        return None
    event, zone = record.value, asked.config.board.time_zone
    fact = Fact(what=event.title, said_by=record.provenance.source_title, as_of=event.when, url=event.url,
                provenance=record.provenance)  # fmt: skip
    return Page(
        ref=asked.ref,
        title=event.title,
        parts=(
            pairs(
                ("when", _words.date(event.when, zone)),
                ("until", _words.date(event.until, zone) if event.until else None),
                ("page", event.url),
                ("note", event.note),
            ),
            *kept(asked),
        ),
        facts=(fact,),
    )
