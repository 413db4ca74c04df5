"""The newest articles or notes that a word index finds, by their keys: each has an index of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from board.store.asked import Asked
from board.store.lens import Condition, Lens, together
from board.store.search import Branch
from board.store.times import FOREVER

if TYPE_CHECKING:
    from board.store.connect import Database

_MOST_NAMED = 300
"""So many ids are asked about one by one; of more, the index walks through its own."""


@dataclass(frozen=True, slots=True)
class Search:
    """What is asked for, of what time, and between which keys, both included; `limit` is how many are wanted."""

    database: Database
    lens: Lens
    asked: Asked
    limit: int
    first: int
    last: int

    @property
    def known(self) -> int:
        """Until when what came to be known counts."""
        return self.lens.stamp if self.lens.looks_back else FOREVER


@dataclass(frozen=True, slots=True)
class Indexed:
    """A word index `words` and what it is an index of: rows of `rows`, where `number` is what it calls them."""

    words: str
    rows: str
    number: str
    key: str
    """What they are paged by; grows with time."""
    conditions: tuple[Condition, ...] = field(default=())

    @property
    def is_in_order(self) -> bool:
        """Whether the index gives them in the order of their keys, each once, without sorting."""
        return self.key == self.number


def newest(search: Search, branches: Sequence[Branch], indexed: Indexed) -> list[int]:
    """The highest keys of what one of the alternatives finds by its words, or among the few it names.

    Raises: StoreError.
    """
    found: set[int] = set()
    for branch in branches:
        if branch.match is not None and not _few(search.database, branch):
            found.update(_led(search, branch, indexed))
        elif branch.among:
            found.update(_named(search, branch, indexed))
    return sorted(found, reverse=True)[: search.limit]


def _few(database: Database, branch: Branch) -> bool:
    """Whether it names so few that each is asked about."""
    counted = (f"SELECT count(*) FROM (SELECT 1 FROM ({ids}) LIMIT ?)" for ids in branch.among)
    return any(database.value(sql, (_MOST_NAMED + 1,)) <= _MOST_NAMED for sql in counted)


def _led(search: Search, branch: Branch, indexed: Indexed) -> Iterator[int]:
    """By its words."""
    order = "w.rowid" if indexed.is_in_order else indexed.key
    where, values = together(_between(search, branch, order), *_also(branch, indexed))
    sql = (
        f"SELECT {'' if indexed.is_in_order else 'DISTINCT'} {indexed.key}"
        f" FROM {indexed.words} w CROSS JOIN {indexed.rows}"
        f" WHERE w.{indexed.words} MATCH ? AND {indexed.number} = w.rowid AND {where} ORDER BY {order} DESC LIMIT ?"
    )
    return (row[0] for row in search.database.rows(sql, (branch.match, *values, search.limit)))


def _named(search: Search, branch: Branch, indexed: Indexed) -> Iterator[int]:
    """Among those it names."""
    probe = f"EXISTS (SELECT 1 FROM {indexed.words} x WHERE x.{indexed.words} MATCH ? AND x.rowid = {indexed.number})"
    having = [(probe, (match,)) for match in (branch.match,) if match is not None]
    without = [(f"NOT {probe}", (match,)) for match in branch.without]
    where, values = together(_between(search, branch, indexed.key), *_also(branch, indexed), *having, *without)
    sql = f"SELECT DISTINCT {indexed.key} FROM {indexed.rows} WHERE {where} ORDER BY {indexed.key} DESC LIMIT ?"
    return (row[0] for row in search.database.rows(sql, (*values, search.limit)))


def _between(search: Search, branch: Branch, key: str) -> Condition:
    return f"{key} BETWEEN ? AND ?", (max(search.first, branch.first), min(search.last, branch.last))


def _also(branch: Branch, indexed: Indexed) -> tuple[Condition, ...]:
    among = tuple((f"t.id IN ({ids})", ()) for ids in branch.among)
    return (*indexed.conditions, *branch.conditions, *among)
