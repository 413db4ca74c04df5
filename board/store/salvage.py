"""What can be read of a damaged store put into a new one, which takes its place. Only on a person's word."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from board.errors import StoreError
from board.store.connect import open_for_writing
from board.store.failures import told
from board.store.first_page import legible
from board.store.header import refuse_foreign
from board.store.reindex import reindex
from board.store.schema import VERSION, WORD_INDEXES

if TYPE_CHECKING:
    from board.store.connect import Database

TABLES = (
    "sources", "source_states", "observations", "receipts", "bodies", "items", "item_keys", "item_versions",
    "statements", "origin_groups", "figures", "editions", "edition_rows", "events", "decisions", "notes", "read_marks",
    "looks", "moments", "pending",
)  # fmt: skip
"""All that is worth saving; the word indexes are made anew."""
_ENDINGS = ("", "-wal", "-shm")
"""Of the files of one store."""


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What came of it."""

    set_aside: Path
    """Where the damaged file lies now."""
    rows: int
    """Saved."""
    torn: tuple[str, ...]
    """Tables of which something could not be read."""


def salvage(path: Path, now: datetime) -> Salvaged:
    """Save what can be saved of the store at `path` into a new one, and put that in its place.

    Raises: StoreError where there is nothing to save, the file is another program's or a newer one's, or the new store
    cannot be written: then it stays where it is.
    """
    if not path.is_file():
        raise StoreError("cannot-open", f"{path} does not exist.")
    refuse_foreign(path)
    beside = path.with_name(f"{path.name}.mending")
    _remove(beside)
    try:
        found = _saved(path, beside)
        aside = _set_aside(path, now)
        beside.rename(path)
    finally:
        _remove(beside)
    return Salvaged(
        aside, sum(rows for rows, _ in found.values()), tuple(table for table, (_, whole) in found.items() if not whole)
    )


def _saved(path: Path, beside: Path) -> dict[str, tuple[int, bool]]:
    """Save into a new store; how many rows of each table, and whether these were all."""
    with closing(open_for_writing(beside)) as fresh, legible(path, beside) as readable:
        found = {table: _save(fresh, readable, table) for table in TABLES}
        _mend(fresh)
        reindex(fresh)
    return found


def is_whole(path: Path) -> bool:
    """Whether every page of the store at `path` can be read and agrees with the others; may take seconds.

    Raises: StoreError where that cannot be told: the file is missing, foreign, newer or in use.
    """
    refuse_foreign(path)
    try:
        with told(path):
            return _agrees(path) and _finds_words(path)
    except StoreError as error:
        if error.word not in ("corrupt", "not-a-store"):
            raise
        return False


def _agrees(path: Path) -> bool:
    """Whether SQLite finds nothing to complain of; a reader leaves the file as it is."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as reader:
        return bool(reader.execute("PRAGMA integrity_check(1)").fetchone()[0] == "ok")


def _finds_words(path: Path) -> bool:
    """Whether the word indexes are in order: SQLite looks at them only when told so by a write that changes nothing."""
    with closing(sqlite3.connect(path, isolation_level=None)) as writer:
        writer.execute("BEGIN IMMEDIATE")
        there = {row[0] for row in writer.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        for table in there.intersection(WORD_INDEXES):
            writer.execute(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")
        writer.execute("ROLLBACK")
    return True


def _set_aside(path: Path, now: datetime) -> Path:
    """Rename the file with its log, so that what the log holds is not lost."""
    stamp = now.strftime("%Y%m%dT%H%M%SZ")
    aside = path.with_name(f"{path.name}.damaged-{stamp}")
    for ending in _ENDINGS:
        old = path.with_name(path.name + ending)
        if old.exists():
            old.rename(aside.with_name(aside.name + ending))
    return aside


def _remove(path: Path) -> None:
    for ending in _ENDINGS:
        path.with_name(path.name + ending).unlink(missing_ok=True)


def _save(fresh: Database, aside: Path, table: str) -> tuple[int, bool]:
    """Copy what can be read of a table: how many rows, and whether it was read to its end."""
    columns = [row[1] for row in fresh.rows(f"PRAGMA table_info({table})")]
    marks = ", ".join("?" * len(columns))
    saved, whole = 0, True
    for row in _readable(aside, table, columns):
        if row is None:
            whole = False
            continue
        with fresh.write():
            fresh.run_many(f"INSERT OR IGNORE INTO {table} ({', '.join(columns)}) VALUES ({marks})", row)
        saved += len(row)
    return saved, whole


def _mend(fresh: Database) -> None:
    """Give what lost its receipt an empty one, so that it is shown, and forget items that lost all their words."""
    with fresh.write():
        for table in ("statements", "figures", "editions", "events"):
            fresh.run(
                "INSERT OR IGNORE INTO receipts SELECT receipt, source, min(known_from), '', '', NULL, '', 'lost'"
                f" FROM {table} t WHERE NOT EXISTS (SELECT 1 FROM receipts r WHERE r.id = t.receipt) GROUP BY receipt"
            )
        newest = "(SELECT max(v.id) FROM item_versions v WHERE v.item = items.id)"
        lost = "NOT EXISTS (SELECT 1 FROM item_versions v WHERE v.id = items.version)"
        fresh.run(f"UPDATE items SET version = {newest} WHERE {lost} AND {newest} IS NOT NULL")
        fresh.run(f"DELETE FROM items WHERE {lost}")
        fresh.run("DELETE FROM item_keys WHERE item NOT IN (SELECT id FROM items)")


_BATCH = 500
_FARTHEST = 1 << 62
_TRIES = 2000
"""Unreadable places of one table that are stepped over before it is given up."""


def _readable(aside: Path, table: str, columns: list[str]) -> Iterator[list[Any] | None]:
    """Batches of rows; `None` for a place that cannot be read. Tables by row id step over it, others end there."""
    try:
        with closing(sqlite3.connect(aside, timeout=1)) as damaged:
            damaged.text_factory = lambda raw: raw.decode("utf-8", "replace")
            there = {row[1] for row in damaged.execute(f"PRAGMA table_info({table})")}
            if not there and damaged.execute("PRAGMA user_version").fetchone()[0] < VERSION:
                return
            wanted = ", ".join(column if column in there else "NULL" for column in columns)
            if _has_row_id(damaged, table):
                yield from _by_row_id(damaged, table, wanted)
            else:
                yield from _straight(damaged, f"SELECT {wanted} FROM {table}")
    except sqlite3.DatabaseError:
        yield None


def _has_row_id(damaged: sqlite3.Connection, table: str) -> bool:
    sql = damaged.execute("SELECT sql FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    return sql is not None and "WITHOUT ROWID" not in sql[0]


def _straight(damaged: sqlite3.Connection, sql: str) -> Iterator[list[Any] | None]:
    cursor = damaged.execute(sql)
    while True:
        rows: list[Any] = []
        try:
            for _ in range(_BATCH):
                row = cursor.fetchone()
                if row is None:
                    yield rows
                    return
                rows.append(row)
        except sqlite3.DatabaseError:
            yield rows
            yield None
            return
        yield rows


def _by_row_id(damaged: sqlite3.Connection, table: str, wanted: str) -> Iterator[list[Any] | None]:
    """Forward until it breaks, then on from ever farther beyond the break."""
    sql = f"SELECT rowid, {wanted} FROM {table} WHERE rowid > ? ORDER BY rowid LIMIT {_BATCH}"
    last, stride = -_FARTHEST, 1
    for _ in range(_TRIES):
        rows, broken = _some(damaged, sql, last)
        if rows:
            last, stride = rows[-1][0], 1
            yield [row[1:] for row in rows]
        if broken:
            yield None
            last, stride = last + stride, min(stride * 2, _FARTHEST // 4)
        if last > _FARTHEST or not (broken or rows):
            return


def _some(damaged: sqlite3.Connection, sql: str, last: int) -> tuple[list[Any], bool]:
    """Rows beyond `last` as far as they can be read, and whether that ended at a place that cannot."""
    rows: list[Any] = []
    try:
        rows.extend(damaged.execute(sql, (last,)))
    except sqlite3.DatabaseError:
        return rows, True
    return rows, False
