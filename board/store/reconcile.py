"""A new reading against what is already kept of the same thing: what stays, what is new, what is replaced."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kept:
    """A stored form of a record."""

    id: int
    root: int
    key: bytes
    value: str
    current: bool


@dataclass(frozen=True, slots=True)
class Plan:
    """What to do about each fresh record, by its index, and which stored ones are no longer said."""

    same: dict[int, Kept]
    replaced: dict[int, Kept]
    """Fresh ones that were known in another form: they take over its root."""
    new: tuple[int, ...]
    missing: tuple[Kept, ...]


def reconcile(kept: Sequence[Kept], fresh: Sequence[tuple[bytes, str]]) -> Plan:
    """Compare `fresh` (key and value) with `kept`; of several stored forms of one key the newest current one counts."""
    latest: dict[bytes, Kept] = {}
    for record in sorted(kept, key=lambda record: (record.current, record.id)):
        latest[record.key] = record
    same, replaced, new = {}, {}, []
    for index, (key, value) in enumerate(fresh):
        match latest.get(key):
            case None:
                new.append(index)
            case record if record.current and record.value == value:
                same[index] = record
            case record:
                replaced[index] = record
    said = {key for key, _ in fresh}
    missing = tuple(record for record in kept if record.current and record.key not in said)
    return Plan(same, replaced, tuple(new), missing)
