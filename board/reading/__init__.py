"""What was said, by whom, about what: pure functions from text to statements and figures."""

from __future__ import annotations

from importlib.machinery import EXTENSION_SUFFIXES
from importlib.util import find_spec


def is_compiled() -> bool:
    """Whether the reader that is found here is machine code, as `make compiled` makes it, and no Python."""
    spec = find_spec("board.reading.figures")
    return spec is not None and (spec.origin or "").endswith(tuple(EXTENSION_SUFFIXES))
