"""Boards on disk, for a collector."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from board.config import load
from board.spec import Config


def board(folder: Path, sources: Mapping[str, str], more: str = "") -> Config:
    """A board.toml with feeds by name and address, loaded; in what language they are is told, not found out anew."""
    file = folder / "board.toml"
    blocks = [
        f'[source.{name}]\nkind = "feed"\nurl = "{url}"\nevery = "1h"\nlanguage = "en"\nallow_private = true\n'
        for name, url in sources.items()
    ]
    file.write_text("\n".join(['[[panel]]\nkind = "sources"\n', more, *blocks]))
    return load(file, "board.toml")
