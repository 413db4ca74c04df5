"""When the board changed: the stops on the way back and forth in time."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from board.store.times import maybe_from_stamp, to_stamp

if TYPE_CHECKING:
    from board.store.connect import Database


def before(database: Database, at: datetime) -> datetime | None:
    """The last change before `at`; `None` where there was none. Raises: StoreError."""
    return maybe_from_stamp(database.value("SELECT max(at) FROM moments WHERE at < ?", (to_stamp(at),)))


def after(database: Database, at: datetime) -> datetime | None:
    """The first change after `at`; `None` where there is none. Raises: StoreError."""
    return maybe_from_stamp(database.value("SELECT min(at) FROM moments WHERE at > ?", (to_stamp(at),)))
