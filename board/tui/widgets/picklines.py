"""A list to choose from, narrowed by what is typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive

from board.tui.draw.edge import Caption, bottom_edge, top_edge
from board.tui.draw.lines import Drawn, Run, Runs, crop, fit
from board.tui.match import passes
from board.tui.widgets.lines import Lines, Palette

_MOST_LABEL = 34
Head = Callable[[int], Iterable[Drawn]]
"""Lines above the choices, for a width; they go when one looks for words."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One line: its id, what it is called, what it does, the keys for it."""

    id: str
    label: str
    about: str = ""
    keys: str = ""


class PickLines(Lines):
    """Choices with a cursor."""

    framed: ClassVar[bool] = True
    can_focus = False

    words: reactive[str] = reactive("", repaint=False, init=False)

    class Highlighted(Message):
        """The cursor came to a choice."""

        def __init__(self, choice: str) -> None:
            super().__init__()
            self.choice = choice

    def __init__(
        self, title: str, choices: Sequence[Choice], palette: Palette, chosen: str = "", head: Head | None = None
    ) -> None:
        super().__init__(id="choices")
        self._head = head
        self._title = title
        self._choices = tuple(choices)
        self._shown = self._choices
        self.set_reactive(Lines.palette, palette)
        self.set_reactive(Lines.cursor, next((n for n, each in enumerate(choices) if each.id == chosen), 0))

    def draw_lines(self, width: int) -> Sequence[Drawn]:
        self._shown = tuple(
            each for each in self._choices if passes(f"{each.label} {each.about} {each.keys}", self.words)
        )
        keys = max((cell_len(each.keys) for each in self._choices), default=0)
        label = min(_MOST_LABEL, max((cell_len(each.label) for each in self._choices), default=0))
        if not self._shown:
            return [Drawn((Run("nothing has these words", "muted"),))]
        head = self._head(width) if self._head is not None and not self.words else ()
        return [*head, *self._choices_in(width, keys, label)]

    def _choices_in(self, width: int, keys: int, label: int) -> Sequence[Drawn]:
        return [Drawn(crop(_runs(each, keys, label), width), number) for number, each in enumerate(self._shown)]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as there are choices, and its frame, however few of them are shown."""
        return len(self._choices) + self._frame_lines()

    def refs(self) -> Sequence[str]:
        return [each.id for each in self._shown]

    def edges(self, width: int) -> tuple[Runs, Runs]:
        caption = Caption(number=0, title=self._title, place=f"{len(self._shown)} of {len(self._choices)}")
        return top_edge(caption, width, focused=True), bottom_edge(caption, width, focused=True)

    def _line_ink(self, y: int) -> str | None:
        number = self.top + y
        on_it = 0 <= number < len(self.lines) and self.lines[number].item == self.cursor
        return "cursor" if on_it and self._shown else None

    def watch_words(self) -> None:
        self.set_reactive(Lines.cursor, 0)
        self.redraw()
        self.refresh()
        self._tell()

    def watch_cursor(self, old: int, new: int) -> None:
        super().watch_cursor(old, new)
        self._tell()

    def _tell(self) -> None:
        if self.is_mounted and self.ref is not None:
            self.post_message(self.Highlighted(self.ref))


def _runs(choice: Choice, keys: int, label: int) -> Runs:
    shortcut = (Run(fit(choice.keys, keys) + "  ", "key"),) if keys else ()
    return (*shortcut, Run(fit(choice.label, label) + "  ", "strong"), Run(choice.about, "muted"))
