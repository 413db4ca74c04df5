"""A store of an older version brought forward, with a copy of what it was kept beside it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from board.store.index_items import index_former, reindex_items
from board.store.reindex import index_all
from board.store.schema import APPLICATION_ID, FORMER_WORDS_SINCE, MIGRATIONS, OTHER_WORDS_SINCE, VERSION, WORDS_SINCE

if TYPE_CHECKING:
    from board.store.connect import Database

Tell = Callable[[str], None]


def silent(_: str) -> None:
    """For whoever has nobody to tell."""


def bring_forward(database: Database, tell: Tell) -> None:
    """Run the steps that are missing, in one transaction: a kill leaves the old store or the new one.

    Whoever comes second finds it done. Raises: StoreError.
    """
    with database.write():
        version = database.connection.execute("PRAGMA user_version").fetchone()[0]
        if version == VERSION:
            return
        if version:
            tell(f"{database.path} is brought from version {version} to {VERSION}; this may take a while")
            tell(f"a copy of it as it was is {_backed_up(database.path, version)}")
        _run_steps(database, version, tell)
    if version:
        tell("the store is ready")


def _run_steps(database: Database, version: int, tell: Tell) -> None:
    for step in MIGRATIONS[version:]:
        for statement in _statements(step):
            database.connection.execute(statement)
    if version < WORDS_SINCE:
        index_all(database, tell)
    if version < OTHER_WORDS_SINCE:
        reindex_items(database, tell)
    elif version < FORMER_WORDS_SINCE:
        index_former(database)
    database.connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    database.connection.execute(f"PRAGMA user_version = {VERSION}")


def _backed_up(path: Path, version: int) -> Path:
    """Keep the store as it was beside itself; an earlier backup of the same version is not written over.

    By a connection of its own: SQLite does not copy through one that has a transaction open.
    """
    copy = path.with_name(f"{path.name}.schema-{version}.backup")
    if not copy.exists():
        half = copy.with_name(copy.name + ".part")
        half.unlink(missing_ok=True)
        with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(half)) as target:
            source.backup(target)
        half.rename(copy)
    return copy


def _statements(script: str) -> Iterator[str]:
    """Single statements of a script; `executescript` would commit what is open."""
    begun = ""
    for line in script.splitlines(keepends=True):
        begun += line
        if sqlite3.complete_statement(begun):
            yield begun
            begun = ""
