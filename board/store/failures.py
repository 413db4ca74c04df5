"""What SQLite complains of, as sentences a person can act on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from board.errors import StoreError

_SENTENCES = {
    sqlite3.SQLITE_FULL: ("full", "The disk is full: {path} could not be written. Nothing was lost; free some space."),
    sqlite3.SQLITE_READONLY: ("readonly", "{path} cannot be written: the file or its folder is read-only."),
    sqlite3.SQLITE_BUSY: ("busy", "{path} is in use by another program that did not let go of it in time."),
    sqlite3.SQLITE_LOCKED: ("busy", "{path} is in use by another part of this program."),
    sqlite3.SQLITE_CORRUPT: (
        "corrupt",
        "{path} is damaged. It was left as it is; `board repair` sets it aside and saves what can be read.",
    ),
    sqlite3.SQLITE_NOTADB: ("not-a-store", "{path} is not a store of this program; it was left as it is."),
    sqlite3.SQLITE_CANTOPEN: ("cannot-open", "{path} cannot be opened: its folder is missing, full or not ours."),
    sqlite3.SQLITE_IOERR: ("io", "{path} could not be read or written: the disk gave an error."),
}
_PRIMARY = 0xFF
"""Extended result codes carry the primary one in their lowest byte."""


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn SQLite's errors inside into StoreError; a mistake in our own SQL stays what it is.

    Raises: StoreError.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise store_error(error, path) from error


def store_error(error: sqlite3.Error, path: Path) -> StoreError:
    """The StoreError for one of SQLite's. Raises: `error` itself where the mistake is the program's own."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None and isinstance(error, sqlite3.OperationalError):
        return StoreError("corrupt", f"{path} holds what cannot be read: {error}.")
    word, sentence = _SENTENCES.get((code or 0) & _PRIMARY, ("", ""))
    if not word:
        raise error
    return StoreError(word, sentence.format(path=path))
