"""A damaged file whose list of tables is lost: read through a copy that is given the list of a new store.

The first page holds the header, and where the list of the tables begins, which goes on in a few others. They are the
same in every store that this schema made, so another store's will do for reading; the damaged file itself is not
touched.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

_PAGE = 4096
_HEADER = 100
_PAGES, _FREE = slice(28, 32), slice(32, 40)
_INTERIOR, _CELLS = 5, 112
"""The sort of a page that only points to others, and where on the first one its pointers begin."""


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
    """The file as it is, with another header, with another first page, with another list."""
    yield damaged
    for length, pages in ((_HEADER, ()), (_PAGE, ()), (_PAGE, pages_of_list(whole))):
        _lend(damaged, whole, copy, length, pages)
        yield copy


def pages_of_list(whole: Path) -> tuple[int, ...]:
    """The numbers of the pages, beside the first, on which the list of tables stands."""
    with whole.open("rb") as file:
        first = file.read(_PAGE)
    if first[_HEADER] != _INTERIOR:
        return ()
    count = int.from_bytes(first[_HEADER + 3 : _HEADER + 5])
    cells = (int.from_bytes(first[at : at + 2]) for at in range(_CELLS, _CELLS + 2 * count, 2))
    return (*(int.from_bytes(first[cell : cell + 4]) for cell in cells), int.from_bytes(first[_CELLS - 4 : _CELLS]))


def _lend(damaged: Path, whole: Path, copy: Path, length: int, pages: Sequence[int]) -> None:
    """Copy the damaged file, its log too, with the first bytes of the whole one, made fit for its size, and pages."""
    shutil.copyfile(damaged, copy)
    log = damaged.with_name(damaged.name + "-wal")
    if log.exists():
        shutil.copyfile(log, copy.with_name(copy.name + "-wal"))
    with whole.open("rb") as file:
        start = bytearray(file.read(length))
    start[_PAGES] = (damaged.stat().st_size // _PAGE).to_bytes(4)
    start[_FREE] = bytes(8)
    with copy.open("r+b") as file, whole.open("rb") as lender:
        file.write(start)
        for page in pages:
            lender.seek((page - 1) * _PAGE)
            file.seek((page - 1) * _PAGE)
            file.write(lender.read(_PAGE))


def _lists_tables(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(path, timeout=1)) as connection:
            return connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'statements'").fetchone() is not None
    except sqlite3.DatabaseError:
        return False
