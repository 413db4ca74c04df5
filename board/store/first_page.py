"""A damaged file whose first page is lost: read through a copy that is given the first page of a new store.

The first page holds the header, and where the list of the tables begins. Both are the same in every store that this
schema made, so another store's will do for reading; the damaged file itself is not touched.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

_PAGE = 4096
_HEADER = 100
_PAGES, _FREE = slice(28, 32), slice(32, 40)


@contextmanager
def legible(damaged: Path, whole: Path) -> Iterator[Path]:
    """The damaged file, or where its tables cannot be found a copy in which they can be; gone when done.

    `whole` is a store whose first page may be lent.
    """
    copy = damaged.with_name(damaged.name + ".part")
    try:
        yield next(filter(_lists_tables, _candidates(damaged, whole, copy)), damaged)
    finally:
        for ending in ("", "-wal", "-shm"):
            copy.with_name(copy.name + ending).unlink(missing_ok=True)


def _candidates(damaged: Path, whole: Path, copy: Path) -> Iterator[Path]:
    """The file as it is, with another header, with another first page."""
    yield damaged
    for length in (_HEADER, _PAGE):
        _lend(damaged, whole, copy, length)
        yield copy


def _lend(damaged: Path, whole: Path, copy: Path, length: int) -> None:
    """Copy the damaged file, its log too, with the first bytes of the whole one, made fit for its size."""
    shutil.copyfile(damaged, copy)
    log = damaged.with_name(damaged.name + "-wal")
    if log.exists():
        shutil.copyfile(log, copy.with_name(copy.name + "-wal"))
    with whole.open("rb") as file:
        start = bytearray(file.read(length))
    start[_PAGES] = (damaged.stat().st_size // _PAGE).to_bytes(4)
    start[_FREE] = bytes(8)
    with copy.open("r+b") as file:
        file.write(start)


def _lists_tables(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(path, timeout=1)) as connection:
            return connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'statements'").fetchone() is not None
    except sqlite3.DatabaseError:
        return False
