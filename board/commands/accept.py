"""Takes a reading that was held because it failed its guard: from then on it is shown as the latest.

Without a source the held ones are listed with their reasons and with what would change.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence

from board.commands._context import now, open_store, read_config, who
from board.commands._output import err, out
from board.exits import Exit
from board.snapshot import Decision, HeldReading, Snapshot
from board.spec import Config
from board.store import Store
from board.text.clean import clean

EXAMPLE = "examples:\n  board accept\n  board accept kfor-nations --why 'seen on the page itself'"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("source", nargs="?", metavar="SOURCE", help="whose held reading to accept")
    parser.add_argument("--why", default="", metavar="TEXT", help="the reason, kept with the decision")
    parser.add_argument("--refuse", action="store_true", help="say no instead: it is never shown")


def run(args: argparse.Namespace) -> int:
    """Exit 1 where the source has nothing that is held."""
    config = read_config(args)
    with open_store(args, config) as store:
        snapshot = store.snapshot()
        mine = [reading for reading in snapshot.held() if args.source in (None, reading.source)]
        for reading in mine:
            for line in _lines(snapshot, reading, config):
                out(line)
        if args.source is not None and mine:
            _decide(args, store, mine)
    if args.source is not None and not mine:
        err(f"board: nothing of {args.source!r} is held")
        return Exit.FAILED
    return Exit.FINE


def _decide(args: argparse.Namespace, store: Store, mine: Sequence[HeldReading]) -> None:
    value = "refused" if args.refuse else "accepted"
    why = args.why or _asked(value)
    for reading in mine:
        store.decide(Decision(ref=reading.ref, kind="accept", value=value, who=who(), at=now(), why=why))
        out(f"{value}: {reading.source}")


def _asked(value: str) -> str:
    """The reason, from whoever sits at the terminal; empty where nobody does, or they give none."""
    if sys.stdin is None or not sys.stdin.isatty():
        return ""
    err(f"{value}: why? It is kept with your name (Enter for no reason, Ctrl+C decides nothing)")
    return clean(sys.stdin.readline())


def _lines(snapshot: Snapshot, reading: HeldReading, config: Config) -> Iterator[str]:
    """Since when and why it is held, and what accepting it would change."""
    from board.panels._held import differences

    yield f"{reading.source}  held since {reading.since:%Y-%m-%d %H:%MZ}: {reading.reason}"
    yield from (f"  {difference}" for difference in differences(snapshot, reading, config))
