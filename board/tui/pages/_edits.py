"""What was changed in an article after it was published, as a page of its own."""

from __future__ import annotations

from board.tui.pages._article import edits
from board.tui.pages._page import Asked, Page, item_fact


def edits_of(asked: Asked) -> Page | None:
    """Every change of the item a ref names, or of the one its statement stands in; `None` where there is none."""
    record = asked.snapshot.statement(asked.ref)
    item = record.item_ref if record is not None else asked.ref
    versions = asked.snapshot.item(item) if item else ()
    if len(versions) < 2:
        return None
    newest = versions[-1].item
    facts = (item_fact(item, newest, asked.snapshot),) if item else ()
    return Page(ref=asked.ref, title=f"Edited: {newest.title}", parts=tuple(edits(versions)), facts=facts)
