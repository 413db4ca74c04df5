"""What one outcome's transaction carries along: where it writes, on whose behalf, and what it has changed so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from board.model import When
from board.outcome import Receipt
from board.snapshot import StateChange
from board.spec import SourceSpec
from board.store.times import SLOTS, first_id, to_stamp

if TYPE_CHECKING:
    from board.store.connect import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """What an outcome changed, as refs, in the order it was written."""

    items: tuple[str, ...] = ()
    edited: tuple[str, ...] = ()
    """Items whose words changed after they were published."""
    statements: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    editions: tuple[str, ...] = ()
    held: tuple[str, ...] = ()
    replaced: int = 0
    """Statements and figures that a later reading of the same words put differently."""
    left_out: int = 0
    """Records that could not be kept."""
    state: StateChange | None = None
    """The change of the source's state, if it changed."""

    @property
    def changed(self) -> bool:
        """Whether the board can look different for it (a change of the source's state apart)."""
        return bool(
            self.items or self.edited or self.statements or self.figures or self.editions or self.held or self.replaced
        )


def next_id(database: Database, table: str, base: int) -> int:
    """The next id of `table` in the second that begins at the id `base`. Raises: StoreError."""
    sql = f"SELECT max(id) FROM {table} WHERE id >= ? AND id < ?"
    return int(database.value(sql, (base, base + (1 << SLOTS))) or base) + 1


@dataclass(slots=True, kw_only=True)
class Writing:
    """One transaction under way."""

    database: Database
    spec: SourceSpec
    receipt: Receipt
    receipt_id: int
    held_by: int | None = None
    rereads: bool = False
    """Whether the source was read with other options before: what differs now, differs for that."""
    same_body: bool = False
    """Whether it is the bytes that were read last: then even what was not found before is not new in the world."""
    read_until: datetime | None = None
    """Up to when what was published stood on the page as it was read last; `None` where that is not known."""
    withdraws: bool = False
    """Whether what the answer no longer says is withdrawn: true of a person's own files, never of a page."""
    items: list[str] = field(default_factory=list)
    edited: list[str] = field(default_factory=list)
    statements: list[str] = field(default_factory=list)
    figures: list[str] = field(default_factory=list)
    editions: list[str] = field(default_factory=list)
    held: list[str] = field(default_factory=list)
    replaced: int = 0
    left_out: int = 0
    _last: dict[tuple[str, int], int] = field(default_factory=dict)

    @property
    def source(self) -> str:
        return self.spec.name

    @property
    def known(self) -> datetime:
        """From when on what it keeps is known."""
        return self.receipt.known

    @property
    def stamp(self) -> int:
        return to_stamp(self.known)

    def stood_before(self, published: When | None) -> bool:
        """Whether what is found only now was there to be found before: then the options brought it, not the world."""
        if not self.rereads:
            return False
        return self.same_body or bool(published and self.read_until and published.end < self.read_until)

    def new_id(self, table: str, moment: datetime) -> int:
        """The next id of `table` at a time."""
        base = first_id(moment)
        last = self._last.get((table, base))
        found = next_id(self.database, table, base) if last is None else last + 1
        self._last[(table, base)] = found
        return found

    def applied(self) -> Applied:
        return Applied(
            items=tuple(self.items),
            edited=tuple(self.edited),
            statements=tuple(self.statements),
            figures=tuple(self.figures),
            editions=tuple(self.editions),
            held=tuple(self.held),
            replaced=self.replaced,
            left_out=self.left_out,
        )
