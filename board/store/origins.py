"""Statements of one origin put together, by a rule from outside, as they come in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from board.model import Statement
from board.snapshot import StatementRecord
from board.store import statements
from board.store.lens import Lens
from board.store.times import first_id, id_moment, last_id

if TYPE_CHECKING:
    from board.store.writing import Writing

Fold = Callable[[Statement, Sequence[StatementRecord]], str | None]
"""The rule: a new statement and those of the days around it; the ref of the one it repeats, `None` if of none."""

BACK, AHEAD = timedelta(days=10), timedelta(days=2)
MOST = 300
"""Statements a new one is held against: the newest of those days."""


def group(writing: Writing, fold: Fold | None) -> None:
    """Put each statement that came in this transaction under the one it repeats. Raises: StoreError."""
    if fold is None:
        return
    for ref in sorted(writing.statements, key=_number):
        record = statements.one(writing.database, Lens(), ref)
        if record is not None and record.statement.stance is not None:
            origin = fold(record.statement, _around(writing, record))
            if origin is not None and origin != ref:
                _put_under(writing, _number(ref), _number(origin))


def _number(ref: str) -> int:
    return int(ref.partition(":")[2])


def _around(writing: Writing, record: StatementRecord) -> list[StatementRecord]:
    """The heads of groups near in time, without headlines, newest first."""
    now = id_moment(record.id)
    page = statements.between(
        writing.database, Lens(), first=first_id(now - BACK), last=last_id(now + AHEAD), limit=MOST
    )
    return [other for other in page if other.ref != record.ref]


def _put_under(writing: Writing, statement: int, origin: int) -> None:
    database = writing.database
    head = database.value("SELECT origin FROM origin_groups WHERE statement = ?", (origin,)) or origin
    if head != statement:
        database.run("INSERT OR IGNORE INTO origin_groups VALUES (?, ?, 0)", (statement, head))
        database.run("UPDATE origin_groups SET origin = ? WHERE origin = ?", (head, statement))
