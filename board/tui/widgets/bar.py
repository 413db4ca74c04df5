"""One line across the screen: the header and the footer."""

from __future__ import annotations

from collections.abc import Mapping

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from board.spec import Config
from board.tui.draw.footer import draw_footer
from board.tui.draw.header import draw_header
from board.tui.draw.lines import Runs, crop
from board.tui.draw.tabs import TabName, tab_at
from board.tui.draw.welcome import draw_welcome
from board.tui.picture import Picture
from board.tui.widgets.lines import Palette


class Bar(Widget):
    """Draws the runs its subclass makes for the width at hand."""

    palette: reactive[Palette] = reactive({}, layout=False)

    class TabClicked(Message):
        """A board's tab was clicked."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    _drawn: Runs = ()

    def runs(self, width: int) -> Runs:
        """What stands on it."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        if y:
            return Strip.blank(self.size.width)
        under = self.palette.get("bar_top", Style.null())
        self._drawn = self.runs(self.size.width)
        runs = crop(self._drawn, self.size.width)
        segments = [Segment(run.text, under + self.palette.get(run.ink, Style.null())) for run in runs if run.text]
        return Strip(segments).extend_cell_length(self.size.width, under)


class Header(Bar):
    """Title, cut-off, how the sources are, the time; and that it is the past, where it is."""

    picture: reactive[Picture | None] = reactive(None, repaint=False)
    labels: reactive[tuple[TabName, ...]] = reactive((), layout=False)

    def __init__(
        self, config: Config, picture: Picture, labels: tuple[TabName, ...] = (), *, offline: bool = False
    ) -> None:
        super().__init__(id="header")
        self._board = config.board
        self._offline = offline
        self.set_reactive(Header.picture, picture)
        self.set_reactive(Header.labels, labels)

    def runs(self, width: int) -> Runs:
        assert self.picture is not None
        names = self.labels or self._board.title
        return draw_header(self.picture, names, self._board.time_zone, width, offline=self._offline)

    def on_click(self, event: events.Click) -> None:
        place = tab_at(self._drawn, event.x) if self.labels else None
        if place is not None:
            self.post_message(self.TabClicked(place))

    def watch_picture(self, old: Picture | None, new: Picture | None) -> None:
        """Drawn again only where it reads differently now."""
        if old is not None and new is not None and self._drawn != self.runs(self.size.width):
            self.refresh()


class Welcome(Bar):
    """What the board is, in one line, until it is put away for good."""

    def __init__(self, chosen: Mapping[str, tuple[str, ...]], *, shown: bool) -> None:
        super().__init__(id="welcome")
        self.display = shown
        self._chosen = chosen

    def runs(self, width: int) -> Runs:
        return draw_welcome(self._chosen, width)


class Footer(Bar):
    """The keys that matter, as many as there is room for."""

    def __init__(self, chosen: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__(id="footer")
        self._chosen = chosen

    def runs(self, width: int) -> Runs:
        return draw_footer(self._chosen, width)
