"""A feed in a given width: every entry with who said it, how and by which way, on as many lines as it needs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, tzinfo

from rich.cells import cell_len

from board.model import Precision, When
from board.shapes import Entry
from board.tui.draw.lines import Drawn, Run, Runs, crop, fit, indented, inked, spread

_DATE = 6
_WORD = 15
_INDENT = 4
_TEXT_LINES = 3
_WIDE = 96


def draw_entry(entry: Entry, number: int, width: int, now: datetime, zone: tzinfo) -> Iterator[Drawn]:
    """The lines of one entry."""
    head = _head(entry, now, zone)
    how = _how(entry)
    mark = _mark(entry)
    if width >= _WIDE or not how:
        yield Drawn(spread((*head, *_behind(how)), mark, width), number)
    else:
        yield Drawn(crop(head, width), number)
        yield Drawn(_second(how, mark, width), number)
    if entry.text:
        words = f"“{entry.text}”" if entry.quote else entry.text
        yield from indented(
            (Run(words, "headline" if entry.tone == "headline" else "plain"),), width, _INDENT, number, _TEXT_LINES
        )
    if entry.marks:
        runs = [run for span in entry.marks for run in (*inked((span,)), Run("  "))]
        yield from indented(runs[:-1], width, _INDENT, number, 2)


def _behind(how: Runs) -> Runs:
    return (Run("  "), *how) if how else ()


def _second(how: Runs, mark: Runs, width: int) -> Runs:
    return (Run(" " * _INDENT), *spread(how, mark, width - _INDENT))


def _head(entry: Entry, now: datetime, zone: tzinfo) -> Runs:
    new = Run("•" if entry.new else " ", "new")
    date = Run(fit(short_date(entry.when, now, zone), _DATE) + " ", "muted")
    word = Run(entry.word + " " * max(1, _WORD - cell_len(entry.word)), entry.tone.value)
    return (new, date, word, Run(entry.who, "strong"))


def _how(entry: Entry) -> Runs:
    """`unnamed, in writing → RFE/RL ← BTA ← fakti.bg`: how, where it was said, and by whom it came here."""
    runs = [Run(entry.how, "muted")] if entry.how else []
    for number, place in enumerate(entry.way):
        arrow = "→ " if number == 0 else "← "
        runs.append(Run((" " if runs else "") + arrow, "rule"))
        runs.append(Run(place, "way"))
    return tuple(runs)


def _mark(entry: Entry) -> Runs:
    runs = [Run(f"▸ {entry.carriers}", "muted")] if entry.carriers else []
    if entry.grade:
        runs = [*runs, Run("  " if runs else ""), Run(entry.grade, "grade")]
    return tuple(runs)


def short_date(when: When | None, now: datetime, zone: tzinfo) -> str:
    """At most six cells: `13:58` today, `19 Feb`, `Feb`, the year, or `no day` where nobody gave a date."""
    if when is None:
        return "undat."
    match when.precision:
        case Precision.YEAR:
            return str(when.start.year)
        case Precision.MONTH:
            return f"{when.start:%b}"
        case Precision.DAY:
            return f"{when.start.day:>2} {when.start:%b}"
        case Precision.SECOND:
            local = when.start.astimezone(zone)
            if local.date() == now.astimezone(zone).date():
                return f"{local:%H:%M}"
            return f"{local.day:>2} {local:%b}"


def year_rule(entry: Entry, before: Entry | None, now: datetime, width: int, zone: tzinfo) -> Iterator[Drawn]:
    """A rule with the year, where the entry above is of another; nothing above the first one of this year."""
    year = _year(entry.when, zone)
    last = now.astimezone(zone).year if before is None else _year(before.when, zone)
    if year == last:
        return
    label = f" {year} " if year else " undated "
    yield Drawn((Run("──" + label + "─" * max(0, width - 2 - len(label)), "rule"),))


def _year(when: When | None, zone: tzinfo) -> int | None:
    if when is None:
        return None
    return when.start.astimezone(zone).year if when.precision is Precision.SECOND else when.start.year
