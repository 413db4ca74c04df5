"""The last gate before text leaves the program: no control code gets out, whatever came in."""

from __future__ import annotations

from board.shapes import Line

_CONTROLS = dict.fromkeys((*range(32), *range(127, 160), 0x2028, 0x2029), " ")
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
_TABLE = _CONTROLS | _SURROGATES
_KEEPING_LINES = {code: text for code, text in _TABLE.items() if code != ord("\n")}


def gated(text: str) -> str:
    """One line of text without controls (0-31, 127-159), line separators and lone surrogates."""
    return text.translate(_TABLE)


def gated_lines(text: str) -> str:
    """The same for text in which line feeds are meant."""
    return text.translate(_KEEPING_LINES)


def line(spans: Line) -> str:
    """A line's words without their tones."""
    return gated("".join(span.text for span in spans)).strip()
