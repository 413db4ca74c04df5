"""Items in which nobody was found speaking still say something: their headline, said by the outlet alone."""

from __future__ import annotations

import dataclasses

from board.model import Channel, Identity, Item, Statement
from board.outcome import ItemReading
from board.spec import SourceSpec


def with_headline(reading: ItemReading, spec: SourceSpec) -> ItemReading:
    """The reading with its headline as a statement without a stance, where it has no statement at all."""
    if reading.statements or spec.gives != "statements" or not reading.item.title:
        return reading
    return dataclasses.replace(reading, statements=(_headline(reading.item, spec.title),))


def _headline(item: Item, outlet: str) -> Statement:
    return Statement(
        speaker="",
        organisation=outlet,
        identity=Identity.ORGANISATION,
        channel=Channel.WEBSITE,
        stance=None,
        text=item.title,
        published=item.published,
        url=item.link,
    )
