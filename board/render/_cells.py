"""Text measured in terminal cells: cut, filled up and wrapped."""

from __future__ import annotations

from rich.cells import cell_len, chop_cells, set_cell_size

from board.panels._bars import bar, sparkline
from board.shapes import Cell
from board.text.gate import gated

_BAR = 8


def cell_text(cell: Cell) -> str:
    """What a cell shows: its words, or its bar or sparkline drawn in block characters."""
    if cell.share is not None:
        return bar(cell.share, _BAR)
    return sparkline(cell.trend) if cell.trend else gated(cell.text)


def cut(text: str, cells: int) -> str:
    """The text if it fits, else as much as does and `…`."""
    if cell_len(text) <= cells:
        return text
    return set_cell_size(text, cells - 1).rstrip() + "…" if cells > 0 else ""


def fill(text: str, cells: int, *, right: bool = False) -> str:
    """The text, cut or padded to exactly so many cells."""
    text = cut(text, cells)
    space = " " * (cells - cell_len(text))
    return space + text if right else text + space


def wrap(text: str, cells: int) -> list[str]:
    """Lines of at most so many cells, broken at spaces where there are any; at least one line."""
    lines: list[str] = []
    current = ""
    for word in text.split():
        for piece in chop_cells(word, max(cells, 2)):
            joined = f"{current} {piece}" if current else piece
            if cell_len(joined) > cells and current:
                lines.append(current)
                joined = piece
            current = joined
    return [*lines, current] if current or not lines else lines
