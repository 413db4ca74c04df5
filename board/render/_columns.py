"""A table as aligned lines of text: which columns fit, how wide each is, and what had to go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from board.render._cells import cell_text, fill, wrap
from board.shapes import Column, Table
from board.text.gate import gated

_GAP = 2
_BELOW = "    "
_NARROWEST = 28
"""What a stretching column keeps before columns of a lower `keep` go."""


def lines(table: Table, width: int) -> list[str]:
    """Header and rows, none wider than `width`, long words under their row; columns left out are named at the end."""
    titles = [gated(column.title) for column in table.columns]
    grid = [[cell_text(cell) for cell in row.cells] for row in table.rows]
    below = [index for index, column in enumerate(table.columns) if column.below]
    shown = [index for index in range(len(table.columns)) if index not in below and is_used(grid, index)]
    natural = {index: _natural([titles, *grid], index) for index in shown}
    gone: list[int] = []
    while len(shown) > 1 and _least(table.columns, shown, natural) > width:
        least = min(shown, key=lambda index: (table.columns[index].keep, -index))
        shown.remove(least)
        gone.append(least)
    sizes = _sizes(table.columns, shown, natural, width)
    head = [titles] if any(titles[index] for index in shown) else []
    out = [line for texts in head for line in _lines(table.columns, shown, sizes, texts)]
    for texts in grid:
        out += _lines(table.columns, shown, sizes, texts)
        out += [_BELOW + line for index in below if texts[index] for line in wrap(texts[index], width - len(_BELOW))]
    if gone:
        names = ", ".join(titles[index] or table.columns[index].name for index in sorted(gone))
        out += wrap(f"(left out for width: {names})", width)
    return out


def is_used(grid: Sequence[Sequence[str]], index: int) -> bool:
    """A column that is empty all the way down takes no room."""
    return not grid or any(row[index] for row in grid)


def _natural(lines: Sequence[Sequence[str]], index: int) -> int:
    return max(cell_len(texts[index]) for texts in lines)


def _least(columns: Sequence[Column], shown: Sequence[int], natural: dict[int, int]) -> int:
    """The narrowest a choice of columns can be."""
    sizes = (min(natural[index], _NARROWEST) if columns[index].stretch else natural[index] for index in shown)
    return sum(sizes) + _GAP * (len(shown) - 1)


def _sizes(columns: Sequence[Column], shown: Sequence[int], natural: dict[int, int], width: int) -> dict[int, int]:
    """Natural widths; what is too much is taken from the stretching columns, the widest first."""
    sizes = {index: natural[index] for index in shown}
    over = sum(sizes.values()) + _GAP * (len(shown) - 1) - width
    elastic = [index for index in shown if columns[index].stretch] or list(shown)
    while over > 0 and (widest := max(elastic, key=lambda index: sizes[index])) is not None and sizes[widest] > 1:
        taken = min(over, max(1, sizes[widest] - _NARROWEST))
        sizes[widest] -= taken
        over -= taken
    return sizes


def _lines(
    columns: Sequence[Column], shown: Sequence[int], sizes: dict[int, int], texts: Sequence[str]
) -> Iterator[str]:
    """One row: what is too long for a stretching column goes on below, in the others it is cut."""
    cells = [wrap(texts[index], sizes[index]) if columns[index].stretch else [texts[index]] for index in shown]
    for number in range(max(map(len, cells), default=0)):
        parts = (
            fill(cell[number] if number < len(cell) else "", sizes[index], right=columns[index].right)
            for index, cell in zip(shown, cells, strict=True)
        )
        yield (" " * _GAP).join(parts).rstrip()
