"""A canvas of dots, two by four in every cell: braille, which `board.tui.gate` changes where a terminal has none."""

from __future__ import annotations

from collections.abc import Iterator

BLANK = 0x2800
"""The braille pattern without a dot; the lowest eight bits say which dots are set."""
ACROSS, DOWN = 2, 4
"""Dots in a cell. In the usual cell, twice as high as wide, they lie equally far apart both ways."""
_BITS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))


class Canvas:
    """Set dots, read lines. Dots outside are left out."""

    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self.height = height
        self._cells = [[0] * width for _ in range(height)]

    def dot(self, x: int, y: int) -> None:
        """Set a dot, counted from the upper left."""
        if 0 <= x < self.width * ACROSS and 0 <= y < self.height * DOWN:
            self._cells[y // DOWN][x // ACROSS] |= _BITS[y % DOWN][x % ACROSS]

    def line(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Set the dots of a straight line."""
        (x, y), (to_x, to_y) = start, end
        steps = max(abs(to_x - x), abs(to_y - y), 1)
        for step in range(steps + 1):
            self.dot(round(x + (to_x - x) * step / steps), round(y + (to_y - y) * step / steps))

    def rows(self) -> Iterator[str]:
        """Each row of cells as text; a cell without a dot is a space."""
        for row in self._cells:
            yield "".join(chr(BLANK | cell) if cell else " " for cell in row)
