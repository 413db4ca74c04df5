"""The panel of a map."""

from __future__ import annotations

from collections.abc import Sequence

from board.shapes import Map
from board.tui.draw.lines import Drawn, notes
from board.tui.draw.map import draw_map
from board.tui.widgets.panel import Panel


class MapPanel(Panel):
    """An outline with pins; the cursor goes from pin to pin."""

    @property
    def map(self) -> Map:
        assert self.view is not None
        assert isinstance(self.view.shape, Map)
        return self.view.shape

    def draw_shape(self, width: int) -> Sequence[Drawn]:
        footer = list(notes(self.map.footer, width))
        if not self.map.pins and not self.map.outline:
            return ()
        return [*draw_map(self.map, width, self.inner_height - len(footer), self.cursor), *footer]

    @property
    def value(self) -> str:
        pins = self.map.pins
        return pins[self.cursor].label if self.cursor < len(pins) else ""

    def refs(self) -> Sequence[str]:
        return [pin.ref for pin in self.map.pins]

    def count(self) -> int:
        return len(self.map.pins)

    def watch_cursor(self, old: int, new: int) -> None:
        self.redraw()
        self.refresh()
