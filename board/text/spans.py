"""Lengths of time in words."""

from __future__ import annotations

from datetime import timedelta

_UNITS = (("day", timedelta(days=1)), ("hour", timedelta(hours=1)), ("minute", timedelta(minutes=1)))


def in_words(span: timedelta, like: timedelta) -> str:
    """`61 days`, `1 hour`: the whole units that have gone by, in the largest one that `like` is a whole number of."""
    name, unit = next((each for each in _UNITS if not like % each[1]), _UNITS[-1])
    count = span // unit
    return f"{count} {name}" if count == 1 else f"{count} {name}s"
