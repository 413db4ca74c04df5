"""The boards that are open: which one is in front, and how what their threads tell reaches its screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import ClassVar

from textual import on

from board.spec import Config
from board.tui.door import Clerk, DoorShut, FromTab, PageRead, PictureBuilt, Then
from board.tui.keys import keymap
from board.tui.picture import Picture
from board.tui.screens.board import BoardScreen
from board.tui.tab import Opening, Tab
from board.tui.themes import Themes
from board.tui.typing import TypedApp
from board.tui.watching import ConfigRead, ConfigRefused
from board.tui.widgets.feed import FeedPanel
from board.tui.widgets.lines import Palette
from board.tui.widgets.panel import Panel


def now_utc() -> datetime:
    """The time, to the second: nothing on the board is finer."""
    return datetime.now(UTC).replace(microsecond=0)


class TabbedApp(TypedApp):
    """Each board has a stack of screens of its own, so that whoever comes back to it finds what he left.

    Theme and keys are those of the first board.
    """

    DEFAULT_MODE: ClassVar[str] = "front"

    def __init__(
        self,
        boards: Sequence[Opening],
        themes: Themes,
        *,
        plain_colours: bool = False,
        offline: bool = False,
        welcome: bool = False,
        front: int = 0,
        now: Callable[[], datetime] = now_utc,
    ) -> None:
        super().__init__(ansi_color=True if plain_colours else None)
        self.themes = themes
        self.now = now
        self._offline, self._welcome = offline, welcome
        self.tabs: tuple[Tab, ...] = ()
        self._place = front
        self._modes_of: dict[int, str] = {}
        for opening in boards:
            self._add(opening)

    def _add(self, opening: Opening) -> Tab:
        """A tab behind the others; it is yet to be started."""
        tab = Tab(len(self.tabs), opening, self.now, self.post_message)
        self.tabs = (*self.tabs, tab)
        self._modes_of[tab.number] = "front" if tab.number == self._place else f"board-{tab.number}"
        self.add_mode(self._modes_of[tab.number], partial(self._new_screen, tab))
        tab.clerk.looked = tab.number == self._place
        return tab

    def _new_screen(self, tab: Tab) -> BoardScreen:
        return BoardScreen(
            tab.config,
            tab.picture,
            self.palette,
            keys=self.tabs[0].config.keys,
            offline=self._offline,
            welcome=self._welcome and tab.number == self._place,
        )

    # The board in front

    @property
    def tab(self) -> Tab:
        """The one in front."""
        return self.tabs[self._place]

    @property
    def config(self) -> Config:
        return self.tab.config

    @property
    def then(self) -> Then:
        return self.tab.then

    @property
    def clerk(self) -> Clerk:
        return self.tab.clerk

    @property
    def board(self) -> BoardScreen:
        """The screen at the bottom of the stack in front."""
        screen = self.screen_stack[0]
        assert isinstance(screen, BoardScreen)
        return screen

    @property
    def palette(self) -> Palette:
        """The styles of the theme in use."""
        return self.themes.get(self.theme).styles()

    def go_to_tab(self, place: int) -> None:
        """Bring the board at this place to the front, where there is one."""
        if 0 <= place < len(self.tabs):
            self.call_later(self._bring, place)

    async def _bring(self, place: int) -> None:
        self._place = place
        await self.switch_mode(self._modes_of[place])
        self.clerk.looked = True
        await self._show(self.tab, self.tab.picture)
        self.tell_problems()

    def _label(self) -> None:
        """Write on the tabs what each board is called and how much is new there; one board alone has none."""
        if len(self.tabs) > 1:
            self.board.labels = tuple(tab.label(front=tab is self.tab) for tab in self.tabs)

    # What the threads tell

    def is_in_front(self, message: FromTab) -> bool:
        """Whether it is told of the board in front: what was asked for on another one comes too late."""
        return message.tab == self._place

    @on(PictureBuilt)
    async def show_picture(self, message: PictureBuilt) -> None:
        """Say what is announced, and show it where its board is in front."""
        tab = self.tabs[message.tab]
        if sentence := tab.announcement(message.picture):
            self.bell()
            self.say(self.named(message, sentence), bad=True)
        await self._take(tab, message.picture)

    @on(DoorShut)
    async def show_shut(self, message: DoorShut) -> None:
        """The board stays as it was, and its head says why."""
        tab = self.tabs[message.tab]
        await self._take(tab, tab.shut(message.why))

    async def _take(self, tab: Tab, picture: Picture) -> None:
        tab.take(picture)
        if tab is self.tab:
            await self._show(tab, picture)
        else:
            self._label()

    async def _show(self, tab: Tab, picture: Picture) -> None:
        """A picture of another board.toml needs other panels; one that comes late for an old one is left."""
        names = tuple(view.name for view in picture.views)
        keys = self.tabs[0].config.keys
        is_first = bool(names) and self.board.picture is not None and not self.board.picture.views
        if self.board.config is not tab.config or self.board.keys != keys or is_first:
            self.board.keys = keys
            if names == tuple(spec.name for spec in tab.config.panels):
                await self.board.renew(tab.config, picture)
        else:
            self.board.picture = picture
        self._label()

    @on(ConfigRead)
    def use_config(self, message: ConfigRead) -> None:
        """Data, focus, cursor and scroll stay."""
        tab = self.tabs[message.tab]
        before, tab.config = tab.config, message.config
        tab.problems = ()
        tab.show(tab.then)
        if tab.number == 0:
            self.set_keymap(keymap(tab.config.keys))
            if before.board.theme != tab.config.board.theme:
                self.use_theme(tab.config.board.theme)
        self.tell_problems()
        self.say(self.named(message, f"board.toml was read again{self._open_more(message.boards)}"))

    def _open_more(self, boards: Sequence[Opening]) -> str:
        """Open those that are not open yet; returns what to say of tabs that came or went, empty where none did."""
        known, named = {tab.config.file for tab in self.tabs}, {opening.config.file for opening in boards}
        more = [self._add(opening) for opening in boards if opening.config.file not in known]
        for tab in more:
            tab.start()
        self._label()
        opened = f"; {', '.join(tab.config.name for tab in more)} opened" if more else ""
        return opened + ("; what is no tab any more goes at the next start" if boards and known - named else "")

    @on(ConfigRefused)
    def refuse_config(self, message: ConfigRefused) -> None:
        self.tabs[message.tab].problems = message.problems
        self.tell_problems()

    def tell_problems(self) -> None:
        """Those of the board in front, and of the themes."""
        self.board.problems = (*self.tab.problems, *self.themes.problems)

    @on(Panel.PageWanted)
    def read_page(self, message: Panel.PageWanted) -> None:
        self.clerk.read_page(str(message.panel.name), message.before)

    @on(PageRead)
    def show_page(self, message: PageRead) -> None:
        for panel in self.board.panels() if self.is_in_front(message) else ():
            if panel.name == message.panel and isinstance(panel, FeedPanel):
                panel.add_page(message.page)

    def named(self, message: FromTab, sentence: str) -> str:
        """The sentence, with the name of its board where that is not in front."""
        return sentence if self.is_in_front(message) else f"{self.tabs[message.tab].config.name}: {sentence}"

    # What the face says and looks like

    def say(self, sentence: str, *, bad: bool = False) -> None:
        """One sentence in the corner, for some seconds."""
        self.notify(sentence, severity="error" if bad else "information", markup=False, timeout=8 if bad else 3)

    def on_notify(self) -> None:
        """The notice before it goes, whatever wrote it: at most one stands there."""
        self.clear_notifications()

    def use_theme(self, name: str) -> None:
        """Change to a theme, on every screen there is."""
        raise NotImplementedError
