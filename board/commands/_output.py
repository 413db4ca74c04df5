"""The last gate before stdout and stderr: whatever is printed holds no terminal code, and can be read there."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import TextIO

from board.text.ascii import escaped, readable
from board.text.gate import gated_lines


def out(text: str) -> None:
    """Print data."""
    _write(sys.stdout, text)


def out_text(text: str, form: str = "text") -> None:
    """Print text in one of the formats of `board.render`, which brings its own last line end."""
    _write(sys.stdout, text.removesuffix("\n"), escaped if form == "json" else readable)


def flush() -> None:
    """Hand what was printed to whoever reads it, now; there is no stream where it was closed before the start."""
    if sys.stdout is not None:
        sys.stdout.flush()


def is_read_on_a_terminal() -> bool:
    """Whether what is printed goes before somebody's eyes, and not into a file or another program."""
    return sys.stdout is not None and sys.stdout.isatty()


def err(text: str) -> None:
    """Print talk: progress, problems."""
    _write(sys.stderr, text)


def out_json(value: object, *, indent: int | None = None) -> None:
    """Print one JSON document: no NaN, no lone surrogates."""
    _write(sys.stdout, json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent), escaped)


def _write(stream: TextIO | None, text: str, fitting: Callable[[str, str], str] = readable) -> None:
    if stream is not None:
        stream.write(fitting(gated_lines(text), stream.encoding or "utf-8") + "\n")
