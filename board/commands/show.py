"""Prints panels of the board, from the store alone.

With --at ages are as they were then. Panels are named as in board.toml, or by their kind. Nothing is fetched.
"""

from __future__ import annotations

import argparse
import shutil
from collections.abc import Sequence
from datetime import datetime

from board import plugins
from board.commands._context import FACE, add_at, at, at_least_one, now, open_store, read_config
from board.commands._output import out_text
from board.config.panels import PACKAGE as PANELS
from board.config.panels import default_panel
from board.config.report import nearest
from board.errors import UsageError
from board.exits import Exit
from board.shapes import View
from board.snapshot import Sense, Snapshot
from board.spec import Config, PanelSpec

EXAMPLE = "examples:\n  board show\n  board show troops --format csv\n  board show --at 2025-03-01 --format json"
FORMATS = "board.render"
WIDEST = 1000


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("panels", nargs="*", metavar="PANEL", help="panels to print (default: all of the board)")
    parser.add_argument("--format", choices=plugins.names(FORMATS), default="text", help="default: text")
    parser.add_argument("--width", type=at_least_one, help="columns of text (default: the terminal's, or 100)")
    add_at(parser)


def run(args: argparse.Namespace) -> int:
    """Print the panels."""
    from board.render._heading import heading

    config, moment = read_config(args), now()
    specs = chosen(args.panels, config)
    with open_store(args, config) as store:
        snapshot = store.snapshot(at(args, config, moment), Sense(args.sense), face=FACE)
        views = build(specs, snapshot, config, snapshot.at or moment)
        above = heading(snapshot, config, moment, text_width(args.width))
    out_text(plugins.load(FORMATS, args.format).render(views, above), args.format)
    return Exit.FINE


def chosen(names: Sequence[str], config: Config) -> tuple[PanelSpec, ...]:
    """The panels of these names, in their order; all where none is named. Raises: UsageError for an unknown one."""
    return tuple(_panel(name, config) for name in names) or config.panels


def _panel(name: str, config: Config) -> PanelSpec:
    there = {panel.name: panel for panel in config.panels}
    kinds = plugins.names(PANELS)
    if name in there:
        return there[name]
    if name in kinds:
        return default_panel(name)
    raise UsageError(f"no panel is called {name!r} ({nearest(name, list(dict.fromkeys([*there, *kinds])))})")


def build(specs: Sequence[PanelSpec], snapshot: Snapshot, config: Config, moment: datetime) -> tuple[View, ...]:
    """The panels, built."""
    return tuple(plugins.load(PANELS, spec.kind).build(snapshot, spec, config, moment) for spec in specs)


def text_width(asked: int | None) -> int:
    """The columns asked for, else the terminal's, within reason."""
    return min(WIDEST, max(40, asked or shutil.get_terminal_size((100, 40)).columns))
