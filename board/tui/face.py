"""The face: shows the picture the clerk builds, and passes on what a person does."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from subprocess import Popen
from typing import ClassVar

from textual import on
from textual.app import App
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver

from board.spec import Config
from board.tui import by_hand
from board.tui.by_hand import OffersFound
from board.tui.collecting import CollectorFell, Keeper
from board.tui.commands import COMMANDS
from board.tui.crash import write_crash
from board.tui.deeds import DEEDS, WITH_PAGE, decide_held
from board.tui.door import Clerk, ClerkFell, Door, PageRead, PictureBuilt, Said, Then
from board.tui.driver import BoardDriver
from board.tui.jobs import HeldFound, MomentFound, PageBuilt, ViewBuilt
from board.tui.keys import Action, Where, bindings, call, keymap
from board.tui.picture import Picture
from board.tui.screens.board import BoardScreen
from board.tui.screens.view import ViewScreen
from board.tui.selected import Selected
from board.tui.terminal import Guard
from board.tui.themes import Themes
from board.tui.watching import ConfigRead, ConfigRefused, ThemesRead, Watcher
from board.tui.widgets.bar import Bar
from board.tui.widgets.feed import FeedPanel
from board.tui.widgets.lines import Lines, Palette
from board.tui.widgets.panel import Clock, Panel
from board.tui.widgets.problems import Problems


def now_utc() -> datetime:
    """The time, to the second: nothing on the board is finer."""
    return datetime.now(UTC).replace(microsecond=0)


class BoardApp(App[int]):
    """Attributes go down to the screens, messages come up from them; the store is the clerk's."""

    CSS_PATH = Path(__file__).with_name("board.tcss")
    BINDINGS: ClassVar = bindings(Where.APP, Where.ITEM)
    ENABLE_COMMAND_PALETTE = False

    def __init__(
        self,
        config: Config,
        picture: Picture,
        open_door: Callable[[], Door],
        themes: Themes,
        *,
        theme: str | None = None,
        plain_colours: bool = False,
        guard: Guard | None = None,
        start_collector: Callable[[], Popen[bytes]] | None = None,
        theme_folders: Sequence[Path] = (),
        offline: bool = False,
        welcome: bool = False,
        now: Callable[[], datetime] = now_utc,
    ) -> None:
        super().__init__(ansi_color=True if plain_colours else None)
        self.config = config
        self.themes = themes
        self.now = now
        self._first = picture
        self._said = _number(picture)
        self.then = Then(picture.at, picture.sense)
        self._guard = guard
        self._offline, self._welcome = offline, welcome
        self.crash: str | None = None
        """What to say where the program ended by its own mistake."""
        self._wanted_theme = theme or config.board.theme
        self.clerk = Clerk(open_door, config, self.then, now, self.post_message)
        self._watcher = Watcher(config, theme_folders, self.post_message) if theme_folders else None
        self._keeper = Keeper(start_collector, self.post_message) if start_collector else None
        for each in themes.by_name.values():
            self.register_theme(each.textual())
        self.theme = themes.get(self._wanted_theme).name

    def get_default_screen(self) -> BoardScreen:
        return BoardScreen(self.config, self._first, self.palette, offline=self._offline, welcome=self._welcome)

    def get_driver_class(self) -> type[Driver]:
        driver = super().get_driver_class()
        return BoardDriver if driver is LinuxDriver else driver

    def on_mount(self) -> None:
        if self._guard is not None:
            self._guard.hand_over(asyncio.get_running_loop(), self.leave)
        self.app_resume_signal.subscribe(self, self._repaint)
        self.set_keymap(keymap(self.config.keys))
        self.clerk.start()
        if self._watcher is not None:
            self._watcher.start()
        if self._keeper is not None:
            self._keeper.start()
        self.call_after_refresh(_settle)

    def on_unmount(self) -> None:
        self.clerk.stop()
        if self._watcher is not None:
            self._watcher.stop()
        if self._keeper is not None:
            self._keeper.stop()

    def leave(self, code: int) -> None:
        """End with this exit code."""
        self.exit(return_code=code)

    def action_quit(self) -> None:  # type: ignore[override]
        self.leave(0)

    def _repaint(self, _: object) -> None:
        """The terminal was someone else's for a while."""
        self.refresh(repaint=True, layout=True)
        self.screen.refresh(repaint=True, layout=True)

    def _handle_exception(self, error: Exception) -> None:
        self.crash = write_crash(error)
        super()._handle_exception(error)

    def _print_error_renderables(self) -> None:
        """The trace is in the log; the terminal gets one line, from whoever ran the app."""
        self._exit_renderables.clear()

    @property
    def board(self) -> BoardScreen:
        """The screen at the bottom of the stack."""
        screen = self.screen_stack[0]
        assert isinstance(screen, BoardScreen)
        return screen

    @on(PictureBuilt)
    async def show_picture(self, message: PictureBuilt) -> None:
        """A picture of another board.toml needs other panels; one that comes late for an old one is left."""
        self._announce(message.picture)
        names = tuple(view.name for view in message.picture.views)
        if self.board.config is not self.config and names == tuple(spec.name for spec in self.config.panels):
            await self.board.renew(self.config, message.picture)
        elif self.board.config is self.config:
            self.board.picture = message.picture

    def _announce(self, picture: Picture) -> None:
        """Say, with the bell, what was announced since the face was opened; each announcement once."""
        if picture.announced is not None and _number(picture) > self._said:
            self._said = _number(picture)
            self.bell()
            self.say(picture.announced.sentence, bad=True)

    @on(ConfigRead)
    def use_config(self, message: ConfigRead) -> None:
        """Data, focus, cursor and scroll stay."""
        changed_theme = message.config.board.theme != self.config.board.theme
        self.config = message.config
        self.board.query_one(Problems).problems = ()
        self.set_keymap(keymap(self.config.keys))
        self.clerk.show(self.config, self.then)
        if changed_theme:
            self.use_theme(self.config.board.theme)
        self.say("board.toml was read again")

    @on(ConfigRefused)
    def show_problems(self, message: ConfigRefused) -> None:
        self.board.query_one(Problems).problems = message.problems

    @on(ThemesRead)
    def use_themes(self, message: ThemesRead) -> None:
        """The theme in use as it now is; a bad one is told of and its old self stays away."""
        self.themes = message.themes
        for each in self.themes.by_name.values():
            self.register_theme(each.textual())
        self.board.query_one(Problems).problems = message.themes.problems
        self.mutate_reactive(App.theme)
        self.use_theme(self.theme)

    @on(ClerkFell)
    def fall_with_it(self, message: ClerkFell) -> None:
        """Raises: what the clerk fell over."""
        raise message.error

    @on(Panel.PageWanted)
    def read_page(self, message: Panel.PageWanted) -> None:
        self.clerk.read_page(str(message.panel.name), message.before)

    @on(PageRead)
    def show_page(self, message: PageRead) -> None:
        for panel in self.board.panels():
            if panel.name == message.panel and isinstance(panel, FeedPanel):
                panel.add_page(message.page)

    @on(Said)
    def say_it(self, message: Said) -> None:
        self.say(message.sentence, bad=message.bad)

    @on(CollectorFell)
    def say_fall(self, message: CollectorFell) -> None:
        self.say(message.sentence, bad=True)

    def say(self, sentence: str, *, bad: bool = False) -> None:
        """One sentence in the corner, for some seconds."""
        self.notify(sentence, severity="error" if bad else "information", markup=False, timeout=8 if bad else 3)

    # What a person does: the tables say how

    def action_command(self, name: str) -> None:
        COMMANDS[name](self)

    def action_item(self, name: str) -> None:
        selected: Selected | None = getattr(self.screen, "selected", None)
        if selected is None:
            self.say("there is nothing here to do that with")
            return
        DEEDS[name](self, selected)

    @on(Lines.Opened)
    def open_item(self) -> None:
        self.action_item("detail")

    async def run_chosen(self, action: Action) -> None:
        """Do what was chosen from help or palette, on what is in front."""
        of_lines = action.where in (Where.LINES, Where.TABLE)
        await self.run_action(call(action), self.board.panel if of_lines else self.board)

    @on(PageBuilt)
    def use_page(self, message: PageBuilt) -> None:
        WITH_PAGE[message.deed](self, message.page)

    @on(ViewBuilt)
    def show_view(self, message: ViewBuilt) -> None:
        clock = Clock(self.now(), self.config.board.time_zone)
        self.push_screen(ViewScreen(message.view, clock, self.palette))

    @on(HeldFound)
    def decide_held(self, message: HeldFound) -> None:
        decide_held(self, message.held)

    @on(OffersFound)
    def decide_by_hand(self, message: OffersFound) -> None:
        by_hand.choose(self, message.offers)

    @on(MomentFound)
    def go_to_moment(self, message: MomentFound) -> None:
        self.go_to(message.at)

    def go_to(self, at: datetime | None) -> None:
        """Show the board as it stood at a time; `None` is now."""
        self.show_then(Then(at, self.then.sense))

    def show_then(self, then: Then) -> None:
        """Show the board at another time or in its other sense."""
        self.then = then
        self.clerk.show(self.config, then)

    # Looks

    @property
    def palette(self) -> Palette:
        """The styles of the theme in use."""
        return self.themes.get(self.theme).styles()

    def use_theme(self, name: str) -> None:
        """Change to a theme, on every screen there is."""
        self.theme = self.themes.get(name).name
        styles = self.palette
        for screen in self.screen_stack:
            for widget in (*screen.query(Lines), *screen.query(Bar)):
                widget.palette = styles


def _number(picture: Picture) -> int:
    return picture.announced.number if picture.announced else 0


def _settle() -> None:
    """What is there after the first frame stays: the collector of garbage need not look at it again."""
    gc.collect()
    gc.freeze()
