"""The words of a statement as they are searched: folded, so that marks, case and script do not matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from board.model import Statement
from board.text.query import words_of

if TYPE_CHECKING:
    from board.store.connect import Database

HEADLINE = "headline"
"""The word for a statement without a stance."""
_INSERT = "INSERT INTO words (rowid, text, speaker, organisation, source, nation, stance) VALUES (?, ?, ?, ?, ?, ?, ?)"


def index_statement(
    database: Database, identity: int, statement: Statement, title: str, source: tuple[str, str], nations: str
) -> None:
    """Enter a statement into the word index, inside a transaction. `source` is its name and its title.

    Raises: StoreError.
    """
    text = statement.text if title in statement.text else f"{statement.text}\n{title}"
    outlets = " ".join((*source, statement.origin, *statement.carriers))
    stance = statement.stance.value if statement.stance else HEADLINE
    columns = (text, f"{statement.speaker} {statement.role}", statement.organisation, outlets, nations, stance)
    database.run(_INSERT, (identity, *(" ".join(words_of(column)) for column in columns)))
