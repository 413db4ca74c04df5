"""A situation report: period and cut-off, changes first, the three panels, the gaps, and numbered sources."""

from __future__ import annotations

import argparse
from dataclasses import replace

from board import plugins
from board.commands._context import add_at, at, at_least_one, now, open_store, read_config
from board.commands._output import out_text
from board.commands.show import FORMATS, text_width
from board.commands.since import began
from board.exits import Exit
from board.snapshot import Sense

EXAMPLE = (
    "examples:\n  board sitrep --since yesterday\n  board sitrep --since 'last monday' --format html > sitrep.html"
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("--since", metavar="TIME", help="begin of the period (default: the last look, or a week ago)")
    parser.add_argument("--format", choices=plugins.names(FORMATS), default="markdown", help="default: markdown")
    parser.add_argument("--width", type=at_least_one, help="columns of text (default: the terminal's, or 100)")
    add_at(parser)


def run(args: argparse.Namespace) -> int:
    """Print the report."""
    from board.render import _sitrep
    from board.render._heading import heading

    config, moment = read_config(args), now()
    with open_store(args, config) as store:
        snapshot = store.snapshot(at(args, config, moment), Sense(args.sense))
        since = began(args.since, store, config, moment)
        views = _sitrep.views(snapshot, config, moment, since)
        above = heading(snapshot, config, moment, text_width(args.width))
    titled = replace(above, title=_sitrep.title(config, snapshot.at or moment))
    out_text(plugins.load(FORMATS, args.format).render(views, titled), args.format)
    return Exit.FINE
