"""A widget that draws lines on demand, has a cursor on an item, and keeps both where the reader left them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from board.tui.draw.edge import thumb
from board.tui.draw.lines import Drawn, Run, Runs, crop, width_of
from board.tui.keys import Where, bindings

Palette = Mapping[str, Style]
_SOLID = ("bar", "trend")


class Pinned(NamedTuple):
    """Lines that do not scroll."""

    above: Sequence[Drawn] = ()
    below: Sequence[Drawn] = ()


class Lines(Widget, can_focus=True):
    """Draws `Drawn` lines by itself, so that a list of any length costs what is in sight.

    It is not a ScrollView: lines come in a later page, entries have unequal heights, and the cursor goes by item.
    """

    BINDINGS: ClassVar = bindings(Where.LINES)
    framed: ClassVar[bool] = False
    """Whether it has a frame round it."""

    palette: reactive[Palette] = reactive({}, repaint=False)
    cursor: reactive[int] = reactive(0, repaint=False)
    """Index of the item the cursor is on."""
    top: reactive[int] = reactive(0, repaint=False)
    """The first line in sight."""

    labels: reactive[Mapping[int, str]] = reactive({}, repaint=False)
    """Letters that stand before items while one jumps."""

    class Opened(Message):
        """An item was clicked twice."""

        def __init__(self, lines: Lines) -> None:
            super().__init__()
            self.lines = lines

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(name=name, id=id, classes=classes)
        self._drawn: list[Drawn] = []
        self._drawn_for = (0, 0)
        self._starts: dict[int, int] = {}
        self._refs: Sequence[str] = ()
        self._pinned = Pinned()

    # What a subclass says

    def draw_lines(self, width: int) -> Sequence[Drawn]:
        """Every line at this width."""
        raise NotImplementedError

    def pinned(self, width: int) -> Pinned:
        """What stays in sight while the drawn lines go by."""
        return Pinned()

    def refs(self) -> Sequence[str]:
        """The refs of the items, by index; empty where lines are only read."""
        return ()

    def count(self) -> int:
        """How many items the cursor can be on."""
        return len(self._starts)

    def edges(self, width: int) -> tuple[Runs, Runs]:
        """What stands above and below, where there is a frame."""
        raise NotImplementedError

    # What others ask

    @property
    def ref(self) -> str | None:
        """What the cursor is on."""
        return self._refs[self.cursor] if 0 <= self.cursor < len(self._refs) else None

    @property
    def lines(self) -> Sequence[Drawn]:
        return self._drawn

    @property
    def inner_height(self) -> int:
        """Lines there is room for, without those that are pinned."""
        pinned = len(self._pinned.above) + len(self._pinned.below)
        return max(0, self.size.height - self._frame_lines() - pinned)

    @property
    def room(self) -> int:
        """Lines there is room for, pinned or not."""
        return max(0, self.size.height - self._frame_lines())

    def redraw(self, *, keep: str | None = None) -> None:
        """Draw all lines anew; the cursor stays on the item called `keep`, on the same line of the screen where it can.

        Nothing is sent to the terminal where the lines came out as they were.
        """
        was = (self._drawn, self._pinned, self.cursor, self.top)
        distance = self._starts.get(self.cursor, 0) - self.top
        self._drawn_for = (self.size.width, self.size.height)
        width = max(1, self.size.width - self._frame_columns())
        self._drawn = list(self.draw_lines(width))
        self._pinned = self.pinned(width)
        self._starts = _starts(self._drawn)
        self._refs = list(self.refs())
        if keep is not None and keep in self._refs:
            self.set_reactive(Lines.cursor, self._refs.index(keep))
            self.set_reactive(Lines.top, self._starts.get(self.cursor, 0) - distance)
        self.set_reactive(Lines.cursor, max(0, min(self.cursor, self.count() - 1)))
        if keep is not None and keep not in self._refs:
            # What the cursor was on is gone: the item that has its place stands where it stood, whole.
            start = self._starts.get(self.cursor, 0)
            self.set_reactive(Lines.top, 0 if self.cursor == 0 else min(start, start - distance))
        at_the_start = self.cursor == 0 and self.top <= self._starts.get(0, 0)
        self.set_reactive(Lines.top, 0 if at_the_start else self._clamp(self.top))
        if was != (self._drawn, self._pinned, self.cursor, self.top):
            self.refresh()

    # Reactions

    def on_resize(self) -> None:
        self.redraw(keep=self.ref)
        self._show_cursor()

    def watch_labels(self) -> None:
        self.refresh()

    def items_in_sight(self) -> Sequence[int]:
        """The items whose first line is shown."""
        shown = range(self.top, self.top + self.inner_height)
        return [item for item, start in self._starts.items() if start in shown]

    def watch_palette(self) -> None:
        self.refresh()

    def validate_top(self, top: int) -> int:
        return self._clamp(top)

    def validate_cursor(self, cursor: int) -> int:
        return max(0, min(cursor, self.count() - 1))

    def watch_cursor(self, old: int, new: int) -> None:
        self._refresh_item(old)
        self._refresh_item(new)
        self._show_cursor()

    def watch_top(self) -> None:
        self.refresh()

    def _refresh_item(self, item: int) -> None:
        start = self._starts.get(item)
        if start is None:
            return
        count = self._height_of(item)
        self.refresh(Region(0, start - self.top + self._first_line(), self.size.width, count))
        if self.framed:
            self.refresh(Region(0, self.size.height - 1, self.size.width, 1))

    def refresh_edges(self) -> None:
        """Draw the first and the last line again."""
        self.refresh(Region(0, 0, self.size.width, 1), Region(0, self.size.height - 1, self.size.width, 1))

    def _show_cursor(self) -> None:
        """Scroll no further than is needed to see the whole item."""
        start = self._starts.get(self.cursor)
        if start is None or self.inner_height <= 0:
            return
        end = start + self._height_of(self.cursor)
        if self.cursor == 0:
            start = 0
        if start < self.top:
            self.top = start
        elif end > self.top + self.inner_height:
            self.top = min(start, end - self.inner_height)

    def _height_of(self, item: int) -> int:
        start = self._starts.get(item, 0)
        end = start
        while end < len(self._drawn) and self._drawn[end].item == item:
            end += 1
        return end - start

    def _clamp(self, top: int) -> int:
        return max(0, min(top, len(self._drawn) - self.inner_height))

    def _frame_lines(self) -> int:
        return 2 if self.framed else 0

    def _first_line(self) -> int:
        """Where on the widget the first line that scrolls stands."""
        return self._frame_lines() // 2 + len(self._pinned.above)

    def _frame_columns(self) -> int:
        return 4 if self.framed else 0

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
        inside = self._segments([Run(" "), *padded, Run(" ")], ink)
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
        return [
            Segment(run.text, ground + self.palette.get(run.ink, Style.null()) + _over(run, last))
            for run in runs
            if run.text
        ]


def _over(run: Run, style: Style) -> Style:
    """The cursor's style over a run; a bar that were turned round would be drawn by its own gaps."""
    return Style.null() if style.reverse and run.ink in _SOLID else style


def _starts(lines: Sequence[Drawn]) -> dict[int, int]:
    """The first line of every item."""
    starts: dict[int, int] = {}
    for number, line in enumerate(lines):
        if line.item is not None:
            starts.setdefault(line.item, number)
    return starts


def _without_start(runs: Sequence[Run], cells: int) -> Runs:
    """The runs without their first cells."""
    kept: list[Run] = []
    for run in runs:
        taken = min(cells, len(run.text))
        cells -= taken
        kept.append(Run(run.text[taken:], run.ink))
    return tuple(kept)
