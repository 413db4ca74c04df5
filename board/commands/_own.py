"""Which board.toml may be added to: a person's own, never the one that comes with the program."""

from __future__ import annotations

from pathlib import Path

from board import paths
from board.errors import BoardError
from board.spec import Config


def own_board(config: Config) -> Path:
    """The person's own file. Raises: BoardError where the shipped default is in use."""
    if config.file.resolve() == paths.shipped("board.toml").resolve() and config.shown_as != "board.toml":
        raise BoardError("the board in use is the shipped one: `board init` writes one of your own to add to")
    return config.file
