"""What face and collector tell each other through the store: asks, progress, problems, announcements."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from board.store.times import from_stamp, to_stamp

if TYPE_CHECKING:
    from board.store.connect import Database

EVERY = "*"
"""Asking for this name asks for every source."""
_KEPT = 50
"""Announcements; a face that was away for longer has `board since`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far the collector is."""

    at: datetime
    done: int
    due: int
    running: tuple[str, ...] = ()
    """Names of the sources being read."""
    pid: int | None = None
    """The collector's process; `None` where none runs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """Something the collector cannot do, for the face to show: `config` and a sentence."""

    name: str
    message: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """Something the collector has to say once: an alert that asks for the bell."""

    number: int
    """Grows; a face says what is above the last one it knows."""
    sentence: str
    at: datetime


def ask_refresh(database: Database, names: Iterable[str], at: datetime) -> None:
    """Ask the collector to read sources now. Raises: StoreError."""
    with database.write():
        database.run_many("INSERT OR REPLACE INTO asks VALUES (?, ?)", [(name, to_stamp(at)) for name in names])


def take_asks(database: Database) -> tuple[str, ...]:
    """The sources asked for, oldest ask first; each is answered once. Raises: StoreError."""
    if database.value("SELECT 1 FROM asks LIMIT 1") is None:
        return ()
    with database.write():
        names = tuple(row[0] for row in database.rows("SELECT source FROM asks ORDER BY at, source"))
        database.run("DELETE FROM asks")
    return names


def set_progress(database: Database, progress: Progress) -> None:
    """Say how far the collector is. Raises: StoreError."""
    value = json.dumps({"done": progress.done, "due": progress.due, "running": progress.running, "pid": progress.pid})
    with database.write():
        database.run("INSERT OR REPLACE INTO progress VALUES (1, ?, ?)", (to_stamp(progress.at), value))


def progress(database: Database) -> Progress | None:
    """What the collector said last; `None` where it never did. Raises: StoreError."""
    row = database.row("SELECT at, value FROM progress WHERE id = 1")
    if row is None:
        return None
    said = json.loads(row[1])
    running = tuple(said["running"])
    return Progress(at=from_stamp(row[0]), done=said["done"], due=said["due"], running=running, pid=said["pid"])


def record_problem(database: Database, name: str, message: str, at: datetime) -> None:
    """Tell the face of a trouble; an empty message takes it back. Raises: StoreError."""
    with database.write():
        if message:
            row = (name, to_stamp(at), message)
            database.run("INSERT OR REPLACE INTO problems VALUES (?, ?, ?)", row)
        else:
            database.run("DELETE FROM problems WHERE name = ?", (name,))


def problems(database: Database) -> tuple[Trouble, ...]:
    """What the collector is troubled by, newest first. Raises: StoreError."""
    rows = database.rows("SELECT name, message, at FROM problems ORDER BY at DESC LIMIT 100")
    return tuple(Trouble(name=row[0], message=row[1], at=from_stamp(row[2])) for row in rows)


def announce(database: Database, sentence: str, at: datetime) -> None:
    """Say something to whoever looks, once. Raises: StoreError."""
    with database.write():
        number = database.run("INSERT INTO announcements (at, sentence) VALUES (?, ?)", (to_stamp(at), sentence))
        database.run("DELETE FROM announcements WHERE id <= ?", (number - _KEPT,))


def announced(database: Database) -> Announcement | None:
    """The last announcement. Raises: StoreError."""
    row = database.row("SELECT id, sentence, at FROM announcements ORDER BY id DESC LIMIT 1")
    return Announcement(number=row[0], sentence=row[1], at=from_stamp(row[2])) if row else None
