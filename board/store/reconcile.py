"""A new reading against what is already kept of the same thing: what stays, what is new, what is replaced."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Kept:
    """A stored form of a record."""

    id: int
    root: int
    key: bytes
    value: str
    """As it was read."""
    current: bool
    put_right: bool = False
    """Whether a person put it right."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What to do about each fresh record, by its index, and which stored ones are no longer said."""

    same: dict[int, Kept]
    replaced: dict[int, Kept]
    """Fresh ones that were known in another form: they take over its root."""
    new: tuple[int, ...]
    missing: tuple[Kept, ...]


def followed(kept: Sequence[Kept], fresh: Sequence[tuple[bytes, str]]) -> list[Kept]:
    """`kept` figures, with what was put right under the key that `fresh` has for it: the one new figure of the same
    number in the same words, whatever it is now read as counting."""
    known, said = {record.key for record in kept}, {key for key, _ in fresh}
    new = [(key, _number(value)) for key, value in fresh if key not in known]
    found = []
    for record in kept:
        lost = record.current and record.put_right and record.key not in said
        keys = [key for key, number in new if lost and number == _number(record.value)]
        found.append(replace(record, key=keys[0]) if len(keys) == 1 else record)
    return found


def _number(value: str) -> tuple[object, object]:
    told = json.loads(value)
    return told.get("number"), told.get("quote")


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
