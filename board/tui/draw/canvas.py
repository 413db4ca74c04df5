"""A canvas of dots, two by two in every cell: block elements, which every terminal's font has."""

from __future__ import annotations

_BLOCKS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
ACROSS, DOWN = 2, 2
"""Dots in a cell."""


class Canvas:
    """Set dots, read lines. Dots outside are left out."""

    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self.height = height
        self._cells = [[0] * width for _ in range(height)]

    def dot(self, x: int, y: int) -> None:
        """Set a dot, counted in half cells from the upper left."""
        if 0 <= x < self.width * ACROSS and 0 <= y < self.height * DOWN:
            self._cells[y // DOWN][x // ACROSS] |= 1 << (x % ACROSS + 2 * (y % DOWN))

    def line(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Set the dots of a straight line."""
        (x, y), (to_x, to_y) = start, end
        steps = max(abs(to_x - x), abs(to_y - y), 1)
        for step in range(steps + 1):
            self.dot(round(x + (to_x - x) * step / steps), round(y + (to_y - y) * step / steps))

    def rows(self) -> list[str]:
        return ["".join(_BLOCKS[cell] for cell in row) for row in self._cells]
