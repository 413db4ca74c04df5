"""An export merged into a store: what is there stays, what is new comes in, and what is the same is found to be.

Numbers of an export mean nothing in another store: records are known by their keys, keep their number where it is
free, and get one nearby where it is not; refs in notes and decisions follow.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from board.errors import StoreError
from board.store.columns import Columns
from board.store.export import HEAD
from board.store.incoming import DamagedBodyError, UnfitError, fitting
from board.store.index_items import reindex_items
from board.store.merge import Merge
from board.store.put_right import renew_all
from board.store.reindex import index_statements
from board.store.schema import VERSION

if TYPE_CHECKING:
    from board.store.connect import Database

_LONGEST_LINE = 128 * 1024 * 1024


def import_file(database: Database, file: Path) -> Mapping[str, int]:
    """Merge an export, all of it or nothing; how many records of each type were new, and of raw bodies left out.

    Raises: StoreError, with the line, where the file cannot be read or is no export.
    """
    try:
        with file.open(encoding="utf-8", errors="replace", newline="\n") as export, database.write():
            new = _merge(database, file, export)
    except OSError as error:
        raise StoreError("cannot-open", f"{file} cannot be read: {error.strerror}.") from error
    return new


def _merge(database: Database, file: Path, export: TextIO) -> Mapping[str, int]:
    merge = Merge(database, Columns(database))
    new: Counter[str] = Counter()
    number = 0
    for number, line in enumerate(_lines(export), start=1):
        try:
            new += _take(merge, number, line)
        except (UnfitError, ValueError, RecursionError, sqlite3.IntegrityError) as error:
            raise StoreError("not-an-export", f"{file}, line {number}: {error}; nothing was imported.") from error
    if not number:
        raise StoreError("not-an-export", f"{file} is empty; nothing was imported.")
    merge.finish()
    index_statements(database, merge.statements)
    renew_all(database)
    if not new.keys().isdisjoint(("item", "item_version", "note")):
        reindex_items(database)
    return new


def _lines(export: TextIO) -> Iterator[str]:
    """Line after line, and of one that is too long no more than tells that it is."""
    return iter(partial(export.readline, _LONGEST_LINE + 1), "")


def _take(merge: Merge, number: int, line: str) -> Counter[str]:
    """One line; what was new of it. Raises: UnfitError and other ValueErrors."""
    record = _object(line)
    if number == 1:
        _check_head(record)
        return Counter()
    try:
        incoming = fitting(record)
    except DamagedBodyError:
        return Counter({"damaged body": 1})
    name = "item" if incoming.kind == "item_key" else incoming.kind
    return Counter({name: 1} if merge.take(incoming) else {})


def _object(line: str) -> dict[str, Any]:
    if len(line) > _LONGEST_LINE:
        raise UnfitError("the line is too long")
    record = json.loads(line, parse_constant=_refuse)
    if not isinstance(record, dict):
        raise UnfitError("this is not an object")
    return record


def _refuse(word: str) -> Any:
    raise UnfitError(f"{word} is not a number")


def _check_head(record: dict[str, Any]) -> None:
    if record.get("type") != HEAD:
        raise UnfitError(f'the first line of an export is {{"type": "{HEAD}", ...}}')
    schema = record.get("schema")
    if not isinstance(schema, int) or schema > VERSION:
        raise UnfitError(f"it was made by a newer version (schema {schema}, this one knows {VERSION})")
