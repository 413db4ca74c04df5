"""Records as JSON objects that say which sort they are; the names of their keys are a contract with scripts."""

from __future__ import annotations

from typing import Any

from board.model import Edition, Event, Figure, Item, LeftOut, Row, Statement
from board.text import records

Json = dict[str, Any]


def item(value: Item) -> Json:
    return {"type": "item", **records.item(value)}


def row(value: Row) -> Json:
    return {"type": "row", **records.row(value)}


def statement(value: Statement) -> Json:
    """With the place of its words in the text they were read from."""
    return {"type": "statement", **records.statement(value), "span": list(value.span) if value.span else None}


def figure(value: Figure) -> Json:
    return {"type": "figure", **records.figure(value)}


def edition(value: Edition) -> Json:
    return {"type": "edition", **records.edition(value)}


def event(value: Event) -> Json:
    return {"type": "event", **records.event(value)}


def problem(what: str, why: str) -> Json:
    """Something that was not taken, or could not be read."""
    return {"type": "problem", "what": what, "why": why}


def left_out(value: LeftOut) -> Json:
    """What was seen and not taken, with the reason."""
    return {"type": "left_out", "what": value.what, "why": value.why}
