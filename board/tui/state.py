"""What the face remembers between runs, in a file of its own: never in board.toml."""

from __future__ import annotations

import os
import tempfile
import tomllib
from collections.abc import Mapping
from pathlib import Path

import tomli_w

from board import paths


def read(file: Path | None = None) -> dict[str, str]:
    """What was remembered; nothing where there is no file or it cannot be read."""
    try:
        found = tomllib.loads((file or paths.state_file()).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {name: value for name, value in found.items() if isinstance(value, str)}


def write(changed: Mapping[str, str], file: Path | None = None) -> bool:
    """Remember these too; the file is replaced in one step. False where it cannot be written."""
    path = file or paths.state_file()
    whole = read(path) | dict(changed)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name)
        try:
            with os.fdopen(handle, "wb") as stream:
                tomli_w.dump(whole, stream)
                stream.flush()
                os.fsync(stream.fileno())
            Path(name).replace(path)
        finally:
            Path(name).unlink(missing_ok=True)
    except OSError:
        return False
    return True
