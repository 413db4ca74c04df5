"""A map in a given size: the outline in dots, and a pin with its name for every place."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from board.shapes import Map, Pin
from board.tui.draw.canvas import ACROSS, DOWN, Canvas
from board.tui.draw.chart import joined_cells
from board.tui.draw.lines import Drawn, Run

_MARGIN = 0.04
_DOT_HEIGHT = 2.0
"""A dot's height by its width, in the usual cell."""


@dataclass(frozen=True, slots=True)
class _Projection:
    """Longitude and latitude to dots; a dot is twice as high as it is wide, and a degree as long both ways."""

    west: float
    north: float
    scale: float
    """Dots a degree of latitude."""
    squeeze: float
    left: float
    above: float

    def dot(self, longitude: float, latitude: float) -> tuple[int, int]:
        x = self.left + (longitude - self.west) * self.squeeze * self.scale
        y = self.above + (self.north - latitude) * self.scale
        return round(x), round(y)


def draw_map(shape: Map, width: int, height: int, chosen: int | None) -> Iterator[Drawn]:
    """The picture; nothing where there is neither outline nor pin, or no room."""
    points = [point for ring in shape.outline for point in ring] + [(pin.longitude, pin.latitude) for pin in shape.pins]
    if not points or width < 12 or height < 4:
        return
    projection = _project(points, width * ACROSS, height * DOWN)
    canvas = Canvas(width, height)
    for ring in shape.outline:
        dots = [projection.dot(*point) for point in ring]
        for start, end in zip(dots, [*dots[1:], dots[0]], strict=True):
            canvas.line(start, end)
    cells = [[Run(character, "land") for character in row] for row in canvas.rows()]
    for number, pin in sorted(enumerate(shape.pins), key=lambda each: (each[0] == chosen, each[1].count)):
        _put(cells, pin, projection, chosen=number == chosen)
    for row in cells:
        yield Drawn(joined_cells(row))


def _project(points: Sequence[tuple[float, float]], width: int, height: int) -> _Projection:
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    squeeze = math.cos(math.radians((south + north) / 2)) * _DOT_HEIGHT
    wide, tall = max((east - west) * squeeze, 1e-6), max(north - south, 1e-6)
    scale = min(width / wide, height / tall) * (1 - 2 * _MARGIN)
    return _Projection(west, north, scale, squeeze, (width - wide * scale) / 2, (height - tall * scale) / 2)


def _put(cells: list[list[Run]], pin: Pin, projection: _Projection, *, chosen: bool) -> None:
    """The pin and its name to the right, or to the left where there is no room."""
    x, y = projection.dot(pin.longitude, pin.latitude)
    column, row = x // ACROSS, y // DOWN
    if not (0 <= row < len(cells) and 0 <= column < len(cells[0])):
        return
    cells[row][column] = Run("◆" if chosen else "●", "new" if chosen else pin.tone.value)
    name = f"{pin.label} {pin.count}" if pin.count else pin.label
    if cell_len(name) != len(name):
        return
    start = column + 2 if column + 2 + len(name) <= len(cells[0]) else column - 1 - len(name)
    for offset, character in enumerate(name):
        if 0 <= start + offset < len(cells[0]):
            cells[row][start + offset] = Run(character, "strong" if chosen else pin.tone.value)
