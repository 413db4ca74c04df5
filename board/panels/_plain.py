"""Records as plain values for scripts: stable keys, ISO 8601 times, every word as it was read."""

from __future__ import annotations

from board.model import Figure, Statement
from board.snapshot import Provenance, Recorded, StatementRecord
from board.text.iso import iso


def provenance(record: Provenance) -> dict[str, object]:
    return {
        "source": record.source,
        "source_title": record.source_title,
        "url": record.url,
        "final_url": record.final_url,
        "retrieved": iso(record.retrieved),
        "last_seen": iso(record.last_seen),
        "status": record.status,
        "body_hash": record.body_hash,
        "extracted_by": record.extracted_by,
        "grade": record.grade,
    }


def figure(record: Recorded[Figure]) -> dict[str, object]:
    value = record.value
    return {
        "ref": record.ref,
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
        "source": record.provenance.source,
        "retrieved": iso(record.provenance.retrieved),
    }


def said(value: Statement) -> dict[str, object]:
    """A statement by itself, without how it came to the board."""
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


def statement(record: StatementRecord) -> dict[str, object]:
    """A statement with everything that hangs on it."""
    return {
        "ref": record.ref,
        **said(record.statement),
        "item": record.item_ref,
        "item_title": record.item_title,
        "edited": record.edited,
        "read": record.read,
        "notes": record.notes,
        "information": record.information,
        "figures": [figure(each) for each in record.figures],
        "repeats": [{"ref": ref, **said(same), "provenance": provenance(came)} for ref, same, came in record.repeats],
        "provenance": provenance(record.provenance),
    }
