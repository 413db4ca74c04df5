"""One outcome into the store: everything it brought, and how its source is now, in one transaction."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from board.outcome import Body, Empty, Failed, Held, Outcome, Reading, Receipt, Unchanged, Updated
from board.store import bodies, pending
from board.store.editions import put_editions
from board.store.events import put_events
from board.store.items import put_items
from board.store.looks import keep_looks
from board.store.origins import Fold, group
from board.store.people import moment
from board.store.said import put_said
from board.store.sources import enter, facts, settle
from board.store.times import to_stamp
from board.store.writing import Applied, Writing

if TYPE_CHECKING:
    from board.spec import SourceSpec
    from board.store.connect import Database

_LATE = timedelta(hours=6)
"""How late a page may be in listing what it has published."""


def apply(database: Database, outcome: Outcome, spec: SourceSpec, fold: Fold | None) -> Applied:
    """Keep what became of a source; what that changed. Raises: StoreError, with nothing of it kept."""
    with database.write():
        enter(database, spec)
        applied = _put(database, outcome, spec, fold)
        change = settle(database, spec, outcome, changed=applied.changed, left_out=applied.left_out)
    return replace(applied, state=change)


def _put(database: Database, outcome: Outcome, spec: SourceSpec, fold: Fold | None) -> Applied:
    match outcome:
        case Updated():
            return _put_updated(database, outcome, spec, fold)
        case Held():
            keep_looks(database, spec.name, outcome.looks)
            writing = _begin(database, spec, outcome.receipt)
            _put_held(writing, outcome.reading, outcome.reason)
            return _end(writing)
        case Empty(receipt=receipt) | Failed(receipt=Receipt() as receipt):
            _begin(database, spec, receipt)
            return Applied()
        case Failed() | Unchanged():
            return Applied()


def _put_updated(database: Database, outcome: Updated, spec: SourceSpec, fold: Fold | None) -> Applied:
    """Keep a reading that is shown, with the articles behind it; whatever of the source waited waits no longer."""
    for body in outcome.articles:
        bodies.keep(database, body, outcome.receipt.retrieved)
    keep_looks(database, spec.name, outcome.looks)
    writing = _begin(database, spec, outcome.receipt)
    last = facts(database, spec.name)
    writing.rereads = last.extracted_by not in (None, outcome.receipt.extracted_by)
    writing.same_body = last.body_hash == outcome.receipt.body_hash
    writing.read_until = last.health.last_good and last.health.last_good - _LATE
    writing.withdraws = spec.path is not None and not outcome.partial
    pending.drop(database, spec.name)
    put_reading(writing, outcome.reading)
    group(writing, fold)
    return _end(writing)


def _begin(database: Database, spec: SourceSpec, receipt: Receipt) -> Writing:
    """Write the receipt down, and the body it is of."""
    if receipt.body is not None:
        body = Body(hash=receipt.body_hash, data=receipt.body, charset=receipt.charset)
        bodies.keep(database, body, receipt.retrieved)
    number = database.run(
        "INSERT INTO receipts (source, retrieved, url, final_url, status, body_hash, extracted_by)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (spec.name, to_stamp(receipt.retrieved), receipt.url, receipt.final_url, receipt.status, receipt.body_hash,
         receipt.extracted_by),
    )  # fmt: skip
    return Writing(database=database, spec=spec, receipt=receipt, receipt_id=number)


def put_reading(writing: Writing, reading: Reading) -> None:
    """Keep all that a reading says, inside a transaction. Raises: StoreError."""
    put_items(writing, reading.items)
    put_editions(writing, reading.editions, None)
    put_said(writing, None, reading.statements, reading.figures, "re-read" if writing.rereads else "new")
    put_events(writing, reading.events)


def _put_held(writing: Writing, reading: Reading, reason: str) -> None:
    """Keep a reading that waits: its editions, and what it says besides hanging on the first of them.

    One without an edition waits whole.
    """
    editions = put_editions(writing, reading.editions, reason)
    if editions:
        writing.held_by = editions[-1]
        put_said(writing, None, reading.statements, reading.figures, "new")
    else:
        pending.keep(writing, reading, reason)


def _end(writing: Writing) -> Applied:
    applied = writing.applied()
    if applied.changed:
        moment(writing.database, writing.known)
    return applied
