"""One line asked of the person."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from board.tui.screens.over import Over

LONGEST = 2000


class AskScreen(Over[str | None]):
    """Gives what was typed; `None` after Esc."""

    takes_text = True
    BINDINGS: ClassVar = [Binding("escape", "dismiss", show=False)]

    def __init__(self, question: str, initial: str = "", example: str = "") -> None:
        super().__init__()
        self.key = f"ask:{question}"
        self._question = question
        self._initial = initial
        self._example = example

    def compose(self) -> ComposeResult:
        with Vertical(id="ask"):
            yield Static(Content(self._question), id="question")
            yield Input(self._initial, placeholder=self._example, max_length=LONGEST, id="answer")

    @on(Input.Submitted)
    def answer(self, event: Input.Submitted) -> None:
        self.dismiss(event.value)
