"""Writes everything the store has to a file, as JSON Lines, for archives, colleagues and other programs."""

from __future__ import annotations

import argparse
from pathlib import Path

from board.commands._context import open_store, read_config
from board.commands._output import out
from board.exits import Exit
from board.store.export import export_lines
from board.text.ascii import escaped

EXAMPLE = "example:\n  board export board-2026-11-22.jsonl"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("file", type=Path, metavar="FILE", help="where to write it; - is standard output")


def run(args: argparse.Namespace) -> int:
    """Write the file whole or not at all; to standard output line by line, in ASCII, which means the same."""
    with open_store(args, read_config(args)) as store:
        if str(args.file) == "-":
            for line in export_lines(store.database.path):
                out(escaped(line, "ascii"))
            return Exit.FINE
        count = store.export(args.file)
    out(f"{count} records written to {args.file}")
    return Exit.FINE
