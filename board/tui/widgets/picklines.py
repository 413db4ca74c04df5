"""A list to choose from, narrowed by what is typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive

from board.tui.draw.edge import Caption, bottom_edge, top_edge
from board.tui.draw.lines import Drawn, Run, Runs, crop, fit, width_of, wrap
from board.tui.match import passes
from board.tui.widgets.lines import Lines, Palette

_MOST_LABEL = 34
_LEAST_ABOUT = 20
"""Cells: where less is left beside the label, what a choice does stands below it."""
_INDENT = 4
_AROUND = 3
"""Lines of the screen that are left: what is typed, and one of the board above and below."""
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
        if not self._shown:
            return [Drawn((Run("nothing has these words", "muted"),))]
        head = self._head(width) if self._head is not None and not self.words else ()
        return [*head, *_drawn(self._shown, width, *self._columns())]

    def _columns(self) -> tuple[int, int]:
        """How wide the keys and the labels are."""
        keys = max((cell_len(each.keys) for each in self._choices), default=0)
        return keys, min(_MOST_LABEL, max((cell_len(each.label) for each in self._choices), default=0))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the head and all choices take, and its frame, however few of them are shown.

        No more than the screen has: the box around it is as high as what this says, whatever of it is drawn.
        """
        inner = max(1, width - self._frame_columns())
        head = list(self._head(inner)) if self._head is not None else []
        lines = len(head) + len(_drawn(self._choices, inner, *self._columns())) + self._frame_lines()
        return min(lines, viewport.height - _AROUND)

    def refs(self) -> Sequence[str]:
        return [each.id for each in self._shown]

    def edges(self, width: int) -> tuple[Runs, Runs]:
        place = f"{self.cursor + 1} of {len(self._shown)}" if self._shown else ""
        caption = Caption(number=0, title=self._title, place=place)
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


def _drawn(choices: Sequence[Choice], width: int, keys: int, label: int) -> Sequence[Drawn]:
    return [Drawn(line, number) for number, each in enumerate(choices) for line in _runs(each, keys, label, width)]


def _runs(choice: Choice, keys: int, label: int, width: int) -> Iterator[Runs]:
    """Its keys, its label and what it does, on as many lines as that takes."""
    shortcut = (Run(fit(choice.keys, keys) + "  ", "key"),) if keys else ()
    start = (*shortcut, Run(fit(choice.label, label) + "  ", "strong"))
    beside = width - width_of(start)
    if beside < _LEAST_ABOUT:
        yield crop(start, width)
        start, beside = (Run(" " * _INDENT),), max(1, width - _INDENT)
    for line in wrap((Run(choice.about, "muted"),), beside) if choice.about else [()]:
        yield (*start, *line)
        start = (Run(" " * width_of(start)),)
