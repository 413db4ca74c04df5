"""A source under another title: what it gave is found by the new one, in a word index that must be told the old."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from board.errors import StoreError
from board.store.index_items import index_kept, unindex_kept
from board.store.reindex import index_statements, refill, unindex_statements

if TYPE_CHECKING:
    from board.store.connect import Database


def rename(database: Database, source: str, title: str) -> None:
    """Call a source otherwise, in a transaction. Raises: StoreError."""
    statements = [row[0] for row in database.rows("SELECT id FROM statements WHERE source = ? ORDER BY id", (source,))]
    items = [row[0] for row in database.rows("SELECT id FROM items WHERE source = ? ORDER BY id", (source,))]
    forgotten = forget(database, statements, items)
    database.run("UPDATE sources SET title = ? WHERE name = ?", (title, source))
    if forgotten:
        index_statements(database, statements)
        index_kept(database, items)
    else:
        refill(database)


def forget(database: Database, statements: Sequence[int], items: Sequence[int]) -> bool:
    """Take statements and articles that are still kept out of the word indexes, in a transaction.

    False where an index was given other words for them than they have now, and has to be filled anew.

    Raises: StoreError.
    """
    try:
        unindex_statements(database, statements)
        unindex_kept(database, items)
    except StoreError as error:
        if error.word != "corrupt":
            raise
        return False
    return True
