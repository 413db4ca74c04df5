"""The word index made anew from the statements: after a rescue or an import."""

from __future__ import annotations

from typing import TYPE_CHECKING

from board.model import Statement
from board.store.codec import UnreadableError, load
from board.store.index import index_statement

if TYPE_CHECKING:
    from board.store.connect import Database

_BATCH = 2000


def reindex(database: Database) -> None:
    """Empty the word index and fill it from every statement there is. Raises: StoreError."""
    with database.write():
        database.run("INSERT INTO words (words) VALUES ('delete-all')")
    last = -1
    while rows := _next(database, last):
        with database.write():
            for row in rows:
                _index(database, *row)
        last = rows[-1][0]


def _next(database: Database, last: int) -> list[tuple[int, int, str, str, str, str]]:
    return database.rows(
        "SELECT s.id, s.root, s.value, s.source, coalesce(o.title, s.source), coalesce(v.title, '') FROM statements s"
        " LEFT JOIN sources o ON o.name = s.source LEFT JOIN item_versions v ON v.id = s.version"
        " WHERE s.id > ? ORDER BY s.id LIMIT ?",
        (last, _BATCH),
    )


def _index(
    database: Database, identity: int, root: int, value: str, source: str, source_title: str, title: str
) -> None:
    try:
        statement = load(Statement, value)
    except UnreadableError:
        return
    given = database.rows("SELECT nation FROM figures WHERE statement = ? AND nation IS NOT NULL", (root,))
    nations = " ".join(sorted({row[0] for row in given}))
    index_statement(database, identity, statement, title, (source, source_title), nations)
