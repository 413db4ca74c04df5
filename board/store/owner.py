"""Which board.toml fills a store: asked of the file itself, for two boards may be called the same."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from board import paths

if TYPE_CHECKING:
    from board.store.connect import Database

SHIPPED = "the shipped board.toml"
"""Whose path another version of the program changes."""
_APART = 6
"""Hexadecimal digits that tell the stores of two boards of one name apart."""


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose a store is."""

    board: str
    """The whole path of its board.toml, or `SHIPPED`; empty where none has been written down."""
    sources: frozenset[str]
    """Names of all that have ever filled it."""

    @property
    def is_gone(self) -> bool:
        """Whether nobody can say that it is theirs: it was never said, or its board.toml is there no more."""
        return self.board != SHIPPED and not (self.board and Path(self.board).is_file())


def board_of(file: Path) -> str:
    """How a store remembers a board.toml."""
    return SHIPPED if file == paths.shipped("board.toml") else str(file.resolve())


def owner_of(store: Path) -> Owner | None:
    """Whose the store is; `None` where it cannot be asked, which whoever opens it is told then."""
    try:
        with closing(sqlite3.connect(f"{store.resolve().as_uri()}?mode=ro", uri=True, timeout=1.0)) as connection:
            sources = frozenset(row[0] for row in connection.execute("SELECT name FROM sources"))
            known = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'owner'").fetchone()
            row = connection.execute("SELECT board FROM owner").fetchone() if known else None
    except sqlite3.Error:
        return None
    return Owner(row[0] if row else "", sources)


def own_store(usual: Path, file: Path, sources: frozenset[str]) -> Path:
    """The store of the board of `file`, whose sources are called so: the usual one unless that is another board's.

    One whose board.toml is gone is taken over where it was filled by the same sources: the file was moved.
    """
    places = [usual, *sorted(usual.parent.glob(f"{usual.stem}-{'?' * _APART}{usual.suffix}"))]
    owners = {place: owner_of(place) for place in places if place.is_file()}
    me = board_of(file)
    mine = [place for place, owner in owners.items() if owner is not None and owner.board == me]
    left = [place for place, owner in owners.items() if owner is not None and _is_left_to(owner, sources)]
    if mine or left:
        return (mine or left)[0]
    if owners.get(usual) is None:
        return usual
    return usual.with_name(f"{usual.stem}-{_digits(me)}{usual.suffix}")


def bind(database: Database, file: Path) -> str:
    """Write down whose the store is; a word where it was another's, empty where there is nothing to tell.

    A store that another board fills stays that one's. Raises: StoreError.
    """
    row, me = database.row("SELECT board FROM owner"), board_of(file)
    owner = Owner(row[0] if row else "", frozenset())
    if owner.board == me:
        return ""
    if not owner.is_gone:
        return f"{database.path} is the store of {owner.board}: what both boards are given stands together in it"
    with database.write():
        database.run("INSERT OR REPLACE INTO owner VALUES (1, ?)", (me,))
    return f"{database.path} was the store of {owner.board}, which is gone; now it is that of {me}" if row else ""


def _is_left_to(owner: Owner, sources: frozenset[str]) -> bool:
    """Whether nobody else has it, and at least half of what is configured has filled it."""
    return owner.is_gone and (not owner.sources or 2 * len(owner.sources & sources) >= max(len(sources), 1))


def _digits(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:_APART]
