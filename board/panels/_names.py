"""What nations are called on this board."""

from __future__ import annotations

from board.model import Row
from board.spec import Config
from board.text.nations import display_name


def nation(alpha3: str, config: Config) -> str:
    """The configured name of a nation, else its English short name."""
    return config.nation_names.get(alpha3) or display_name(alpha3)


def of_row(row: Row, config: Config) -> str:
    """A row's nation; the name as printed where it is not one that is known."""
    return nation(row.nation, config) if row.nation else row.name
