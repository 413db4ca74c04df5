"""A line of spans as plain words."""

from __future__ import annotations

from board.shapes import Line
from board.text.gate import gated


def line(spans: Line) -> str:
    """A line's words without their tones."""
    return gated("".join(span.text for span in spans)).strip()
