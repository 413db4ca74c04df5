"""Adds a block at the end of a person's board.toml: what is there already is never rewritten."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Mapping
from pathlib import Path

import tomli_w

from board.config import load
from board.errors import BoardError

_NAME = re.compile(r"[A-Za-z0-9_-]{1,80}")


def append_source(file: Path, name: str, table: Mapping[str, object]) -> str:
    """Append `[source.NAME]` and give the block's text.

    The whole file is validated with the block in it before it takes the old one's place.

    Raises: BoardError where the name cannot be used or the file cannot be written; ConfigError where the block, or what
    was there before, has problems.
    """
    check_name(file, name)
    block = tomli_w.dumps({"source": {name: dict(table)}})
    try:
        _replace(file, _appended(file.read_bytes(), block))
    except OSError as error:
        raise BoardError(f"{file} cannot be written: {error.strerror or error}") from None
    return block


def check_name(file: Path, name: str) -> None:
    """Whether a source of that name can be appended, for whoever reads it first. Raises: BoardError; ConfigError."""
    if not _NAME.fullmatch(name):
        raise BoardError(f"{name!r} cannot name a source: letters, digits, - and _ only")
    if load(file, str(file)).source(name):
        raise BoardError(f"{file} has a source called {name!r} already: --name gives it another")


def _appended(before: bytes, block: str) -> bytes:
    """What was there, byte for byte, an empty line and the block, in the line ends of the file."""
    end = b"\r\n" if b"\r\n" in before else b"\n"
    gap = b"" if before.endswith(end * 2) else end if before.endswith(end) else end * 2
    return before + (gap if before else b"") + block.encode().replace(b"\n", end)


def _replace(file: Path, data: bytes) -> None:
    """Write beside, validate, then rename: at no moment is there half a file. Raises: OSError, ConfigError."""
    target = file.resolve()
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    beside = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        load(beside, str(file))
        beside.chmod(target.stat().st_mode & 0o7777)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
