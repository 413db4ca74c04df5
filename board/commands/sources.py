"""The health of every source: its state, since when and why, last good reading, when it is due next."""

from __future__ import annotations

import argparse

from board.commands import show
from board.exits import Exit

EXAMPLE = "example:\n  board sources --json | jq '.panels[0].rows[] | select(.state == \"failing\")'"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("--json", action="store_true", help="print JSON")


def run(args: argparse.Namespace) -> int:
    """Print the table of sources; that some are failing is no failure of this command."""
    asked = {"panels": ["sources"], "format": "json" if args.json else "text", "width": None, "at": None}
    show.run(argparse.Namespace(**{**vars(args), **asked, "sense": "reported"}))
    return Exit.FINE
