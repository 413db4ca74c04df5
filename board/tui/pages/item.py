"""An article by itself: its words now, and what was changed in them."""

from __future__ import annotations

from board.panels import _words
from board.tui.pages._article import article, edits
from board.tui.pages._kept import kept
from board.tui.pages._page import Asked, Page, item_fact, pairs


def page(asked: Asked) -> Page | None:
    """`None` where the store has no such item (any more)."""
    versions = asked.snapshot.item(asked.ref)
    if not versions:
        return None
    item = versions[-1].item
    about = pairs(
        ("published", _words.to_the_minute(item.published, asked.config.board.time_zone)),
        ("by", ", ".join(item.authors)),
        ("page", item.link),
    )
    parts = (about, *edits(versions), *article(versions, ""), *kept(asked))
    return Page(ref=asked.ref, title=item.title, parts=parts, facts=(item_fact(asked.ref, item, asked.snapshot),))
