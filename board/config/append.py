"""Adds a block at the end of a person's board.toml: what is there already is never rewritten."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Mapping
from pathlib import Path

import tomli_w

from board.config import load
from board.errors import BoardError, ConfigError

_NAME = re.compile(r"[A-Za-z0-9_-]{1,80}")


def append_source(file: Path, name: str, table: Mapping[str, object]) -> str:
    """Append `[source.NAME]` and give the block's text.

    The whole file is validated with the block in it before it takes the old one's place.

    Raises: BoardError where the name cannot be used or the file cannot be written; ConfigError where the block, or what
    was there before, has problems.
    """
    check_name(file, name)
    block = tomli_w.dumps({"source": {name: dict(table)}})
    _replace(file, file.read_text(encoding="utf-8-sig").rstrip("\n") + "\n\n" + block)
    return block


def check_name(file: Path, name: str) -> None:
    """Whether a source of that name can be appended, for whoever reads it first. Raises: BoardError; ConfigError."""
    if not _NAME.fullmatch(name):
        raise BoardError(f"{name!r} cannot name a source: letters, digits, - and _ only")
    if load(file, str(file)).source(name):
        raise BoardError(f"{file} has a source called {name!r} already")


def _replace(file: Path, text: str) -> None:
    """Write beside, validate, then rename: at no moment is there half a file."""
    target = file.resolve()
    try:
        descriptor, beside = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
    except OSError as error:
        raise BoardError(f"{file} cannot be written: {error.strerror or error}") from None
    try:
        load(Path(beside), str(file))
        Path(beside).chmod(target.stat().st_mode & 0o7777)
        Path(beside).replace(target)
    except (ConfigError, OSError):
        Path(beside).unlink(missing_ok=True)
        raise
