"""What runs here and where it keeps its things: for bug reports and for finding files."""

from __future__ import annotations

import argparse
import platform
import sqlite3
from importlib import metadata

from board import __version__, paths, plugins
from board.commands._desk import first_file, store_path
from board.commands._output import out
from board.exits import Exit
from board.reading import is_compiled

EXAMPLE = "example:\n  board info"
_LIBRARIES = ("textual", "httpx", "lxml", "fastfeedparser", "feedparser", "trafilatura", "pypdfium2")


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command has no options of its own."""


def run(args: argparse.Namespace) -> int:
    """Print one `name: value` a line."""
    file, shown_as = first_file(args)
    store = store_path(args)
    size = f"{store.stat().st_size / 1_000_000:.1f} MB" if store.is_file() else "not there yet"
    lines = {
        "board": __version__,
        "python": platform.python_version(),
        "reader": "compiled" if is_compiled() else "Python",
        "sqlite": sqlite3.sqlite_version,
        "configuration": f"{shown_as} ({file.resolve()})",
        "store": f"{store} ({size})",
        "state": paths.state_file(),
        "log": paths.log_file(),
        "themes": ", ".join(str(folder) for folder in paths.theme_folders(file)),
        "source kinds": ", ".join(plugins.names("board.sources")),
        "panel kinds": ", ".join(plugins.names("board.panels")),
        "formats": ", ".join(plugins.names("board.render")),
        **{name: _version(name) for name in _LIBRARIES},
    }
    for name, value in lines.items():
        out(f"{name}: {value}")
    return Exit.FINE


def _version(library: str) -> str:
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return "not installed"
