"""Specs for the tests, made short: keys as they stand in board.toml."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from board.sources.feed import Options
from board.spec import GuardSpec, SourceSpec


def source(name: str = "desk", **changes: Any) -> SourceSpec:
    """A feed at desk.example, read hourly."""
    given: dict[str, Any] = {
        "title": "Desk",
        "kind": "feed",
        "url": None if "file" in changes else "https://desk.example/feed",
        "every": timedelta(hours=1),
        "options": Options(),
    }
    return SourceSpec(name=name, **(given | changes))


def guard(**keys: Any) -> GuardSpec:
    return GuardSpec(**keys)
