"""What the store tells of a record, as plain values for scripts: the record itself and all that hangs on it."""

from __future__ import annotations

from board.model import Figure
from board.panels import _put_right
from board.snapshot import Recorded, StatementRecord
from board.text import records
from board.text.iso import iso


def figure(record: Recorded[Figure]) -> records.Plain:
    """A figure with where it came from."""
    came = record.provenance
    return {
        "ref": record.ref,
        **records.figure(record.value),
        **_put_right.plain(record),
        "source": came.source,
        "retrieved": iso(came.retrieved),
    }


def statement(record: StatementRecord) -> records.Plain:
    """A statement with everything that hangs on it."""
    return {
        "ref": record.ref,
        **records.statement(record.statement),
        **_put_right.plain(record),
        "dated_ahead": record.dated_ahead,
        "item": record.item_ref,
        "item_title": record.item_title,
        "edited": record.edited,
        "read": record.read,
        "notes": record.notes,
        "information": record.information,
        "figures": [figure(each) for each in record.figures],
        "repeats": [
            {"ref": ref, **records.statement(same), "provenance": records.provenance(came)}
            for ref, same, came in record.repeats
        ],
        "provenance": records.provenance(record.provenance),
    }
