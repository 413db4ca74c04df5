"""Editions of a force's table: kept once each, a corrected one in the place of the one it corrects."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from board.store.codec import UnstorableError, dump
from board.store.keys import edition_content, edition_slot
from board.store.times import believable, said_by, stamp_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from board.model import Edition
    from board.store.writing import Writing


def put_editions(writing: Writing, editions: Sequence[Edition], held: str | None) -> list[int]:
    """Keep the editions of one reading; their ids. `held` is why they wait for a person, `None` where they need not.

    Raises: StoreError.
    """
    identities = []
    for edition in reversed(editions):
        try:
            identities.append(_put_edition(writing, edition, held))
        except UnstorableError:
            writing.left_out += 1
    if held is None:
        _close_unsaid(writing, identities)
    return identities


def _put_edition(writing: Writing, edition: Edition, held: str | None) -> int:
    slot, content = edition_slot(writing.source, edition), edition_content(edition)
    known = _latest(writing, slot, edition)
    for row in known:
        if row[1] == content:
            _seen_again(writing, row[0], row[2], held)
            return int(row[0])
    cause = "re-read" if writing.rereads and known else "edited" if known and edition.as_of is not None else "new"
    identity = _add(writing, edition, slot, content, held, cause)
    _close_pending(writing, slot, identity)
    if held is None and edition.as_of is not None:
        _close(writing, [row[0] for row in known])
    return identity


def _latest(writing: Writing, slot: bytes, edition: Edition) -> list[Any]:
    """Present editions of the slot: all of a dated one, only the last of an undated one (it may come back later)."""
    sql = "SELECT id, content, held FROM editions WHERE slot = ? AND known_to IS NULL ORDER BY known_from DESC, id DESC"
    rows = writing.database.rows(sql, (slot,))
    return rows if edition.as_of is not None else rows[:1]


def _seen_again(writing: Writing, identity: int, was_held: str | None, held: str | None) -> None:
    database = writing.database
    database.run("UPDATE editions SET last_seen = max(last_seen, ?) WHERE id = ?", (writing.stamp, identity))
    if was_held is not None and held is None:
        sql = "UPDATE editions SET released = ? WHERE id = ? AND released IS NULL"
        database.run(sql, (writing.stamp, identity))


def _add(writing: Writing, edition: Edition, slot: bytes, content: bytes, held: str | None, cause: str) -> int:
    said = believable(edition.published, writing.known) or believable(edition.as_of, writing.known)
    about = edition.as_of or said
    now = writing.stamp
    body = dump(dataclasses.replace(edition, rows=()))
    rows = [(position, row.nation, dump(row)) for position, row in enumerate(edition.rows)]
    identity = writing.new_id("editions", said.start if said else writing.known)
    writing.database.run(
        "INSERT INTO editions VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL, ?, ?, NULL, ?, ?, ?)",
        (identity, writing.source, edition.force, slot, content, writing.receipt_id, cause, now, now, held,
         said_by(said, now), stamp_of(about, now), body),
    )  # fmt: skip
    writing.database.run_many("INSERT INTO edition_rows VALUES (?, ?, ?, ?)", [(identity, *row) for row in rows])
    (writing.editions if held is None else writing.held).append(f"edition:{identity}")
    return identity


def _close(writing: Writing, identities: Sequence[int]) -> None:
    stamps = [(writing.stamp, identity) for identity in identities]
    writing.database.run_many("UPDATE editions SET known_to = ? WHERE id = ?", stamps)


def _close_pending(writing: Writing, slot: bytes, identity: int) -> None:
    """What waits for a person in the same place waits no longer: the source says something else now."""
    writing.database.run(
        "UPDATE editions SET known_to = ? WHERE slot = ? AND id <> ? AND known_to IS NULL AND held IS NOT NULL"
        " AND released IS NULL AND NOT EXISTS (SELECT 1 FROM decisions d WHERE d.ref = 'edition:' || editions.id"
        " AND d.kind = 'accept')",
        (writing.stamp, slot, identity),
    )


def _close_unsaid(writing: Writing, said: Sequence[int]) -> None:
    """What the same bytes gave under other options, or a person's own file gave before, and now do not."""
    body, reader = writing.receipt.body_hash, writing.receipt.extracted_by
    rows = writing.database.rows(
        "SELECT e.id FROM editions e JOIN receipts r ON r.id = e.receipt WHERE e.source = ? AND e.known_to IS NULL"
        " AND (? OR (r.body_hash = ? AND r.extracted_by <> ?))",
        (writing.source, writing.withdraws, body, reader),
    )
    _close(writing, [row[0] for row in rows if row[0] not in said])
