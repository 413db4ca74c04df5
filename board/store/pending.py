"""Readings without a table that failed their guard: the last of each source waits whole, until a person decides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from board.outcome import Reading, Receipt
from board.snapshot import HeldReading
from board.store.codec import UnreadableError, UnstorableError, dump, load
from board.store.times import from_stamp

if TYPE_CHECKING:
    from board.store.connect import Database
    from board.store.lens import Lens
    from board.store.writing import Writing

_REF = "held:"


@dataclass(frozen=True, slots=True)
class Waiting:
    """A reading with how it was come by."""

    receipt_id: int
    receipt: Receipt
    reading: Reading


def source_of(ref: str) -> str | None:
    """The source whose reading a ref names; `None` where it names something else."""
    return ref.removeprefix(_REF) if ref.startswith(_REF) else None


def keep(writing: Writing, reading: Reading, reason: str) -> None:
    """Let a reading wait, in place of one that waited before. Raises: StoreError."""
    try:
        value = dump(reading)
    except UnstorableError:
        writing.left_out += reading.count
        return
    writing.database.run(
        "INSERT OR REPLACE INTO pending VALUES (?, ?, ?, ?, ?)",
        (writing.source, writing.receipt_id, writing.stamp, reason, value),
    )
    writing.held.append(f"{_REF}{writing.source}")


def drop(database: Database, source: str) -> None:
    """Nothing of this source waits any longer. Raises: StoreError."""
    database.run("DELETE FROM pending WHERE source = ?", (source,))


def held(database: Database, lens: Lens) -> list[HeldReading]:
    """What waits, newest first; at a past time only what waited then and still does. Raises: StoreError."""
    sql = "SELECT source, reason, since FROM pending WHERE since <= ? ORDER BY since DESC, source LIMIT 500"
    return [
        HeldReading(ref=f"{_REF}{source}", source=source, edition=None, reason=reason, since=from_stamp(since))
        for source, reason, since in database.rows(sql, (lens.stamp,))
    ]


def bodies(database: Database) -> list[str]:
    """Hashes of the bodies that waiting readings were made of. Raises: StoreError."""
    sql = "SELECT r.body_hash FROM pending p JOIN receipts r ON r.id = p.receipt"
    return [row[0] for row in database.rows(sql)]


def waiting(database: Database, source: str) -> Waiting | None:
    """The reading of a source that waits; `None` where none does, or it cannot be read any more. Raises: StoreError."""
    row = database.row(
        "SELECT p.value, r.id, r.retrieved, r.url, r.final_url, r.status, r.body_hash, r.extracted_by"
        " FROM pending p JOIN receipts r ON r.id = p.receipt WHERE p.source = ?",
        (source,),
    )
    if row is None:
        return None
    try:
        return Waiting(row[1], _receipt(*row[2:]), load(Reading, row[0]))
    except UnreadableError:
        return None


def _receipt(
    retrieved: int, url: str, final_url: str, status: int | None, body_hash: str, extracted_by: str
) -> Receipt:
    return Receipt(
        retrieved=from_stamp(retrieved),
        url=url,
        final_url=final_url,
        status=status,
        body_hash=body_hash,
        extracted_by=extracted_by,
    )
