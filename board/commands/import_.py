"""Takes in an export, also a colleague's: merged by key, nothing that is here is lost."""

from __future__ import annotations

import argparse
from pathlib import Path

from board.commands._context import open_store, read_config
from board.commands._output import out
from board.exits import Exit

EXAMPLE = "example:\n  board import board-2026-11-22.jsonl"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("file", type=Path, metavar="FILE", help="an export")


def run(args: argparse.Namespace) -> int:
    """Take in all of it or nothing."""
    with open_store(args, read_config(args)) as store:
        new = store.import_(args.file)
    out(", ".join(f"{count} {kind}" for kind, count in sorted(new.items()) if count) or "nothing that was not here")
    return Exit.FINE
