"""A map in a given size: the outline in dots, a pin for every place, and its name where there is room for it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rich.cells import cell_len

from board.shapes import Map, Pin
from board.tui.draw.canvas import ACROSS, DOWN, Canvas
from board.tui.draw.chart import joined_cells
from board.tui.draw.lines import Drawn, Run, Runs, crop, width_of

_MARGIN = 0.03
_SIGNS = "abcdefghijklmnopqrstuvwxyz"
"""What stands on the pin of a place whose name finds no room beside it."""
_NEAR = 3
"""Cells: a pin nearer to a name than that could be taken for the one it names."""
_MOST_KEY = 3
"""Lines of names below the map."""
Place = tuple[int, int]
"""Row and column."""


@dataclass(frozen=True, slots=True)
class _Projection:
    """Longitude and latitude to dots, a degree of either as long as it is on the ground."""

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

    def cell(self, pin: Pin) -> Place:
        x, y = self.dot(pin.longitude, pin.latitude)
        return y // DOWN, x // ACROSS


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What is drawn so far; nothing is written over anything."""

    cells: list[list[Run]]
    taken: set[Place] = field(default_factory=set)
    """Cells of pins and names."""
    pins: set[Place] = field(default_factory=set)
    unnamed: list[tuple[str, Pin]] = field(default_factory=list)
    """Places that stand in the key, with their sign."""

    def lines(self) -> Iterator[Drawn]:
        for row in self.cells:
            yield Drawn(joined_cells(row))

    def is_free(self, place: Place, length: int, own: Place) -> bool:
        """Whether a name can begin here: on blank ground, with no other name next to it and no pin but its own near."""
        row, start = place
        if not (0 <= row < len(self.cells) and start >= 0 and start + length <= len(self.cells[0])):
            return False
        blank = all(run.text == " " for run in self.cells[row][start : start + length])
        beside = {(row, column) for column in range(start - 1, start + length + 1)}
        near = {(row, column) for column in range(start - _NEAR, start + length + _NEAR)}
        return blank and not beside & self.taken and not near & (self.pins - {own})


def draw_map(shape: Map, width: int, height: int, chosen: int | None) -> Iterator[Drawn]:
    """The picture, and below it the names that found no room in it; nothing where there is nothing or no room."""
    if not (shape.outline or shape.pins) or width < 12 or height < 4:
        return
    sheet = _sheet(shape, width, height, chosen)
    if not sheet.unnamed or _put_key_beside(sheet):
        yield from sheet.lines()
        return
    # A lower map has less room for names: what its key then needs is known only once it is drawn.
    room = min(_MOST_KEY, len(list(_key(sheet.unnamed, width))) + 1, height - 4)
    sheet = _sheet(shape, width, height - room, chosen)
    yield from sheet.lines()
    yield from list(_key(sheet.unnamed, width))[:room]


def _sheet(shape: Map, width: int, height: int, chosen: int | None) -> _Sheet:
    points = [point for ring in shape.outline for point in ring] + [(pin.longitude, pin.latitude) for pin in shape.pins]
    projection = _project(points, width * ACROSS, height * DOWN)
    canvas = Canvas(width, height)
    for ring in shape.outline:
        dots = [projection.dot(*point) for point in ring]
        for start, end in zip(dots, [*dots[1:], dots[0]], strict=True):
            canvas.line(start, end)
    sheet = _Sheet([[Run(character, "land") for character in row] for row in canvas.rows()])
    inside = [(number, pin, projection.cell(pin)) for number, pin in enumerate(shape.pins)]
    order = sorted(inside, key=lambda each: (each[0] != chosen, -each[1].count))
    for number, pin, cell in reversed(order):
        _pin(sheet, pin, cell, chosen=number == chosen)
    for number, pin, cell in order:
        _name(sheet, pin, cell, chosen=number == chosen)
    return sheet


def _project(points: Sequence[tuple[float, float]], width: int, height: int) -> _Projection:
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    squeeze = math.cos(math.radians((south + north) / 2))
    wide, tall = max((east - west) * squeeze, 1e-6), max(north - south, 1e-6)
    scale = min((width - 1) / wide, (height - 1) / tall) * (1 - _MARGIN)
    return _Projection(west, north, scale, squeeze, (width - 1 - wide * scale) / 2, (height - 1 - tall * scale) / 2)


def _pin(sheet: _Sheet, pin: Pin, cell: Place, *, chosen: bool) -> None:
    row, column = cell
    sheet.cells[row][column] = Run("◆" if chosen else "●", "new" if chosen else pin.tone.value)
    sheet.taken.add(cell)
    sheet.pins.add(cell)


def _name(sheet: _Sheet, pin: Pin, cell: Place, *, chosen: bool) -> None:
    """The name beside its pin; where there is no room, a sign on the pin that the key explains."""
    name = label(pin)
    row, column = cell
    length = cell_len(name)
    place = next((each for each in _places(row, column, length) if sheet.is_free(each, length, cell)), None)
    ink = "strong" if chosen else pin.tone.value
    if place is None or length != len(name):
        sign = _sign(sheet, sheet.cells[row][column].text)
        sheet.cells[row][column] = Run(sign, "new" if chosen else ink)
        sheet.unnamed.append((sign, pin))
        return
    top, left = place
    for offset, character in enumerate(name):
        sheet.cells[top][left + offset] = Run(character, ink)
        sheet.taken.add((top, left + offset))


def _sign(sheet: _Sheet, there: str) -> str:
    """The sign of a pin in a cell: the one that is there, where places share the cell or the cursor is on it."""
    if there == "◆" or there in _SIGNS:
        return there
    used = len({sign for sign, _ in sheet.unnamed})
    return _SIGNS[used] if used < len(_SIGNS) else "+"


def label(pin: Pin) -> str:
    """The name, and how many name it where somebody does."""
    return f"{pin.label} ({pin.count})" if pin.count else pin.label


def _places(row: int, column: int, length: int) -> Iterator[Place]:
    """Where a name may begin: to the right, to the left, below, above, and askew of these."""
    yield row, column + 2
    yield row, column - 1 - length
    for line in (row + 1, row - 1):
        yield line, column + 1
        yield line, column - length
        yield line, column - length // 2
        yield line, column


def _put_key_beside(sheet: _Sheet) -> bool:
    """The key to the right of the land, a place a line; `False` where it does not fit there."""
    width = len(sheet.cells[0])
    entries = [_entry(sign, pin) for sign, pin in sheet.unnamed]
    left = width - max(map(width_of, entries))
    if len(entries) > len(sheet.cells) or any(
        run.text != " " for row in sheet.cells for run in row[max(0, left - 2) :]
    ):
        return False
    for row, entry in zip(sheet.cells, entries, strict=False):
        row[left:] = [*entry, Run(" " * (width - left - width_of(entry)))]
    return True


def _entry(sign: str, pin: Pin) -> Runs:
    return Run(f"{sign} ", "key"), Run(label(pin), pin.tone.value)


def _key(unnamed: Sequence[tuple[str, Pin]], width: int) -> Iterator[Drawn]:
    """`a Zveçan  b Ferizaj (2)`, on as many lines as it takes."""
    line: Runs = ()
    for sign, pin in unnamed:
        entry = _entry(sign, pin)
        if line and width_of(line) + 2 + width_of(entry) > width:
            yield Drawn(crop(line, width))
            line = ()
        line = (*line, Run("  "), *entry) if line else entry
    yield Drawn(crop(line, width))
