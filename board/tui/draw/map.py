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
    taken = {_cell(pin, projection) for pin in shape.pins}
    for number, pin in sorted(enumerate(shape.pins), key=lambda each: (each[0] != chosen, -each[1].count)):
        _put(cells, taken, pin, projection, chosen=number == chosen)
    for row in cells:
        yield Drawn(joined_cells(row))


def _project(points: Sequence[tuple[float, float]], width: int, height: int) -> _Projection:
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    squeeze = math.cos(math.radians((south + north) / 2)) * _DOT_HEIGHT
    wide, tall = max((east - west) * squeeze, 1e-6), max(north - south, 1e-6)
    scale = min(width / wide, height / tall) * (1 - 2 * _MARGIN)
    return _Projection(west, north, scale, squeeze, (width - wide * scale) / 2, (height - tall * scale) / 2)


def _cell(pin: Pin, projection: _Projection) -> tuple[int, int]:
    """Row and column of a pin."""
    x, y = projection.dot(pin.longitude, pin.latitude)
    return y // DOWN, x // ACROSS


def _put(
    cells: list[list[Run]], taken: set[tuple[int, int]], pin: Pin, projection: _Projection, *, chosen: bool
) -> None:
    """The pin, and its name beside it where no other pin or name stands; the chosen one is named first."""
    row, column = _cell(pin, projection)
    if not (0 <= row < len(cells) and 0 <= column < len(cells[0])):
        return
    cells[row][column] = Run("◆" if chosen else "●", "new" if chosen else pin.tone.value)
    name = f"{pin.label} {pin.count}" if pin.count else pin.label
    place = next((each for each in _places(row, column, len(name)) if _is_free(cells, taken, each, len(name))), None)
    if place is None or cell_len(name) != len(name):
        return
    top, left = place
    for offset, character in enumerate(name):
        cells[top][left + offset] = Run(character, "strong" if chosen else pin.tone.value)
        taken.add((top, left + offset))


def _places(row: int, column: int, length: int) -> Iterator[tuple[int, int]]:
    """Where a name may begin: to the right, to the left, below, above."""
    yield row, column + 2
    yield row, column - 1 - length
    yield row + 1, column + 1
    yield row - 1, column + 1


def _is_free(cells: list[list[Run]], taken: set[tuple[int, int]], place: tuple[int, int], length: int) -> bool:
    row, start = place
    inside = 0 <= row < len(cells) and start >= 0 and start + length <= len(cells[0])
    return inside and not any((row, column) in taken for column in range(start - 1, start + length + 1))
