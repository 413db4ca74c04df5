"""Of a source with very many items the oldest go; never one that something stands on.

A note or a decision stands on its item, and so does the present board: by every figure that was given in it, by a
statement that is put together with others, and by what a claim's query finds.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from board.store.reindex import refill
from board.store.renaming import forget
from board.store.search import as_condition, compile_query
from board.store.times import to_stamp

if TYPE_CHECKING:
    from board.store.connect import Database

MOST_ITEMS = 5000
"""Items of one source that are kept whatever they are: the newest."""
AT_ONCE = 2000
"""Items of one source that go at a time, so that a writer beside waits for seconds at the most."""
_ON_THE_PAGE = timedelta(days=30)
"""What was seen later than so long ago may come again, and would be taken for new."""
_AMONG = "IN (SELECT value FROM json_each(?))"


def surplus(items: Sequence[int], standing: Collection[int], most: int) -> list[int]:
    """Which of a source's items go, the oldest first. `items` are newest first. Pure."""
    return [item for item in reversed(items[most:]) if item not in standing]


def thin(database: Database, *, now: datetime, most: int, queries: Iterable[str]) -> int:
    """Let the surplus of every source go, inside a transaction; how many items. `queries` are those of the claims.

    Raises: StoreError; QueryError.
    """
    crowded = database.rows("SELECT source FROM items GROUP BY source HAVING count(*) > ?", (most,))
    if not crowded:
        return 0
    standing = _standing(database, queries, to_stamp(now - _ON_THE_PAGE))
    gone = 0
    for (source,) in crowded:
        items = [row[0] for row in database.rows("SELECT id FROM items WHERE source = ? ORDER BY id DESC", (source,))]
        chosen = surplus(items, standing, most)[:AT_ONCE]
        _let_go(database, chosen)
        gone += len(chosen)
    return gone


def _standing(database: Database, queries: Iterable[str], seen: int) -> set[int]:
    """The items that something stands on."""
    spoken = "SELECT ref FROM notes UNION SELECT ref FROM decisions"
    tied = (
        f"SELECT item FROM statements WHERE 'statement:' || root IN ({spoken})",
        f"SELECT id FROM items WHERE 'item:' || id IN ({spoken})",
        "SELECT item FROM figures",
        "SELECT item FROM statements WHERE root IN (SELECT statement FROM origin_groups)",
        "SELECT item FROM statements WHERE root IN (SELECT origin FROM origin_groups)",
    )
    found = {row[0] for sql in tied for row in database.rows(sql)}
    found.update(row[0] for row in database.rows("SELECT id FROM items WHERE last_seen >= ?", (seen,)))
    for query in queries:
        sql, values = as_condition(compile_query(query))
        found.update(row[0] for row in database.rows(f"SELECT t.item FROM statements t WHERE {sql}", values))
    return found


def _let_go(database: Database, items: Sequence[int]) -> None:
    """Delete items with all that was read from them. They gave no figures, and their statements stand alone."""
    these = (json.dumps(items),)
    said = [row[0] for row in database.rows(f"SELECT id FROM statements WHERE item {_AMONG}", these)]
    forgotten = forget(database, said, items)
    refs = json.dumps([f"statement:{identity}" for identity in said])
    database.run(f"DELETE FROM read_marks WHERE ref {_AMONG}", (refs,))
    for table in ("statements", "item_versions", "item_keys"):
        database.run(f"DELETE FROM {table} WHERE item {_AMONG}", these)
    database.run(f"DELETE FROM items WHERE id {_AMONG}", these)
    if not forgotten:
        refill(database)
