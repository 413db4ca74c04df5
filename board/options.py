"""Options declared once: a dataclass of `option` fields gives validation, help and schema."""

from __future__ import annotations

import dataclasses
from typing import Any


def option(about: str, default: Any = dataclasses.MISSING, *, example: str = "", choices: tuple[str, ...] = ()) -> Any:
    """A field of an options dataclass: `about` is its help, one clause without a full stop.

    Without a default the key is required. Types understood: str, int, float, bool, timedelta ("15m"), When ("2026-02"),
    ZoneInfo, tuple[str, ...], Mapping[str, str], an options dataclass of its own, and each of them `| None`.
    """
    metadata = {"about": about, "example": example, "choices": choices}
    if isinstance(default, dict):
        return dataclasses.field(default_factory=lambda: dict(default), metadata=metadata)
    return dataclasses.field(default=default, metadata=metadata)
