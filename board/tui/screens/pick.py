"""Choosing one of a list: commands, themes, postures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Input

from board.tui.screens.over import Over
from board.tui.widgets.lines import Lines, Palette
from board.tui.widgets.picklines import Choice, Head, PickLines


class PickScreen(Over[str | None]):
    """Gives the id of the choice; `None` after Esc. Typing narrows, arrows move, Enter chooses."""

    takes_text = True
    BINDINGS: ClassVar = [
        Binding("escape", "dismiss", show=False),
        Binding("down,ctrl+n", "move(1)", show=False, priority=True),
        Binding("up,ctrl+p", "move(-1)", show=False, priority=True),
        Binding("pagedown", "page(1)", show=False, priority=True),
        Binding("pageup", "page(-1)", show=False, priority=True),
    ]

    def __init__(
        self,
        title: str,
        choices: Sequence[Choice],
        palette: Palette,
        *,
        chosen: str = "",
        on_move: Callable[[str], None] | None = None,
        head: Head | None = None,
    ) -> None:
        super().__init__()
        self.key = f"pick:{title}"
        self._title = title
        self._choices = choices
        self._palette = palette
        self._chosen = chosen
        self._on_move = on_move
        self._head = head

    def compose(self) -> ComposeResult:
        with Vertical(id="pick", classes="-tall" if self._head is not None else ""):
            yield Input(placeholder="type to narrow; arrows move, Enter chooses, Esc leaves", id="words")
            yield PickLines(self._title, self._choices, self._palette, self._chosen, self._head)

    @on(Input.Changed)
    def narrow(self, event: Input.Changed) -> None:
        self.query_one(PickLines).words = event.value

    @on(Input.Submitted)
    def choose(self) -> None:
        self.dismiss(self.query_one(PickLines).ref)

    @on(Lines.Opened)
    def choose_by_mouse(self) -> None:
        self.dismiss(self.query_one(PickLines).ref)

    @on(PickLines.Highlighted)
    def moved(self, message: PickLines.Highlighted) -> None:
        if self._on_move is not None:
            self._on_move(message.choice)

    def action_move(self, by: int) -> None:
        lines = self.query_one(PickLines)
        lines.cursor += by

    def action_page(self, direction: int) -> None:
        lines = self.query_one(PickLines)
        lines.cursor += direction * max(1, lines.inner_height - 1)
