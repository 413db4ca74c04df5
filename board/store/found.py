"""All that a query finds: statements, articles of which no statement was found, and notes; newest first, in pages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from board.snapshot import Found, FoundNote, Note
from board.store import statements
from board.store.asked import Asked
from board.store.found_items import SETS, items
from board.store.lens import Lens
from board.store.newest import Indexed, Search, newest
from board.store.search import compile_query
from board.store.times import FOREVER, SECOND, SLOTS, from_stamp
from board.text.query import And, Field, Not, Or, Query, fields_of, parse

if TYPE_CHECKING:
    from board.store.connect import Database

_OF_NOTES = frozenset({"from", "text", "after", "before"})
_OF_ITEMS = _OF_NOTES | {"source", "is"}
_NOTE_KEY = f"(((t.at / {SECOND}) << {SLOTS}) | (t.id & {(1 << SLOTS) - 1}))"


def page(database: Database, lens: Lens, asked: Asked, limit: int, before: int | None) -> list[Found]:
    """A page of what is found, newest first; without headlines no articles either.

    It is longer than `limit` where the last ones have the same key. Raises: StoreError; QueryError.
    """
    limit = min(limit, statements.MOST)
    said = statements.page(database, lens, asked, limit, before)
    last = FOREVER if before is None else before - 1
    search = Search(database, lens, asked, limit, said[-1].id if len(said) == limit else 0, last)
    shown = {record.item_ref for record in said}
    every: list[Found] = [*said, *(items(search, shown) if _may_be_items(asked) else ()), *_notes(search)]
    every.sort(key=lambda found: found.id, reverse=True)
    while 0 < limit < len(every) and every[limit].id == every[limit - 1].id:
        limit += 1
    return every[:limit]


def _notes(search: Search) -> Iterator[FoundNote]:
    """A note has words, somebody who wrote it and a time; a query for anything else finds none."""
    if not fields_of(parse(search.asked.query)) <= _OF_NOTES:
        return
    written = ("t.at <= ?", (search.lens.stamp,))
    branches = compile_query(search.asked.query, search.asked.aliases)
    keys = newest(search, branches, Indexed("words_of_notes", "notes t", "t.id", _NOTE_KEY, (written,)))
    among = "IN (SELECT value FROM json_each(?))"
    sql = f"SELECT ref, text, who, at, {_NOTE_KEY} FROM notes t WHERE {_NOTE_KEY} {among}"
    for ref, text, who, at, key in search.database.rows(sql, (json.dumps(keys),)):
        yield FoundNote(id=key, note=Note(ref=ref, text=text, who=who, at=from_stamp(at)))


def _may_be_items(asked: Asked) -> bool:
    """Whether articles are wanted, and asked only for what an article has: not for what only statements are."""
    query = parse(asked.query)
    said = (part for part in _parts(query) if isinstance(part, Field) and part.name == "is")
    return asked.headlines and fields_of(query) <= _OF_ITEMS and all(_word(part) in SETS for part in said)


def _word(field: Field) -> str:
    return getattr(field.part, "word", "")


def _parts(query: Query) -> Iterator[Query]:
    yield query
    if isinstance(query, And | Or):
        for part in query.parts:
            yield from _parts(part)
    elif isinstance(query, Not):
        yield from _parts(query.part)
