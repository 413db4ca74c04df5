"""Lists the themes there are: name, dark or light, what it is, and the file it comes from.

A theme is a TOML file in a folder `themes`: beside board.toml, or in the XDG config folder. One that is called as a
shipped one replaces it. `theme` in board.toml, --theme and the key T choose one.
"""

from __future__ import annotations

import argparse

from board import paths
from board.commands._context import read_config
from board.commands._output import err, out, out_json
from board.exits import Exit

EXAMPLE = "examples:\n  board themes\n  board themes --json | jq -r .name"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("--json", action="store_true", help="print one JSON object a line")


def run(args: argparse.Namespace) -> int:
    """Exit 1 where a file is no theme; the others are listed all the same."""
    from board.tui.themes import read_themes

    config = read_config(args)
    themes = read_themes(paths.theme_folders(config.file))
    for theme in sorted(themes.by_name.values(), key=lambda theme: theme.name):
        ground = "terminal" if theme.ansi else "dark" if theme.dark else "light"
        chosen = theme.name == themes.get(config.board.theme).name
        if args.json:
            out_json(
                {"name": theme.name, "ground": ground, "about": theme.about, "file": str(theme.file), "chosen": chosen}
            )
        else:
            out(f"{'*' if chosen else ' '} {theme.name:<14}  {ground:<8}  {theme.about}  ({theme.file})")
    for problem in themes.problems:
        err(f"board: {problem}")
    if config.board.theme not in themes.by_name:
        err(f"board: there is no theme {config.board.theme!r}: {themes.get(config.board.theme).name} is used")
    return Exit.FAILED if themes.problems else Exit.FINE
