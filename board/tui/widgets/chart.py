"""The panel of a chart."""

from __future__ import annotations

from collections.abc import Sequence

from board.panels import _words
from board.shapes import Chart, Mark, View
from board.tui.draw.chart import all_marks, draw_chart, legend
from board.tui.draw.lines import Drawn, Run, Runs, notes
from board.tui.widgets.lines import Lines
from board.tui.widgets.panel import Clock, Panel

_LEAST_PICTURE = 8


class ChartPanel(Panel):
    """A picture with a cursor that goes from mark to mark; what it is on is said in words below."""

    def __init__(self, view: View, number: int, clock: Clock) -> None:
        super().__init__(view, number, clock)
        self.set_reactive(Lines.cursor, max(0, self.count() - 1))

    @property
    def chart(self) -> Chart:
        assert self.view is not None
        assert isinstance(self.view.shape, Chart)
        return self.view.shape

    def draw_shape(self, width: int) -> Sequence[Drawn]:
        marks = all_marks(self.chart)
        if not marks:
            return ()
        said = (legend(self.chart), *self.chart.footer)
        footer = list(notes(said, width))[: max(0, self.inner_height - _LEAST_PICTURE)]
        cursor = min(self.cursor, len(marks) - 1)
        picture = draw_chart(self.chart, width, self.inner_height - len(footer) - 1, cursor)
        return [*picture, Drawn(self._said(marks[cursor])), *footer]

    @property
    def value(self) -> str:
        marks = all_marks(self.chart)
        return f"{marks[self.cursor].value:,.0f}" if self.cursor < len(marks) else ""

    @property
    def line(self) -> str:
        marks = all_marks(self.chart)
        return "".join(run.text for run in self._said(marks[self.cursor])[1:]) if self.cursor < len(marks) else ""

    def _said(self, mark: Mark) -> Runs:
        date = _words.day(mark.at, self.clock.zone)
        return (Run("◆ ", "new"), Run(f"{date}  ", "muted"), Run(mark.label or f"{mark.value:,.0f}", mark.tone.value))

    def refs(self) -> Sequence[str]:
        return [mark.ref for mark in all_marks(self.chart)]

    def count(self) -> int:
        return len(self.refs())

    def watch_cursor(self, old: int, new: int) -> None:
        self.redraw()
        self.refresh()
