"""Lines with a cursor and a scroll position: what moves them, and what of them has to be drawn again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual.geometry import Region
from textual.reactive import reactive
from textual.widget import Widget

from board.tui.draw.lines import Drawn


class Pinned(NamedTuple):
    """Lines that do not scroll."""

    above: Sequence[Drawn] = ()
    below: Sequence[Drawn] = ()


class Scrolling(Widget):
    """Lines with a cursor on an item and a place they are scrolled to, both kept where the reader left them.

    It is not a ScrollView: lines come in a later page, entries have unequal heights, and the cursor goes by item.
    """

    framed: ClassVar[bool] = False
    """Whether it has a frame round it."""

    cursor: reactive[int] = reactive(0, repaint=False)
    """Index of the item the cursor is on."""
    top: reactive[int] = reactive(0, repaint=False)
    """The first line in sight."""

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
            self.set_reactive(Scrolling.cursor, self._refs.index(keep))
            self.set_reactive(Scrolling.top, self._starts.get(self.cursor, 0) - distance)
        self.set_reactive(Scrolling.cursor, max(0, min(self.cursor, self.count() - 1)))
        if keep is not None and keep not in self._refs:
            # What the cursor was on is gone: the item that has its place stands where it stood, whole.
            start = self._starts.get(self.cursor, 0)
            self.set_reactive(Scrolling.top, 0 if self.cursor == 0 else min(start, start - distance))
        at_the_start = self.cursor == 0 and self.top <= self._starts.get(0, 0)
        self.set_reactive(Scrolling.top, 0 if at_the_start else self._clamp(self.top))
        if was != (self._drawn, self._pinned, self.cursor, self.top):
            self.refresh()

    # Reactions

    def on_resize(self) -> None:
        self.redraw(keep=self.ref)
        self._show_cursor()

    def items_in_sight(self) -> Sequence[int]:
        """The items whose first line is shown."""
        shown = range(self.top, self.top + self.inner_height)
        return [item for item, start in self._starts.items() if start in shown]

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


def _starts(lines: Sequence[Drawn]) -> dict[int, int]:
    """The first line of every item."""
    starts: dict[int, int] = {}
    for number, line in enumerate(lines):
        if line.item is not None:
            starts.setdefault(line.item, number)
    return starts
