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


def query(names: Iterable[str]) -> str:
    """A query true of any text with one of the names in it."""
    bare = (name.replace('"', " ").strip() for name in names)
    return " OR ".join(f'"{name}"' for name in dict.fromkeys(bare) if name)
