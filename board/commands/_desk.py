"""Which boards a command line means, and where the store of each lies."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from board import paths
from board.config import load
from board.config.report import nearest
from board.errors import ConfigError, Problem, UsageError
from board.spec import Config

Named = tuple[Path, str]
"""A board.toml and the name a person knows it by."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A board and its store, which need not be there yet."""

    config: Config
    store: Path


def placed(args: argparse.Namespace) -> Placed:
    """The one board a command works on: that of `--board`, else the first. Raises: ConfigError, UsageError."""
    if "board" in args:
        boards = desk(args)
        return boards[place_of(args.board, boards)]
    config = load(*first_file(args))
    return Placed(config, _first_store(args, config))


def configured(args: argparse.Namespace) -> Config:
    """The board alone, for which no store is looked at where one board is meant. Raises: ConfigError, UsageError."""
    return placed(args).config if "board" in args else load(*first_file(args))


def store_of(args: argparse.Namespace, config: Config) -> Path:
    """Where the store of the board lies that `configured` gave. Raises: ConfigError, UsageError."""
    return placed(args).store if "board" in args else _first_store(args, config)


def place_of(name: str, boards: Sequence[Placed]) -> int:
    """Which of the boards is called so. Raises: UsageError where none is."""
    names = [each.config.name for each in boards]
    if name not in names:
        raise UsageError(f"no board is called {name!r} ({nearest(name, names)})")
    return names.index(name)


def desk(args: argparse.Namespace) -> tuple[Placed, ...]:
    """The boards of every `--config`, and those they open as tabs; each has a store of its own.

    Raises: ConfigError with the problems of all of them; UsageError where two are called the same.
    """
    given = _loaded(_files(args))
    tabs = _loaded(_tab(config, tab) for config in given for tab in config.board.tabs)
    configs = list({config.file.resolve(): config for config in (*given, *tabs)}.values())
    first = _first_store(args, configs[0])
    boards = (Placed(configs[0], first), *(Placed(each, _beside(first, each)) for each in configs[1:]))
    _check_apart(boards)
    return boards


def store_path(args: argparse.Namespace) -> Path:
    """Where the store lies, also where board.toml has mistakes: some commands do not need it. Raises: UsageError."""
    try:
        return placed(args).store
    except ConfigError:
        return paths.find_store(getattr(args, "store", None), name=first_file(args)[0].stem)


def first_file(args: argparse.Namespace) -> Named:
    """The board.toml that comes first, whether or not it can be read."""
    return _files(args)[0]


def _files(args: argparse.Namespace) -> list[Named]:
    given = getattr(args, "config", None)
    return [paths.find_config(each) for each in given] if given else [paths.find_config(None)]


def _tab(config: Config, tab: str) -> Named:
    file = paths.named(tab, config.file.parent)
    return file, str(file)


def _loaded(files: Iterable[Named]) -> list[Config]:
    """Raises: ConfigError with the problems of all files."""
    configs: list[Config] = []
    problems: list[Problem] = []
    for file, shown_as in files:
        try:
            configs.append(load(file, shown_as))
        except ConfigError as error:
            problems += error.problems
    if problems:
        raise ConfigError(tuple(problems))
    return configs


def _first_store(args: argparse.Namespace, config: Config) -> Path:
    """A file that was given is the store, whoever fills it; else that of this board."""
    given = getattr(args, "store", None)
    found = paths.find_store(given, name=config.name)
    return found if paths.is_given(given, found) else _own(found, config)


def _beside(first: Path, config: Config) -> Path:
    return _own(first.with_name(f"{config.name}.sqlite"), config)


def _own(usual: Path, config: Config) -> Path:
    from board.store.owner import own_store

    return own_store(usual, config.file, frozenset(source.name for source in config.sources))


def _check_apart(boards: Sequence[Placed]) -> None:
    """Raises: UsageError where two boards would share a name or a store."""
    named = Counter(each.config.name for each in boards)
    stored = Counter(each.store for each in boards)
    for each in boards:
        if named[each.config.name] > 1 or stored[each.store] > 1:
            mend = 'give each a name of its own: [board] name = "…"'
            raise UsageError(f"{each.config.shown_as}: another board is called {each.config.name!r} too; {mend}")
