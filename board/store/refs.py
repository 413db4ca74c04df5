"""Refs: the names that notes, decisions and marks are tied to (`statement:99`)."""

from __future__ import annotations

_LONGEST = 18
"""Digits of the largest number there can be."""


def number_of(ref: str, kind: str) -> int | None:
    """The number of a ref of that kind; `None` where it is of another, or none at all."""
    said, _, number = ref.partition(":")
    if said != kind or not number.isdecimal() or len(number) > _LONGEST:
        return None
    return int(number)
