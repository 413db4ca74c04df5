"""Opening the file: ours or refused untouched, brought forward with a backup, and every error a sentence."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

from board.errors import StoreError
from board.store.codec import sound
from board.store.failures import told
from board.store.header import examine, has_log, refuse_newer
from board.store.migrating import Tell, bring_forward, silent
from board.store.schema import VERSION

PATIENCE = 15.0
"""Seconds to wait for another writer."""
_PATIENCE_AT_CLOSE = 500
"""Milliseconds to wait for readers before the log is left to the next one who closes."""
_PRAGMAS = ("foreign_keys = OFF", "synchronous = FULL", "temp_store = MEMORY", "cache_size = -16000")


@dataclass(frozen=True, slots=True)
class Database:
    """One connection, shared by the threads of a process one at a time; its errors are StoreError."""

    path: Path
    connection: sqlite3.Connection
    lock: threading.RLock = field(default_factory=threading.RLock)
    readonly: bool = False

    def rows(self, sql: str, values: Sequence[Any] = ()) -> list[Any]:
        """All rows of a query the caller has bounded. Raises: StoreError."""
        with self.lock, told(self.path):
            return self.connection.execute(sql, _bound(values)).fetchall()

    def row(self, sql: str, values: Sequence[Any] = ()) -> Any:
        """The first row, or `None`. Raises: StoreError."""
        with self.lock, told(self.path):
            return self.connection.execute(sql, _bound(values)).fetchone()

    def value(self, sql: str, values: Sequence[Any] = ()) -> Any:
        """The first column of the first row, or `None`. Raises: StoreError."""
        row = self.row(sql, values)
        return row[0] if row is not None else None

    def run(self, sql: str, values: Sequence[Any] = ()) -> int:
        """Run a statement inside `write()`; the row id it made. Raises: StoreError."""
        with told(self.path):
            return self.connection.execute(sql, _bound(values)).lastrowid or 0

    def run_many(self, sql: str, values: Sequence[Sequence[Any]]) -> None:
        """Run a statement for each of `values` inside `write()`. Raises: StoreError."""
        with told(self.path):
            self.connection.executemany(sql, [_bound(row) for row in values])

    @contextmanager
    def write(self) -> Iterator[None]:
        """One transaction, all of it or nothing. `BEGIN IMMEDIATE` waits for its turn where a plain one fails at once.

        Raises: StoreError.
        """
        with self.lock, told(self.path):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.connection.execute("COMMIT")
            finally:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")

    def close(self) -> None:
        """Fold the write-ahead log into the file and let go of it. Never raises: what is committed is safe anyway."""
        with self.lock:
            try:
                self.connection.execute(f"PRAGMA busy_timeout = {_PATIENCE_AT_CLOSE}")
                self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            except sqlite3.Error:
                return
            finally:
                self.connection.close()


def _bound(values: Sequence[Any]) -> list[Any]:
    """Values that SQLite can take: text without lone surrogates, which would end a transaction half-way."""
    return [sound(value) if isinstance(value, str) else value for value in values]


def open_for_writing(path: Path, tell: Tell = silent) -> Database:
    """The store at `path`, made or brought forward where needed; `tell` gets a sentence where that may take a while.

    Raises: StoreError; a foreign, newer or damaged file is left exactly as it is.
    """
    with told(path):
        _make_folder(path.parent)
        examine(path)
        connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
        database = Database(path, connection)
        try:
            _prepare(database, tell)
        except BaseException:
            connection.close()
            raise
        return database


def open_for_reading(path: Path) -> Database:
    """The store at `path`, never written to: for a full disk, a read-only folder or a look at another's store.

    Raises: StoreError.
    """
    with told(path):
        if not examine(path):
            raise StoreError("cannot-open", f"{path} does not exist, or is empty.")
        connection = _reader(path)
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version != VERSION:
            connection.close()
            refuse_newer(path, version)
            raise StoreError("readonly", f"{path} is from an older version (schema {version}); open it once to write.")
        return Database(path, connection, readonly=True)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        elsewhere = "--store FILE or $BOARD_STORE keeps the board elsewhere"
        raise StoreError("cannot-open", f"{folder} cannot be made: {error.strerror}; {elsewhere}.") from error


def _reader(path: Path) -> sqlite3.Connection:
    """A connection that only reads. Where SQLite can make no `-shm`, a store without a log can be read as it is."""
    connection = sqlite3.connect(_address(path, "mode=ro"), uri=True, timeout=PATIENCE, check_same_thread=False)
    connection.isolation_level = None
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError:
        connection.close()
        if has_log(path):
            raise
        connection = sqlite3.connect(_address(path, "mode=ro&immutable=1"), uri=True, check_same_thread=False)
        connection.isolation_level = None
    return connection


def _address(path: Path, options: str) -> str:
    return f"file:{quote(str(path.absolute()))}?{options}"


def _prepare(database: Database, tell: Tell) -> None:
    connection = database.connection
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    refuse_newer(database.path, version)
    if version < VERSION:
        bring_forward(database, tell)
    if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        connection.execute("PRAGMA journal_mode = WAL")
