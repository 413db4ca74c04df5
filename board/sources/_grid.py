"""An HTML table as a grid: every cell at its place, however many rows and columns it spans."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from board.sources._columns import HEADER_ROWS, Grid
from board.sources._table import MOST_ROWS
from board.text.clean import clean
from board.text.numbers import read_count

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

MOST_SPANNED = 1000
"""As HTML itself has it: more columns than this a cell does not span."""
MOST_COLUMNS = 100
Hanging = dict[int, tuple[int, str]]
"""Column → how many more rows a cell reaches down to, and its text."""


def grid_of(table: LexborNode) -> Grid:
    """The cells of a table at their places: a cell that spans several is repeated in each."""
    grid: list[list[str]] = []
    hanging: Hanging = {}
    for row in islice(_rows(table), MOST_ROWS + HEADER_ROWS):
        cells = [cell for cell in row.iter() if cell.tag in {"td", "th"}]
        if cells:
            line, hanging = _line(cells, hanging)
            grid.append(line)
    return grid


def _rows(table: LexborNode) -> Iterator[LexborNode]:
    """A table's own rows, not those of tables inside its cells."""
    for part in table.iter():
        if part.tag == "tr":
            yield part
        elif part.tag in {"thead", "tbody", "tfoot"}:
            yield from (row for row in part.iter() if row.tag == "tr")


def _line(cells: list[LexborNode], hanging: Hanging) -> tuple[list[str], Hanging]:
    """A row's cells among those that hang down from above, and what hangs down further."""
    line: list[str] = []
    further: Hanging = {}

    def place(text: str, below: str, rows: int) -> None:
        if rows > 1:
            further[len(line)] = (rows - 1, below)
        line.append(text)

    def place_hanging() -> None:
        while len(line) in hanging:
            rows, text = hanging[len(line)]
            place(text, text, rows)

    for cell in islice(cells, MOST_COLUMNS):
        place_hanging()
        text = "" if cell.css_first("table") else clean(cell.text())
        # A number printed once for two nations is not the number of each.
        below, rows = "" if read_count(text) is not None else text, _span(cell, "rowspan")
        for _ in range(min(_span(cell, "colspan"), MOST_COLUMNS - len(line))):
            place(text, below, rows)
    place_hanging()
    return line, further


def _span(cell: LexborNode, name: str) -> int:
    value = cell.attributes.get(name) or ""
    return min(max(int(value), 1), MOST_SPANNED) if re.fullmatch(r"\d{1,4}", value, re.ASCII) else 1
