"""Two editions of one table side by side: who moved, joined, left or changed place. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from board.model import Edition, Row
from board.snapshot import ChangeKind


@dataclass(frozen=True, slots=True)
class Move:
    """One difference."""

    kind: ChangeKind
    name: str = ""
    """The nation as the edition writes it; empty for totals."""
    nation: str | None = None
    before: int | None = None
    after: int | None = None
    places: tuple[int, int] | None = None
    """Of a number that moved: the nation's place before and after, where that is another too."""


def is_whole(edition: Edition) -> bool:
    """Whether the table lists everybody: for certain, or as far as anybody can tell where it states no total."""
    return edition.is_whole or (edition.complete is None and edition.total_stated is None)


def moves(before: Edition, after: Edition) -> list[Move]:
    """What differs, nations in the order of the later table. Absence counts only where a whole table shows it."""
    old, new = _by_nation(before), _by_nation(after)
    found = [*_numbers(old, new), *_joined(before, old, new), *_gone(after, old, new)]
    if is_whole(before) and is_whole(after):
        found = _with_places(found, old, new)
    return [*found, *_totals(before, after)]


def mismatch(edition: Edition) -> Move | None:
    """A whole table whose rows do not come to the total it states."""
    stated, summed = edition.total_stated, edition.total_summed
    if edition.complete and stated is not None and summed is not None and stated != summed:
        return Move(ChangeKind.MISMATCH, before=stated, after=summed)
    return None


def _by_nation(edition: Edition) -> dict[str, Row]:
    """Rows by nation; unknown ones by their name, so that they are neither merged nor dropped."""
    return {row.nation or f"?{row.name}": row for row in edition.by_nation}


def _numbers(old: dict[str, Row], new: dict[str, Row]) -> Iterator[Move]:
    for key, row in new.items():
        was = old.get(key)
        if was is not None and None not in (was.troops, row.troops) and was.troops != row.troops:
            yield Move(ChangeKind.TROOPS, row.name, row.nation, was.troops, row.troops)


def _joined(before: Edition, old: dict[str, Row], new: dict[str, Row]) -> Iterator[Move]:
    if is_whole(before):
        for row in (row for key, row in new.items() if key not in old):
            yield Move(ChangeKind.JOINED, row.name, row.nation, None, row.troops)


def _gone(after: Edition, old: dict[str, Row], new: dict[str, Row]) -> Iterator[Move]:
    if is_whole(after):
        for row in (row for key, row in old.items() if key not in new):
            yield Move(ChangeKind.GONE, row.name, row.nation, row.troops, None)


def _with_places(found: Sequence[Move], old: dict[str, Row], new: dict[str, Row]) -> list[Move]:
    """With what places they changed: one move a nation, and one of its own only for a nation whose number stayed."""
    before, after = _places(old), _places(new)
    other = {key: (before[key], place) for key, place in after.items() if before.get(key, place) != place}
    told = [replace(move, places=other.pop(_key(move), None)) for move in found]
    return told + [
        Move(ChangeKind.RANK, new[key].name, new[key].nation, was, place) for key, (was, place) in other.items()
    ]


def _key(move: Move) -> str:
    return move.nation or f"?{move.name}"


def _places(rows: dict[str, Row]) -> dict[str, int]:
    """1 for the largest; equals share a place."""
    numbers = {key: row.troops for key, row in rows.items() if row.troops is not None}
    return {key: 1 + sum(other > number for other in numbers.values()) for key, number in numbers.items()}


def _totals(before: Edition, after: Edition) -> Iterator[Move]:
    """A change of the stated totals; of the sums only between two whole tables."""
    was, now = before.total_stated, after.total_stated
    if was is None and now is None and is_whole(before) and is_whole(after):
        was, now = before.total_summed, after.total_summed
    if None not in (was, now) and was != now:
        yield Move(ChangeKind.TOTAL, before=was, after=now)
