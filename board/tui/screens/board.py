"""The board itself: header, panels, footer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events, on
from textual.app import ComposeResult
from textual.content import Content
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import Input, Static

from board.errors import Problem
from board.spec import Config
from board.tui import state
from board.tui.draw.tabs import TabName
from board.tui.keys import Where, bindings
from board.tui.picture import Picture
from board.tui.screens.jump import JumpScreen, labels
from board.tui.selected import Selected
from board.tui.wants import want
from board.tui.widgets.areas import Areas
from board.tui.widgets.bar import Bar, Footer, Header, Welcome
from board.tui.widgets.lines import Lines, Palette
from board.tui.widgets.panel import Clock, Panel
from board.tui.widgets.problems import Problems
from board.tui.widgets.shapes import panel_for

if TYPE_CHECKING:
    from board.tui.face import BoardApp

Chosen = Mapping[str, tuple[str, ...]]
"""Keys by the id of their action."""
LEAST_WIDTH, LEAST_HEIGHT = 20, 5


class BoardScreen(Screen[None]):
    """Shows a picture; hands what is done on it to the app."""

    BINDINGS: ClassVar = bindings(Where.BOARD)
    AUTO_FOCUS = ".panel"

    picture: reactive[Picture | None] = reactive(None, repaint=False, init=False)
    palette: reactive[Palette] = reactive({}, repaint=False, init=False)
    labels: reactive[tuple[TabName, ...]] = reactive((), repaint=False, init=False)
    """What stands on the tabs, where several boards are open."""

    def __init__(
        self,
        config: Config,
        picture: Picture,
        palette: Palette,
        *,
        keys: Chosen | None = None,
        offline: bool = False,
        welcome: bool = False,
    ) -> None:
        super().__init__()
        self.config = config
        self.keys = keys if keys is not None else config.keys
        self._put_away: tuple[Problem, ...] = ()
        self._offline = offline
        self._welcome = welcome
        self.set_reactive(BoardScreen.picture, picture)
        self.set_reactive(BoardScreen.palette, palette)

    @property
    def board_app(self) -> BoardApp:
        return cast("BoardApp", self.app)

    def compose(self) -> ComposeResult:
        assert self.picture is not None
        clock = self._clock(self.picture)
        panels = [panel_for(view, number, clock) for number, view in enumerate(self.picture.views, 1)]
        wants = [want(view) for view in self.picture.views]
        yield Header(self.config, self.picture, self.labels, offline=self._offline)
        yield Welcome(self.keys, shown=self._welcome)
        yield Problems()
        yield Areas(panels, wants, self.config.layouts)
        yield Input(id="filter", placeholder="words to look for; Enter keeps them, Esc clears them")
        yield Footer(self.keys)
        yield Static(Content("too small"), id="small")

    # What is shown

    def _clock(self, picture: Picture) -> Clock:
        """Ages are as they were at the time that is shown."""
        return Clock(picture.at or picture.now, self.config.board.time_zone)

    def on_mount(self) -> None:
        self.watch_palette(self.palette)
        assert self.picture is not None
        self.watch_picture(self.picture)

    def watch_palette(self, palette: Palette) -> None:
        for widget in (*self.query(Bar), *self.query(Lines)):
            widget.palette = palette

    def watch_labels(self, labels: tuple[TabName, ...]) -> None:
        for header in self.query(Header):
            header.labels = labels

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the files of the board."""
        return self.query_one(Problems).problems

    @problems.setter
    def problems(self, problems: tuple[Problem, ...]) -> None:
        """Those that were put away stay away until they are others."""
        self.query_one(Problems).problems = () if problems == self._put_away else problems

    def watch_picture(self, picture: Picture) -> None:
        """Each panel gets its view; one that is equal to the last draws nothing."""
        clock = self._clock(picture)
        by_name = {view.name: view for view in picture.views}
        for panel in self.panels():
            panel.clock = clock
            if panel.name in by_name:
                panel.view = by_name[panel.name]
        self.query_one(Header).picture = picture
        if self.areas is not None:
            self.areas.share_troubles()
            self.areas.words = "" if picture.views else picture.trouble
        self.set_class(picture.at is not None, "-past")

    async def renew(self, config: Config, picture: Picture) -> None:
        """Other panels for another board.toml; each that is still there keeps its cursor, place, order and filter.

        Where one had the whole screen, it has it still.
        """
        left = {str(panel.name): panel.left_at() for panel in self.panels()}
        zoomed = self.areas is not None and self.areas.zoomed
        front = self.panel.name if self.panel else None
        self.config = config
        with self.app.batch_update():
            self.set_reactive(BoardScreen.picture, picture)
            await self.recompose()
            if not self.query(Areas):
                return  # the board was left meanwhile: nothing is composed any more
            self.watch_palette(self.palette)
            for panel in self.panels():
                if panel.name in left:
                    panel.take_up(left[str(panel.name)])
            self.set_focus(next((panel for panel in self.panels() if panel.name == front), None))
            if self.areas is not None:
                self.areas.zoom(on=zoomed and front in left)

    @property
    def areas(self) -> Areas | None:
        """What holds the panels; `None` while they are made anew, or the program ends."""
        return next(iter(self.query(Areas)), None)

    def panels(self) -> Iterator[Panel]:
        yield from self.query(Panel)

    @property
    def panel(self) -> Panel | None:
        """The one in front."""
        if isinstance(self.focused, Panel):
            return self.focused
        front = self.areas.front if self.areas is not None else None
        return next((panel for panel in self.panels() if panel.name == front), None)

    @property
    def selected(self) -> Selected | None:
        """What the cursor of the panel in front is on."""
        return self.panel.selected if self.panel else None

    # Size and focus

    def on_resize(self, event: events.Resize) -> None:
        self.set_class(event.size.width < LEAST_WIDTH or event.size.height < LEAST_HEIGHT, "-small")

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        if isinstance(event.widget, Panel) and self.areas is not None:
            self.areas.bring_to_front(str(event.widget.name))

    def action_next_panel(self) -> None:
        self._focus_by(1)

    def action_previous_panel(self) -> None:
        self._focus_by(-1)

    def _focus_by(self, by: int) -> None:
        panels = list(self.panels())
        if panels and (panel := self.panel):
            self.set_focus(panels[(panels.index(panel) + by) % len(panels)])

    def action_panel(self, number: int) -> None:
        """Go to the panel with this number, where there is one."""
        panels = list(self.panels())
        if number <= len(panels):
            self.set_focus(panels[number - 1])

    def go_to_panel(self, name: str) -> None:
        """Go to the panel of this name, where there is one."""
        self.set_focus(next((panel for panel in self.panels() if panel.name == name), self.focused))

    def action_zoom(self) -> None:
        if self.areas is not None:
            self.areas.zoom(on=not self.areas.zoomed)

    def action_jump(self) -> None:
        """Letters on every item in sight; typing one goes there."""
        places = [(panel, item) for panel in self.panels() for item in panel.items_in_sight()]
        targets = dict(zip(labels(len(places)), places, strict=True))
        for panel in self.panels():
            panel.labels = {item: label for label, (each, item) in targets.items() if each is panel}
        self.board_app.open_over(JumpScreen(targets), lambda label: self._land(targets.get(label or "")))

    def _land(self, target: tuple[Panel, int] | None) -> None:
        for panel in self.panels():
            panel.labels = {}
        if target is not None:
            panel, item = target
            self.set_focus(panel)
            panel.cursor = item

    # The filter

    def action_filter(self) -> None:
        self.add_class("-filtering")
        field = self.query_one("#filter", Input)
        field.value = self.panel.query_text if self.panel else ""
        self.set_focus(field)

    @on(Input.Changed, "#filter")
    def filter_changed(self, event: Input.Changed) -> None:
        if self.panel and self.has_class("-filtering"):
            self.panel.query_text = event.value

    @on(Input.Submitted, "#filter")
    def end_filter(self) -> None:
        self.remove_class("-filtering")
        if self.panel:
            self.set_focus(self.panel)

    def action_next_match(self) -> None:
        if self.panel:
            self.panel.action_down()

    def action_previous_match(self) -> None:
        if self.panel:
            self.panel.action_up()

    def action_back(self) -> None:
        """Esc: out of the filter, then out of the zoom, then what stands above the panels goes."""
        if self.panel and self.panel.query_text:
            self.panel.query_text = ""
            self.end_filter()
        elif self.has_class("-filtering"):
            self.end_filter()
        elif self.areas is not None and self.areas.zoomed:
            self.areas.zoom(on=False)
        elif self.problems:
            self._put_away = self.problems
            self.problems = self._put_away
        elif self._welcome:
            self._end_welcome()

    def _end_welcome(self) -> None:
        """For good: who has read it once need not see it again."""
        self._welcome = False
        self.query_one(Welcome).display = False
        state.write({"welcomed": "yes"})
