"""A figure somebody gave outside a table."""

from __future__ import annotations

from board.panels import _names, _words
from board.tui.draw.lines import Run
from board.tui.pages._kept import kept
from board.tui.pages._page import Asked, Page, Prose, figure_fact, pairs


def page(asked: Asked) -> Page | None:
    """`None` where the store has no such figure (any more)."""
    record = asked.snapshot.figure(asked.ref)
    if record is None:
        return None
    figure, zone = record.value, asked.config.board.time_zone
    whose = " ".join(part for part in (figure.nation, _names.titled(figure.subject, asked.config)) if part)
    fact = figure_fact(record, whose)
    return Page(
        ref=asked.ref,
        title=fact.what,
        parts=(
            *((Prose((Run(f"“{figure.quote}”", "strong"),)),) if figure.quote else ()),
            pairs(
                ("says", fact.said_by),
                ("counts", _words.kind(figure.kind)),
                ("as of", _words.date(figure.as_of, zone)),
                ("published", _words.to_the_minute(figure.published, zone)),
                ("page", figure.url),
                ("read as", fact.read_as),
                ("note", figure.note),
            ),
            *kept(asked),
        ),
        facts=(fact,),
    )
