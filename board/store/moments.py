"""The moments at which the board changed, to step through."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from board.snapshot import Sense
from board.store.times import SECOND, SLOTS, from_stamp, id_moment, to_stamp

if TYPE_CHECKING:
    from board.store.connect import Database

_SAID = ("figures", "editions")


def step_back(database: Database, at: datetime, sense: Sense) -> datetime | None:
    """The last moment before `at` at which something was said, or came to be known; `None` before the first.

    Raises: StoreError.
    """
    if sense is Sense.KNOWN:
        return _known(database, "SELECT max(at) FROM moments WHERE at < ?", at)
    found = [_known(database, f"SELECT max(said) FROM {table} WHERE said < ?", at) for table in _SAID]
    second = -(-to_stamp(at) // SECOND)
    last = database.value("SELECT max(id) FROM statements WHERE id < ?", (max(second, 0) << SLOTS,))
    found.append(id_moment(last) if last is not None else None)
    return max((moment for moment in found if moment is not None), default=None)


def step_forward(database: Database, at: datetime, sense: Sense) -> datetime | None:
    """The first moment after `at` at which something was said, or came to be known; `None` after the last.

    Raises: StoreError.
    """
    if sense is Sense.KNOWN:
        return _known(database, "SELECT min(at) FROM moments WHERE at > ?", at)
    found = [_known(database, f"SELECT min(said) FROM {table} WHERE said > ?", at) for table in _SAID]
    second = to_stamp(at) // SECOND + 1
    first = database.value("SELECT min(id) FROM statements WHERE id >= ?", (max(second, 0) << SLOTS,))
    found.append(id_moment(first) if first is not None else None)
    return min((moment for moment in found if moment is not None), default=None)


def _known(database: Database, sql: str, at: datetime) -> datetime | None:
    stamp = database.value(sql, (to_stamp(at),))
    return None if stamp is None else from_stamp(stamp)
