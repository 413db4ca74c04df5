"""Takes in an export, also a colleague's: merged by key, nothing that is here is lost."""

from __future__ import annotations

import argparse
from pathlib import Path

from board.commands._desk import store_path
from board.commands._output import err, out
from board.exits import Exit
from board.store import Store

EXAMPLE = "example:\n  board import board-2026-11-22.jsonl"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("file", type=Path, metavar="FILE", help="an export")


def run(args: argparse.Namespace) -> int:
    """Take in all of it or nothing. A store that is not there yet has what the file has, and nothing besides."""
    with Store.open(store_path(args), tell=err) as store:
        new = store.import_(args.file)
    out(", ".join(_counted(count, kind) for kind, count in sorted(new.items()) if count) or "nothing that was not here")
    return Exit.FINE


def _counted(count: int, kind: str) -> str:
    """`3 bodies`, `1 edition row`."""
    word = kind.replace("_", " ")
    if count == 1:
        return f"1 {word}"
    return f"{count} {word.removesuffix('y')}ies" if word.endswith("y") else f"{count} {word}s"
