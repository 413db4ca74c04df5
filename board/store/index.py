"""The words of a statement as they are searched: folded, so that marks, case and script do not matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from board.model import Statement
from board.text.nations_in import nations_in
from board.text.query import words_of

if TYPE_CHECKING:
    from board.store.connect import Database

HEADLINE = "headline"
"""The word for a statement without a stance."""
_COLUMNS = "rowid, text, speaker, organisation, source, nation, stance"
_INSERT = f"INSERT INTO words ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)"
_DELETE = f"INSERT INTO words (words, {_COLUMNS}) VALUES ('delete', ?, ?, ?, ?, ?, ?, ?)"
"""The index does not keep the words it was given: to forget them it must be told them again."""


def index_statement(
    database: Database, identity: int, statement: Statement, title: str, source: tuple[str, str], nations: str
) -> None:
    """Enter a statement into the word index, inside a transaction. `source` is its name and its title; `nations` are
    those it gives figures of, besides which it has those that it names.

    Raises: StoreError.
    """
    database.run(_INSERT, (identity, *_columns(statement, title, source, nations)))


def unindex_statement(
    database: Database, identity: int, statement: Statement, title: str, source: tuple[str, str], nations: str
) -> None:
    """Take a statement out of the word index, inside a transaction; given as it was entered. Raises: StoreError."""
    database.run(_DELETE, (identity, *_columns(statement, title, source, nations)))


def _columns(statement: Statement, title: str, source: tuple[str, str], nations: str) -> list[str]:
    """The words of each column."""
    text = statement.text if title in statement.text else f"{statement.text}\n{title}"
    outlets = " ".join((*source, statement.origin, *statement.carriers))
    stance = statement.stance.value if statement.stance else HEADLINE
    speaker = f"{statement.speaker} {statement.role}"
    named = " ".join((nations, *nations_in(f"{text}\n{speaker}\n{statement.organisation}")))
    columns = (text, speaker, statement.organisation, outlets, named, stance)
    return [" ".join(words_of(column)) for column in columns]
