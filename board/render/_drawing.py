"""Charts and maps as inline SVG: numbers and escaped words only."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

from board.shapes import Chart, Map, Mark
from board.text.gate import gated

_WIDTH, _HEIGHT, _EDGE = 640, 240, 48


@dataclass(frozen=True, slots=True)
class _Scale:
    """From moment and value to a place on the drawing."""

    first: float
    last: float
    top: float

    def x(self, mark: Mark) -> float:
        time = mark.at.timestamp()
        share = (time - self.first) / (self.last - self.first) if self.last > self.first else 0.5
        return _EDGE + share * (_WIDTH - 2 * _EDGE)

    def y(self, value: float) -> float:
        return _HEIGHT - _EDGE / 2 - value / self.top * (_HEIGHT - _EDGE)


def chart(shape: Chart) -> str:
    """The line, each other figure as a ring and, where the qualifier makes it one, a range; empty without points."""
    marks = (*shape.line, *shape.marks)
    if not marks:
        return ""
    times = [mark.at.timestamp() for mark in marks]
    largest = max(max(mark.value, mark.high or 0) for mark in marks)
    scale = _Scale(min(times), max(times), largest or 1)
    parts = [_axis(scale, marks), _joined(shape.line, scale), *(_ring(mark, scale) for mark in shape.marks)]
    return _svg(shape.title, _WIDTH, _HEIGHT, "".join(parts))


def _axis(scale: _Scale, marks: Sequence[Mark]) -> str:
    first, last = min(marks, key=lambda mark: mark.at), max(marks, key=lambda mark: mark.at)
    return (
        _text(4, scale.y(scale.top) + 4, f"{scale.top:,.0f}")
        + _text(4, scale.y(0), "0")
        + _text(_EDGE, _HEIGHT - 2, str(first.at.year))
        + _text(_WIDTH - _EDGE - 30, _HEIGHT - 2, str(last.at.year))
    )


def _joined(line: Sequence[Mark], scale: _Scale) -> str:
    points = " ".join(f"{scale.x(mark):.1f},{scale.y(mark.value):.1f}" for mark in line)
    dots = "".join(
        f'<circle cx="{scale.x(mark):.1f}" cy="{scale.y(mark.value):.1f}" r="3" fill="currentColor">'
        f"{_title(mark)}</circle>"
        for mark in line
    )
    return f'<polyline points="{points}" fill="none" stroke="currentColor" stroke-width="1.5"/>{dots}'


def _ring(mark: Mark, scale: _Scale) -> str:
    x, y = scale.x(mark), scale.y(mark.value)
    ring = f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="none" stroke="var(--claims)">{_title(mark)}</circle>'
    if mark.low is None and mark.high is None:
        return ring
    low, high = scale.y(mark.low or 0), scale.y(mark.high if mark.high is not None else scale.top)
    return f'<path d="M{x:.1f} {low:.1f}V{high:.1f}" stroke="var(--claims)" stroke-dasharray="2 2"/>{ring}'


def atlas(shape: Map) -> str:
    """Outline and pins, at the width a degree has at that latitude; empty without any point."""
    points = [point for ring in shape.outline for point in ring] or [
        (pin.longitude, pin.latitude) for pin in shape.pins
    ]
    if not points:
        return ""
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    narrow = math.cos(math.radians((south + north) / 2))
    factor = (_WIDTH - 2 * _EDGE) / max((east - west) * narrow, north - south, 0.01)
    height = (north - south) * factor + 2 * _EDGE

    def place(longitude: float, latitude: float) -> tuple[float, float]:
        return _EDGE + (longitude - west) * narrow * factor, _EDGE + (north - latitude) * factor

    rings = "".join(_ring_path(ring, place) for ring in shape.outline)
    pins = "".join(_pin(*place(pin.longitude, pin.latitude), pin.label, pin.count) for pin in shape.pins)
    return _svg("Map", _WIDTH, round(height), rings + pins)


def _ring_path(ring: Sequence[tuple[float, float]], place: Callable[[float, float], tuple[float, float]]) -> str:
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in (place(*point) for point in ring))
    return f'<polygon points="{points}" fill="none" stroke="var(--muted)"/>'


def _pin(x: float, y: float, label: str, count: int) -> str:
    told = f"{label} ({count})" if count else label
    fill = "var(--new)" if count else "none"
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{fill}" stroke="currentColor"/>' + _text(x + 7, y + 4, told)


def _text(x: float, y: float, text: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="11" fill="currentColor">{escape(gated(text))}</text>'


def _title(mark: Mark) -> str:
    return f"<title>{escape(gated(mark.label))}</title>"


def _svg(title: str, width: int, height: int, inside: str) -> str:
    name = escape(gated(title), quote=True)
    return f'<svg viewBox="0 0 {width} {height}" role="img" aria-label="{name}">{inside}</svg>'
