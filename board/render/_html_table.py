"""A table in HTML: what is drawn and what is least needed go first where it is narrow; long words under their row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from board.render import _svg
from board.render._cells import cell_text
from board.render._columns import is_used
from board.render._elements import linked, said, toned
from board.shapes import Cell, Column, Table, TableRow

_WHOLE = 16
"""Words up to here are never broken."""
_LEAST, _LESS = 1, 3
"""Columns kept no longer than this go where it is narrow, and where it is very narrow."""


def table(shape: Table) -> str:
    """Titles and rows; a column with nothing in it is left out."""
    grid = [[cell_text(cell) for cell in row.cells] for row in shape.rows]
    shown = [column for index, column in enumerate(shape.columns) if not column.below and is_used(grid, index)]
    heads = "".join(f"<th{_names(column, shape)}>{said(column.title)}</th>" for column in shown)
    rows = "".join(text for row in shape.rows for text in _row(shape, row, shown))
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def _row(shape: Table, row: TableRow, shown: list[Column]) -> Iterator[str]:
    cells = [(column, cell) for column, cell in _pairs(shape, row) if column in shown]
    inside = "".join(f"<td{_names(column, shape, cell)}>{_inside(column, cell)}</td>" for column, cell in cells)
    yield f"<tr>{inside}</tr>"
    for column, cell in _pairs(shape, row):
        if column.below and cell.text:
            yield f'<tr class="under"><td colspan="{len(shown)}">{toned(cell.text, cell.tone)}</td></tr>'


def _pairs(shape: Table, row: TableRow) -> Iterable[tuple[Column, Cell]]:
    return zip(shape.columns, row.cells, strict=True)


def _names(column: Column, shape: Table, cell: Cell | None = None) -> str:
    """The classes of a cell, as an attribute."""
    told = (
        ("right", column.right),
        ("drawn", any(each.trend or each.share is not None for row in shape.rows for each in _of(column, shape, row))),
        ("least", column.keep <= _LEAST),
        ("less", _LEAST < column.keep <= _LESS),
        ("whole", cell is not None and len(cell.text) <= _WHOLE),
    )
    names = " ".join(name for name, holds in told if holds)
    return f' class="{names}"' if names else ""


def _of(column: Column, shape: Table, row: TableRow) -> Iterator[Cell]:
    return (cell for each, cell in _pairs(shape, row) if each is column)


def _inside(column: Column, cell: Cell) -> str:
    if cell.share is not None:
        return _svg.bar(cell.share)
    if cell.trend:
        return _svg.sparkline(cell.trend)
    return linked(cell.text, cell.value) if column.name == "url" else toned(cell.text, cell.tone)
