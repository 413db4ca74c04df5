"""Pairs of files: `NAME.in.*` is what came, `NAME.toml` how it is read, `NAME.out.json` what it must become."""

from __future__ import annotations

import dataclasses
import json
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from board import plugins
from board.errors import ExtractError
from board.model import About, Edition, Extract, When
from board.reading.tables.editions import editions

FOLDER = Path(__file__).parent.parent / "cases" / "tables"
RETRIEVED = datetime(2026, 11, 22, 12, tzinfo=UTC)
OWNER = "AF"
SAID_BY = "the page"


def names() -> list[str]:
    """Every case; one without its other half is named too, and fails."""
    return sorted({path.name.partition(".")[0] for path in FOLDER.iterdir() if path.is_file()})


def body(name: str) -> bytes:
    return next(FOLDER.glob(f"{name}.in.*")).read_bytes()


def expected(name: str) -> Any:
    return json.loads((FOLDER / f"{name}.out.json").read_text("utf-8"))


def extracted(name: str) -> Extract:
    """What the kind makes of a case. Raises: ExtractError."""
    settings = tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))
    kind = plugins.load("board.sources", settings["kind"])
    options = settings.get("options", {})
    if "time_zone" in options:
        options["time_zone"] = ZoneInfo(options["time_zone"])
    about = About(**settings["about"], retrieved=RETRIEVED)
    extract: Extract = kind.extract(body(name), kind.Options(**options), about)
    return extract


def became(name: str) -> dict[str, Any]:
    """Extract and editions of a case as plain JSON; fields with nothing in them are left away."""
    try:
        extract = extracted(name)
    except ExtractError as error:
        return {"error": str(error)}
    tables, figures = editions(extract, force=OWNER, said_by=SAID_BY, url=None)
    return {
        "editions": [_edition(edition) for edition in tables],
        "figures": [dict(_plain(figure)) for figure in figures],
        **{name: value for name, value in _plain(extract) if name not in {"rows", "figures"}},
    }


def _edition(edition: Edition) -> dict[str, Any]:
    rows = [dict(_plain(dataclasses.replace(row, as_of=None, said_by="", url=None))) for row in edition.rows]
    checks = {check.name: [check.passed, check.detail] for check in edition.checks}
    said = {name: value for name, value in _plain(edition) if name not in {"rows", "checks"}}
    return {**said, "total_summed": edition.total_summed, "rows": rows, "checks": checks}


def _plain(record: Any) -> Iterator[tuple[str, Any]]:
    """The fields that are not as they are by default."""
    for field in dataclasses.fields(record):
        value = getattr(record, field.name)
        if value is not None and value not in (field.default, ()):
            yield field.name, _value(value)


def _value(value: Any) -> Any:
    if isinstance(value, When):
        return str(value)
    if isinstance(value, tuple):
        return [_value(one) for one in value]
    return dict(_plain(value)) if dataclasses.is_dataclass(value) else value
