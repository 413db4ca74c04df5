"""The whole store as JSON Lines, for archives and for other programs.

The first line is `{"type": "board-export", "schema": N}`; every other one is a record:

- `type`: `source`, `source_state`, `observation`, `receipt`, `body`, `item`, `item_key`, `item_version`, `statement`,
  `origin_group`, `figure`, `edition`, `edition_row`, `event`, `pending`, `decision`, `note`, `read_mark`, `look` or
  `moment`.
- The other keys are the columns of the store's table of that name (see `board.store.schema`). `value`, `read` and
  `health` are objects with the fields of the nouns in `board.model` and `board.snapshot`; a field that is missing is at
  its default. `read` is what was read, where a person put right what `value` says.
- Times of the board are microseconds since 1970, UTC; dates inside `value` are ISO 8601, as precise as they were said.
- Keys and fingerprints are hexadecimal; `data` of a body is base64 of the zlib-packed bytes.

A record comes after those it points to, but for the `version` of an item, which is its latest. Left out are the word
index, which an import makes anew, and what the running programs remember for themselves (`LEFT_OUT`).
"""

from __future__ import annotations

import base64
import json
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from board.errors import StoreError
from board.store.connect import open_for_reading
from board.store.failures import told
from board.store.schema import VERSION

HEAD = "board-export"
KINDS = {
    "source": "sources",
    "source_state": "source_states",
    "observation": "observations",
    "receipt": "receipts",
    "body": "bodies",
    "item": "items",
    "item_key": "item_keys",
    "item_version": "item_versions",
    "statement": "statements",
    "origin_group": "origin_groups",
    "figure": "figures",
    "edition": "editions",
    "edition_row": "edition_rows",
    "event": "events",
    "pending": "pending",
    "decision": "decisions",
    "note": "notes",
    "read_mark": "read_marks",
    "look": "looks",
    "moment": "moments",
}
"""Types of records and their tables, in the order they are written."""
LEFT_OUT = frozenset({"asks", "progress", "problems", "announcements", "article_looks", "owner"})
"""What face and collector tell each other while they run, what keeps a server from being asked too often, and whose the
file is: nothing of it is of use on another day or in another store."""
NESTED = frozenset({"value", "read", "health"})
"""Columns that hold JSON, in every table but decisions."""
HEXADECIMAL = frozenset({"key", "slot", "content"})


def export(store: Path, file: Path) -> int:
    """Write the store at `store` to `file`, which is there whole or not at all; how many records it has.

    Raises: StoreError, also where `file` is a device or a folder: what replaces it would not be one.
    """
    if file.exists() and not file.is_file():
        raise StoreError("io", f"{file} cannot be written: it is not a regular file.")
    try:
        handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
        half = Path(name)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as lines:
                count = sum(lines.write(line + "\n") > 0 for line in export_lines(store))
                lines.flush()
                os.fsync(lines.fileno())
            half.rename(file)
        finally:
            half.unlink(missing_ok=True)
    except OSError as error:
        raise StoreError("io", f"{file} cannot be written: {error.strerror}.") from error
    return count - 1


def export_lines(store: Path) -> Iterator[str]:
    """The lines of the export, all from one moment whatever is written meanwhile. Raises: StoreError."""
    with told(store), closing(open_for_reading(store).connection) as connection:
        connection.execute("BEGIN")
        yield json.dumps({"type": HEAD, "schema": VERSION})
        for kind, table in KINDS.items():
            yield from _records(connection, kind, table)


def _records(connection: sqlite3.Connection, kind: str, table: str) -> Iterator[str]:
    first = " ORDER BY root <> id, id" if table in ("statements", "figures") else ""
    cursor = connection.execute(f"SELECT * FROM {table}{first}")
    names = [column[0] for column in cursor.description]
    for row in cursor:
        record = {name: _plain(kind, name, value) for name, value in zip(names, row, strict=True)}
        yield json.dumps({"type": kind, **record}, ensure_ascii=False, separators=(",", ":"))


def _plain(kind: str, name: str, value: Any) -> Any:
    if isinstance(value, bytes):
        return value.hex() if name in HEXADECIMAL else base64.b64encode(value).decode("ascii")
    if name in NESTED and kind != "decision" and value is not None:
        try:
            return json.loads(value)
        except ValueError:
            return None
    return value
