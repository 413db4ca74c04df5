"""Takes a reading that was held because it failed its guard: from then on it is shown as the latest.

Without a source the held ones are listed with their reasons.
"""

from __future__ import annotations

import argparse

from board.commands._context import now, open_store, read_config, who
from board.commands._output import err, out
from board.exits import Exit
from board.snapshot import Decision, HeldReading

EXAMPLE = "examples:\n  board accept\n  board accept kfor-nations --why 'seen on the page itself'"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("source", nargs="?", metavar="SOURCE", help="whose held reading to accept")
    parser.add_argument("--why", default="", metavar="TEXT", help="the reason, kept with the decision")
    parser.add_argument("--refuse", action="store_true", help="say no instead: it is never shown")


def run(args: argparse.Namespace) -> int:
    """Exit 1 where the source has nothing that is held."""
    with open_store(args, read_config(args)) as store:
        held = store.snapshot().held()
        if args.source is None:
            for reading in held:
                out(_line(reading))
            return Exit.FINE
        mine = [reading for reading in held if reading.source == args.source]
        value = "refused" if args.refuse else "accepted"
        for reading in mine:
            store.decide(Decision(ref=reading.ref, kind="accept", value=value, who=who(), at=now(), why=args.why))
            out(f"{value}: {_line(reading)}")
    if not mine:
        err(f"board: nothing of {args.source!r} is held")
    return Exit.FINE if mine else Exit.FAILED


def _line(reading: HeldReading) -> str:
    return f"{reading.source}  held since {reading.since:%Y-%m-%d %H:%MZ}: {reading.reason}"
