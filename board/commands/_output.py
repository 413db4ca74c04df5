"""The last gate before stdout and stderr: whatever is printed holds no terminal code."""

from __future__ import annotations

import json
import sys
from typing import TextIO

from board.text.gate import gated_lines


def out(text: str) -> None:
    """Print data."""
    _write(sys.stdout, text)


def out_text(text: str) -> None:
    """Print text that brings its own last line end."""
    _write(sys.stdout, text.removesuffix("\n"))


def flush() -> None:
    """Hand what was printed to whoever reads it, now."""
    sys.stdout.flush()


def err(text: str) -> None:
    """Print talk: progress, problems."""
    _write(sys.stderr, text)


def out_json(value: object, *, indent: int | None = None) -> None:
    """Print one JSON document: no NaN, no lone surrogates."""
    _write(sys.stdout, json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent))


def _write(stream: TextIO | None, text: str) -> None:
    if stream is not None:
        stream.write(gated_lines(text) + "\n")
