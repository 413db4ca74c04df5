"""The panel of a feed: entries of unequal height, in pages."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from board.shapes import Entry, Feed, View
from board.tui.draw.feed import draw_entry, short_date, word_width, year_rule
from board.tui.draw.lines import Drawn, Runs
from board.tui.match import passes
from board.tui.widgets.panel import Clock, Panel

_NEAR_THE_END = 5
_MOST_LOADED = 5_000


class _Kept(NamedTuple):
    """An entry as it was drawn last, so that thousands of them need not be wrapped again for one new one."""

    entry: Entry
    drawn_for: tuple[int, int, date]
    lines: tuple[Runs, ...]


class FeedPanel(Panel):
    """Newest first; asks for the next page when the cursor nears the end of what is loaded."""

    def __init__(self, view: View, number: int, clock: Clock) -> None:
        super().__init__(view, number, clock)
        assert isinstance(view.shape, Feed)
        self._entries: tuple[Entry, ...] = view.shape.entries
        self._more = view.shape.more
        self._asked: int | None = None
        self._shown: tuple[Entry, ...] = ()
        self._cache: dict[int, _Kept] = {}

    def draw_shape(self, width: int) -> Sequence[Drawn]:
        self._shown = self._entries
        if self.query_text:
            self._shown = tuple(entry for entry in self._entries if passes(_text(entry), self.query_text))
        word = word_width(self._shown)
        drawn_for = (width, word, self.clock.now.astimezone(self.clock.zone).date())
        lines: list[Drawn] = []
        cache: dict[int, _Kept] = {}
        before: Entry | None = None
        for number, entry in enumerate(self._shown):
            lines += year_rule(entry, before, self.clock.now, width, self.clock.zone)
            kept = self._cache.get(id(entry))
            if kept is None or kept.drawn_for != drawn_for or kept.entry is not entry:
                drawn = draw_entry(entry, number, width, word, self.clock.now, self.clock.zone)
                kept = _Kept(entry, drawn_for, tuple(line.runs for line in drawn))
            cache[id(entry)] = kept
            lines += [Drawn(runs, number) for runs in kept.lines]
            before = entry
        self._cache = cache
        return lines

    def refs(self) -> Sequence[str]:
        return [entry.ref for entry in self._shown]

    @property
    def entry(self) -> Entry | None:
        """The entry the cursor is on."""
        return self._shown[self.cursor] if self.cursor < len(self._shown) else None

    @property
    def value(self) -> str:
        return self.entry.text if self.entry else ""

    @property
    def line(self) -> str:
        if self.entry is None:
            return ""
        entry = self.entry
        how = f" ({entry.how})" if entry.how else ""
        way = f" → {' ← '.join(entry.way)}" if entry.way else ""
        return f"{entry.when or 'undated'} {entry.word}: {entry.who}{how}{way}: {entry.text}"

    @property
    def said(self) -> str:
        """As its row begins: with the date as it stands there."""
        if self.entry is None:
            return ""
        entry = self.entry
        date = short_date(entry.when, self.clock.now, self.clock.zone).strip() if entry.when else "undated"
        return " ".join(filter(None, (date, entry.word, f"{entry.who}:" if entry.who else "", entry.text)))

    def place(self) -> str:
        count = len(self._shown)
        if len(self.lines) <= self.inner_height and self._more is None:
            return ""
        return f"{self.cursor + 1} of {count:,}{'+' if self._more is not None else ''}" if count else ""

    def add_page(self, page: Feed) -> None:
        """Put a further page under what is there."""
        last = self._entries[-1].key if self._entries else None
        fresh = tuple(entry for entry in page.entries if last is None or entry.key < last)
        self._entries = (*self._entries, *fresh)
        self._more = page.more if len(self._entries) < _MOST_LOADED else None
        self.redraw(keep=self.ref)
        self._ask_for_more()

    def watch_view(self, old: View | None, new: View | None) -> None:
        """A new first page replaces its part; further pages that were read stay under it."""
        if old is None or new is None or old == new or not isinstance(new.shape, Feed):
            return
        first = new.shape.entries
        kept = tuple(
            entry for entry in self._entries if first and new.shape.more is not None and entry.key < first[-1].key
        )
        self._entries = (*first, *kept)
        self._more = self._more if kept else new.shape.more
        self._asked = None
        self.redraw(keep=self.ref)
        self._edges_again()

    def watch_cursor(self, old: int, new: int) -> None:
        super().watch_cursor(old, new)
        self._ask_for_more()

    def watch_query_text(self) -> None:
        super().watch_query_text()
        self._ask_for_more()

    def _ask_for_more(self) -> None:
        near = self.cursor >= len(self._shown) - _NEAR_THE_END or len(self.lines) < self.inner_height
        if self.is_mounted and near and self._more is not None and self._asked != self._more:
            self._asked = self._more
            self.post_message(self.PageWanted(self, self._more))


def _text(entry: Entry) -> str:
    return " ".join((entry.word, entry.who, entry.how, entry.text, *entry.way, *(span.text for span in entry.marks)))
