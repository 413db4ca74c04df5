"""Records as plain JSON objects; the names of their keys are a contract with scripts."""

from __future__ import annotations

from typing import Any

from board.model import Check, Edition, Event, Figure, Item, LeftOut, Row, Statement
from board.text.iso import iso

Json = dict[str, Any]


def item(value: Item) -> Json:
    """`title link id published updated summary`, and the authors and language where the page gives them."""
    return {
        "type": "item",
        "title": value.title,
        "link": value.link,
        "id": value.guid,
        "published": iso(value.published),
        "updated": iso(value.updated),
        "summary": value.summary,
        "authors": list(value.authors),
        "language": value.language,
    }


def row(value: Row) -> Json:
    """`nation` is alpha-3 or null; `raw` is the number as printed."""
    return {
        "type": "row",
        "nation": value.nation,
        "name": value.name,
        "troops": value.troops,
        "raw": value.raw,
        "as_of": iso(value.as_of),
        "qualifier": value.qualifier.value,
        "kind": value.kind.value,
        "note": value.note,
    }


def statement(value: Statement) -> Json:
    """Who said what, how, to whom; `stance` is null for a headline."""
    return {
        "type": "statement",
        "speaker": value.speaker,
        "organisation": value.organisation,
        "role": value.role,
        "identity": value.identity.value,
        "channel": value.channel.value,
        "stance": value.stance.value if value.stance else None,
        "strength": value.strength.value,
        "text": value.text,
        "quote": value.quote,
        "origin": value.origin,
        "carriers": list(value.carriers),
        "url": value.url,
        "published": iso(value.published),
        "span": list(value.span) if value.span else None,
        "confidence": value.confidence.value,
    }


def figure(value: Figure) -> Json:
    """A number with what it counts, how it was hedged, and the words it was read from."""
    return {
        "type": "figure",
        "subject": value.subject,
        "nation": value.nation,
        "number": value.number,
        "qualifier": value.qualifier.value,
        "kind": value.kind.value,
        "as_of": iso(value.as_of),
        "quote": value.quote,
        "said_by": value.said_by,
        "url": value.url,
        "published": iso(value.published),
        "confidence": value.confidence.value,
    }


def edition(value: Edition) -> Json:
    """One issue of a table: totals, number of nations, and the checks it was put to."""
    return {
        "type": "edition",
        "force": value.force,
        "as_of": iso(value.as_of),
        "total_stated": value.total_stated,
        "total_summed": value.total_summed,
        "nations": len({row.nation for row in value.rows if row.nation}),
        "nations_stated": value.nations_stated,
        "complete": value.complete,
        "checks": [check(entry) for entry in value.checks],
    }


def check(value: Check) -> Json:
    """`passed` is null where it could not be judged."""
    return {"name": value.name, "passed": value.passed, "detail": value.detail}


def event(value: Event) -> Json:
    """Something dated."""
    return {
        "type": "event",
        "title": value.title,
        "when": iso(value.when),
        "until": iso(value.until),
        "url": value.url,
        "note": value.note,
    }


def problem(what: str, why: str) -> Json:
    """Something that was not taken, or could not be read."""
    return {"type": "problem", "what": what, "why": why}


def left_out(value: LeftOut) -> Json:
    """What was seen and not taken, with the reason."""
    return {"type": "left_out", "what": value.what, "why": value.why}
