"""What commands have in common: which board, which store, what time."""

from __future__ import annotations

import argparse
from pathlib import Path

from board import paths
from board.config import load
from board.spec import Config


def read_config(args: argparse.Namespace) -> Config:
    """The board this command line means. Raises: ConfigError."""
    file, shown_as = paths.find_config(getattr(args, "config", None))
    return load(file, shown_as)


def store_path(args: argparse.Namespace) -> Path:
    """Where this command line's store lies, there or not."""
    return paths.find_store(getattr(args, "store", None))
