"""Refs: the names that notes, decisions and marks are tied to: `statement:99`, `edition:3#ITA` (a row of a table)."""

from __future__ import annotations

_LONGEST = 18
"""Digits of the largest number there can be."""


def number_of(ref: str, kind: str) -> int | None:
    """The number of a ref of that kind, or of a part of one; `None` where it is of another, or none at all."""
    said, _, number = ref.partition("#")[0].partition(":")
    if said != kind or not number.isdecimal() or len(number) > _LONGEST:
        return None
    return int(number)
