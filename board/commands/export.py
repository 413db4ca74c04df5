"""Writes everything the store has to a file, as JSON Lines, for archives, colleagues and other programs."""

from __future__ import annotations

import argparse
from pathlib import Path

from board.commands._context import open_store, read_config
from board.commands._output import out
from board.exits import Exit

EXAMPLE = "example:\n  board export board-2026-11-22.jsonl"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("file", type=Path, metavar="FILE", help="where to write it")


def run(args: argparse.Namespace) -> int:
    """Write the file whole or not at all."""
    with open_store(args, read_config(args)) as store:
        count = store.export(args.file)
    out(f"{count} records written to {args.file}")
    return Exit.FINE
