"""How far each part of the store is: what a panel reads has changed where the mark of one of its parts is another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from board.snapshot import Part

if TYPE_CHECKING:
    from board.store.connect import Database

_STATE = "'$.state', '$.since', '$.reason', '$.failures', '$.blocked_until'"
_ASKED = {
    Part.SAID: "SELECT (SELECT max(id) FROM receipts), (SELECT max(id) FROM decisions WHERE kind = 'reading')",
    Part.DECIDED: "SELECT max(id) FROM decisions",
    Part.NOTED: "SELECT (SELECT max(id) FROM notes), count(*), max(at) FROM read_marks",
    Part.STATES: f"SELECT name, title, grade, configured, json_extract(health, {_STATE}) FROM sources ORDER BY name",
    Part.LOOKED: "SELECT face, at FROM looks ORDER BY face",
    Part.TRIES: "SELECT name, health FROM sources ORDER BY name",
}


def marks(database: Database) -> Mapping[Part, object]:
    """One for each part: equal as long as nothing came; what retention takes away moves none. Raises: StoreError."""
    return {part: tuple(map(tuple, database.rows(sql))) for part, sql in _ASKED.items()}
