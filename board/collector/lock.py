"""One collector for each store: a lock that the system lets go of however the process ends."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from board.errors import StoreError


class TakenError(StoreError):
    """Another collector is at work on this store."""


@contextmanager
def hold(store: Path) -> Iterator[None]:
    """Hold the lock beside the store, by whatever name it was reached.

    Raises: TakenError; StoreError where no lock file can be made.
    """
    file = Path(f"{os.path.realpath(store)}.lock")
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor = os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise StoreError("cannot-open", f"{file} cannot be made: {error.strerror or error}") from error
    try:
        _take(descriptor, store)
        yield
    finally:
        os.close(descriptor)


def _take(descriptor: int, store: Path) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        holder = os.pread(descriptor, 20, 0).decode("ascii", "replace").strip()
        who = f"another collector (process {holder})" if holder.isdigit() else "another collector"
        raise TakenError("busy", f"{who} is at work on {store}") from error
    os.ftruncate(descriptor, 0)
    os.pwrite(descriptor, str(os.getpid()).encode(), 0)
