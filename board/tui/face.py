"""The face: what a person does goes to the board in front, and what it comes to is shown over it."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, ClassVar

from textual import on
from textual.app import App
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver

from board.tui import by_hand
from board.tui.by_hand import OffersFound
from board.tui.collecting import CollectorFell
from board.tui.commands import COMMANDS
from board.tui.crash import write_crash
from board.tui.deeds import DEEDS, WITH_PAGE, decide_held
from board.tui.door import ClerkFell, Said, Then
from board.tui.driver import BoardDriver
from board.tui.jobs import HeldFound, MomentFound, PageBuilt, ViewBuilt
from board.tui.keys import Action, Where, bindings, call, keymap
from board.tui.screens.over import Over
from board.tui.screens.view import ViewScreen
from board.tui.selected import Selected
from board.tui.tab import Opening
from board.tui.tabs import TabbedApp, now_utc
from board.tui.terminal import Guard
from board.tui.themes import Themes
from board.tui.watching import ThemesRead
from board.tui.widgets.bar import Bar
from board.tui.widgets.lines import Lines
from board.tui.widgets.panel import Clock

MOST_OVER = 8
"""Screens that may lie over one board: as many times Esc, and one is back on it."""


class BoardApp(TabbedApp):
    """Attributes go down to the screens, messages come up from them; the stores are the clerks'."""

    CSS_PATH = Path(__file__).with_name("board.tcss")
    BINDINGS: ClassVar = bindings(Where.APP, Where.ITEM)
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - Textual's own, and no ClassVar there

    def __init__(
        self,
        boards: Sequence[Opening],
        themes: Themes,
        *,
        theme: str | None = None,
        plain_colours: bool = False,
        guard: Guard | None = None,
        offline: bool = False,
        welcome: bool = False,
        front: int = 0,
        now: Callable[[], datetime] = now_utc,
    ) -> None:
        super().__init__(
            boards, themes, plain_colours=plain_colours, offline=offline, welcome=welcome, front=front, now=now
        )
        self._guard = guard
        self.crash: str | None = None
        """What to say where the program ended by its own mistake."""
        for each in themes.by_name.values():
            self.register_theme(each.textual())
        self.theme = themes.get(theme or self.tabs[0].config.board.theme).name

    def get_driver_class(self) -> type[Driver]:
        driver = super().get_driver_class()
        return BoardDriver if driver is LinuxDriver else driver

    def on_mount(self) -> None:
        if self._guard is not None:
            self._guard.hand_over(asyncio.get_running_loop(), self.leave)
        self.app_resume_signal.subscribe(self, self._repaint)
        self.set_keymap(keymap(self.tabs[0].config.keys))
        for tab in self.tabs:
            tab.start()
        self.call_after_refresh(_settle)

    def on_unmount(self) -> None:
        for tab in self.tabs:
            tab.stop()

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

    @on(ThemesRead)
    def use_themes(self, message: ThemesRead) -> None:
        """The theme in use as it now is; a bad one is told of and its old self stays away."""
        self.themes = message.themes
        for each in self.themes.by_name.values():
            self.register_theme(each.textual())
        self.tell_problems()
        self.mutate_reactive(App.theme)
        self.use_theme(self.theme)

    @on(ClerkFell)
    def fall_with_it(self, message: ClerkFell) -> None:
        """Raises: what the clerk fell over."""
        raise message.error

    @on(Said)
    def say_it(self, message: Said) -> None:
        self.say(self.named(message, message.sentence), bad=message.bad)

    @on(CollectorFell)
    def say_fall(self, message: CollectorFell) -> None:
        self.say(self.named(message, message.sentence), bad=True)

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

    @on(Bar.TabClicked)
    def go_to_clicked(self, message: Bar.TabClicked) -> None:
        self.go_to_tab(message.place)

    async def run_chosen(self, action: Action) -> None:
        """Do what was chosen from help or palette, on what is in front."""
        of_lines = action.where in (Where.LINES, Where.TABLE)
        await self.run_action(call(action), self.board.panel if of_lines else self.board)

    def open_over(self, screen: Over[Any], then: Callable[[Any], None] | None = None) -> None:
        """Open it over the board. One that is open already comes to the front; none lies there twice."""
        over = self.screen_stack[1:]
        same = next((each for each in over if isinstance(each, Over) and each.key == screen.key), None)
        if same is not None:
            self.call_later(self._uncover, same)
        elif len(over) >= MOST_OVER:
            self.say("too much lies open: Esc closes what is in front")
        else:
            self.push_screen(screen, then)

    async def _uncover(self, screen: Over[Any]) -> None:
        """Close what lies over it."""
        while screen in self.screen_stack and self.screen is not screen:
            assert isinstance(self.screen, Over)
            await self.screen.dismiss(None)

    @on(PageBuilt)
    def use_page(self, message: PageBuilt) -> None:
        if self.is_in_front(message):
            WITH_PAGE[message.deed](self, message.page)

    @on(ViewBuilt)
    def show_view(self, message: ViewBuilt) -> None:
        if self.is_in_front(message):
            clock = Clock(self.now(), self.config.board.time_zone)
            self.open_over(ViewScreen(message.view, clock, self.palette))

    @on(HeldFound)
    def decide_held(self, message: HeldFound) -> None:
        if self.is_in_front(message):
            decide_held(self, message.held, message.differences)

    @on(OffersFound)
    def decide_by_hand(self, message: OffersFound) -> None:
        if self.is_in_front(message):
            by_hand.choose(self, message.offers)

    @on(MomentFound)
    def go_to_moment(self, message: MomentFound) -> None:
        if self.is_in_front(message):
            self.go_to(message.at)

    def go_to(self, at: datetime | None) -> None:
        """Show the board as it stood at a time; `None` is now."""
        self.tab.show(Then(at, self.then.sense))

    def use_theme(self, name: str) -> None:
        self.theme = self.themes.get(name).name
        styles = self.palette
        for screen in (screen for stack in self._screen_stacks.values() for screen in stack):
            for widget in (*screen.query(Lines), *screen.query(Bar)):
                widget.palette = styles


def _settle() -> None:
    """What is there after the first frame stays: the collector of garbage need not look at it again."""
    gc.collect()
    gc.freeze()
