"""Mends a damaged store: sets the file aside and saves what can be read of it into a new one.

Nothing is done to a store that is whole. Close the board first; what was set aside is never deleted.
"""

from __future__ import annotations

import argparse

from board.commands._context import now
from board.commands._desk import store_path
from board.commands._output import err, out
from board.exits import Exit

EXAMPLE = "examples:\n  board repair\n  board repair --store ~/old/board.sqlite"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command has no options of its own."""


def run(args: argparse.Namespace) -> int:
    """Exit 1 where something was lost, or the store cannot be mended."""
    from board.collector.lock import hold
    from board.store import Store

    path = store_path(args)
    with hold(path):
        if path.is_file() and Store.is_whole(path):
            out(f"{path} is whole; nothing was done")
            return Exit.FINE
        saved = Store.salvage(path, now())
    out(f"set aside: {saved.set_aside}")
    out(f"saved: {saved.rows} records in {path}")
    if not saved.torn:
        return Exit.FINE
    err(f"board: not all could be read of: {', '.join(saved.torn)}")
    err("board: sources that are still there are read again by and by; `board import` takes in an earlier export")
    return Exit.FAILED
