"""What may stand in board.toml, as JSON Schema: made from the same declarations that validate it."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import timedelta
from typing import Any, cast
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
    LayoutSpec,
    PanelSpec,
    PersonSpec,
    PlaceSpec,
    SourceSpec,
    TierSpec,
)

Json = dict[str, Any]

_TEXT: Json = {"type": "string"}
_NATION: Json = {"type": "string", "pattern": "^[A-Z]{3}$"}
_TYPES: Mapping[object, Json] = {
    str: _TEXT,
    Query: _TEXT,
    Words: _TEXT,
    Nation: _NATION,
    tuple[Nation, ...]: {"type": "array", "items": _NATION},
    ZoneInfo: _TEXT,
    int: {"type": "integer"},
    Count: {"type": "integer", "minimum": 1},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    timedelta: {"type": "string", "pattern": "^([0-9]+[smhdw])+$"},
    When: {"type": ["string", "object"]},
    Share: {"type": ["string", "number"]},
    WebAddress: {"type": "string", "format": "uri"},
    tuple[str, ...]: {"type": "array", "items": _TEXT},
    tuple[int, ...]: {"type": "array", "items": {"type": "integer"}},
    tuple[Count, ...]: {"type": "array", "items": {"type": "integer", "minimum": 1}},
    Mapping[str, str]: {"type": "object", "additionalProperties": _TEXT},
}
_LISTS: Mapping[str, type[object]] = {"tier": TierSpec, "layout": LayoutSpec, "event": EventSpec, "person": PersonSpec}
_NAMED: Mapping[str, type[object]] = {"force": ForceSpec, "claim": ClaimSpec, "alert": AlertSpec, "place": PlaceSpec}
_WORDS = ("search", "nations", "nation_names")
_WORD_LISTS = ("alias", "keys")


def schema() -> Json:
    """The schema of board.toml, every source and panel kind that is there included."""
    word_or_words = {"anyOf": [_TEXT, _TYPES[tuple[str, ...]]]}
    tables: Json = {
        "board": table(BoardSpec),
        "panel": {"type": "array", "items": _of_kinds(PanelSpec, panels.PACKAGE)},
        "source": _many(_of_kinds(SourceSpec, sources.PACKAGE)),
        **{name: {"type": "array", "items": table(cls)} for name, cls in _LISTS.items()},
        **{name: _many(table(cls)) for name, cls in _NAMED.items()},
        **{name: _many(_TEXT) for name in _WORDS},
        **{name: _many(word_or_words) for name in _WORD_LISTS},
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "board.toml",
        "type": "object",
        "additionalProperties": False,
        "properties": {name: {**tables[name], "description": about} for name, about in KEYS.items()},
    }


def table(cls: type[object]) -> Json:
    """The schema of one options dataclass."""
    keys = declared(cls)
    return {
        "type": "object",
        "additionalProperties": False,
        "properties": {key.name: _property(key) for key in keys},
        "required": [key.name for key in keys if key.default is dataclasses.MISSING],
    }


def _property(key: Declared) -> Json:
    if key.type is Choice:
        shape: Json = {"enum": list(key.choices)}
    elif key.type in _TYPES:
        shape = dict(_TYPES[key.type])
    else:
        shape = table(cast("type[object]", key.type))
    examples = {"examples": [key.example]} if key.example else {}
    return {**shape, "description": key.about, **examples}


def _many(entry: Json) -> Json:
    return {"type": "object", "additionalProperties": entry}


def _of_kinds(common: type[object], package: str) -> Json:
    """One schema for each kind: the common keys and the kind's own."""
    return {"oneOf": [_of_kind(common, package, kind) for kind in plugins.names(package)]}


def _of_kind(common: type[object], package: str, kind: str) -> Json:
    module = plugins.load(package, kind)
    both, own = table(common), table(module.Options)
    properties = {**both["properties"], **own["properties"], "kind": {"const": kind}}
    required = [*both["required"], *own["required"]]
    return {**both, "title": plugins.describe(module), "properties": properties, "required": required}
