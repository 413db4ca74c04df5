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
        self._made = 0
        self._front = front
        """The number of the one in front: tabs keep theirs, wherever they come to stand."""
        self._modes_of: dict[int, str] = {}
        for opening in boards:
            self._add(opening)

    def _add(self, opening: Opening) -> Tab:
        """A tab behind the others; it is yet to be started."""
        tab = Tab(self._made, opening, self.now, self.post_message)
        self._made += 1
        self.tabs = (*self.tabs, tab)
        self._modes_of[tab.number] = "front" if tab.number == self._front else f"board-{tab.number}"
        self.add_mode(self._modes_of[tab.number], partial(self._new_screen, tab))
        tab.clerk.looked = tab.number == self._front
        return tab

    async def _close(self, tab: Tab) -> None:
        """Take a tab away with its screens and threads; where it is in front, the first board comes there."""
        self.tabs = tuple(each for each in self.tabs if each is not tab)
        if tab.number == self._front:
            await self._bring(self.tabs[0])
        await self.remove_mode(self._modes_of.pop(tab.number))
        self.run_worker(tab.stop, thread=True)

    def _new_screen(self, tab: Tab) -> BoardScreen:
        return BoardScreen(
            tab.config,
            tab.picture,
            self.palette,
            keys=self.tabs[0].config.keys,
            offline=self._offline,
            welcome=self._welcome and tab.number == self._front,
        )

    # The board in front

    @property
    def tab(self) -> Tab:
        """The one in front."""
        return next(tab for tab in self.tabs if tab.number == self._front)

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
            self.call_later(self._bring, self.tabs[place])

    async def _bring(self, tab: Tab) -> None:
        if tab not in self.tabs:
            return
        self._front = tab.number
        await self.switch_mode(self._modes_of[tab.number])
        self.clerk.looked = True
        await self._show(self.tab, self.tab.picture)
        self.tell_problems()

    def _label(self) -> None:
        """Write on the tabs what each board is called and how much is new there; one board alone has none."""
        several = self.tabs if len(self.tabs) > 1 else ()
        self.board.labels = tuple(tab.label(front=tab is self.tab) for tab in several)

    # What the threads tell

    def is_in_front(self, message: FromTab) -> bool:
        """Whether it is told of the board in front: what was asked for on another one comes too late."""
        return message.tab == self._front

    def _of(self, message: FromTab) -> Tab | None:
        """The board it is told of; `None` where that was closed meanwhile."""
        return next((tab for tab in self.tabs if tab.number == message.tab), None)

    @on(PictureBuilt)
    async def show_picture(self, message: PictureBuilt) -> None:
        """Say what is announced, and show it where its board is in front."""
        tab = self._of(message)
        if tab is None:
            return
        if sentence := tab.announcement(message.picture):
            self.bell()
            self.say(self.named(message, sentence), bad=True)
        await self._take(tab, message.picture)

    @on(DoorShut)
    async def show_shut(self, message: DoorShut) -> None:
        """The board stays as it was, and its head says why."""
        if tab := self._of(message):
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
    async def use_config(self, message: ConfigRead) -> None:
        """Data, focus, cursor and scroll stay."""
        tab = self._of(message)
        if tab is None:
            return
        before, tab.config = tab.config, message.config
        tab.problems = ()
        tab.show(tab.then)
        if tab.number == 0:
            self.set_keymap(keymap(tab.config.keys))
            if before.board.theme != tab.config.board.theme:
                self.use_theme(tab.config.board.theme)
        self.tell_problems()
        self.say(self.named(message, f"board.toml was read again{await self._open_and_close(message.boards)}"))

    async def _open_and_close(self, boards: Sequence[Opening]) -> str:
        """Open the boards that are not open yet, and close those that are no tab any more; what to say of it."""
        known, named = {tab.config.file for tab in self.tabs}, {opening.config.file for opening in boards}
        gone = [tab for tab in self.tabs if boards and tab.config.file not in named]
        more = [self._add(opening) for opening in boards if opening.config.file not in known]
        for tab in more:
            tab.start()
        for tab in gone:
            await self._close(tab)
        self._label()
        told = ((more, "opened"), (gone, "closed"))
        return "".join(f"; {', '.join(tab.config.name for tab in tabs)} {word}" for tabs, word in told if tabs)

    @on(ConfigRefused)
    def refuse_config(self, message: ConfigRefused) -> None:
        if tab := self._of(message):
            tab.problems = message.problems
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
        tab = self._of(message)
        return sentence if tab is None or self.is_in_front(message) else f"{tab.config.name}: {sentence}"

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
