"""Whose file it is, told from its first hundred bytes: a file that is not ours is not even opened by SQLite."""

from __future__ import annotations

from pathlib import Path

from board.errors import StoreError
from board.store.schema import APPLICATION_ID, VERSION

_MAGIC = b"SQLite format 3\0"
_SIZE = 100
_VERSION, _APPLICATION = slice(60, 64), slice(68, 72)


def examine(path: Path) -> bool:
    """Whether there is a store at `path`.

    Raises: StoreError where the file is foreign or newer, or cannot be looked at.
    """
    try:
        if not path.exists() or not path.stat().st_size:
            return False
        with path.open("rb") as file:
            head = file.read(_SIZE)
    except OSError as error:
        raise StoreError("cannot-open", f"{path} cannot be opened: {error.strerror}.") from error
    if not _is_unfinished(path, head):
        _check(path, head)
    return True


def _is_unfinished(path: Path, head: bytes) -> bool:
    """Left by a kill in the midst of its making: SQLite puts it right from the journal beside it."""
    journal = path.with_name(path.name + "-journal")
    return journal.exists() and not any(head[_APPLICATION])


def refuse_foreign(path: Path) -> None:
    """Raises: StoreError where the file is plainly another program's database, or of a newer version of this one."""
    try:
        with path.open("rb") as file:
            head = file.read(_SIZE)
    except OSError as error:
        raise StoreError("cannot-open", f"{path} cannot be opened: {error.strerror}.") from error
    if head.startswith(_MAGIC):
        _check(path, head)


def _check(path: Path, head: bytes) -> None:
    if len(head) < _SIZE or not head.startswith(_MAGIC):
        raise StoreError(
            "not-a-store",
            f"{path} is not a database; it was left as it is. If it was a store, `board repair` saves what it can.",
        )
    if int.from_bytes(head[_APPLICATION]) != APPLICATION_ID:
        raise StoreError("not-a-store", f"{path} is another program's database; it was left as it is.")
    refuse_newer(path, int.from_bytes(head[_VERSION]))


def refuse_newer(path: Path, version: int) -> None:
    """Raises: StoreError where `version` is of a later program than this."""
    if version > VERSION:
        raise StoreError(
            "newer", f"{path} was written by a newer version (schema {version}, this one knows {VERSION})."
        )


def has_log(path: Path) -> bool:
    """Whether commits lie in a write-ahead log that have not come into the file yet."""
    log = path.with_name(path.name + "-wal")
    return log.exists() and log.stat().st_size > 0
