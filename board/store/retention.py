"""What may be let go of: raw bodies that are old or too many, the oldest items of a source that has very many, and the
log of readings that changed nothing.

Figures, editions, decisions and notes stay, and items that something stands on (see `board.store.thinning`). Of the
bodies, those stay that something stands on: a noted or decided record, a reading that waits, and the newest edition of
each force.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from board.store import pending, tables
from board.store.lens import Lens
from board.store.looks import forget_looks
from board.store.provenance import provenance
from board.store.schema import WORD_INDEXES
from board.store.thinning import thin
from board.store.times import SECOND, to_stamp

if TYPE_CHECKING:
    from board.store.connect import Database

MIB = 1 << 20
_DAY = 24 * 3600 * SECOND
_LOG_KEPT = timedelta(days=90)
"""After this, one reading a day of each source is enough of a record."""


@dataclass(frozen=True, slots=True)
class Retired:
    """What was let go of."""

    bodies: int
    bytes: int
    """As they lay in the store, packed."""
    items: int = 0


def retire(
    database: Database, *, now: datetime, keep: timedelta, keep_mib: int, keep_items: int, queries: Iterable[str]
) -> Retired:
    """Let go of bodies older than `keep`, then of the oldest until what is left is at most `keep_mib`; and of the
    oldest items of a source that has more than `keep_items`. What one of `queries` finds stays.

    Raises: StoreError.
    """
    standing = _standing(database)
    with database.write():
        rows = database.rows("SELECT hash, kept, length(data) FROM bodies ORDER BY kept DESC, hash")
        gone = _surplus([row for row in rows if row[0] not in standing], rows, to_stamp(now - keep), keep_mib * MIB)
        database.run_many("DELETE FROM bodies WHERE hash = ?", [(body,) for body, _ in gone])
        _thin_log(database, to_stamp(now - _LOG_KEPT))
        forget_looks(database, now)
        items = thin(database, now=now, most=keep_items, queries=queries)
    return Retired(len(gone), sum(size for _, size in gone), items)


def _surplus(
    free: list[tuple[str, int, int]], every: list[tuple[str, int, int]], oldest: int, most: int
) -> list[tuple[str, int]]:
    """Hash and size of those to go. `free` are the ones nothing stands on, newest first."""
    total = sum(size for _, _, size in every)
    gone = []
    for body, kept, size in reversed(free):
        if kept < oldest or total > most:
            gone.append((body, size))
            total -= size
    return gone


def _standing(database: Database) -> set[str]:
    """Hashes of the bodies that something stands on."""
    noted = "SELECT DISTINCT ref FROM notes UNION SELECT DISTINCT ref FROM decisions"
    refs = [row[0] for row in database.rows(noted)]
    refs += [reading.ref for reading in tables.held(database, Lens())]
    for (force,) in database.rows("SELECT DISTINCT force FROM editions"):
        refs += [edition.ref for edition in tables.editions(database, Lens(), force, most=2)]
    found = (provenance(database, ref) for ref in refs)
    standing = {came.body_hash for came in found if came is not None and came.body_hash is not None}
    return standing.union(pending.bodies(database))


def _thin_log(database: Database, before: int) -> None:
    next_day = f"(observations.at / {_DAY} + 1) * {_DAY}"
    database.run(
        "DELETE FROM observations WHERE at < ?1 AND EXISTS (SELECT 1 FROM observations later"
        " WHERE later.source = observations.source AND later.at > observations.at"
        f" AND later.at < {next_day} AND later.word = observations.word)",
        (before,),
    )


def tidy(database: Database) -> None:
    """Merge pieces of the word indexes and fold the log into the file: for when nothing else is to be done.

    Raises: StoreError.
    """
    with database.write():
        for table in WORD_INDEXES:
            database.run(f"INSERT INTO {table} ({table}, rank) VALUES ('merge', 500)")
    database.rows("PRAGMA wal_checkpoint(PASSIVE)")
