"""A TOML table to the options dataclass that declares it."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Hashable, Iterator, Mapping
from functools import cache
from typing import Any, TypeVar

from board.config.positions import Path
from board.config.report import Report
from board.config.values import READERS, WrongValueError, chosen
from board.options import Choice

T = TypeVar("T")
_UNQUOTED = (int, float, bool, Mapping[str, str])


@dataclasses.dataclass(frozen=True, slots=True)
class Declared:
    """One key of an options dataclass, as declared."""

    name: str
    type: object
    """Without `| None`."""
    optional: bool
    about: str
    example: str
    choices: tuple[str, ...]
    default: object
    """`dataclasses.MISSING` where the key is required."""


def declared(cls: type[object]) -> tuple[Declared, ...]:
    """The keys of an options dataclass, in order."""
    return _declared_by(typing.cast("Hashable", cls))


@cache
def _declared_by(cls: Hashable) -> tuple[Declared, ...]:
    options = typing.cast("Any", cls)
    hints = typing.get_type_hints(options)
    fields = dataclasses.fields(options)
    return tuple(_declared(field, hints[field.name]) for field in fields if "about" in field.metadata)


def _declared(field: dataclasses.Field[Any], hint: object) -> Declared:
    options = typing.get_args(hint) if typing.get_origin(hint) in (typing.Union, types.UnionType) else (hint,)
    default = field.default
    if field.default_factory is not dataclasses.MISSING:
        default = field.default_factory()
    return Declared(
        name=field.name,
        type=next(option for option in options if option is not type(None)),
        optional=type(None) in options,
        default=default,
        about=field.metadata["about"],
        example=field.metadata["example"],
        choices=field.metadata["choices"],
    )


def names(cls: type[object]) -> frozenset[str]:
    """The names of those keys."""
    return frozenset(key.name for key in declared(cls))


def read(
    cls: type[T], table: object, path: Path, report: Report, *, also: frozenset[str] = frozenset(), **given: Any
) -> T | None:
    """An instance of `cls` from a table, or `None` with every problem reported.

    `also` names keys that belong to somebody else and are no mistake here; `given` fills fields that are no keys.
    """
    if not isinstance(table, dict):
        report.error(path, "not a table", f"write it as [{'.'.join(map(str, path))}]")
        return None
    before = len(report.problems)
    for key in sorted(table.keys() - names(cls) - also):
        report.unknown((*path, key), names(cls) | also)
    values = dict(_values(cls, table, path, report))
    if len(report.problems) > before:
        return None
    return cls(**values, **given)


def _values(cls: type[object], table: Mapping[str, object], path: Path, report: Report) -> Iterator[tuple[str, object]]:
    for key in declared(cls):
        if key.name in table:
            try:
                yield key.name, _value(key, table[key.name], (*path, key.name), report)
            except WrongValueError as wrong:
                report.error((*path, key.name), str(wrong), wrong.suggestion or _for_example(key))
        elif key.default is dataclasses.MISSING:
            report.error(path, f"{key.name!r} is missing: {key.about}", _for_example(key))


def _value(key: Declared, value: object, path: Path, report: Report) -> object:
    if key.type is Choice:
        return chosen(value, key.choices)
    if dataclasses.is_dataclass(key.type) and key.type not in READERS:
        return read(typing.cast("type[Any]", key.type), value, path, report)
    return READERS[key.type](value)


def _for_example(key: Declared) -> str:
    if not key.example:
        return ""
    plain = key.type in _UNQUOTED or key.example.startswith("[")
    quoted = key.example if plain else f'"{key.example}"'
    return f"for example {key.name} = {quoted}"
