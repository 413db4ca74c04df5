"""The panel of a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import ClassVar

from textual.reactive import reactive

from board.shapes import Table, TableRow, Tone, View
from board.tui.draw.lines import Drawn, notes
from board.tui.draw.table import Order, draw_rows, draw_table, draw_titles, fit_columns, sort_rows
from board.tui.keys import Where, bindings
from board.tui.match import passes
from board.tui.widgets.panel import LeftAt, Panel
from board.tui.widgets.scrolling import Pinned

_MARKED = timedelta(minutes=2)
"""How long a row that changed is marked."""
_LEAP = timedelta(minutes=10)
_PINNED_LEAST = 6
"""Lines a panel has at least where titles and sum stay in sight."""
_AGING = (Tone.MUTED, Tone.PLAIN)


class TablePanel(Panel):
    """Rows with a cursor, an order that is the reader's, and the columns there is room for."""

    BINDINGS: ClassVar = bindings(Where.TABLE)

    order: reactive[Order | None] = reactive(None, repaint=False)
    _rows: tuple[TableRow, ...] = ()
    _dropped = 0
    _pin = Pinned()
    _changed: Mapping[str, datetime] = {}
    """When a row was last seen to be another than before."""
    _seen_at: datetime | None = None

    @property
    def table(self) -> Table:
        assert self.view is not None
        assert isinstance(self.view.shape, Table)
        return self.view.shape

    def draw_shape(self, width: int) -> Sequence[Drawn]:
        self._rows = tuple(row for row in sort_rows(self.table, self.order) if passes(_text(row), self.query_text))
        fitted = fit_columns(self.table, width)
        self._dropped = fitted.dropped
        self._pin = Pinned()
        if not self._rows:
            return ()
        self._seen_at = self._seen_at or self.clock.now
        marked = {ref for ref, at in self._changed.items() if self.clock.now - at < _MARKED}
        whole = list(draw_table(self.table, self._rows, fitted, self.order, width, marked))
        if len(whole) <= self.room or self.room < _PINNED_LEAST:
            return whole
        sums = list(notes(self.table.footer[:1], width))
        self._pin = Pinned(list(draw_titles(self.table, fitted, self.order)), sums)
        end = [Drawn(), *notes(self.table.footer[1:], width)]
        return [*draw_rows(self.table, self._rows, fitted, width, marked), *(end if len(end) > 1 else ())]

    def pinned(self, width: int) -> Pinned:
        return self._pin

    def watch_view(self, old: View | None, new: View | None) -> None:
        """Rows that came or changed are marked for a while; as the minute passes, the mark goes by itself."""
        if old is not None and new is not None and isinstance(old.shape, Table) and isinstance(new.shape, Table):
            now, before = self.clock.now, {row.ref: _words_of(row) for row in old.shape.rows}
            moved = [row.ref for row in new.shape.rows if before.get(row.ref) != _words_of(row)]
            # Of a board taken to another time every row is another: that is no news.
            news = before and self._seen_at is not None and abs(now - self._seen_at) < _LEAP
            self._changed = {**self._changed, **dict.fromkeys(moved, now)} if news else {}
            self._seen_at = now
        super().watch_view(old, new)

    def refs(self) -> Sequence[str]:
        return [row.ref for row in self._rows]

    @property
    def row(self) -> TableRow | None:
        """The row the cursor is on."""
        return self._rows[self.cursor] if self.cursor < len(self._rows) else None

    def left_at(self) -> LeftAt:
        return replace(super().left_at(), order=self.order)

    def take_up(self, left: LeftAt) -> None:
        self.set_reactive(TablePanel.order, left.order)
        super().take_up(left)

    @property
    def value(self) -> str:
        """The cell of the column of numbers that is kept longest; the first words of the row where there is none."""
        if self.row is None:
            return ""
        columns = self.table.columns
        numbers = [
            n for n, column in enumerate(columns) if column.right and isinstance(self.row.cells[n].value, int | float)
        ]
        index = max(numbers, key=lambda n: columns[n].keep, default=0)
        return self.row.cells[index].text

    @property
    def line(self) -> str:
        return "\t".join(cell.text for cell in self.row.cells if cell.text) if self.row else ""

    def remark(self) -> str:
        if not self._dropped:
            return ""
        return "+1 column" if self._dropped == 1 else f"+{self._dropped} columns"

    def action_sort(self) -> None:
        """By the next column that can be sorted; after the last, as the source has it."""
        names = [column.name for index, column in enumerate(self.table.columns) if self._sortable(index)]
        at = names.index(self.order.column) + 1 if self.order and self.order.column in names else 0
        self.order = Order(names[at], self._is_number(names[at])) if at < len(names) else None

    def action_reverse(self) -> None:
        if self.order is not None:
            self.order = Order(self.order.column, not self.order.falling)

    def _sortable(self, index: int) -> bool:
        return bool(self.table.columns[index].title) and any(
            row.cells[index].value is not None for row in self.table.rows
        )

    def _is_number(self, name: str) -> bool:
        index = [column.name for column in self.table.columns].index(name)
        return any(isinstance(row.cells[index].value, int | float) for row in self.table.rows)

    def watch_order(self) -> None:
        self.redraw(keep=self.ref)
        self._show_cursor()
        self.refresh()


def _words_of(row: TableRow) -> tuple[str, ...]:
    """What a change of is news: figures and states, not ages that grow by themselves."""
    return tuple(cell.text for cell in row.cells if cell.tone not in _AGING)


def _text(row: TableRow) -> str:
    return " ".join(f"{cell.text} {cell.value or ''}" for cell in row.cells)
