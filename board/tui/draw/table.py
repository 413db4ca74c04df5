"""A table in a given width: which columns stay, how wide each is, and its lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from board.shapes import Cell, Column, Table, TableRow
from board.tui.draw.bars import bar, spark
from board.tui.draw.lines import Drawn, Run, Runs, fit, notes

_BAR_LEAST, _BAR_MOST = 5, 10
_STRETCH_LEAST = 16
_GAP = 1


@dataclass(frozen=True, slots=True)
class Order:
    """Which column a table is sorted by; unknown values come last either way."""

    column: str
    falling: bool = False


@dataclass(frozen=True, slots=True)
class Fitted:
    """The columns that are shown, by their index, with their widths."""

    shown: tuple[tuple[int, int], ...]
    dropped: int


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
    """Drop the columns of lowest `keep` until the rest fits, then share out what is left."""
    needs = [_need(table, index) for index in range(len(table.columns))]
    shown = list(range(len(table.columns)))
    while len(shown) > 1 and sum(needs[i] for i in shown) + _GAP * (len(shown) - 1) > width:
        shown.remove(min(shown, key=lambda i: (table.columns[i].keep, -i)))
    widths = {index: needs[index] for index in shown}
    _share_out(table, widths, width - sum(widths.values()) - _GAP * (len(shown) - 1))
    return Fitted(tuple(widths.items()), len(table.columns) - len(shown))


def _share_out(table: Table, widths: dict[int, int], room: int) -> None:
    """Bars grow first, up to their most; then the column that stretches takes what is left."""
    if room < 0:
        last = next(iter(widths))
        widths[last] = max(1, widths[last] + room)
        return
    for index in widths:
        if _is_bar(table, index):
            grown = min(room, _BAR_MOST - widths[index])
            widths[index], room = widths[index] + grown, room - grown
    for index in widths:
        if table.columns[index].stretch:
            wanted = max(_longest(table, index), widths[index])
            grown = min(room, wanted - widths[index])
            widths[index], room = widths[index] + grown, room - grown


def _need(table: Table, index: int) -> int:
    column = table.columns[index]
    title = cell_len(column.title)
    if _is_bar(table, index):
        return max(title, _BAR_LEAST)
    longest = _longest(table, index)
    return max(title, min(longest, max(_STRETCH_LEAST, title)) if column.stretch and longest > 24 else longest, 1)


def _longest(table: Table, index: int) -> int:
    lengths = (max(cell_len(row.cells[index].text), len(row.cells[index].trend)) for row in table.rows)
    return max(lengths, default=0)


def _is_bar(table: Table, index: int) -> bool:
    return any(row.cells[index].share is not None for row in table.rows)


def draw_table(
    table: Table, rows: Sequence[TableRow], fitted: Fitted, order: Order | None, width: int
) -> Iterator[Drawn]:
    """Header, rows in the given order, footer."""
    if any(table.columns[index].title for index, _ in fitted.shown):
        yield Drawn(_header(table, fitted, order))
    for number, row in enumerate(rows):
        yield Drawn(_row(table, row, fitted), number)
    if table.footer:
        yield Drawn()
        yield from notes(table.footer, width)


def _header(table: Table, fitted: Fitted, order: Order | None) -> Runs:
    runs: list[Run] = []
    for index, width in fitted.shown:
        column = table.columns[index]
        sorted_by = order is not None and order.column == column.name
        title = column.title + (("▾" if order.falling else "▴") if sorted_by and order else "")
        if cell_len(title) > width and sorted_by:
            title = fit(column.title, width - 1).rstrip() + title[-1] if width > 1 else title[-1]
        runs.append(Run(fit(title, width, right=column.right), "strong" if sorted_by else "head"))
        runs.append(Run(" " * _GAP))
    return tuple(runs[:-1])


def _row(table: Table, row: TableRow, fitted: Fitted) -> Runs:
    runs: list[Run] = []
    for index, width in fitted.shown:
        runs.append(_cell(table.columns[index], row.cells[index], width))
        runs.append(Run(" " * _GAP))
    return tuple(runs[:-1])


def _cell(column: Column, cell: Cell, width: int) -> Run:
    if cell.share is not None:
        return Run(bar(cell.share, width), "bar")
    if cell.trend:
        return Run(fit(spark(cell.trend), width), "trend")
    return Run(fit(cell.text, width, right=column.right), cell.tone.value)
