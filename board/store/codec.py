"""Nouns to JSON text and back: fields at their default are left out, so a noun may gain a field without a migration."""

from __future__ import annotations

import dataclasses
import functools
import json
import math
import types
import typing
from collections.abc import Mapping
from datetime import UTC, datetime
from enum import Enum
from typing import Any, TypeVar

from board.model import When

T = TypeVar("T")
_WIDEST = 1 << 63


class UnstorableError(ValueError):
    """A record holds what cannot be kept: a number without bounds, not a number at all, or a foreign type."""


class UnreadableError(ValueError):
    """A stored record cannot be understood; it is left out, and the rest goes on."""


def sound(text: str) -> str:
    """`text` without what SQLite or UTF-8 cannot hold: lone surrogates and NUL."""
    if text.isascii() and "\0" not in text:
        return text
    return text.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def dump(value: Any) -> str:
    """A noun as JSON text, always the same for the same value. Raises: UnstorableError."""
    return json.dumps(to_plain(value), ensure_ascii=False, separators=(",", ":"), sort_keys=True, allow_nan=False)


def to_plain(value: Any) -> Any:
    """Plain mappings, lists, text and numbers. Raises: UnstorableError."""
    match value:
        case None | bool():
            return value
        case Enum():
            return value.value
        case str():
            return sound(value)
        case int() | float():
            return _bounded(value)
        case When():
            return str(value)
        case datetime():
            return value.astimezone(UTC).isoformat()
        case Mapping():
            return {sound(str(key)): to_plain(part) for key, part in value.items()}
        case tuple() | list():
            return [to_plain(part) for part in value]
        case _ if dataclasses.is_dataclass(value):
            return _fields_to_plain(value)
        case _:
            raise UnstorableError(f"a {type(value).__name__} cannot be kept")


def _bounded(number: float) -> float:
    if isinstance(number, float) and not math.isfinite(number):
        raise UnstorableError("not a finite number")
    if not -_WIDEST <= number < _WIDEST:
        raise UnstorableError("a number of more than 18 digits")
    return number


def _fields_to_plain(value: Any) -> dict[str, Any]:
    kept = {}
    for field in dataclasses.fields(value):
        part = getattr(value, field.name)
        if field.default is dataclasses.MISSING or part != field.default:
            kept[field.name] = to_plain(part)
    return kept


def load(noun: type[T], text: str) -> T:
    """The noun that `dump` wrote. Raises: UnreadableError."""
    try:
        return typing.cast("T", from_plain(noun, json.loads(text)))
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise UnreadableError(f"a stored {noun.__name__} cannot be understood: {error}") from error


def from_plain(kind: Any, value: Any) -> Any:
    """`value` as `kind` (a noun, an enum, a date, a tuple, an optional of these). Raises: ValueError and its like."""
    if value is None:
        return None
    return _reader(kind)(value)


@functools.cache
def _reader(kind: Any) -> Any:
    origin = typing.get_origin(kind)
    if origin in (typing.Union, types.UnionType):
        return _reader(next(part for part in typing.get_args(kind) if part is not type(None)))
    if origin is tuple:
        return _tuple_reader(typing.get_args(kind))
    if kind is When:
        return When.parse
    if kind is datetime:
        return datetime.fromisoformat
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        return _noun_reader(kind)
    return kind if issubclass(kind, Enum) else _plain_reader(kind)


def _plain_reader(kind: type) -> Any:
    """Text, a number or a truth value, and nothing else in its place."""

    def read(value: Any) -> Any:
        if type(value) is not kind and not (kind is float and type(value) is int):
            raise TypeError(f"{value!r:.40} is not a {kind.__name__}")
        return value

    return read


def _tuple_reader(parts: tuple[Any, ...]) -> Any:
    if parts[-1] is Ellipsis:
        one = _reader(parts[0])
        return lambda values: tuple([one(value) for value in _checked(list, values)])
    readers = [_reader(part) for part in parts]
    return lambda values: tuple([read(value) for read, value in zip(readers, _checked(list, values), strict=True)])


def _checked(kind: type, value: Any) -> Any:
    if not isinstance(value, kind):
        raise TypeError(f"{value!r:.40} is not a {kind.__name__}")
    return value


def _noun_reader(noun: type) -> Any:
    hints = typing.get_type_hints(noun)
    readers = {field.name: _reader(hints[field.name]) for field in dataclasses.fields(noun) if field.init}

    def read(value: Mapping[str, Any]) -> Any:
        known = {key: part for key, part in _checked(dict, value).items() if key in readers}
        return noun(**{key: None if part is None else readers[key](part) for key, part in known.items()})

    return read
