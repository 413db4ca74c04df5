"""The words of articles and of notes as they are searched; their columns bear the names that those of statements do.

Of an article the newest version is found. An index does not keep the words it was given: to forget them it must be told
them again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from board.model import Item
from board.store.codec import UnreadableError, load
from board.text.query import words_of

if TYPE_CHECKING:
    from board.store.connect import Database

_COLUMNS = "rowid, text, speaker, organisation, source"
_INSERT = f"INSERT INTO words_of_items ({_COLUMNS}) VALUES (?, ?, ?, '', ?)"
_DELETE = f"INSERT INTO words_of_items (words_of_items, {_COLUMNS}) VALUES ('delete', ?, ?, ?, '', ?)"
_INSERT_NOTE = f"INSERT INTO words_of_notes ({_COLUMNS}) VALUES (?, ?, ?, '', '')"
_KEPT = (
    "SELECT i.id, v.value, i.source, coalesce(o.title, i.source) FROM items i"
    " JOIN item_versions v ON v.id = i.version LEFT JOIN sources o ON o.name = i.source"
)
_BATCH = 500
_TOLD_EVERY = 10_000


def index_item(database: Database, identity: int, item: Item, source: tuple[str, str]) -> None:
    """Enter an article, inside a transaction; `source` is its name and its title. Raises: StoreError."""
    database.run(_INSERT, (identity, *_words(item, source)))


def unindex_item(database: Database, identity: int, item: Item, source: tuple[str, str]) -> None:
    """Take an article out, inside a transaction; given as it was entered. Raises: StoreError."""
    database.run(_DELETE, (identity, *_words(item, source)))


def unindex_kept(database: Database, ids: Iterable[int]) -> None:
    """Take articles that are still kept out, inside a transaction. Raises: StoreError."""
    for identity in ids:
        for row in database.rows(f"{_KEPT} WHERE i.id = ?", (identity,)):
            if item := _readable(row[1]):
                unindex_item(database, identity, item, (row[2], row[3]))


def index_note(database: Database, identity: int, text: str, who: str) -> None:
    """Enter a note, inside a transaction. Raises: StoreError."""
    database.run(_INSERT_NOTE, (identity, _folded(text), _folded(who)))


def reindex_items(database: Database, tell: Callable[[str], None] = lambda _: None) -> None:
    """Empty both indexes and fill them from all that is kept, inside a transaction; `tell` hears how far it is.

    Raises: StoreError.
    """
    for table in ("words_of_items", "words_of_notes"):
        database.run(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")
    total, done, last = database.value("SELECT count(*) FROM items"), 0, -1
    while rows := database.rows(f"{_KEPT} WHERE i.id > ? ORDER BY i.id LIMIT ?", (last, _BATCH)):
        for row in rows:
            if item := _readable(row[1]):
                index_item(database, row[0], item, (row[2], row[3]))
        done, last = done + len(rows), rows[-1][0]
        if done % _TOLD_EVERY == 0:
            tell(f"the words of {done:,} of {total:,} articles are indexed")
    for identity, text, who in database.rows("SELECT id, text, who FROM notes ORDER BY id"):
        index_note(database, identity, text, who)


def _readable(value: str) -> Item | None:
    try:
        return load(Item, value)
    except UnreadableError:
        return None


def _words(item: Item, source: tuple[str, str]) -> tuple[str, str, str]:
    text = "\n".join((item.title, item.summary, item.text))
    return _folded(text), _folded(" ".join(item.authors)), _folded(" ".join(source))


def _folded(text: str) -> str:
    return " ".join(words_of(text))
