"""Records as plain values for scripts: stable keys, ISO 8601 times, every word as it was read, unknown as `None`."""

from __future__ import annotations

from board.model import Check, Edition, Event, Figure, Item, Row, Statement
from board.snapshot import FoundItem, Provenance
from board.text.iso import iso

Plain = dict[str, object]


def item(value: Item) -> Plain:
    """One entry of a page; authors and language where the page gives them."""
    return {
        "title": value.title,
        "link": value.link,
        "id": value.guid,
        "published": iso(value.published),
        "updated": iso(value.updated),
        "summary": value.summary,
        "authors": list(value.authors),
        "language": value.language,
    }


def row(value: Row) -> Plain:
    """`nation` is alpha-3; `raw` is the number as printed."""
    return {
        "nation": value.nation,
        "name": value.name,
        "troops": value.troops,
        "raw": value.raw,
        "as_of": iso(value.as_of),
        "qualifier": value.qualifier.value,
        "kind": value.kind.value,
        "note": value.note,
    }


def statement(value: Statement) -> Plain:
    """Who said what, how, to whom, by itself, without how it came to the board; no stance is a headline."""
    return {
        "speaker": value.speaker or None,
        "organisation": value.organisation or None,
        "role": value.role or None,
        "identity": value.identity.value,
        "channel": value.channel.value,
        "stance": value.stance.value if value.stance else None,
        "strength": value.strength.value,
        "text": value.text,
        "quote": value.quote,
        "origin": value.origin or None,
        "carriers": list(value.carriers),
        "published": iso(value.published),
        "url": value.url,
        "confidence": value.confidence.value,
        "note": value.note,
    }


def figure(value: Figure) -> Plain:
    """A number with what it counts, how it was hedged, and the words it was read from."""
    return {
        "subject": value.subject or None,
        "nation": value.nation,
        "number": value.number,
        "qualifier": value.qualifier.value,
        "kind": value.kind.value,
        "as_of": iso(value.as_of),
        "published": iso(value.published),
        "said_by": value.said_by or None,
        "quote": value.quote,
        "url": value.url,
        "confidence": value.confidence.value,
        "note": value.note,
    }


def edition(value: Edition) -> Plain:
    """One issue of a table: totals, number of nations, and the checks it was put to."""
    return {
        "force": value.force,
        "as_of": iso(value.as_of),
        "total_stated": value.total_stated,
        "total_summed": value.total_summed,
        "nations": len({each.nation for each in value.rows if each.nation}),
        "nations_stated": value.nations_stated,
        "complete": value.complete,
        "checks": [check(each) for each in value.checks],
    }


def check(value: Check) -> Plain:
    """`passed` is `None` where it could not be judged."""
    return {"name": value.name, "passed": value.passed, "detail": value.detail}


def event(value: Event) -> Plain:
    """Something dated."""
    return {
        "title": value.title,
        "when": iso(value.when),
        "until": iso(value.until),
        "url": value.url,
        "note": value.note,
    }


def found_item(value: FoundItem, text: str) -> Plain:
    """An article that a search found, told by `text`."""
    return {
        "ref": value.ref,
        "title": value.item.title,
        "text": text,
        "published": iso(value.item.published),
        "url": value.item.link,
        "source": value.provenance.source,
        "retrieved": iso(value.provenance.retrieved),
        "edited": value.edited,
        "dated_ahead": value.dated_ahead,
    }


def provenance(value: Provenance) -> Plain:
    """Where a record came from, and when."""
    return {
        "source": value.source,
        "source_title": value.source_title,
        "url": value.url,
        "final_url": value.final_url,
        "retrieved": iso(value.retrieved),
        "last_seen": iso(value.last_seen),
        "status": value.status,
        "body_hash": value.body_hash,
        "extracted_by": value.extracted_by,
        "grade": value.grade,
    }
