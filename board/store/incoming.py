"""One line of an export as a row that may enter the store: of a known type, with sound columns and cleaned text."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import re
import zlib
from dataclasses import dataclass
from typing import Any

from board.model import Edition, Event, Figure, Item, Row, Statement
from board.outcome import Reading
from board.snapshot import SourceHealth
from board.store.codec import UnreadableError, UnstorableError, dump, load
from board.store.export import HEXADECIMAL, KINDS
from board.text.clean import clean
from board.text.links import safe_url

_NOUNS: dict[tuple[str, str], type] = {
    ("item_version", "value"): Item,
    ("statement", "value"): Statement,
    ("figure", "value"): Figure,
    ("statement", "read"): Statement,
    ("figure", "read"): Figure,
    ("edition", "value"): Edition,
    ("edition_row", "value"): Row,
    ("event", "value"): Event,
    ("pending", "value"): Reading,
    ("source", "health"): SourceHealth,
    ("source_state", "health"): SourceHealth,
}
_LINKS = frozenset({"link", "url", "final_url", "moved_to"})
_SCHEME = re.compile(r"\s*(?!bundled:)[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_LARGEST_BODY = 64 * 1024 * 1024
_LARGEST_TEXT = 2_000_000
_WIDEST = 1 << 62


class UnfitError(ValueError):
    """A line that cannot be a record of a store."""


class DamagedBodyError(UnfitError):
    """A raw body that is not what its hash says: left out, for all that was read from it is there without it."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A row, and the type it is of."""

    kind: str
    row: dict[str, Any]


def fitting(record: dict[str, Any]) -> Incoming:
    """The record as a row. Raises: UnfitError, of a body DamagedBodyError."""
    kind = record.get("type")
    if not isinstance(kind, str) or kind not in KINDS:
        raise UnfitError(f"there is no type {kind!r}")
    row = {name: _column(kind, name, value) for name, value in record.items() if name != "type"}
    if kind == "body":
        _check_body(row)
    return Incoming(kind, row)


def _column(kind: str, name: str, value: Any) -> Any:
    if (kind, name) in _NOUNS and value is not None:
        return _noun(_NOUNS[kind, name], value)
    match value:
        case None | bool():
            return value
        case int() if abs(value) < _WIDEST:
            return value
        case str() if name in HEXADECIMAL or (kind, name) == ("body", "data"):
            return _bytes(name, value)
        case str():
            return _safe(name, value)
        case _:
            raise UnfitError(f"{name} is neither text nor a whole number")


def _noun(noun: type, value: Any) -> str:
    try:
        return dump(load(noun, json.dumps(_cleaned(value))))
    except (UnreadableError, UnstorableError) as error:
        raise UnfitError(str(error)) from error


def _cleaned(value: Any, name: str = "") -> Any:
    match value:
        case str():
            return _safe(name, value)
        case list():
            return [_cleaned(part) for part in value]
        case dict():
            return {key: _cleaned(part, key) for key, part in value.items()}
        case _:
            return value


def _safe(name: str, text: str) -> str:
    """Text as the gate lets it through; an address only if it may become a link, or is the name of a file."""
    if name in _LINKS and _SCHEME.match(text):
        return safe_url(text) or ""
    return clean(text, _LARGEST_TEXT, lines=True)


def _bytes(name: str, text: str) -> bytes:
    try:
        return bytes.fromhex(text) if name in HEXADECIMAL else base64.b64decode(text, validate=True)
    except (ValueError, binascii.Error) as error:
        raise UnfitError(f"{name} is not what it should be: {error}") from error


def _check_body(row: dict[str, Any]) -> None:
    """Raises: DamagedBodyError where a body is not what its hash says."""
    data = row.get("data")
    try:
        body = zlib.decompressobj().decompress(data if isinstance(data, bytes) else b"", _LARGEST_BODY)
    except zlib.error as error:
        raise DamagedBodyError(f"the body cannot be unpacked: {error}") from error
    if hashlib.sha256(body).hexdigest() != row.get("hash") or len(body) != row.get("size"):
        raise DamagedBodyError("the body is not the one its hash names")
