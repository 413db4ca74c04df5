"""Options declared once: a dataclass of `option` fields gives validation, help and schema."""

from __future__ import annotations

import dataclasses
from typing import Any, NewType

Share = NewType("Share", float)
"""A part of a whole: written `"40%"` or `0.4`, kept as 0.4."""
WebAddress = NewType("WebAddress", str)
"""An http or https address with a host."""
Query = NewType("Query", str)
"""A query of statements, in the language of `board.text.query` and with the fields of `board.store.search`."""
Words = NewType("Words", str)
"""A query of a text alone, which has no fields."""
Count = NewType("Count", int)
"""A whole number of 1 or more."""
Nation = NewType("Nation", str)
"""The alpha-3 code of a nation."""
Choice = NewType("Choice", str)
"""One of the field's `choices`."""


def option(about: str, default: Any = dataclasses.MISSING, *, example: str = "", choices: tuple[str, ...] = ()) -> Any:
    """A field of an options dataclass: `about` is its help, one clause without a full stop.

    Without a default the key is required. Types understood: str, int, float, bool, timedelta ("15m"), When
    ("2026-02"), ZoneInfo, the types above, tuple[str, ...], tuple[int, ...], Mapping[str, str], an options dataclass,
    and each of them `| None`. A field of a dataclass made without `option` is not a key.
    """
    metadata = {"about": about, "example": example, "choices": choices}
    if isinstance(default, dict):
        return dataclasses.field(default_factory=lambda: dict(default), metadata=metadata)
    return dataclasses.field(default=default, metadata=metadata)
