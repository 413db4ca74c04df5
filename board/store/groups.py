"""Groups of statements of one origin: a head, and under it those that carry the same."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from board.store.refs import number_of

if TYPE_CHECKING:
    from board.store.connect import Database


def head_of(database: Database, statement: int) -> int:
    """The head of a statement's group; itself where it stands alone. Raises: StoreError."""
    found = database.value("SELECT origin FROM origin_groups WHERE statement = ?", (statement,))
    return statement if found is None else int(found)


def put_together(database: Database, statement: int, other: int, *, decided: bool = False) -> None:
    """Make one group of two statements' groups, in a transaction; the earliest said heads it. Raises: StoreError."""
    heads = head_of(database, statement), head_of(database, other)
    head, under = min(heads), max(heads)
    if head != under:
        database.run("UPDATE origin_groups SET origin = ? WHERE origin = ?", (head, under))
        database.run("INSERT INTO origin_groups VALUES (?, ?, ?)", (under, head, decided))


def regroup(database: Database, statement: int, value: str) -> None:
    """Follow a person's word, in a transaction: under another (`statement:5`), or on its own (any other value)."""
    other = number_of(value, "statement")
    leave_groups(database, [statement])
    if other is not None and other != statement:
        put_together(database, statement, other, decided=True)


def leave_groups(database: Database, statements: Iterable[int]) -> None:
    """Take statements out of their groups, in a transaction; a group that loses its head gets the next earliest.

    Raises: StoreError.
    """
    for statement in statements:
        database.run("DELETE FROM origin_groups WHERE statement = ?", (statement,))
        heir = database.value("SELECT min(statement) FROM origin_groups WHERE origin = ?", (statement,))
        if heir is not None:
            database.run("DELETE FROM origin_groups WHERE statement = ?", (heir,))
            database.run("UPDATE origin_groups SET origin = ? WHERE origin = ?", (heir, statement))
