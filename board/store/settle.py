"""After an import: of several forms of one record only the latest counts, and items point to their latest version."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING

from board.store.export import KINDS

if TYPE_CHECKING:
    from board.store.connect import Database

_LATEST = "(SELECT v.id FROM item_versions v WHERE v.item = items.id ORDER BY v.known_from DESC, v.id DESC LIMIT 1)"


def settle(database: Database, said: Iterable[tuple[str, int]], slots: Iterable[bytes]) -> None:
    """Inside a transaction. `said` are types and roots of statements and figures, `slots` those of dated editions.

    Raises: StoreError.
    """
    for kind, root in said:
        _settle_forms(database, KINDS[kind], root)
    for slot in slots:
        _settle_editions(database, slot)
    database.run(f"UPDATE items SET version = coalesce({_LATEST}, 0) WHERE version IS NOT {_LATEST}")
    database.run("DELETE FROM item_keys WHERE item IN (SELECT id FROM items WHERE version = 0)")
    database.run("DELETE FROM items WHERE version = 0")


def _settle_forms(database: Database, table: str, root: int) -> None:
    forms = database.rows(
        f"SELECT id, known_from, known_to FROM {table} WHERE id = ?1 OR (root = ?1 AND root <> id)"
        " ORDER BY known_from, id",
        (root,),
    )
    _close_all_but_last(database, table, [form for form in forms if form[2] is None])


def _settle_editions(database: Database, slot: bytes) -> None:
    shown = database.rows(
        "SELECT id, known_from FROM editions WHERE slot = ? AND known_to IS NULL AND held IS NULL"
        " ORDER BY known_from, id",
        (slot,),
    )
    _close_all_but_last(database, "editions", shown)


def _close_all_but_last(database: Database, table: str, rows: list[tuple[int, ...]]) -> None:
    for row, later in pairwise(rows):
        database.run(f"UPDATE {table} SET known_to = ? WHERE id = ?", (later[1], row[0]))
