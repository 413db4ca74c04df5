"""Prints what may stand in board.toml as JSON Schema, for editors that check while one types."""

from __future__ import annotations

import argparse

from board.commands._output import out_json
from board.exits import Exit

EXAMPLE = "example:\n  board schema > board.schema.json"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The command has no options of its own."""


def run(args: argparse.Namespace) -> int:
    """Print the schema."""
    from board.config.schema import schema

    out_json(schema(), indent=2)
    return Exit.FINE
