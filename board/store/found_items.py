"""Articles that a query finds by words that none of their statements has."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from board.model import Item
from board.snapshot import FoundItem, Provenance
from board.store.codec import UnreadableError, load
from board.store.lens import together
from board.store.newest import Indexed, Search, newest
from board.store.provenance import provenance
from board.store.search import EDITED, Branch, as_condition, compile_query
from board.store.times import id_moment, is_ahead
from board.text.query import Query, matches, parse

SETS: Mapping[str, str] = {
    "edited": EDITED,
    "noted": "SELECT CAST(substr(ref, 6) AS INTEGER) FROM notes WHERE ref BETWEEN 'item:' AND 'item;'",
}
"""The ids of articles of which something is true."""
_AMONG = "IN (SELECT value FROM json_each(?))"


def items(search: Search, shown: Collection[str | None]) -> list[FoundItem]:
    """Those whose statements are neither among those `shown` nor found by the same words on another page.

    Raises: StoreError; QueryError.
    """
    asked, branches = parse(search.asked.query), compile_query(search.asked.query, search.asked.aliases, SETS)
    found: list[FoundItem] = []
    search = replace(search, last=min(search.last, search.lens.newest_id))
    while len(found) < search.limit:
        now, before = _by_words_of_now(search, branches), _by_words_of_before(search, branches)
        ids = sorted({*now, *before}, reverse=True)[: search.limit]
        told = _told(search, ids)
        silent = (number for number in ids if number not in told and f"item:{number}" not in shown)
        found += _readable(search, asked, silent, frozenset(now))
        if len(ids) < search.limit:
            break
        search = replace(search, last=ids[-1] - 1)
    return found


def _by_words_of_now(search: Search, branches: Sequence[Branch]) -> list[int]:
    known = ("t.first_seen <= ?", (search.known,))
    return newest(search, branches, Indexed("words_of_items", "items t", "t.id", "t.id", (known,)))


def _by_words_of_before(search: Search, branches: Sequence[Branch]) -> list[int]:
    """Those that had such words before they were edited, where it is asked what was known at a past time."""
    if not search.lens.looks_back:
        return []
    versions, known = "item_versions v JOIN items t ON t.id = v.item", ("v.known_from <= ?", (search.known,))
    return newest(search, branches, Indexed("words_of_versions", versions, "v.id", "t.id", (known,)))


def _told(search: Search, items: Sequence[int]) -> set[int]:
    """Those of which a statement that counts is found as well."""
    these = (f"t.item {_AMONG}", (json.dumps(list(items)),))
    first, last = search.database.row(f"SELECT min(t.id), max(t.id) FROM statements t WHERE {these[0]}", these[1])
    if first is None:
        return set()
    said = compile_query(search.asked.query, search.asked.aliases)
    by_then = ("t.id <= ?", (search.lens.newest_id,))
    where, values = together(these, by_then, search.lens.valid("t"), as_condition(said, first, last))
    return {row[0] for row in search.database.rows(f"SELECT t.item FROM statements t WHERE {where}", values)}


def _readable(search: Search, asked: Query, items: Iterator[int], now: Collection[int]) -> Iterator[FoundItem]:
    """As they were known at the time, where they had what is asked for by then; those found by words of `now` have it
    if they have not been edited since."""
    for number in items:
        forms = _forms(search, number)
        came = provenance(search.database, f"item:{number}")
        item = _item(forms[-1][1]) if forms else None
        if item is None or came is None:
            continue
        if (number in now and forms[-1][0] == _present(search, number)) or _says(item, asked, came):
            edited = any(cause == "edited" for _, _, cause in forms)
            ahead = is_ahead(item.published, id_moment(number))
            yield FoundItem(
                ref=f"item:{number}", id=number, item=item, provenance=came, edited=edited, dated_ahead=ahead
            )


def _forms(search: Search, number: int) -> list[Any]:
    """Id, JSON and cause of each version that was known by then, oldest first."""
    sql = "SELECT id, value, cause FROM item_versions WHERE item = ? AND known_from <= ? ORDER BY known_from, id"
    return search.database.rows(sql, (number, search.known))


def _item(value: str) -> Item | None:
    try:
        return load(Item, value)
    except UnreadableError:
        return None


def _present(search: Search, number: int) -> Any:
    return search.database.value("SELECT version FROM items WHERE id = ?", (number,))


def _says(item: Item, asked: Query, came: Provenance) -> bool:
    """Whether words that are no longer its present ones are what is asked for; other names are not tried on them."""
    who, where = " ".join(item.authors), f"{came.source} {came.source_title}"
    text = "\n".join((item.title, item.summary, item.text))
    return matches(asked, f"{text}\n{who}\n{where}", {"text": text, "source": where, "from": f"{who}\n{where}"})
