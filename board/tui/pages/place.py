"""A place of the map: what was said in which it is named."""

from __future__ import annotations

from board.panels import _names
from board.tui.draw.lines import Run
from board.tui.pages._kept import kept
from board.tui.pages._page import Asked, Heading, Page, Prose, pairs
from board.tui.pages._statements import fact_of, listed

_MOST = 50


def page(asked: Asked) -> Page | None:
    """`None` where board.toml has no such place (any more)."""
    place = next((each for each in asked.config.places if each.name == asked.key), None)
    if place is None:
        return None
    title = place.title or place.name
    records = asked.snapshot.statements(limit=_MOST, query=_names.query((title, *place.aliases)))
    found = tuple(listed(records, asked.config.board.time_zone)) or (Prose((Run("nothing found", "muted"),), 2),)
    about = pairs(
        ("also called", ", ".join(place.aliases)),
        ("sort", place.sort),
        ("lies at", f"{place.latitude:.4f} N, {place.longitude:.4f} E"),
        ("", place.url),
    )
    parts = (about, Heading("Named in"), *found, *kept(asked))
    return Page(ref=asked.ref, title=title, parts=parts, facts=tuple(map(fact_of, records)))
