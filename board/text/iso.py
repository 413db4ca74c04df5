"""Times as scripts read them: ISO 8601 in UTC, no more precise than they are known."""

from __future__ import annotations

from datetime import datetime
from typing import overload

from board.model import When


@overload
def iso(time: When | datetime) -> str: ...
@overload
def iso(time: None) -> None: ...
@overload
def iso(time: When | datetime | None) -> str | None: ...


def iso(time: When | datetime | None) -> str | None:
    """`2026-02`, `2026-02-19`, `2026-02-19T12:00:00Z`; `None` where it is not known."""
    return None if time is None else str(When(time) if isinstance(time, datetime) else time)
