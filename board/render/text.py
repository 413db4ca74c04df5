"""Plain text for a terminal or a pipe: aligned columns, no colours, nothing wider than the heading says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import assert_never

from board.panels import _words
from board.render import _columns
from board.render._cells import cut, wrap
from board.render._gate import gated, line
from board.render._heading import Heading
from board.shapes import Chart, Condition, Entry, Feed, Ladder, Line, Map, Mark, Rung, Shape, Table, View
from board.snapshot import Sense


def render(views: Sequence[View], heading: Heading) -> str:
    """Every panel under the board's own line; ends with a line feed."""
    out = [*_top(heading)]
    for view in views:
        out += ["", *_panel(view, heading)]
    return "\n".join(out) + "\n"


def _top(heading: Heading) -> Iterator[str]:
    yield from wrap(gated(heading.title), heading.width)
    yield from wrap(" · ".join(_facts(heading)), heading.width)


def _facts(heading: Heading) -> Iterator[str]:
    zone = heading.time_zone
    yield moment(heading.now, heading)
    if heading.at is not None:
        word = "as reported by" if heading.sense is Sense.REPORTED else "as known by"
        yield f"{word} {moment(heading.at, heading)}"
    cut_off = "nothing read yet" if heading.cut_off is None else _words.clock(heading.cut_off, heading.now, zone)
    yield f"cut-off {cut_off}"
    if heading.states:
        yield "sources: " + ", ".join(f"{number} {state}" for state, number in heading.states.items())


def moment(instant: datetime, heading: Heading) -> str:
    """`22 Nov 2026 14:07 CET`."""
    local = instant.astimezone(heading.time_zone)
    return f"{_words.day(instant, heading.time_zone)} {local:%H:%M %Z}"


def border(view: View, heading: Heading) -> Iterator[str]:
    """What stands in a panel's border, part by part."""
    yield gated(view.title)
    if view.as_of is not None:
        yield f"as of {_words.date(view.as_of, heading.time_zone)}"
        yield _words.old(view.as_of, heading.now)
    if view.condition in (Condition.STALE, Condition.FAILED):
        yield view.condition.value.upper()
    if view.fresh:
        yield f"{view.fresh} new"


def _panel(view: View, heading: Heading) -> Iterator[str]:
    title = cut(f"── {' · '.join(border(view, heading))} ", heading.width)
    yield title + "─" * max(0, heading.width - len(title))
    if view.trouble:
        yield from _indented(f"! {gated(view.trouble)}", heading.width)
    if view.empty:
        yield from _indented(gated(view.empty), heading.width)
    else:
        yield from _shape(view.shape, heading)


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
    for entry in feed.entries:
        yield from _entry(entry, heading)
    if feed.more is not None:
        yield "(there are older ones)"


def _entry(entry: Entry, heading: Heading) -> Iterator[str]:
    when = _words.date(entry.when, heading.time_zone) if entry.when else "undated"
    yield cut(f"{'*' if entry.new else ' '} {when:<11}  {entry.word:<14}  {gated(entry.who)}", heading.width)
    if below := "  ·  ".join(_below(entry)):
        yield from _indented(below, heading.width)
    yield from _indented(gated(f"“{entry.text}”" if entry.quote else entry.text), heading.width)


def _below(entry: Entry) -> Iterator[str]:
    """How and which way it came, who else carried it, its marks and its grade."""
    way = f"→ {' ← '.join(map(gated, entry.way))}" if entry.way else ""
    if came := " ".join(filter(None, (entry.how, way))):
        yield came
    if entry.carriers:
        yield f"carried by {entry.carriers}"
    yield from (gated(span.text) for span in entry.marks)
    if entry.grade:
        yield entry.grade


def _rung(rung: Rung, heading: Heading) -> Iterator[str]:
    since = f" {_words.since(rung.since, heading.now, heading.time_zone)}" if rung.since else ""
    yield cut(
        f"{rung.level} {gated(rung.name)}  {gated(rung.role)}  posture: {gated(rung.posture)}{since}", heading.width
    )
    facts = " · ".join(gated(text) for text in (rung.basis, rung.strength) if text)
    yield from _indented(facts, heading.width)
    yield from _indented(line(rung.latest), heading.width)
    if rung.proposal:
        yield from _indented(f"? {gated(rung.proposal)}", heading.width)


def _marks(marks: Iterable[Mark], heading: Heading) -> Iterator[str]:
    for mark in sorted(marks, key=lambda mark: mark.at):
        when = _words.day(mark.at, heading.time_zone)
        yield cut(f"{when:>11}  {mark.value:>9,.0f}  {gated(mark.label)}".rstrip(), heading.width)


def _footer(footer: Iterable[Line], heading: Heading) -> Iterator[str]:
    for spans in footer:
        yield from wrap(line(spans), heading.width)


def _indented(text: str, width: int) -> Iterator[str]:
    if text:
        yield from (f"    {piece}" for piece in wrap(text, max(1, width - 4)))
