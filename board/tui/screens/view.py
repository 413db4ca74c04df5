"""One view over the board: what a search found, what has changed."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding

from board.shapes import View
from board.tui.keys import Where, bindings
from board.tui.screens.over import Over
from board.tui.selected import Selected
from board.tui.widgets.lines import Lines, Palette
from board.tui.widgets.panel import Clock, Panel
from board.tui.widgets.shapes import panel_for


class ViewScreen(Over[None]):
    """A panel that fills the screen; Esc goes back, Enter opens what the cursor is on."""

    BINDINGS: ClassVar = [Binding("escape", "dismiss", show=False), *bindings(Where.APP, Where.ITEM)]

    def __init__(self, view: View, clock: Clock, palette: Palette) -> None:
        super().__init__()
        self.key = f"view:{view.kind}:{view.title if view.kind == 'search' else ''}"
        self._view = view
        self._clock = clock
        self._palette = palette

    def compose(self) -> ComposeResult:
        panel = panel_for(self._view, 0, self._clock)
        panel.set_reactive(Lines.palette, self._palette)
        yield panel

    @property
    def selected(self) -> Selected | None:
        """What the cursor is on."""
        return self.query_one(Panel).selected
