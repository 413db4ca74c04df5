"""What nations are called on this board, and the query that finds a thing by any of its names."""

from __future__ import annotations

from collections.abc import Iterable

from board.model import Row
from board.spec import Config
from board.text.nations import display_name


def nation(alpha3: str, config: Config) -> str:
    """The configured name of a nation, else its English short name."""
    return config.nation_names.get(alpha3) or display_name(alpha3)


def of_row(row: Row, config: Config) -> str:
    """A row's nation; the name as printed where it is not one that is known."""
    return nation(row.nation, config) if row.nation else row.name


def force(given: str, config: Config) -> str:
    """The force a panel means: the one given, else the first the board counts; empty where it counts none."""
    counted = (*(each.name for each in config.forces), *(source.force for source in config.sources))
    return given or next((name for name in counted if name), "")


def titled(force: str, config: Config) -> str:
    """What a force is called on the screen: its title, else its name."""
    return next((each.title for each in config.forces if each.name == force and each.title), force)


def query(names: Iterable[str]) -> str:
    """A query true of any text with one of the names in it."""
    bare = (name.replace('"', " ").strip() for name in names)
    return " OR ".join(f'"{name}"' for name in dict.fromkeys(bare) if name)


def shipped(config: Config) -> frozenset[str]:
    """The sources that come with the program."""
    return frozenset(source.name for source in config.sources if source.is_bundled)
