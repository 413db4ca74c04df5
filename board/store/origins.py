"""Statements of one origin put together, by a rule from outside, as they come in."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from board.model import Statement
from board.snapshot import StatementRecord
from board.store import statements
from board.store.groups import put_together
from board.store.lens import Lens
from board.store.refs import number_of
from board.store.times import first_id, id_moment, last_id
from board.text.query import words_of

if TYPE_CHECKING:
    from board.store.connect import Database
    from board.store.writing import Writing

Fold = Callable[[Statement, Sequence[StatementRecord]], str | None]
"""The rule: a new statement and those around it that are likest; the ref of the one it repeats, `None` if of none."""

BACK, AHEAD = timedelta(days=10), timedelta(days=2)
"""How far apart in time two statements of one origin may lie."""
MOST = 1000
"""Statements of a stretch of time that are looked at: the newest."""
LIKEST = 24
"""Of these, how many the rule is asked about: those that share the most words."""


def group(writing: Writing, fold: Fold | None) -> None:
    """Put each statement that came in this transaction together with the one it repeats. Raises: StoreError."""
    if fold is None or not writing.statements:
        return
    new = sorted(number for ref in writing.statements if (number := number_of(ref, "statement")) is not None)
    stretch = _Stretch(writing.database, frozenset(new))
    for root in new:
        own = stretch.own(root)
        ref = fold(own.record.statement, stretch.likest(own)) if own else None
        other = number_of(ref, "statement") if ref else None
        if other is not None and other != root:
            put_together(writing.database, root, other)


@dataclass(frozen=True, slots=True)
class _Worded:
    """A statement with the words it is compared by."""

    record: StatementRecord
    words: frozenset[str]


@dataclass(slots=True)
class _Stretch:
    """The statements of some days, read once for all new ones that fall into them."""

    database: Database
    new: frozenset[int]
    _first: int = 0
    _last: int = -1
    _worded: dict[int, _Worded] = field(default_factory=dict)

    def own(self, root: int) -> _Worded | None:
        """A new statement itself, with its surroundings read; as they come in order of time, each about once."""
        moment = id_moment(root)
        if first_id(moment - BACK) < self._first or last_id(moment + AHEAD) > self._last:
            self._first, self._last = first_id(moment - BACK), last_id(moment + AHEAD + BACK)
            found = statements.between(self.database, Lens(), first=self._first, last=self._last, limit=MOST)
            self._worded = {record.id: _worded(record) for record in found}
        return self._worded.get(root)

    def likest(self, own: _Worded) -> list[StatementRecord]:
        """Those with the most words in common, of its time: earlier ones, and later ones that were there before it."""
        moment = id_moment(own.record.id)
        first, last = first_id(moment - BACK), last_id(moment + AHEAD)
        shared = [
            (len(own.words & other.words), identity)
            for identity, other in self._worded.items()
            if first <= identity <= last and identity != own.record.id
            if identity < own.record.id or identity not in self.new
        ]
        return [self._worded[identity].record for count, identity in heapq.nlargest(LIKEST, shared) if count]


def _worded(record: StatementRecord) -> _Worded:
    said = record.statement
    return _Worded(record, frozenset(words_of(f"{said.text} {said.organisation} {said.speaker} {said.origin}")))
