"""The reference of board.toml in Markdown, made from the declarations that validate it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from datetime import timedelta
from zoneinfo import ZoneInfo

from board import plugins
from board.config import panels, sources
from board.config.assemble import KEYS
from board.config.tables import Declared, declared
from board.model import When
from board.options import Choice, Count, Nation, Query, Share, WebAddress, Words
from board.spec import (
    AlertSpec,
    BoardSpec,
    ClaimSpec,
    EventSpec,
    ForceSpec,
    GuardSpec,
    LayoutSpec,
    PanelSpec,
    PersonSpec,
    PlaceSpec,
    SourceSpec,
    TierSpec,
)

_TABLES: Mapping[str, type[object]] = {
    "[board]": BoardSpec,
    "[[panel]]": PanelSpec,
    "[source.NAME]": SourceSpec,
    "guard = { … } of a source": GuardSpec,
    "[[tier]]": TierSpec,
    "[force.NAME]": ForceSpec,
    "[claim.NAME]": ClaimSpec,
    "[alert.NAME]": AlertSpec,
    "[[layout]]": LayoutSpec,
    "[place.NAME]": PlaceSpec,
    "[[event]]": EventSpec,
    "[[person]]": PersonSpec,
}
_TYPES: Mapping[object, str] = {
    str: "text",
    Query: "query",
    Words: "query without fields",
    Nation: "nation (alpha-3)",
    tuple[Nation, ...]: "list of nations (alpha-3)",
    ZoneInfo: "time zone",
    int: "whole number",
    Count: "whole number of 1 or more",
    float: "number",
    bool: "true or false",
    timedelta: "duration",
    When: "date",
    Share: "share",
    WebAddress: "web address",
    tuple[str, ...]: "list of texts",
    tuple[int, ...]: "list of whole numbers",
    tuple[Count, ...]: "list of whole numbers of 1 or more",
    Mapping[str, str]: "table of texts",
}


def reference() -> str:
    """The whole page."""
    return "\n".join(
        [*_head(), *_tables(), *_kinds("Panel kinds", panels.PACKAGE), *_kinds("Source kinds", sources.PACKAGE)]
    )


def _head() -> Iterator[str]:
    yield "# board.toml, key by key"
    yield ""
    yield "Made from the program's own declarations (`make reference`); `board check` holds a file against them."
    yield ""
    yield "| at the top | what it is |"
    yield "|---|---|"
    yield from (f"| `{name}` | {about} |" for name, about in KEYS.items())
    yield ""


def _tables() -> Iterator[str]:
    for heading, cls in _TABLES.items():
        yield from (f"## `{heading}`", "", *_rows(cls), "")


def _kinds(heading: str, package: str) -> Iterator[str]:
    yield from (f"## {heading}", "")
    for kind in plugins.names(package):
        module = plugins.load(package, kind)
        yield from (f'### `kind = "{kind}"`', "", plugins.describe(module), "")
        if declared(module.Options):
            yield from (*_rows(module.Options), "")


def _rows(cls: type[object]) -> Iterator[str]:
    yield "| key | value | default | meaning |"
    yield "|---|---|---|---|"
    for key in declared(cls):
        example = f", such as `{_cell(key.example)}`" if key.example else ""
        yield f"| `{key.name}` | {_type(key)} | {_default(key)} | {_cell(key.about)}{example} |"


def _type(key: Declared) -> str:
    if key.type is Choice:
        return "one of " + ", ".join(f"`{choice}`" for choice in key.choices)
    return _TYPES.get(key.type, "table")


def _default(key: Declared) -> str:
    match key.default:
        case dataclasses.MISSING:
            return "**required**"
        case None | "" | ():
            return ""
        case bool():
            return f"`{str(key.default).lower()}`"
        case timedelta():
            return f"`{_duration(key.default)}`" if key.default else ""
        case value if dataclasses.is_dataclass(value) or isinstance(value, dict):
            return ""
        case tuple() as values:
            return f"`{list(values)}`".replace("'", '"')
        case value:
            return f"`{value}`"


def _duration(value: timedelta) -> str:
    seconds = int(value.total_seconds())
    for unit, size in (("d", 86400), ("h", 3600), ("m", 60)):
        if seconds % size == 0:
            return f"{seconds // size}{unit}"
    return f"{seconds}s"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
