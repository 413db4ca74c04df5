"""A page over the board: detail, provenance, problems."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding

from board.judging.corrections import FIELDS
from board.tui.keys import Where, bindings
from board.tui.pages._page import Page, Part
from board.tui.screens.over import Over
from board.tui.selected import Selected
from board.tui.widgets.lines import Palette
from board.tui.widgets.pagelines import PageLines


class PageScreen(Over[None]):
    """Shows a page; Esc goes back, and every action on a line works on what the page is about."""

    BINDINGS: ClassVar = [Binding("escape,enter", "dismiss", show=False), *bindings(Where.APP, Where.ITEM)]

    def __init__(self, page: Page, palette: Palette, *, traced: Sequence[Part] | None = None) -> None:
        super().__init__()
        self.key = f"{'page' if traced is None else 'from'}:{page.ref}"
        self.page = page
        self._traced = traced
        self._palette = palette

    def compose(self) -> ComposeResult:
        title = self.page.title if self._traced is None else f"Where it is from: {self.page.title}"
        hint = "Esc back · i source · o open · c cite · e note"
        if self.page.ref.partition(":")[0] in FIELDS:
            hint += " · u mend"
        yield PageLines(title, self.page.parts if self._traced is None else self._traced, self._palette, hint)

    @property
    def selected(self) -> Selected:
        """What the page is about."""
        return Selected(ref=self.page.ref, value=self.page.title, line=self.page.title)
