"""The last gate: what leaves the program holds no code for a terminal and nothing that turns text around.

Text is cleaned where it comes in; this holds even where that was forgotten, whichever way it leaves.
"""

from __future__ import annotations

import re

_CODES = "\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\U000e0000-\U000e007f"
_IN_A_LINE = re.compile(f"[\x00-\x1f{_CODES}]")
_IN_LINES = re.compile(f"[\x00-\x09\x0b-\x1f{_CODES}]")


def gated(text: str) -> str:
    """One line of text, a space for each control, line end, bidi control, tag and lone surrogate."""
    return text if text.isprintable() else _IN_A_LINE.sub(" ", text)


def gated_lines(text: str) -> str:
    """The same for text in which line feeds are meant."""
    return text if text.isprintable() else _IN_LINES.sub(" ", text)
