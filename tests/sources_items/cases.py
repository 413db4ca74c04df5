"""Pairs of files: `NAME.in.*` is what came, `NAME.toml` how it is read, `NAME.out.json` what it must become."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from board import plugins
from board.errors import ExtractError
from board.model import About, Extract, Item

ROOT = Path(__file__).parent.parent / "cases"
RETRIEVED = datetime(2026, 11, 22, 12, tzinfo=UTC)


def names(folder: str) -> list[str]:
    """`feeds/rss-plain`, … for every pair of a folder; a case without its other half is named too, and fails."""
    halves = {path.name.partition(".")[0] for path in (ROOT / folder).iterdir()}
    return [f"{folder}/{name}" for name in sorted(halves)]


def expected(name: str) -> Any:
    return json.loads((ROOT / f"{name}.out.json").read_text("utf-8"))


def became(name: str) -> dict[str, Any]:
    """What the bytes of a case come to, as plain JSON; fields with nothing in them are left away."""
    settings = tomllib.loads((ROOT / f"{name}.toml").read_text("utf-8"))
    body = next((ROOT / name).parent.glob(f"{Path(name).name}.in.*")).read_bytes()
    kind = plugins.load("board.sources", settings["kind"])
    options = {key: _value(key, value) for key, value in settings.get("options", {}).items()}
    about = About(**{"address": "https://news.example/feed", "retrieved": RETRIEVED, **settings.get("about", {})})
    try:
        return dict(_extract(kind.extract(body, kind.Options(**options), about)))
    except ExtractError as error:
        return {"error": str(error)}


def _value(key: str, value: Any) -> Any:
    if key == "time_zone":
        return ZoneInfo(value)
    return tuple(value) if isinstance(value, list) else value


def _extract(extract: Extract) -> Iterator[tuple[str, Any]]:
    yield "items", [dict(_item(item)) for item in extract.items]
    for name in ("title", "language", "links", "warnings"):
        if value := getattr(extract, name):
            yield name, list(value) if isinstance(value, tuple) else value
    if extract.left_out:
        yield "left_out", [f"{left.what}: {left.why}" for left in extract.left_out]


def _item(item: Item) -> Iterator[tuple[str, Any]]:
    for name in ("title", "link", "guid", "published", "updated", "summary", "text", "authors", "language"):
        value = getattr(item, name)
        if value:
            yield name, value if isinstance(value, str) else list(value) if isinstance(value, tuple) else str(value)
