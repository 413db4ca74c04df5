"""Plain text for a terminal or a pipe: aligned columns, no colours, nothing wider than the heading says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from rich.cells import cell_len

from board.panels import _words
from board.render import _columns, _phrases
from board.render._cells import cut, wrap
from board.render._heading import Heading
from board.render._line import line
from board.shapes import Chart, Entry, Feed, Ladder, Line, Map, Mark, Rung, Shape, Table, View
from board.text.gate import gated


def render(views: Sequence[View], heading: Heading) -> str:
    """Every panel under the board's own line; ends with a line feed."""
    out = [*_top(heading)]
    for view in views:
        out += ["", *_panel(view, heading)]
    return "\n".join(out) + "\n"


def _top(heading: Heading) -> Iterator[str]:
    yield from wrap(gated(heading.title), heading.width)
    yield from wrap(" · ".join(_phrases.facts(heading)), heading.width)


def _panel(view: View, heading: Heading) -> Iterator[str]:
    yield from _border(view, heading)
    if view.trouble:
        yield from _indented(f"! {gated(view.trouble)}", heading.width)
    if view.empty:
        yield from _indented(gated(view.empty), heading.width)
    else:
        yield from _shape(view.shape, heading)


def _border(view: View, heading: Heading) -> Iterator[str]:
    """The panel's title and what stands beside it; below it where one line is too short."""
    title, *facts = _phrases.border(view, heading)
    line = f"── {' · '.join((title, *facts))} "
    if cell_len(line) > heading.width:
        line = cut(f"── {title} ", heading.width)
        yield line + "─" * (heading.width - cell_len(line))
        yield from _indented(" · ".join(facts), heading.width)
    else:
        yield line + "─" * (heading.width - cell_len(line))


def _shape(shape: Shape, heading: Heading) -> Iterator[str]:
    match shape:
        case Table():
            yield from _columns.lines(shape, heading.width)
            yield from _footer(shape.footer, heading)
        case Feed():
            yield from _feed(shape, heading)
        case Ladder():
            for rung in shape.rungs:
                yield from _rung(rung, heading)
            yield from _footer(shape.footer, heading)
        case Chart():
            yield from _marks((*shape.line, *shape.marks), heading)
            yield from _footer(shape.footer, heading)
        case Map():
            for pin in shape.pins:
                yield cut(f"{gated(pin.label)}  {pin.latitude:.4f} {pin.longitude:.4f}  {pin.count}", heading.width)
            yield from _footer(shape.footer, heading)
        case _:
            assert_never(shape)


def _feed(feed: Feed, heading: Heading) -> Iterator[str]:
    dates = [_dated(entry, heading) for entry in feed.entries]
    column = max(map(len, dates), default=0)
    for entry, when in zip(feed.entries, dates, strict=True):
        yield from _entry(entry, f"{when:<{column}}", heading)
    if feed.more is not None:
        yield "(there are older ones)"


def _dated(entry: Entry, heading: Heading) -> str:
    return _words.to_the_minute(entry.when, heading.time_zone) if entry.when else "undated"


def _entry(entry: Entry, when: str, heading: Heading) -> Iterator[str]:
    head = f"{'new' if entry.new else '':<3} {when}  {entry.word:<14}  "
    if 2 * cell_len(head) <= heading.width:
        yield from _hanging(head, entry.who, heading.width)
    else:
        yield cut(head.rstrip(), heading.width)
        yield from _indented(gated(entry.who), heading.width)
    if below := "  ·  ".join(_phrases.below(entry)):
        yield from _indented(below, heading.width)
    yield from _indented(gated(f"“{entry.text}”" if entry.quote else entry.text), heading.width)


def _rung(rung: Rung, heading: Heading) -> Iterator[str]:
    told = f"{rung.name}, {rung.role}, posture: {_phrases.posture(rung, heading)}"
    yield from _hanging(f"{rung.level} ", told, heading.width)
    facts = " · ".join(gated(text) for text in (rung.basis, rung.strength) if text)
    yield from _indented(facts, heading.width)
    yield from _indented(line(rung.latest), heading.width)
    if rung.proposal:
        yield from _indented(f"? {gated(rung.proposal)}", heading.width)


def _marks(marks: Iterable[Mark], heading: Heading) -> Iterator[str]:
    for mark in sorted(marks, key=lambda mark: mark.at):
        yield cut(f"{_phrases.dated(mark, heading):>11}  {gated(mark.label)}", heading.width)


def _footer(footer: Iterable[Line], heading: Heading) -> Iterator[str]:
    for spans in footer:
        yield from wrap(line(spans), heading.width)


def _hanging(head: str, text: str, width: int) -> Iterator[str]:
    """Text after a head; the lines that follow begin where the text began."""
    first, *rest = wrap(gated(text), max(1, width - cell_len(head)))
    yield cut(head + first, width)
    yield from (cut(" " * cell_len(head) + piece, width) for piece in rest)


def _indented(text: str, width: int) -> Iterator[str]:
    if text:
        yield from (f"    {piece}" for piece in wrap(text, max(1, width - 4)))
