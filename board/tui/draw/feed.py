"""A feed in a given width: every entry with who said it, how and by which way, on as many lines as it needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, tzinfo

from rich.cells import cell_len

from board.model import Precision, When
from board.shapes import Entry, Tone
from board.tui.draw.lines import Drawn, Run, Runs, fit, indented, inked, spread, width_of, wrap

_DATE = 6
_MOST_WORD = 15
_INDENT = 4
_TEXT_LINES = 3
_LEAST_WHO = 12
_WIDE = 96


def word_width(entries: Sequence[Entry]) -> int:
    """The cells the longest word of the entries takes, so that who spoke stands in one column."""
    return min(_MOST_WORD, max((cell_len(entry.word) for entry in entries), default=0))


def draw_entry(entry: Entry, number: int, width: int, word: int, now: datetime, zone: tzinfo) -> Iterator[Drawn]:
    """The lines of one entry; `word` is how wide the column of stances is."""
    head = _head(entry, word, now, zone)
    who = _who(entry, width - width_of(head))
    how, mark = _how(entry), _mark(entry)
    rest = (*_spaced(who[1:]), *how)
    if width >= _WIDE or not rest:
        yield Drawn(spread((*head, *who[0], *_behind(rest)), mark, width), number)
    else:
        yield Drawn((*head, *who[0]), number)
        yield from _second(rest, mark, width, number)
    if entry.text:
        words = f"“{entry.text}”" if entry.quote else entry.text
        ink = "headline" if entry.tone is Tone.HEADLINE else "plain"
        yield from indented((Run(words, ink),), width, _INDENT, number, _TEXT_LINES)
    if entry.marks:
        runs = [run for span in entry.marks for run in (*inked((span,)), Run("  "))]
        yield from indented(runs[:-1], width, _INDENT, number, 2)


def _who(entry: Entry, room: int) -> list[Runs]:
    """Who spoke, on as many lines as it takes; all below the first where little would fit there."""
    runs = (Run(entry.who, "strong"),)
    return list(wrap(runs, room)) if room >= _LEAST_WHO else [(), runs]


def _spaced(lines: Sequence[Runs]) -> Runs:
    """What did not fit on the first line, before what follows it."""
    return tuple(run for line in lines for run in (*line, Run(" ")))


def _behind(rest: Runs) -> Runs:
    return (Run("  "), *rest) if rest else ()


def _second(rest: Runs, mark: Runs, width: int, number: int) -> Iterator[Drawn]:
    """How and by which way, on as many lines as it needs; grade and carriers at the end of the last."""
    lines = list(wrap(rest, width - _INDENT))
    if mark and width_of(lines[-1]) + width_of(mark) + 1 > width - _INDENT:
        lines.append(())
    for line in lines[:-1]:
        yield Drawn((Run(" " * _INDENT), *line), number)
    yield Drawn((Run(" " * _INDENT), *spread(lines[-1], mark, width - _INDENT)), number)


def _head(entry: Entry, width: int, now: datetime, zone: tzinfo) -> Runs:
    new = Run("•" if entry.new else " ", "new")
    date = Run(fit(short_date(entry.when, now, zone), _DATE) + " ", "muted")
    word = Run(entry.word + " " * (max(0, width - cell_len(entry.word)) + 1), entry.tone.value)
    return (new, date, word)


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
