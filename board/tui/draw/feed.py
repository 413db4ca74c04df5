"""A feed in a given width: every entry with who said it, how and by which way, on as many lines as it needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, tzinfo

from rich.cells import cell_len

from board.model import Precision, When
from board.shapes import Entry, Tone
from board.tui.draw.lines import Drawn, Run, Runs, crop, fit, indented, inked, spread, width_of, wrap

_DATE = 6
_MOST_WORD = 15
_INDENT = 4
_TEXT_LINES = 8
"""A statement is told whole in all but the narrowest panels."""
_LEAST_WHO = 12
_WIDE = 96


def word_width(entries: Sequence[Entry]) -> int:
    """The cells the longest word of the entries takes, so that who spoke stands in one column."""
    return min(_MOST_WORD, max((cell_len(entry.word) for entry in entries), default=0))


def draw_entry(entry: Entry, number: int, width: int, word: int, now: datetime, zone: tzinfo) -> Iterator[Drawn]:
    """The lines of one entry; `word` is how wide the column of stances is."""
    head = _head(entry, word, now, zone)
    who = _who(entry, width - width_of(head))
    rest = (*_ended(who[1:]), *_how(entry))
    if rest and width >= _WIDE:
        lines: list[Runs] = [crop((*head, *who[0], Run("  "), *rest), width - width_of(_mark(entry)) - 1)]
    else:
        lines = [(*head, *who[0]), *_block(rest, width, 200)]
    marked_from = len(lines) - 1
    lines += _with_end(_block(_words(entry), width, _TEXT_LINES), _marks(entry), width)
    yield from (Drawn(line, number) for line in _with_mark(lines, marked_from, _mark(entry), width))


def _block(runs: Runs, width: int, limit: int) -> list[Runs]:
    """Indented under the first line; nothing where there is nothing to say."""
    return [line.runs for line in indented(runs, width, _INDENT, None, limit)] if runs else []


def _with_end(text: list[Runs], marks: Runs, width: int) -> list[Runs]:
    """What hangs on the words, behind their last line where it has room for all of it, else below."""
    if text and marks and width_of(text[-1]) + 2 + width_of(marks) <= width:
        return [*text[:-1], (*text[-1], Run("  "), *marks)]
    return [*text, *_block(marks, width, 2)]


def _with_mark(lines: list[Runs], start: int, mark: Runs, width: int) -> list[Runs]:
    """Grade and carriers at the end of the first line that has room for them, from the one at `start` on."""
    if not mark:
        return lines
    free = (index for index in range(start, len(lines)) if width_of(lines[index]) + width_of(mark) < width)
    index = next(free, len(lines))
    line = lines[index] if index < len(lines) else (Run(" " * _INDENT),)
    return [*lines[:index], spread(line, mark, width), *lines[index + 1 :]]


def _words(entry: Entry) -> Runs:
    if not entry.text:
        return ()
    ink = "headline" if entry.tone is Tone.HEADLINE else "plain"
    runs = tuple(_with_hits(entry, ink))
    return (Run("“", ink), *runs, Run("”", ink)) if entry.quote else runs


def _with_hits(entry: Entry, ink: str) -> Iterator[Run]:
    """The text, with what was looked for in it marked."""
    done = 0
    for start, end in entry.hits:
        yield Run(entry.text[done:start], ink)
        yield Run(entry.text[start:end], "match")
        done = end
    yield Run(entry.text[done:], ink)


def _marks(entry: Entry) -> Runs:
    return tuple(run for span in entry.marks for run in (*inked((span,)), Run("  ")))[:-1]


def _who(entry: Entry, room: int) -> list[Runs]:
    """Who spoke, on as many lines as it takes; all below the first where little would fit there, or no whole word."""
    runs = (Run(entry.who, "strong"),)
    first, *_ = entry.who.split(maxsplit=1) or [""]
    return list(wrap(runs, room)) if room >= max(_LEAST_WHO, cell_len(first)) else [(), runs]


def _ended(lines: Sequence[Runs]) -> Runs:
    """What did not fit on the first line, before what follows it."""
    words = tuple(run for line in lines for run in (*line, Run(" ", "strong")))
    return (*words, Run(" ")) if words else ()


def _head(entry: Entry, width: int, now: datetime, zone: tzinfo) -> Runs:
    new = Run("•" if entry.new else " ", "new")
    date = Run(fit(short_date(entry.when, now, zone), _DATE) + " ", "muted")
    gap = Run(" " * (max(0, width - cell_len(entry.word)) + 1))
    return (new, date, Run(entry.word, entry.tone.value), gap)


def _how(entry: Entry) -> Runs:
    """`unnamed, in writing → RFE/RL ← BTA ← fakti.bg`: how, where it was said, and by whom it came here."""
    runs = [Run(entry.how, "muted")] if entry.how else []
    for number, place in enumerate(entry.way):
        arrow = "→ " if number == 0 else "← "
        runs.append(Run((" " if runs else "") + arrow, "rule"))
        runs.append(Run(place, "way"))
    return tuple(runs)


def _mark(entry: Entry) -> Runs:
    """How many carried it, where the way does not name them all; the grade."""
    named = len(entry.way) - (1 if entry.data.get("origin") else 0)
    runs = [Run(f"▸ {entry.carriers}", "muted")] if entry.carriers > named else []
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
