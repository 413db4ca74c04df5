"""A map as SVG: the outline, the places, and how many statements name each."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from board.render._svg import svg, text
from board.shapes import Map, Pin

_WIDTH, _EDGE = 640, 48

_LETTER, _HALF, _DOT = 8.0, 8.0, 4.0
"""How wide a letter is, half of how high a line is, half of how wide a pin is."""
_Place = Callable[[float, float], tuple[float, float]]


class _Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def covers(self, other: _Box) -> bool:
        apart = self.right <= other.left or other.right <= self.left
        return not (apart or self.bottom <= other.top or other.bottom <= self.top)


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
    pins = "".join(_pins([(*place(pin.longitude, pin.latitude), pin) for pin in shape.pins]))
    return svg("Map", _WIDTH, round((north - south) * factor + 2 * _EDGE), rings + pins, "map")


def _ring(ring: Sequence[tuple[float, float]], place: _Place) -> str:
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in (place(*point) for point in ring))
    return f'<polygon points="{points}" fill="none" stroke="var(--muted)"/>'


def _pins(placed: Sequence[tuple[float, float, Pin]]) -> Iterator[str]:
    """Every pin, and its name where it covers no other: to the right, to the left, above or below."""
    taken = [_Box(x - _DOT, y - _DOT, x + _DOT, y + _DOT) for x, y, _ in placed]
    for x, y, pin in placed:
        told = f"{pin.label} ({pin.count})" if pin.count else pin.label
        boxes = list(_beside(x, y, len(told) * _LETTER))
        box = next((each for each in boxes if not any(each.covers(other) for other in taken)), boxes[0])
        taken.append(box)
        fill = "var(--new)" if pin.count else "none"
        yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{fill}" stroke="currentColor"/>'
        yield text(box.left, box.bottom - 4, told)


def _beside(x: float, y: float, wide: float) -> Iterator[_Box]:
    for left, middle in ((x + 7, y), (x - 7 - wide, y), (x - wide / 2, y + 14), (x - wide / 2, y - 14)):
        yield _Box(left, middle - _HALF, left + wide, middle + _HALF)
