"""The room the panels stand in: each gets the region its arrangement says."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Region, Size, Spacing
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.reactive import reactive
from textual.widget import Widget

from board.panels import _words
from board.spec import LayoutSpec
from board.tui.layout import Arrangement, Want, arrange
from board.tui.troubles import told_in
from board.tui.widgets.panel import Panel


class AreasLayout(Layout):
    """Places panels by an arrangement that is worked out from the size at hand, so that a resize is one pass."""

    name = "areas"

    def arrange(self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True) -> ArrangeResult:
        assert isinstance(parent, Areas)
        regions = parent.arrangement(size).regions
        return [
            WidgetPlacement(regions.get(str(child.name), Region()), _NO_OFFSET, _NO_MARGIN, child)
            for child in children
            if str(child.name) in regions
        ]


_NO_OFFSET = Region().offset
_NO_MARGIN = Spacing()


class Areas(Widget):
    """Holds the panels; knows which one is in front and whether it is zoomed."""

    words: reactive[str] = reactive("")
    """What stands there while there are no panels."""

    def __init__(self, panels: Sequence[Panel], wants: Sequence[Want], layouts: Sequence[LayoutSpec]) -> None:
        super().__init__(*panels, id="areas")
        self._areas_layout = AreasLayout()
        self._wants = tuple(wants)
        self._layouts = tuple(layouts)
        self.front = wants[0].name if wants else ""
        self.zoomed = False

    @property
    def layout(self) -> Layout:
        return self._areas_layout

    def arrangement(self, size: Size) -> Arrangement:
        return arrange(self._wants, self._layouts, size.width, size.height, self.front, zoomed=self.zoomed)

    def render(self) -> Content:
        """Nothing where panels stand; below them, how many more there are than have a line."""
        hidden = self.arrangement(self.size).hidden
        if not hidden:
            return Content(self.words)
        more = f" +{_words.plural(hidden, 'more panel')}: Tab"
        return Content("\n" * (self.size.height - 1) + more)

    def on_resize(self) -> None:
        self.share_troubles()

    def share_troubles(self) -> None:
        """What troubles several panels is told in one of them; the others say in which."""
        panels = [panel for panel in self.children if isinstance(panel, Panel) and panel.view is not None]
        arrangement = self.arrangement(self.size)
        opened = arrangement.regions.keys() - arrangement.folded
        told = told_in([panel.view for panel in panels if panel.view is not None], opened)
        for panel in panels:
            panel.told_in = told.get(str(panel.name), 0)

    def bring_to_front(self, name: str) -> None:
        """The focused panel opens where it was folded."""
        if name == self.front:
            return
        before = self.arrangement(self.size)
        self.front = name
        if self.arrangement(self.size) != before:
            self._place_again()

    def zoom(self, *, on: bool) -> None:
        self.zoomed = on
        self._place_again()

    def _place_again(self) -> None:
        """A child asks for it, because only those above it forget where they had put what."""
        for child in self.children[:1]:
            child.refresh(layout=True)
        self.share_troubles()
        self.refresh()
