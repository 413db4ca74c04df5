"""Whether a row from outside fits a table: SQLite itself lets text stand where a number is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from board.snapshot import SourceState
from board.store.incoming import UnfitError

if TYPE_CHECKING:
    from board.store.connect import Database

_TYPES: dict[str, tuple[type, ...]] = {"INTEGER": (int,), "TEXT": (str,), "BLOB": (bytes,)}
_EARLIEST, _LATEST = -60_000_000_000_000_000, 250_000_000_000_000_000
"""Between these every number is a time of the calendar, as a stamp and as an id."""


@dataclass(frozen=True, slots=True)
class Column:
    """As its table declares it."""

    types: tuple[type, ...]
    needed: bool


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of every table, read once each."""

    database: Database
    _tables: dict[str, dict[str, Column]] = field(default_factory=dict)

    def checked(self, table: str, row: dict[str, Any]) -> dict[str, Any]:
        """The row without columns the table has not. Raises: UnfitError where one is missing or of another type."""
        known = self._of(table)
        fit = {name: value for name, value in row.items() if name in known}
        for name, column in known.items():
            _check(name, column, fit.get(name))
        if table == "source_states":
            _check_states(fit)
        return fit

    def _of(self, table: str) -> dict[str, Column]:
        if table not in self._tables:
            rows = self.database.rows(f"PRAGMA table_info({table})")
            self._tables[table] = {row[1]: Column(_TYPES[row[2]], bool(row[3] or row[5])) for row in rows}
        return self._tables[table]


def _check(name: str, column: Column, value: Any) -> None:
    if value is None:
        if column.needed:
            raise UnfitError(f"{name} is missing")
    elif not isinstance(value, column.types):
        raise UnfitError(f"{name} cannot be {value!r:.40}")
    elif isinstance(value, int) and not _EARLIEST < value < _LATEST:
        raise UnfitError(f"{name} is out of all bounds")


def _check_states(row: dict[str, Any]) -> None:
    known = {state.value for state in SourceState}
    if row["after"] not in known or row.get("before") not in {*known, None}:
        raise UnfitError("there is no such state of a source")
