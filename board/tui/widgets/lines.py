"""A widget that draws lines on demand, framed or not, and is moved in by keys and mouse."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from board.tui.draw.edge import thumb
from board.tui.draw.lines import Drawn, Run, Runs, crop, width_of
from board.tui.keys import Where, bindings
from board.tui.widgets.scrolling import Scrolling

Palette = Mapping[str, Style]
_SOLID = ("bar", "trend")


class Lines(Scrolling, can_focus=True):
    """Draws `Drawn` lines by itself, so that a list of any length costs what is in sight."""

    BINDINGS: ClassVar = bindings(Where.LINES)

    palette: reactive[Palette] = reactive({}, repaint=False)
    labels: reactive[Mapping[int, str]] = reactive({}, repaint=False)
    """Letters that stand before items while one jumps."""

    class Opened(Message):
        """An item was clicked twice."""

        def __init__(self, lines: Lines) -> None:
            super().__init__()
            self.lines = lines

    def edges(self, width: int) -> tuple[Runs, Runs]:
        """What stands above and below, where there is a frame."""
        raise NotImplementedError

    def watch_labels(self) -> None:
        self.refresh()

    def watch_palette(self) -> None:
        self.refresh()

    # Keys and mouse

    def action_down(self) -> None:
        self._step(1)

    def action_up(self) -> None:
        self._step(-1)

    def _step(self, by: int) -> None:
        """To the next item; where lines have none, or the item is longer than the view, by a line."""
        tall = self._height_of(self.cursor) > self.inner_height
        if not self.count() or (tall and not self._edge_in_sight(by)):
            self.top += by
        elif 0 <= self.cursor + by < self.count():
            self.cursor += by
        else:
            self.top += by

    def _edge_in_sight(self, by: int) -> bool:
        start = self._starts.get(self.cursor, 0)
        if by < 0:
            return start >= self.top
        return start + self._height_of(self.cursor) <= self.top + self.inner_height

    def action_first(self) -> None:
        self.cursor = 0
        self.top = 0

    def action_last(self) -> None:
        self.cursor = self.count() - 1
        self.top = len(self._drawn)

    def action_page_down(self) -> None:
        self._page(1)

    def action_page_up(self) -> None:
        self._page(-1)

    def _page(self, direction: int) -> None:
        by = direction * max(1, self.inner_height - 1)
        if not self._starts:
            self.top += by
            return
        target = self._starts.get(self.cursor, 0) + by
        near = min(self._starts, key=lambda item: abs(self._starts[item] - target))
        self.cursor = near if near != self.cursor else self.cursor + direction

    def on_click(self, event: events.Click) -> None:
        y = event.y - self._first_line()
        line = self.top + y
        item = self._drawn[line].item if 0 <= y < self.inner_height and line < len(self._drawn) else None
        if item is None:
            return
        self.cursor = item
        if event.chain == 2:
            self.post_message(self.Opened(self))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        event.stop()
        self.top += 3

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        event.stop()
        self.top -= 3

    # Drawing

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        if self._drawn_for != (width, self.size.height):
            self.redraw(keep=self.ref)
        if not self.framed:
            return self._strip(self._content(y, width), width)
        edges = self.edges(width)
        if y == 0:
            return self._strip(edges[0], width)
        if y == self.size.height - 1:
            return self._strip(edges[1], width)
        return self._framed(y - 1, width)

    def _framed(self, y: int, width: int) -> Strip:
        frame = Run("│", "frame_focus" if self.has_focus else "frame")
        pinned = self._pinned_at(y)
        y -= len(self._pinned.above)
        side = Run("┃", frame.ink) if pinned is None and self._thumb(y) else frame
        inner = self._content(y, width - 4) if pinned is None else crop(pinned.runs, width - 4)
        ink = self._line_ink(y) if pinned is None else None
        padded = [*inner, Run(" " * (width - 4 - width_of(inner)))]
        ending = Run(" ") if pinned is not None else self._ending(y, width - 4)
        inside = self._segments([Run(" "), *padded, ending], ink)
        return Strip([*self._segments([frame], None), *inside, *self._segments([side], None)], width)

    def _pinned_at(self, y: int) -> Drawn | None:
        """The pinned line at this line of the inside, where it is one."""
        above, below = self._pinned
        if y < len(above):
            return above[y]
        last = y - len(above) - self.inner_height
        return below[last] if 0 <= last < len(below) else None

    def _thumb(self, y: int) -> bool:
        return thumb(y, self.inner_height, self.top, len(self._drawn))

    def _content(self, y: int, width: int) -> Runs:
        number = self.top + y
        if not 0 <= number < len(self._drawn):
            return ()
        runs, item = self._drawn[number]
        if item is not None and item in self.labels and self._starts.get(item) == number:
            label = Run(self.labels[item], "label")
            return (label, *crop(_without_start(runs, len(label.text)), width - len(label.text)))
        return crop(runs, width)

    def _ending(self, y: int, width: int) -> Run:
        """The cell between a line and the frame."""
        return Run(" ")

    def _line_ink(self, y: int) -> str | None:
        """The cursor's ink where the line belongs to the item it is on."""
        number = self.top + y
        if not 0 <= number < len(self._drawn) or self._drawn[number].item != self.cursor or not self._refs:
            return None
        return "cursor" if self.has_focus else None

    def _strip(self, runs: Sequence[Run], width: int) -> Strip:
        segments = self._segments([*runs, Run(" " * max(0, width - width_of(runs)))], None)
        return Strip(segments).adjust_cell_length(width)

    def _segments(self, runs: Sequence[Run], over: str | None) -> list[Segment]:
        ground = self.palette.get("ground", Style.null())
        last = self.palette.get(over, Style.null()) if over else Style.null()
        inks = ((run, self.palette.get(run.ink, Style.null())) for run in runs if run.text)
        styled = ((run.text, ground + with_cursor(run.ink, own, last)) for run, own in inks)
        return [segment for text, style in styled for segment in _segments(text, style)]


def _segments(text: str, style: Style) -> Iterator[Segment]:
    """The text in its style; of what is underlined only the words are, not the room around them."""
    words = text.strip() if style.underline else text
    if not words or words == text:
        yield Segment(text, style if words else style + Style(underline=False))
        return
    start = text.index(words)
    for part, its in ((text[:start], False), (words, True), (text[start + len(words) :], False)):
        if part:
            yield Segment(part, style + Style(underline=its))


def with_cursor(ink: str, own: Style, cursor: Style) -> Style:
    """The style of an ink with the cursor's over it.

    What has a ground of its own keeps it, or it would be dark on dark; what is turned round by itself is turned back.
    A bar that were turned round would be drawn by its own gaps.
    """
    if cursor.reverse and ink in _SOLID:
        return own
    if own.bgcolor is not None:
        return cursor + own
    return own + cursor + Style(reverse=False) if own.reverse and cursor.reverse else own + cursor


def _without_start(runs: Sequence[Run], cells: int) -> Runs:
    """The runs without their first cells."""
    kept: list[Run] = []
    for run in runs:
        taken = min(cells, len(run.text))
        cells -= taken
        kept.append(Run(run.text[taken:], run.ink))
    return tuple(kept)
