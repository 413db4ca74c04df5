"""Drawing in SVG: numbers and escaped words only."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from board.text.gate import gated

_BAR = 96, 12
_STEP, _HIGH = 6, 14


def svg(title: str, width: int, height: int, inside: str, name: str = "drawing") -> str:
    """A picture with a name for who cannot see it."""
    told = escape(gated(title), quote=True)
    return f'<svg class="{name}" viewBox="0 0 {width} {height}" role="img" aria-label="{told}">{inside}</svg>'


def text(x: float, y: float, words: str, anchor: str = "start") -> str:
    """Words that begin, end or are centred at a place."""
    at = f'x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"'
    return f'<text {at} font-size="13" fill="currentColor">{escape(gated(words))}</text>'


def title(words: str) -> str:
    """What is read when the pointer rests on a mark."""
    return f"<title>{escape(gated(words))}</title>"


def bar(share: float) -> str:
    """A bar for a share of 0 to 1."""
    width, height = _BAR
    long = max(1.0, min(1.0, max(0.0, share)) * width) if share > 0 else 0.0
    inside = f'<rect width="{long:.1f}" height="{height}" fill="var(--bar)"/>'
    return svg(f"{share * 100:.0f} % of the largest", width, height, inside, "bar")


def sparkline(values: Sequence[float | None]) -> str:
    """A column a value, from nought to the largest; a dot where it is not known."""
    largest = max((value for value in values if value is not None), default=0) or 1
    columns = "".join(_column(number, value, largest) for number, value in enumerate(values))
    told = ", ".join("unknown" if value is None else f"{value:,.0f}" for value in values)
    return svg(told, max(1, len(values)) * _STEP, _HIGH, title(told) + columns, "trend")


def _column(number: int, value: float | None, largest: float) -> str:
    x = number * _STEP
    if value is None:
        return f'<circle cx="{x + 2}" cy="{_HIGH - 2}" r="1" fill="currentColor"/>'
    high = max(1.0, value / largest * _HIGH)
    return f'<rect x="{x}" y="{_HIGH - high:.1f}" width="{_STEP - 1}" height="{high:.1f}" fill="var(--bar)"/>'
