"""All that a query finds: statements, articles of which no statement was found, and notes; newest first, in pages."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from board.model import Item
from board.snapshot import Found, FoundItem, FoundNote, Note, StatementRecord
from board.store import statements
from board.store.codec import UnreadableError, load
from board.store.lens import Condition, Lens, together
from board.store.provenance import provenance
from board.store.search import EDITED, Branch, compile_query
from board.store.times import FOREVER, SECOND, SLOTS, from_stamp
from board.text.query import And, Field, Not, Or, Query, matches, parse

if TYPE_CHECKING:
    from board.store.connect import Database

_NOTED = "SELECT CAST(substr(ref, 6) AS INTEGER) FROM notes WHERE ref BETWEEN 'item:' AND 'item;'"
_SETS: Mapping[str, str] = {"edited": EDITED, "noted": _NOTED}
_MOST_NAMED = 300
_OF_NOTES = frozenset({"from", "text", "after", "before"})
_OF_ITEMS = _OF_NOTES | {"source", "is"}
_NOTE_KEY = f"(((t.at / {SECOND}) << {SLOTS}) | (t.id & {(1 << SLOTS) - 1}))"
_AMONG = "IN (SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class _Search:
    """What is asked for, of what time, and between which keys."""

    database: Database
    lens: Lens
    query: str
    aliases: Sequence[Sequence[str]]
    limit: int
    first: int
    last: int

    @property
    def known(self) -> int:
        """Until when what came to be known counts."""
        return self.lens.stamp if self.lens.looks_back else FOREVER


def page(
    database: Database,
    lens: Lens,
    *,
    limit: int,
    before: int | None,
    query: str,
    headlines: bool,
    aliases: Sequence[Sequence[str]],
) -> list[Found]:
    """A page of what is found, newest first; without `headlines` no articles either.

    It is longer than `limit` where the last ones have the same key. Raises: StoreError; QueryError.
    """
    limit = min(limit, statements.MOST)
    said = statements.page(
        database, lens, limit=limit, before=before, query=query, headlines=headlines, aliases=aliases
    )
    last = FOREVER if before is None else before - 1
    search = _Search(database, lens, query, aliases, limit, said[-1].id if len(said) == limit else 0, last)
    every: list[Found] = [*said, *(_items(search, said) if headlines else ()), *_notes(search)]
    every.sort(key=lambda found: found.id, reverse=True)
    while 0 < limit < len(every) and every[limit].id == every[limit - 1].id:
        limit += 1
    return every[:limit]


def _items(search: _Search, said: Sequence[StatementRecord]) -> list[FoundItem]:
    """Articles none of whose statements is found by the same words, on this page or another."""
    asked = parse(search.query)
    if not _fields(asked) <= _OF_ITEMS or _is_of_statements(asked):
        return []
    branches = compile_query(search.query, search.aliases, _SETS)
    shown = {record.item_ref for record in said}
    found: list[FoundItem] = []
    search = replace(search, last=min(search.last, search.lens.newest_id))
    while len(found) < search.limit:
        ids = _newest(search, branches, "items", "t.id", ("t.first_seen <= ?", (search.known,)))
        candidates = [number for number in ids if f"item:{number}" not in shown]
        told = _told(search, candidates)
        found += _readable(search, asked, [number for number in candidates if number not in told])
        if len(ids) < search.limit:
            break
        search = replace(search, last=ids[-1] - 1)
    return found


def _notes(search: _Search) -> Iterator[FoundNote]:
    """A note has words, somebody who wrote it and a time; a query for anything else finds none."""
    if not _fields(parse(search.query)) <= _OF_NOTES:
        return
    branches = compile_query(search.query, search.aliases)
    keys = _newest(search, branches, "notes", _NOTE_KEY, ("t.at <= ?", (search.lens.stamp,)))
    sql = f"SELECT ref, text, who, at, {_NOTE_KEY} FROM notes t WHERE {_NOTE_KEY} {_AMONG}"
    for ref, text, who, at, key in search.database.rows(sql, (json.dumps(keys),)):
        yield FoundNote(id=key, note=Note(ref=ref, text=text, who=who, at=from_stamp(at)))


def _newest(search: _Search, branches: Sequence[Branch], table: str, key: str, at_the_time: Condition) -> list[int]:
    """The highest keys of what one of the alternatives finds by its words, or among the few it names."""
    found: set[int] = set()
    for branch in branches:
        between = (max(search.first, branch.first), min(search.last, branch.last))
        if branch.match is not None and not _few(search.database, branch):
            found.update(_led(search, branch, table, key, (at_the_time, (f"{key} BETWEEN ? AND ?", between))))
        elif branch.among:
            found.update(_named(search, branch, table, key, (at_the_time, (f"{key} BETWEEN ? AND ?", between))))
    return sorted(found, reverse=True)[: search.limit]


def _few(database: Database, branch: Branch) -> bool:
    """Whether it names so few that each is asked about; of more, the index walks through its own."""
    counted = (f"SELECT count(*) FROM (SELECT 1 FROM ({ids}) LIMIT ?)" for ids in branch.among)
    return any(database.value(sql, (_MOST_NAMED + 1,)) <= _MOST_NAMED for sql in counted)


def _led(search: _Search, branch: Branch, table: str, key: str, conditions: Sequence[Condition]) -> Iterator[int]:
    """By its words; where the key is the number, the index gives them in that order without sorting."""
    words = f"words_of_{table}"
    here = [(sql.replace("t.id BETWEEN", "w.rowid BETWEEN"), values) for sql, values in conditions]
    where, values = together(*here, *branch.conditions, *((f"t.id IN ({ids})", ()) for ids in branch.among))
    order = "w.rowid" if key == "t.id" else key
    sql = (
        f"SELECT {key} FROM {words} w CROSS JOIN {table} t ON t.id = w.rowid"
        f" WHERE w.{words} MATCH ? AND {where} ORDER BY {order} DESC LIMIT ?"
    )
    return (row[0] for row in search.database.rows(sql, (branch.match, *values, search.limit)))


def _named(search: _Search, branch: Branch, table: str, key: str, conditions: Sequence[Condition]) -> Iterator[int]:
    words = f"words_of_{table}"
    probe = f"EXISTS (SELECT 1 FROM {words} x WHERE x.{words} MATCH ? AND x.rowid = t.id)"
    having = [(probe, (match,)) for match in (branch.match,) if match is not None]
    without = [(f"NOT {probe}", (match,)) for match in branch.without]
    among = [(f"t.id IN ({ids})", ()) for ids in branch.among]
    where, values = together(*conditions, *branch.conditions, *among, *having, *without)
    sql = f"SELECT {key} FROM {table} t WHERE {where} ORDER BY {key} DESC LIMIT ?"
    return (row[0] for row in search.database.rows(sql, (*values, search.limit)))


def _told(search: _Search, items: Sequence[int]) -> set[int]:
    """Those of which a statement that counts is found as well."""
    if not items:
        return set()
    found: set[int] = set()
    counts = search.lens.valid("t")
    here = (f"t.item {_AMONG}", (json.dumps(list(items)),))
    for branch in compile_query(search.query, search.aliases):
        probe = "EXISTS (SELECT 1 FROM words x WHERE x.words MATCH ? AND x.rowid = t.id)"
        where, values = together(
            here,
            counts,
            ("t.id BETWEEN ? AND ?", (branch.first, min(branch.last, search.lens.newest_id))),
            *((probe, (match,)) for match in (branch.match,) if match is not None),
            *((f"NOT {probe}", (match,)) for match in branch.without),
            *((f"t.id IN ({ids})", ()) for ids in branch.among),
            *branch.conditions,
        )
        found.update(row[0] for row in search.database.rows(f"SELECT t.item FROM statements t WHERE {where}", values))
    return found


def _readable(search: _Search, asked: Query, items: Sequence[int]) -> Iterator[FoundItem]:
    """As they were known at the time, where they had been asked for by then as well."""
    for number in items:
        sql = "SELECT id, value, cause FROM item_versions WHERE item = ? AND known_from <= ? ORDER BY known_from, id"
        forms = search.database.rows(sql, (number, search.known))
        came = provenance(search.database, f"item:{number}")
        if not forms or came is None:
            continue
        try:
            item = load(Item, forms[-1][1])
        except UnreadableError:
            continue
        if forms[-1][0] == _present(search.database, number) or _says(item, asked, came.source, came.source_title):
            edited = any(cause == "edited" for _, _, cause in forms)
            yield FoundItem(ref=f"item:{number}", id=number, item=item, provenance=came, edited=edited)


def _present(database: Database, number: int) -> Any:
    return database.value("SELECT version FROM items WHERE id = ?", (number,))


def _says(item: Item, asked: Query, *source: str) -> bool:
    """Whether words that are no longer its present ones are what is asked for; other names are not tried on them."""
    who, where = " ".join(item.authors), " ".join(source)
    text = "\n".join((item.title, item.summary, item.text))
    return matches(asked, f"{text}\n{who}\n{where}", {"text": text, "source": where, "from": f"{who}\n{where}"})


def _parts(query: Query) -> Iterator[Query]:
    yield query
    if isinstance(query, And | Or):
        for part in query.parts:
            yield from _parts(part)
    elif isinstance(query, Not):
        yield from _parts(query.part)


def _fields(query: Query) -> set[str]:
    return {part.name for part in _parts(query) if isinstance(part, Field)}


def _is_of_statements(query: Query) -> bool:
    """Whether it asks `is:` of what only statements are, such as read."""
    said = (part for part in _parts(query) if isinstance(part, Field) and part.name == "is")
    return any(getattr(part.part, "word", "") not in _SETS for part in said)
