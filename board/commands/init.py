"""Writes a board.toml to begin with: the shipped default, commented, yours to change."""

from __future__ import annotations

import argparse
import errno
import os
import re
from pathlib import Path

from board import paths
from board.commands._output import err, out
from board.exits import Exit

EXAMPLE = "example:\n  board init ~/kosovo && cd ~/kosovo && board"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("folder", nargs="?", default=".", metavar="DIR", help="where to write it (default: here)")


def run(args: argparse.Namespace) -> int:
    """Never writes over a file that is there."""
    target = Path(args.folder) / "board.toml"
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _write(target, _named(paths.shipped("board.toml").read_text(encoding="utf-8"), target.parent).encode())
    except FileExistsError:
        err(f"board: {target} is there already; nothing was written")
        return Exit.FAILED
    except OSError as error:
        err(f"board: {target} cannot be written: {error.strerror or error}")
        return Exit.FAILED
    out(str(target))
    return Exit.FINE


def _write(target: Path, data: bytes) -> None:
    """All of it, or no file. Raises: OSError, FileExistsError where there is one."""
    with target.open("xb", buffering=0) as stream:
        try:
            if stream.write(data) < len(data):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        except OSError:
            target.unlink()
            raise


def _named(text: str, folder: Path) -> str:
    """With the folder's name as the board's, so that its store is no other board's."""
    name = re.sub(r"[^A-Za-z0-9_-]+", "-", folder.resolve().name)[:40].strip("-").lower() or "board"
    return text.replace("[board]\n", f'[board]\nname = "{name}"  # of its tab, its store, and for --board\n', 1)
