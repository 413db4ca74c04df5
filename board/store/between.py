"""The time between a look and a snapshot: what the kinds of change are asked of."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

from board.model import Statement
from board.snapshot import Change, ChangeKind
from board.store.codec import UnreadableError, load
from board.store.lens import Lens
from board.store.times import from_stamp, to_stamp

if TYPE_CHECKING:
    from board.store.connect import Database

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Between:
    """After `since`, up to the time of `lens`; at most `limit` of each kind."""

    database: Database
    since: datetime
    lens: Lens
    limit: int

    @property
    def bounds(self) -> tuple[int, int]:
        return to_stamp(self.since), self.lens.stamp

    def rows(self, sql: str, *values: Any) -> list[Any]:
        """The first `limit` rows of a query. Raises: StoreError."""
        return self.database.rows(f"{sql} LIMIT ?", (*values, self.limit))


def readable(noun: type[T], value: str) -> T | None:
    """The noun, or `None` where it cannot be read."""
    try:
        return load(noun, value)
    except UnreadableError:
        return None


def statement_change(kind: ChangeKind, root: int, stamp: int, source: str, said: Statement, claim: str = "") -> Change:
    """A change that is a statement's."""
    return Change(
        kind=kind,
        ref=f"statement:{root}",
        at=from_stamp(stamp),
        source=source,
        text=said.text,
        when=said.published,
        claim=claim,
    )


def source_change(kind: ChangeKind, source: str, stamp: int, text: str) -> Change:
    """A change that is a source's as a whole."""
    return Change(kind=kind, ref=f"source:{source}", at=from_stamp(stamp), source=source, text=text)
