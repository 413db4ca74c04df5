"""Markdown for a report or a ticket: a heading and a table or list a panel, all punctuation of the text escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from board.panels import _words
from board.render import _phrases
from board.render._cells import cell_text
from board.render._columns import is_used
from board.render._heading import Heading
from board.render._line import line
from board.shapes import Chart, Entry, Feed, Ladder, Line, Map, Mark, Rung, Shape, Table, View
from board.text.gate import gated
from board.text.links import safe_url

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


def render(views: Sequence[View], heading: Heading) -> str:
    """The whole board as one document; ends with a line feed."""
    out = [f"# {escaped(heading.title)}", "", escaped(" · ".join(_phrases.facts(heading)))]
    for view in views:
        out += ["", *_panel(view, heading)]
    return "\n".join(out) + "\n"


def escaped(text: str) -> str:
    """Text that Markdown shows as it is: one line, every ASCII punctuation mark behind a backslash."""
    return _PUNCTUATION.sub(r"\\\1", gated(text))


def linked(text: str, url: object) -> str:
    """Text as a link where the address is one that may be opened."""
    safe = safe_url(url) if isinstance(url, str) else None
    return f"[{escaped(text)}](<{safe.replace('<', '%3C').replace('>', '%3E')}>)" if safe else escaped(text)


def _panel(view: View, heading: Heading) -> Iterator[str]:
    title, *facts = _phrases.border(view, heading)
    yield f"## {escaped(title)}"
    yield ""
    if facts:
        yield f"*{escaped(' · '.join(facts))}*"
        yield ""
    if view.trouble:
        yield f"**{escaped(view.trouble)}**"
        yield ""
    if view.empty:
        yield escaped(view.empty)
    else:
        yield from _shape(view.shape, heading)


def _shape(shape: Shape, heading: Heading) -> Iterator[str]:
    match shape:
        case Table():
            yield from _table(shape)
            yield from _footer(shape.footer)
        case Feed():
            for entry in shape.entries:
                yield from _entry(entry, heading)
        case Ladder():
            for rung in shape.rungs:
                yield from _rung(rung, heading)
            yield from _footer(shape.footer)
        case Chart():
            yield from _marks((*shape.line, *shape.marks), heading)
            yield from _footer(shape.footer)
        case Map():
            for pin in shape.pins:
                yield f"- {escaped(f'{pin.label}: {pin.count} ({pin.latitude:.4f}, {pin.longitude:.4f})')}"
            yield from _footer(shape.footer)
        case _:
            assert_never(shape)


def _table(table: Table) -> Iterator[str]:
    grid = [[cell_text(cell) for cell in row.cells] for row in table.rows]
    shown = [index for index in range(len(table.columns)) if is_used(grid, index)]
    yield _row(escaped(table.columns[index].title) for index in shown)
    yield _row("---:" if table.columns[index].right else "---" for index in shown)
    for row in grid:
        yield _row(escaped(row[index]) for index in shown)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _entry(entry: Entry, heading: Heading) -> Iterator[str]:
    when = _words.to_the_minute(entry.when, heading.time_zone) if entry.when else "undated"
    yield f"- {when} **{escaped(entry.word)}** {linked(entry.who, entry.data.get('url'))}: {_quoted(entry)}"
    if below := " · ".join(_phrases.below(entry)):
        yield f"  *{escaped(below)}*"


def _quoted(entry: Entry) -> str:
    return f"“{escaped(entry.text)}”" if entry.quote else escaped(entry.text)


def _rung(rung: Rung, heading: Heading) -> Iterator[str]:
    posture = escaped(_phrases.posture(rung, heading))
    yield f"- **{rung.level} {escaped(rung.name)}** ({escaped(rung.role)}), posture: **{posture}**"
    facts = " · ".join(text for text in (rung.basis, rung.strength, line(rung.latest)) if text)
    yield f"  {escaped(facts)}"
    if rung.proposal:
        yield f"  {escaped('? ' + rung.proposal)}"


def _marks(marks: Iterable[Mark], heading: Heading) -> Iterator[str]:
    for mark in sorted(marks, key=lambda mark: mark.at):
        yield f"- {escaped(f'{_phrases.dated(mark, heading)}: {mark.label}')}"


def _footer(footer: Iterable[Line]) -> Iterator[str]:
    for spans in footer:
        yield ""
        yield escaped(line(spans))
