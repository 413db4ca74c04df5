"""TOML under limits: a few kilobytes of deep or dotted keys make tomllib alone take seconds and gigabytes."""

from __future__ import annotations

import re
import tomllib
from typing import Any

MAX_BYTES = 1_000_000
_MAX_PARTS = 40
_MAX_DEPTH = 60
_PLACE = re.compile(r"\(at line (\d+), column \d+\)")
_PART = r"(?>[\w-]+|\"[^\"\n]*\"|'[^'\n]*')"
_DOTTED = re.compile(rf"(?<![\w-])(?:{_PART}[ \t]*\.[ \t]*){{{_MAX_PARTS}}}")
_ENDLESS = re.compile(r"[\d_]{4000}")
_DEEP = re.compile(rf"(?:[\[{{]\s*+){{{_MAX_DEPTH}}}")


class TomlError(ValueError):
    """Bytes that are not TOML, or more of it than is read; `line` is 1-based, or `None`."""

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(message)
        self.line = line


def read_toml(data: bytes) -> dict[str, Any]:
    """The tables of a TOML file. Raises: TomlError."""
    if len(data) > MAX_BYTES:
        raise TomlError(f"larger than {MAX_BYTES // 1000} kB")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TomlError("not UTF-8", data[: error.start].count(b"\n") + 1) from None
    _refuse_traps(text)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _placed(str(error), text) from None
    except ValueError:
        raise _endless(text) from None
    except RecursionError:
        raise TomlError("nested too deep") from None


def _refuse_traps(text: str) -> None:
    if match := _DOTTED.search(text):
        raise TomlError(f"a key of more than {_MAX_PARTS} parts", _line_of(text, match.start()))
    if match := _DEEP.search(text):
        raise TomlError("nested too deep", _line_of(text, match.start()))


def _placed(message: str, text: str) -> TomlError:
    """The decoder's message without its place, and the place as a number."""
    match = _PLACE.search(message)
    line = int(match[1]) if match else text.count("\n") + 1
    return TomlError(_PLACE.sub("", message).replace("(at end of document)", "at the end of the file").strip(), line)


def _endless(text: str) -> TomlError:
    """Python itself refuses to read a number of some thousand digits, and tomllib lets that through."""
    match = _ENDLESS.search(text)
    return TomlError("a number of too many digits", _line_of(text, match.start()) if match else None)


def _line_of(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1
