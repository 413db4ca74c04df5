"""Fetches: all day long as a service, or with --once what is due and then ends.

`board` starts a collector by itself; this is for services, cron, and for looking at what happens. One collector works
on a store at a time.
"""

from __future__ import annotations

import argparse

from board.commands._context import read_config, store_path
from board.commands._output import err
from board.exits import Exit

EXAMPLE = "examples:\n  board collect\n  board collect --once\n  board collect --once --force kfor-nations"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("sources", nargs="*", metavar="SOURCE", help="with --once: only these")
    parser.add_argument("--once", action="store_true", help="read what is due, then end")
    parser.add_argument("--force", action="store_true", help="with --once: read all, due or not")
    parser.add_argument("--local", action="store_true", help="with --once: only sources that are files")
    parser.add_argument("--child", action="store_true", help=argparse.SUPPRESS)


def run(args: argparse.Namespace) -> int:
    """Exit 1 where a source could not be read."""
    config, store = read_config(args), store_path(args)
    if args.once:
        from board.collector.once import collect

        return collect(config, store, args.sources, force=args.force, local=args.local, tell=err)
    if args.sources or args.force or args.local:
        err("board: SOURCE, --force and --local go with --once")
        return Exit.USAGE
    from board.collector.service import serve

    return serve(config, store, child=args.child, tell=err)
