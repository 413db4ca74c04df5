"""The word index made anew from the statements: after a rescue, an import, or a change of the index itself."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from board.model import Statement
from board.store.codec import UnreadableError, load
from board.store.index import index_statement, unindex_statement
from board.store.index_items import reindex_items

if TYPE_CHECKING:
    from board.store.connect import Database

_BATCH = 2000
_TOLD_EVERY = 100_000


def reindex(database: Database) -> None:
    """Empty the word indexes and fill them from every statement, article and note there is. Raises: StoreError."""
    with database.write():
        database.run("INSERT INTO words (words) VALUES ('delete-all')")
    ids = _after(database, -1)
    while ids:
        with database.write():
            index_statements(database, ids)
        ids = _after(database, ids[-1])
    with database.write():
        reindex_items(database)


def refill(database: Database) -> None:
    """The same in the midst of a transaction. Raises: StoreError."""
    database.run("INSERT INTO words (words) VALUES ('delete-all')")
    index_all(database, lambda _: None)
    reindex_items(database)


def index_all(database: Database, tell: Callable[[str], None]) -> None:
    """Enter every statement into an empty word index, inside a transaction; `tell` hears now and then how far it is.

    Raises: StoreError.
    """
    total, done = database.value("SELECT count(*) FROM statements"), 0
    ids = _after(database, -1)
    while ids:
        index_statements(database, ids)
        done += len(ids)
        if done % _TOLD_EVERY == 0:
            tell(f"the words of {done:,} of {total:,} statements are indexed")
        ids = _after(database, ids[-1])


def _after(database: Database, last: int) -> list[int]:
    rows = database.rows("SELECT id FROM statements WHERE id > ? ORDER BY id LIMIT ?", (last, _BATCH))
    return [row[0] for row in rows]


def index_statements(database: Database, ids: Sequence[int]) -> None:
    """Enter statements that are kept into the word index, inside a transaction. Raises: StoreError."""
    _each(database, ids, index_statement)


def unindex_statements(database: Database, ids: Sequence[int]) -> None:
    """Take statements that are still kept out of the word index, inside a transaction. Raises: StoreError."""
    _each(database, ids, unindex_statement)


_SELECT = """
    SELECT s.id, s.value, s.source, coalesce(o.title, s.source), coalesce(v.title, ''), coalesce((
        SELECT group_concat(DISTINCT f.nation) FROM figures f WHERE f.statement = s.root), '')
    FROM statements s LEFT JOIN sources o ON o.name = s.source LEFT JOIN item_versions v ON v.id = s.version
    WHERE s.id IN (SELECT value FROM json_each(?)) ORDER BY s.id"""


def _each(database: Database, ids: Sequence[int], do: Callable[..., None]) -> None:
    """Call `do` for each statement that can be understood, with what it is indexed by."""
    for start in range(0, len(ids), _BATCH):
        for row in database.rows(_SELECT, (json.dumps(ids[start : start + _BATCH]),)):
            identity, value, source, outlet, title, nations = row
            try:
                statement = load(Statement, value)
            except UnreadableError:
                continue
            do(database, identity, statement, title, (source, outlet), nations)
