"""What a panel asks of the layout: how much of the room, and the most lines it has a use for."""

from __future__ import annotations

from math import ceil

from board.shapes import Ladder, Line, Shape, Table, TableRow, View
from board.tui.layout import Want

_WORDS, _WORDS_BELOW, _FOOTER = 24, 60, 56
"""Letters that a line of a column of words has, one under the row, and one below the table."""
_LEAST_MOST = 6
"""Lines that even a panel with nothing in it is given, to say why."""


def want(view: View) -> Want:
    """Tables of many rows and feeds want most; a ladder knows how much it can use."""
    return Want(view.name, _weight(view.shape), _most(view.shape))


def _weight(shape: Shape) -> int:
    match shape:
        case Table():
            return 6 if len(shape.rows) > 8 else 3
        case Ladder():
            return 4
        case _:
            return 5


def _most(shape: Shape) -> int | None:
    match shape:
        case Ladder():
            return max(_LEAST_MOST, 4 * len(shape.rungs) + len(shape.footer) + 2)
        case Table():
            footer = sum(ceil(_letters(line) / _FOOTER) for line in shape.footer) + 1 if shape.footer else 0
            return max(_LEAST_MOST, sum(_lines(shape, row) for row in shape.rows) + 3 + footer)
        case _:
            return None


def _letters(line: Line) -> int:
    return sum(len(span.text) for span in line) or 1


def _lines(table: Table, row: TableRow) -> int:
    """Lines that a row takes where there is little width: its longest words, and those under it."""
    cells = list(zip(table.columns, row.cells, strict=True))
    beside = max((ceil(len(cell.text) / _WORDS) for column, cell in cells if column.stretch), default=1)
    return max(1, beside) + sum(ceil(len(cell.text) / _WORDS_BELOW) for column, cell in cells if column.below)
