"""Fetches: all day long as a service, or with --once what is due and then ends.

`board` starts a collector by itself; this is for services, cron, and for looking at what happens. One collector works
on a store at a time; where several boards are tabs of one, it collects for all of them. With --once, what one at work
would not read by itself it is asked for.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from board.collector.lock import TakenError
from board.commands._context import now
from board.commands._desk import Placed, desk, placed
from board.commands._output import err
from board.exits import Exit
from board.store import EVERY, Store

EXAMPLE = "examples:\n  board collect\n  board collect --once\n  board collect --once --force kfor-nations"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("sources", nargs="*", metavar="SOURCE", help="with --once: only these")
    parser.add_argument("--once", action="store_true", help="read what is due, then end")
    parser.add_argument(
        "--force", action="store_true", help="with --once: read all, due or not; with SOURCE the articles again too"
    )
    parser.add_argument("--local", action="store_true", help="with --once: only sources that are files")
    parser.add_argument("--alone", action="store_true", help="only this board, not its tabs")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)


def run(args: argparse.Namespace) -> int:
    """Exit 1 where a source could not be read."""
    boards = (placed(args),) if args.alone or args.sources or "board" in args else desk(args)
    if args.once:
        return _once_each(boards, args)
    if args.sources or args.force or args.local:
        err("board: SOURCE, --force and --local go with --once")
        return Exit.USAGE
    from board.collector.service import serve_all

    try:
        return serve_all([(each.config, each.store) for each in boards], child=args.child, tell=err)
    except TakenError as taken:
        if not args.child:
            raise
        err(f"{taken}; the board uses that one")
        return Exit.FINE


def _once_each(boards: Sequence[Placed], args: argparse.Namespace) -> int:
    """One board after the other; whoever interrupts means all of them."""
    worst = Exit.FINE
    for board in boards:
        worst = max(worst, Exit(_once(board, args)))
        if worst is Exit.INTERRUPTED:
            break
    return worst


def _once(board: Placed, args: argparse.Namespace) -> int:
    from board.collector.once import collect

    try:
        return collect(board.config, board.store, args.sources, force=args.force, local=args.local, tell=err)
    except TakenError as taken:
        return _handed_over(taken, board, args)


def _handed_over(taken: TakenError, board: Placed, args: argparse.Namespace) -> int:
    """The collector that is there reads what is due; for what was named, or for all with --force, it is asked."""
    wanted = args.sources or ([EVERY] if args.force else [])
    if not wanted:
        err(f"{taken}; it reads what is due")
        return Exit.FINE
    with Store.open(board.store) as store:
        store.ask_refresh(wanted, now())
    err(f"{taken}; it was asked for {'all' if wanted == [EVERY] else ', '.join(wanted)}")
    return Exit.FINE
