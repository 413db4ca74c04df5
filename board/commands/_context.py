"""What commands have in common: which board, which store, what time."""

from __future__ import annotations

import argparse
import getpass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from board.commands._desk import configured, store_of
from board.commands._output import err
from board.snapshot import Sense
from board.spec import Config

if TYPE_CHECKING:
    from board.store import Store

FACE = "command-line"
"""Whose look it is: every face has its own mark."""


def read_config(args: argparse.Namespace) -> Config:
    """The board this command line means. Raises: ConfigError."""
    return configured(args)


def open_store(args: argparse.Namespace, config: Config) -> Store:
    """The store, with the local files in it where it is new; only to be read where it cannot be written.

    Raises: StoreError.
    """
    from board.commands._child import read_local_files
    from board.judging.folding import fold_of
    from board.store import Store

    path = store_of(args, config)
    read_local_files(config, path)
    return Store.open_to_show(path, fold=fold_of(config), aliases=config.aliases, tell=err)


def now() -> datetime:
    """The clock, read once a command."""
    return datetime.now(UTC)


def who() -> str:
    """Who decides and notes: the name of the login."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "somebody"


def at_least_one(text: str) -> int:
    """A count of lines or columns, for a parser. Raises: ArgumentTypeError where it is none."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of 1 or more")
    return int(text)


def add_at(parser: argparse.ArgumentParser) -> None:
    """`--at` and `--sense`: the board as it stood."""
    parser.add_argument("--at", metavar="TIME", help="as it stood then: 2025-03-01, 'last friday', '3 days ago'")
    parser.add_argument(
        "--sense",
        choices=[sense.value for sense in Sense],
        default=Sense.REPORTED.value,
        help="'then' as what had been reported by then, or as what this board knew then",
    )


def at(args: argparse.Namespace, config: Config, now: datetime) -> datetime | None:
    """The time asked for with `--at`; `None` is now. Raises: UsageError where it is no time."""
    if not args.at:
        return None
    from board.text.moments import moment

    then = moment(args.at, now=now, zone=config.board.time_zone)
    if then > now + timedelta(days=1):
        err("that time is still ahead: this is what is known now, and nothing more")
    return then
