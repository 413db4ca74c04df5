"""A situation board: what is the number now, who says so, as of when, who denies it, what changed since I looked.

Without a command, the board opens. Every command takes --help.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from board.commands._child import read_local_files, start_collector
from board.commands._desk import Placed, desk, place_of
from board.commands._output import err
from board.exits import Exit
from board.snapshot import Sense

if TYPE_CHECKING:
    from board.tui.tab import Opening


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of the board itself."""
    parser.add_argument(
        "--at", metavar="TIME", help="open the board as it stood: 2025-03-01, 'last friday', '3 days ago'"
    )
    parser.add_argument("--theme", metavar="NAME", help="another theme for this time")
    parser.add_argument("--offline", action="store_true", help="fetch nothing: show what is stored")
    parser.add_argument("--plain", action="store_true", help="print the board once as text and end")


def run(args: argparse.Namespace) -> int:
    """Open the board, and those it has as tabs. Exit 2 where there is no terminal for it."""
    if args.plain:
        return _plain(args)
    from board.tui.terminal import unfit

    boards = desk(args)
    front = place_of(args.board, boards) if "board" in args else 0
    if reason := unfit():
        err(f"board: {reason}; `board show` prints the board, `board watch` follows it line by line")
        return Exit.USAGE
    return _opened(boards, front, args)


def _opened(boards: Sequence[Placed], front: int, args: argparse.Namespace) -> int:
    """The face, until it is left; its exit code. A board that comes later has its files read when it does."""
    from board.tui import app

    known: set[Path] = set()

    def opening(each: Placed, *, first: bool = False) -> Opening:
        if each.store not in known:
            known.add(each.store)
            read_local_files(each.config, each.store)
        return app.opening(each.config, each.store, partial(start_collector, each.config, each.store), first=first)

    return app.run(
        [opening(each, first=number == front) for number, each in enumerate(boards)],
        at=args.at,
        theme=args.theme,
        offline=args.offline,
        front=front,
        again=lambda: [opening(each) for each in desk(args)],
    )


def _plain(args: argparse.Namespace) -> int:
    from board.commands import show

    asked: dict[str, object] = {"panels": [], "format": "text", "width": None, "sense": Sense.REPORTED.value}
    return show.run(argparse.Namespace(**{**vars(args), **asked}))
