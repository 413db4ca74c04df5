"""A page to read: lines with a frame and no cursor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from board.tui.draw.edge import Caption, bottom_edge, top_edge
from board.tui.draw.lines import Drawn, Run, Runs
from board.tui.draw.page import draw_page
from board.tui.pages._page import Part
from board.tui.widgets.lines import Lines, Palette


class PageLines(Lines):
    """Scrolls by lines."""

    framed: ClassVar[bool] = True

    def __init__(self, title: str, parts: Sequence[Part], palette: Palette, hint: str = "") -> None:
        super().__init__(id="page")
        self.set_reactive(Lines.palette, palette)
        self._title = title
        self._parts = tuple(parts)
        self._hint = hint

    def show(self, title: str, parts: Sequence[Part]) -> None:
        """Other parts in the same frame, from their beginning."""
        self._title, self._parts = title, tuple(parts)
        self.redraw()
        self.top = 0
        self.refresh()

    def draw_lines(self, width: int) -> Sequence[Drawn]:
        return list(draw_page(self._parts, width))

    def edges(self, width: int) -> tuple[Runs, Runs]:
        height, total = self.inner_height, len(self.lines)
        place = f"{min(total, self.top + height)} of {total} lines" if total > height else ""
        caption = Caption(number=0, title=self._title, below=(Run(self._hint, "muted"),), place=place)
        return top_edge(caption, width, focused=True), bottom_edge(caption, width, focused=True)
