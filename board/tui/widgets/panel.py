"""A panel: a view in its frame, with number, title, date, age and trouble in the edges."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from typing import ClassVar

from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from board.panels import _words
from board.shapes import Condition, View
from board.tui.draw.edge import Caption, bottom_edge, folded, joined, top_edge
from board.tui.draw.gist import gist
from board.tui.draw.lines import ELLIPSIS, Drawn, Run, Runs, has_room, indented, marked_within, unfinished
from board.tui.draw.table import Order
from board.tui.selected import Selected
from board.tui.widgets.lines import Lines

_TROUBLE = {Condition.FAILED: ("! ", "failing"), Condition.STALE: ("~ ", "stale")}


@dataclass(frozen=True, slots=True)
class Clock:
    """The moment the board is drawn for, and where its reader is."""

    now: datetime = field(default_factory=lambda: datetime(1970, 1, 1, tzinfo=UTC))
    zone: tzinfo = UTC


@dataclass(frozen=True, slots=True)
class LeftAt:
    """Where a reader was in a panel."""

    ref: str | None
    top: int
    query_text: str
    order: Order | None = None


class Panel(Lines):
    """The base of one widget a shape."""

    framed: ClassVar[bool] = True

    view: reactive[View | None] = reactive(None, repaint=False)
    clock: reactive[Clock] = reactive(Clock, repaint=False)
    query_text: reactive[str] = reactive("", repaint=False)
    """Words of the filter; empty shows all."""
    told_in: reactive[int] = reactive(0, repaint=False)
    """The number of the panel that tells this one's trouble in words; 0 where it does so itself."""

    class PageWanted(Message):
        """The end of what is loaded came near."""

        def __init__(self, panel: Panel, before: int) -> None:
            super().__init__()
            self.panel = panel
            self.before = before

    def __init__(self, view: View, number: int, clock: Clock) -> None:
        super().__init__(name=view.name, id=f"panel-{number}", classes="panel")
        self.number = number
        self._edge_cache: tuple[object, tuple[Runs, Runs]] | None = None
        self._folded_as: object = None
        """What its one line said when it was drawn folded."""
        self.set_reactive(Panel.view, view)
        self.set_reactive(Panel.clock, clock)

    # What a subclass says

    def draw_shape(self, width: int) -> Sequence[Drawn]:
        raise NotImplementedError

    def place(self) -> str:
        """Which part of the whole is in sight."""
        count = len(self._refs)
        return f"{self.cursor + 1} of {count:,}" if count and len(self.lines) > self.inner_height else ""

    def remark(self) -> str:
        """What the width left out."""
        return ""

    @property
    def value(self) -> str:
        """What `y` copies of what the cursor is on."""
        return ""

    @property
    def line(self) -> str:
        """What `Y` copies of it."""
        return self.value

    @property
    def said(self) -> str:
        """What a question about it calls it."""
        return self.line

    @property
    def selected(self) -> Selected | None:
        """What the cursor is on."""
        ref = self.ref
        return Selected(ref=ref, view=self.view, value=self.value, line=self.line, said=self.said) if ref else None

    def left_at(self) -> LeftAt:
        """Where the reader is, for a panel that takes this one's place."""
        return LeftAt(self.ref, self.top, self.query_text)

    def take_up(self, left: LeftAt) -> None:
        """Go where the reader was."""
        self.set_reactive(Panel.query_text, left.query_text)
        self.redraw()
        refs = list(self.refs())
        if left.ref in refs:
            self.set_reactive(Lines.cursor, refs.index(left.ref))
        self.set_reactive(Lines.top, left.top)

    # Lines

    def draw_lines(self, width: int) -> Sequence[Drawn]:
        lines = list(self.draw_shape(width))
        if lines:
            return lines
        return [Drawn(), *indented((Run(self._why_empty(), "muted"),), width, 0, None)]

    def _why_empty(self) -> str:
        if self.query_text:
            return f"nothing here has “{self.query_text}”"
        return (self.view.empty if self.view else "") or "nothing here"

    def edges(self, width: int) -> tuple[Runs, Runs]:
        caption = self.caption()
        key = (caption, width, self.has_focus)
        if self._edge_cache is None or self._edge_cache[0] != key:
            focused = self.has_focus
            edges = top_edge(caption, width, focused=focused), bottom_edge(caption, width, focused=focused)
            self._edge_cache = (key, edges)
        return self._edge_cache[1]

    def caption(self) -> Caption:
        """What the edges say."""
        assert self.view is not None
        remarks = [text for text in (self.remark(), self._filter_words(), self.place()) if text]
        return Caption(
            number=self.number,
            title=self.view.title,
            right=self._dates(self.view),
            below=self._trouble(self.view),
            deed=self._deed(self.view),
            place=" · ".join(remarks),
            gist=gist(self.view) if self.size.height == 1 else (),
        )

    def _filter_words(self) -> str:
        return f"/{self.query_text}" if self.query_text else ""

    def _dates(self, view: View) -> tuple[Runs, ...]:
        """`3 new · as of 19 Feb 2026 · 9 months old`, and shorter ways to say it."""
        fresh = [Run(_words.new(view.fresh), "new")] if view.fresh else []
        if view.as_of is None:
            return self._undated(view, fresh)
        stale = view.condition in (Condition.STALE, Condition.FAILED)
        date = _words.date(view.as_of, self.clock.zone)
        age = Run(_words.old(view.as_of, self.clock.now, self.clock.zone), "stale" if stale else "muted")
        ways = [[*fresh, Run(f"as of {date}", "muted"), age], [*fresh, Run(date, "muted"), age], [*fresh, age], [age]]
        return tuple(joined(way) for way in ways)

    def _undated(self, view: View, fresh: list[Run]) -> tuple[Runs, ...]:
        """`as of an unknown date · retrieved 14:07 (2 h ago)`, where what is shown should have a date."""
        if view.retrieved is None:
            return (joined(fresh),) if fresh else ()
        read = Run(_words.retrieved(view.retrieved, self.clock.now, self.clock.zone), "muted")
        undated = Run(_words.UNDATED, "stale")
        return tuple(
            joined(way) for way in ([*fresh, undated, read], [undated, read], [read], [Run("undated", "stale")])
        )

    def _trouble(self, view: View) -> Runs:
        if not view.trouble:
            keys = "Esc back · Enter detail · i source" if self.count() else "Esc back"
            return () if self.number else (Run(keys, "muted"),)
        mark, ink = _TROUBLE.get(view.condition, ("! ", "stale"))
        elsewhere = "" if self.size.height == 1 else f"as in panel {self.told_in}"
        return (Run((mark + (elsewhere if self.told_in else view.trouble)).rstrip(), ink),)

    def _deed(self, view: View) -> Runs:
        """What a person can do about the trouble."""
        held = view.trouble and view.data.get("held")
        return (Run("a", "key"), Run(" accepts", "muted")) if held else ()

    def render_line(self, y: int) -> Strip:
        if self.size.height == 1:
            self._folded_as = (self.caption(), self.size.width, self.has_focus)
            return self._strip(folded(self.caption(), self.size.width, focused=self.has_focus), self.size.width)
        return super().render_line(y)

    def _content(self, y: int, width: int) -> Runs:
        """An entry, a row or a note that goes on below the last line in sight says so."""
        runs = super()._content(y, width)
        if not self._goes_on(y):
            return runs
        return unfinished(runs, width) if has_room(runs, width) else marked_within(runs)

    def _ending(self, y: int, width: int) -> Run:
        """What goes on says so beside the line where nothing fits behind its words, nor between them."""
        runs = super()._content(y, width)
        full = self._goes_on(y) and not has_room(runs, width) and marked_within(runs) == runs
        return Run(ELLIPSIS, "muted") if full else super()._ending(y, width)

    def _goes_on(self, y: int) -> bool:
        """Whether what stands on this line of the view, its last one, goes on below."""
        here = self._drawn[self.top + y : self.top + y + 2] if y == self.inner_height - 1 else []
        return len(here) > 1 and here[0].item == here[1].item and bool(here[0].runs and here[1].runs)

    # Reactions

    def watch_view(self, old: View | None, new: View | None) -> None:
        if old is not None and new is not None and old != new:
            self.redraw(keep=self.ref)
            self._edges_again()

    def watch_clock(self, old: Clock, new: Clock) -> None:
        """Ages are words: only what reads differently now is drawn again."""
        if old != new and self.is_mounted:
            self.redraw(keep=self.ref)
            self._edges_again()

    def _edges_again(self) -> None:
        open_as = self._edge_cache[0] if self._edge_cache is not None else None
        drawn = self._folded_as if self.size.height == 1 else open_as
        if drawn is not None and drawn != (self.caption(), self.size.width, self.has_focus):
            self.refresh_edges()

    def watch_told_in(self) -> None:
        if self.is_mounted:
            self._edges_again()

    def watch_query_text(self) -> None:
        self.redraw(keep=self.ref)
        self._show_cursor()
        self.refresh_edges()

    def watch_has_focus(self, value: bool) -> None:
        super().watch_has_focus(value)
        self.refresh()
