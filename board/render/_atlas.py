"""A map as SVG: the outline, the places, and how many statements name each."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from board.render._svg import svg, text
from board.shapes import Map

_WIDTH, _EDGE = 640, 48

_Place = Callable[[float, float], tuple[float, float]]


def atlas(shape: Map) -> str:
    """Outline and pins, at the width a degree has at that latitude; empty without any point."""
    points = [point for ring in shape.outline for point in ring]
    points = points or [(pin.longitude, pin.latitude) for pin in shape.pins]
    if not points:
        return ""
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    narrow = math.cos(math.radians((south + north) / 2))
    factor = (_WIDTH - 2 * _EDGE) / max((east - west) * narrow, north - south, 0.01)
    left = (_WIDTH - (east - west) * narrow * factor) / 2

    def place(longitude: float, latitude: float) -> tuple[float, float]:
        return left + (longitude - west) * narrow * factor, _EDGE + (north - latitude) * factor

    rings = "".join(_ring(ring, place) for ring in shape.outline)
    pins = "".join(_pin(*place(pin.longitude, pin.latitude), pin.label, pin.count) for pin in shape.pins)
    return svg("Map", _WIDTH, round((north - south) * factor + 2 * _EDGE), rings + pins)


def _ring(ring: Sequence[tuple[float, float]], place: _Place) -> str:
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in (place(*point) for point in ring))
    return f'<polygon points="{points}" fill="none" stroke="var(--muted)"/>'


def _pin(x: float, y: float, label: str, count: int) -> str:
    told = f"{label} ({count})" if count else label
    fill = "var(--new)" if count else "none"
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{fill}" stroke="currentColor"/>' + text(x + 7, y + 4, told)
