"""The words of articles and of notes as they are searched; their columns bear the names that those of statements do.

Of an article the newest version is found; versions that are no longer the present ones have an index of their own, in
which those are looked for that were known at a past time. An index does not keep the words it was given: to forget them
it must be told them again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from board.model import Item
from board.store.codec import UnreadableError, load
from board.text.query import words_of

if TYPE_CHECKING:
    from board.store.connect import Database

_COLUMNS = "rowid, text, speaker, organisation, source"
_INSERT = f"INSERT INTO {{table}} ({_COLUMNS}) VALUES (?, ?, ?, '', ?)"
_DELETE = f"INSERT INTO {{table}} ({{table}}, {_COLUMNS}) VALUES ('delete', ?, ?, ?, '', ?)"
_INSERT_NOTE = f"INSERT INTO words_of_notes ({_COLUMNS}) VALUES (?, ?, ?, '', '')"
_JOINS = "JOIN items i ON i.id = v.item LEFT JOIN sources o ON o.name = i.source"
_PRESENT = (
    f"SELECT i.id, v.value, i.source, coalesce(o.title, i.source) FROM item_versions v {_JOINS} WHERE v.id = i.version"
)
_FORMER = (
    f"SELECT v.id, v.value, i.source, coalesce(o.title, i.source) FROM item_versions v {_JOINS} WHERE v.id <> i.version"
)
_BATCH = 500
_TOLD_EVERY = 10_000


def index_item(database: Database, identity: int, item: Item, source: tuple[str, str]) -> None:
    """Enter an article, inside a transaction; `source` is its name and its title. Raises: StoreError."""
    _enter(database, "words_of_items", identity, item, source)


def reindex_item(
    database: Database, identity: int, before: tuple[int, Item | None], item: Item, source: tuple[str, str]
) -> None:
    """Let the words an article has now be found as its own, and those it had as those of the version before, whose
    number and form are given (`None` where it cannot be read), inside a transaction. Raises: StoreError.
    """
    version, former = before
    if former is not None:
        _forget(database, "words_of_items", identity, former, source)
        _enter(database, "words_of_versions", version, former, source)
    index_item(database, identity, item, source)


def index_kept(database: Database, ids: Iterable[int]) -> None:
    """Enter articles that are kept, with all they said before, inside a transaction. Raises: StoreError."""
    _each(database, ids, _enter)


def unindex_kept(database: Database, ids: Iterable[int]) -> None:
    """Take them out, inside a transaction. Raises: StoreError."""
    _each(database, ids, _forget)


def _each(database: Database, ids: Iterable[int], do: Callable[..., None]) -> None:
    """Call `do` for each version of some articles that can be understood, with what it is indexed by."""
    for identity in ids:
        for table, kept in (("words_of_items", _PRESENT), ("words_of_versions", _FORMER)):
            for row in database.rows(f"{kept} AND i.id = ?", (identity,)):
                if item := _readable(row[1]):
                    do(database, table, row[0], item, (row[2], row[3]))


def _enter(database: Database, table: str, number: int, item: Item, source: tuple[str, str]) -> None:
    database.run(_INSERT.format(table=table), (number, *_words(item, source)))


def _forget(database: Database, table: str, number: int, item: Item, source: tuple[str, str]) -> None:
    """`item` and `source` as they were entered."""
    database.run(_DELETE.format(table=table), (number, *_words(item, source)))


def index_note(database: Database, identity: int, text: str, who: str) -> None:
    """Enter a note, inside a transaction. Raises: StoreError."""
    database.run(_INSERT_NOTE, (identity, _folded(text), _folded(who)))


def reindex_items(database: Database, tell: Callable[[str], None] = lambda _: None) -> None:
    """Empty the indexes and fill them from all that is kept, inside a transaction; `tell` hears how far it is.

    Raises: StoreError.
    """
    for table in ("words_of_items", "words_of_notes", "words_of_versions"):
        database.run(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")
    total, done = database.value("SELECT count(*) FROM items"), 0
    for count in _filled(database, "words_of_items", f"{_PRESENT} AND i.id > ? ORDER BY i.id LIMIT ?"):
        done += count
        if done % _TOLD_EVERY == 0:
            tell(f"the words of {done:,} of {total:,} articles are indexed")
    index_former(database)
    for identity, text, who in database.rows("SELECT id, text, who FROM notes ORDER BY id"):
        index_note(database, identity, text, who)


def index_former(database: Database) -> None:
    """Fill the empty index of versions that are not the present ones, inside a transaction. Raises: StoreError."""
    sum(_filled(database, "words_of_versions", f"{_FORMER} AND v.id > ? ORDER BY v.id LIMIT ?"))


def _filled(database: Database, table: str, sql: str) -> Iterator[int]:
    """Enter what a query gives, piece by piece; how many rows each piece had."""
    last = -1
    while rows := database.rows(sql, (last, _BATCH)):
        for row in rows:
            if item := _readable(row[1]):
                _enter(database, table, row[0], item, (row[2], row[3]))
        last = rows[-1][0]
        yield len(rows)


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
