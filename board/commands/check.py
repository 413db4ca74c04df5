"""Names every problem of board.toml, with file, line, key and a suggestion.

With --live each source is fetched once and told about, nothing is stored; with --replay every stored body is read again
with the present configuration, and what would differ is told.
"""

from __future__ import annotations

import argparse

from board.commands._context import read_config
from board.commands._output import err, out
from board.exits import Exit

EXAMPLE = "example:\n  board check --config board.toml"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("--live", action="store_true", help="fetch each source once and tell what comes")
    parser.add_argument("--replay", action="store_true", help="read stored bodies again and tell what would differ")


def run(args: argparse.Namespace) -> int:
    """Exit 0 where board.toml has no problem and, with --live or --replay, nothing failed or differs."""
    config = read_config(args)
    for warning in config.warnings:
        err(f"warning: {warning}")
    counts = f"{len(config.panels)} panels, {len(config.sources)} sources, {len(config.tiers)} tiers"
    out(f"{config.shown_as}: fine ({counts})")
    return Exit.FINE
