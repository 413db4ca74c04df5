"""A table in a given width: which columns stay, how wide each is, and its lines."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rich.cells import cell_len

from board.panels._bars import bar, sparkline
from board.shapes import Cell, Column, Table, TableRow
from board.tui.draw.lines import Drawn, Run, Runs, fit, indented, notes, wrap

_BAR_LEAST, _BAR_USUAL, _BAR_MOST = 5, 10, 48
_STRETCH_LEAST = 24
"""Cells that a column of words has at least before others are dropped for it."""
_ESSENTIAL, _ESSENTIAL_LEAST = 8, 14
"""Before a column kept at least this long is dropped, the words give way further."""
_WHOLE = 16
"""Words up to here are never broken."""
_CELL_LINES = 4
_BELOW_INDENT, _BELOW_LINES = 4, 3
_GAP, _WIDE_GAP = 1, 2


@dataclass(frozen=True, slots=True)
class Order:
    """Which column a table is sorted by; unknown values come last either way."""

    column: str
    falling: bool = False


@dataclass(frozen=True, slots=True)
class Fitted:
    """The columns that are shown, by their index, with their widths."""

    shown: tuple[tuple[int, int], ...]
    below: tuple[int, ...]
    """Columns whose words stand under the row."""
    dropped: int
    gaps: tuple[int, ...]
    """Cells behind each shown column."""


def sort_rows(table: Table, order: Order | None) -> tuple[TableRow, ...]:
    """The rows by a column's values; as they came without an order, or where the column is gone."""
    names = [column.name for column in table.columns]
    if order is None or order.column not in names:
        return table.rows
    index = names.index(order.column)
    known = [row for row in table.rows if row.cells[index].value is not None]
    unknown = [row for row in table.rows if row.cells[index].value is None]
    known.sort(key=lambda row: _sort_key(row.cells[index]), reverse=order.falling)
    return (*known, *unknown)


def _sort_key(cell: Cell) -> tuple[int, float, str]:
    if isinstance(cell.value, int | float):
        return (0, float(cell.value), "")
    return (1, 0.0, str(cell.value).casefold())


def fit_columns(table: Table, width: int) -> Fitted:
    """Drop the columns of lowest `keep` until the rest fits with its words in lines; then share out what is left.

    A column with nothing in it takes no room and is not missed.
    """
    needs = [_need(table, index) for index in range(len(table.columns))]
    below = tuple(index for index, column in enumerate(table.columns) if column.below)
    beside = [index for index in range(len(table.columns)) if index not in below and _is_used(table, index)]
    shown = list(beside)
    while len(shown) > 1 and (over := sum(needs[i] for i in shown) + sum(_gaps(table, shown)) - width) > 0:
        first_to_go = min(shown, key=lambda i: (table.columns[i].keep, -i))
        if table.columns[first_to_go].keep < _ESSENTIAL or not _narrowed(table, needs, shown, over):
            shown.remove(first_to_go)
    widths = {index: needs[index] for index in shown}
    gaps = _gaps(table, shown)
    gaps = _share_out(table, widths, gaps, width - sum(widths.values()) - sum(gaps))
    return Fitted(tuple(widths.items()), below, len(beside) - len(shown), gaps)


def _gaps(table: Table, shown: Sequence[int]) -> tuple[int, ...]:
    """The least there is behind each column: a number and the words beside it must not be read as one.

    The first number of a row is its rank, which does belong to what follows it.
    """
    columns = [table.columns[index] for index in shown]
    meets = [left.right and not right.right and bool(right.title) for left, right in pairwise(columns)]
    return tuple(_WIDE_GAP if number and met else _GAP for number, met in enumerate(meets))


def _is_used(table: Table, index: int) -> bool:
    cells = [row.cells[index] for row in table.rows]
    return not cells or any(cell.text or cell.trend or cell.share is not None for cell in cells)


def _narrowed(table: Table, needs: list[int], shown: Sequence[int], over: int) -> bool:
    """Take what is too much from the columns of words; `False`, with nothing taken, where they have not enough."""
    spare = {i: needs[i] - _ESSENTIAL_LEAST for i in shown if table.columns[i].stretch and needs[i] > _ESSENTIAL_LEAST}
    if sum(spare.values()) < over:
        return False
    for index, most in spare.items():
        taken = min(most, over)
        needs[index], over = needs[index] - taken, over - taken
    return True


def _share_out(table: Table, widths: dict[int, int], gaps: tuple[int, ...], room: int) -> tuple[int, ...]:
    """Bars grow to their usual length; then words until half of the longest fits, so that long notes are not squeezed
    by long names; then until theirs are whole, the most kept first; then the gaps, all of them or none; then bars
    again. Returns the gaps.
    """
    if room < 0:
        last = next(iter(widths))
        widths[last] = max(1, widths[last] + room)
        return gaps
    bars = [index for index in widths if _is_bar(table, index)]
    words = sorted(widths.keys() - bars, key=lambda index: (-table.columns[index].keep, index))
    room = _grown(widths, [(index, _BAR_USUAL) for index in bars], room)
    room = _grown(
        widths, [(index, _longest(table, index) // 2) for index in words if table.columns[index].stretch], room
    )
    room = _grown(widths, [(index, _longest(table, index)) for index in words], room)
    wide = (_WIDE_GAP,) * len(gaps)
    if sum(wide) - sum(gaps) <= room:
        gaps, room = wide, room - sum(wide) + sum(gaps)
    _grown(widths, [(index, _BAR_MOST) for index in bars], room)
    return gaps


def _grown(widths: dict[int, int], wanted: Sequence[tuple[int, int]], room: int) -> int:
    """Widen each column towards what it wants, in their order; returns the room that is left."""
    for index, most in wanted:
        grown = min(room, max(0, most - widths[index]))
        widths[index], room = widths[index] + grown, room - grown
    return room


def _need(table: Table, index: int) -> int:
    column = table.columns[index]
    title = cell_len(column.title)
    if _is_bar(table, index):
        return max(title, _BAR_LEAST)
    longest = _longest(table, index)
    if longest <= _WHOLE or column.right:
        return max(title, longest, 1)
    return max(title, min(longest, _STRETCH_LEAST) if column.stretch else _in_two_lines(table, index, longest))


def _in_two_lines(table: Table, index: int, longest: int) -> int:
    """The least width at which no cell takes more than two lines, a short one no more than one; no word is broken."""
    texts = [row.cells[index].text for row in table.rows]
    short = [text for text in texts if cell_len(text) <= _WHOLE]
    words = [word for text in texts for word in text.split()]
    least = max((longest + 1) // 2, *map(cell_len, (*short, *words)))
    return next((width for width in range(least, longest) if all(_fits_two(text, width) for text in texts)), longest)


def _fits_two(text: str, width: int) -> bool:
    return len(list(wrap((Run(text),), width))) <= 2


def _longest(table: Table, index: int) -> int:
    lengths = (max(cell_len(row.cells[index].text), len(row.cells[index].trend)) for row in table.rows)
    return max(lengths, default=0)


def _is_bar(table: Table, index: int) -> bool:
    return any(row.cells[index].share is not None for row in table.rows)


def draw_table(
    table: Table,
    rows: Sequence[TableRow],
    fitted: Fitted,
    order: Order | None,
    width: int,
    changed: Container[str] = (),
) -> Iterator[Drawn]:
    """Titles, rows in the given order, footer."""
    yield from draw_titles(table, fitted, order)
    yield from draw_rows(table, rows, fitted, width, changed)
    if table.footer:
        yield Drawn()
        yield from notes(table.footer, width)


def draw_titles(table: Table, fitted: Fitted, order: Order | None) -> Iterator[Drawn]:
    """The line with the titles, where there are any."""
    if any(table.columns[index].title for index, _ in fitted.shown):
        yield Drawn(_header(table, fitted, order))


def draw_rows(
    table: Table, rows: Sequence[TableRow], fitted: Fitted, width: int, changed: Container[str] = ()
) -> Iterator[Drawn]:
    """The rows in the given order; one whose ref is in `changed` has a dot before its second cell."""
    for number, row in enumerate(rows):
        yield from _row(table, row, fitted, number, Run("•", "new") if row.ref in changed else Run(" "))
        for cell in (row.cells[index] for index in fitted.below):
            if cell.text:
                words = (Run(cell.text, cell.tone.value),)
                yield from indented(words, width, _BELOW_INDENT, number, _BELOW_LINES)


def _header(table: Table, fitted: Fitted, order: Order | None) -> Runs:
    runs: list[Run] = []
    for (index, width), gap in zip(fitted.shown, (*fitted.gaps, 0), strict=True):
        column = table.columns[index]
        sorted_by = order is not None and order.column == column.name
        title = column.title + (("▾" if order.falling else "▴") if sorted_by and order else "")
        if cell_len(title) > width and sorted_by:
            title = fit(column.title, width - 1).rstrip() + title[-1] if width > 1 else title[-1]
        runs.append(Run(fit(title, width, right=column.right), "strong" if sorted_by else "head"))
        runs.append(Run(" " * gap))
    return tuple(runs[:-1])


def _row(table: Table, row: TableRow, fitted: Fitted, number: int, mark: Run) -> Iterator[Drawn]:
    """A row on as many lines as its longest cell takes, with its mark in the first gap."""
    columns = [_cell(table.columns[index], row.cells[index], width) for index, width in fitted.shown]
    blanks = [Run(" " * width) for _, width in fitted.shown]
    gaps = [*fitted.gaps, 0]
    for line in range(max(map(len, columns))):
        runs: list[Run] = []
        for cell, blank, gap in zip(columns, blanks, gaps, strict=True):
            start = mark if gap and not runs and not line else Run(" " * min(1, gap))
            runs += [cell[line] if line < len(cell) else blank, start, Run(" " * (gap - 1))]
        yield Drawn(tuple(run for run in runs if run.text), number)


def _cell(column: Column, cell: Cell, width: int) -> Runs:
    """The lines of a cell, each exactly `width` cells."""
    if cell.share is not None:
        return (Run(bar(cell.share, width).ljust(width), "bar"),)
    if cell.trend:
        return (Run(fit(sparkline(cell.trend), width), "trend"),)
    if column.right or cell_len(cell.text) <= width or " " not in cell.text:
        return (Run(fit(cell.text, width, right=column.right), cell.tone.value),)
    return tuple(Run(fit(line, width), cell.tone.value) for line in _broken(cell.text, width))


def _broken(text: str, width: int) -> Iterator[str]:
    """The words in lines; what is beyond the last line is cut there with a mark."""
    lines = ["".join(run.text for run in line) for line in wrap((Run(text),), width)]
    yield from lines[: _CELL_LINES - 1]
    if len(lines) >= _CELL_LINES:
        yield " ".join(lines[_CELL_LINES - 1 :])
