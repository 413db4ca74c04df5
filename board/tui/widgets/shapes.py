"""Which widget draws which shape: one a shape."""

from __future__ import annotations

from typing import assert_never

from board.shapes import Chart, Feed, Ladder, Map, Table, View
from board.tui.widgets.chart import ChartPanel
from board.tui.widgets.feed import FeedPanel
from board.tui.widgets.ladder import LadderPanel
from board.tui.widgets.map import MapPanel
from board.tui.widgets.panel import Clock, Panel
from board.tui.widgets.table import TablePanel


def panel_for(view: View, number: int, clock: Clock) -> Panel:
    """A panel for the view's shape."""
    match view.shape:
        case Table():
            return TablePanel(view, number, clock)
        case Feed():
            return FeedPanel(view, number, clock)
        case Ladder():
            return LadderPanel(view, number, clock)
        case Chart():
            return ChartPanel(view, number, clock)
        case Map():
            return MapPanel(view, number, clock)
        case _:
            assert_never(view.shape)
