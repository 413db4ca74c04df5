"""Local files as sources: regular files only, read whole up to a cap, never waited for."""

from __future__ import annotations

import os
import stat
from datetime import datetime
from pathlib import Path

from board.errors import FetchError
from board.fetch.inflate import too_large
from board.fetch.request import Limits
from board.model import About
from board.outcome import Fetched, NotModified, Validators
from board.text.clean import clean

_FLAGS = os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC
"""A named pipe or a terminal would else hold the open, or take the terminal over."""


def read_file(path: Path, validators: Validators, limits: Limits, now: datetime) -> Fetched | NotModified:
    """The file's bytes, or word that its stamp (kept as an ETag) is the one of last time.

    Raises: FetchError (`file`, `too-large`).
    """
    try:
        descriptor = os.open(path, _FLAGS)
    except (OSError, ValueError) as error:
        raise _file_error(path, _reason(error)) from error
    try:
        return _read(descriptor, path, validators, limits, now)
    except OSError as error:
        raise _file_error(path, _reason(error)) from error
    finally:
        os.close(descriptor)


def _read(descriptor: int, path: Path, validators: Validators, limits: Limits, now: datetime) -> Fetched | NotModified:
    facts = os.fstat(descriptor)
    if not stat.S_ISREG(facts.st_mode):
        raise _file_error(path, "not a regular file")
    stamp = _stamp(facts)
    if stamp == validators:
        return NotModified(retrieved=now, validators=stamp)
    with open(descriptor, "rb", closefd=False) as file:
        body = file.read(limits.body_bytes + 1)
    if len(body) > limits.body_bytes:
        raise too_large(limits.body_bytes)
    return Fetched(body=body, about=About(address=str(path), retrieved=now), status=None, validators=stamp)


def is_changed(path: Path, validators: Validators) -> bool:
    """Whether a file is there that is not the one of last time, told by its stamp alone."""
    try:
        return _stamp(path.stat()) != validators
    except (OSError, ValueError):
        return False


def _stamp(facts: os.stat_result) -> Validators:
    return Validators(etag=f"{facts.st_mtime_ns}-{facts.st_size}-{facts.st_ino}")


def _file_error(path: Path, reason: str) -> FetchError:
    return FetchError("file", clean(f"{reason}: {path}", 300))


def _reason(error: OSError | ValueError) -> str:
    match error:
        case FileNotFoundError():
            return "no such file"
        case PermissionError():
            return "may not be read"
        case _:
            return "cannot be read"
