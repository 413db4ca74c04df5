"""One HTML page for a browser, a mail or a printer: no script, nothing loaded from anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import assert_never

from board.panels import _words
from board.render import _drawing, _phrases
from board.render._cells import cell_text
from board.render._columns import is_used
from board.render._heading import Heading
from board.render._style import STYLE, tones
from board.shapes import Cell, Chart, Column, Entry, Feed, Ladder, Line, Map, Mark, Rung, Shape, Table, Tone, View
from board.text.gate import gated
from board.text.links import safe_url

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def render(views: Sequence[View], heading: Heading) -> str:
    """The whole board as one document; ends with a line feed."""
    title = _said(heading.title)
    facts = _said(" · ".join(_phrases.facts(heading)))
    sections = "\n".join(_section(view, heading) for view in views)
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>{title}</title>
<style>{STYLE}{tones()}</style>
</head>
<body>
<header><h1>{title}</h1><p>{facts}</p></header>
<main>
{sections}
</main>
</body>
</html>
"""


def _said(text: str) -> str:
    """Text that is text wherever it stands, in an element or in an attribute."""
    return escape(gated(text), quote=True)


def _line(name: str, text: str) -> str:
    """A paragraph of a class; nothing where there is no text."""
    return f'<p class="{name}">{_said(text)}</p>' if text else ""


def _linked(text: str, url: object) -> str:
    """Text as a link where the address is one that may be opened."""
    safe = safe_url(url) if isinstance(url, str) else None
    return f'<a href="{_said(safe)}" rel="noreferrer">{_said(text)}</a>' if safe else _said(text)


def _toned(text: str, tone: Tone) -> str:
    return _said(text) if tone is Tone.PLAIN or not text else f'<span class="t-{tone.value}">{_said(text)}</span>'


def _spans(line: Line) -> str:
    return "".join(_toned(span.text, span.tone) for span in line)


def _section(view: View, heading: Heading) -> str:
    title, *facts = _phrases.border(view, heading)
    trouble, beside = _line("trouble", view.trouble), f"<small>{_said(' · '.join(facts))}</small>" if facts else ""
    inside = f"<p>{_said(view.empty)}</p>" if view.empty else "\n".join(_shape(view.shape, heading))
    return (
        f'<section class="{view.condition.value}" id="{_said(view.name)}">'
        f"<h2>{_said(title)}{beside}</h2>{trouble}\n{inside}\n</section>"
    )


def _shape(shape: Shape, heading: Heading) -> Iterator[str]:
    match shape:
        case Table():
            yield from _table(shape)
            yield _footer(shape.footer)
        case Feed():
            yield f"<ol>{''.join(_entry(entry, heading) for entry in shape.entries)}</ol>"
        case Ladder():
            yield f"<ol>{''.join(_rung(rung, heading) for rung in shape.rungs)}</ol>"
            yield _footer(shape.footer)
        case Chart():
            yield _drawing.chart(shape)
            yield f"<ul class='below'>{''.join(_marks((*shape.line, *shape.marks), heading))}</ul>"
            yield _footer(shape.footer)
        case Map():
            yield _drawing.atlas(shape)
            yield _footer(shape.footer)
        case _:
            assert_never(shape)


def _table(table: Table) -> Iterator[str]:
    grid = [[cell_text(cell) for cell in row.cells] for row in table.rows]
    shown = [index for index in range(len(table.columns)) if is_used(grid, index)]
    heads = "".join(_cell("th", table.columns[index], _said(table.columns[index].title)) for index in shown)
    yield f"<table><thead><tr>{heads}</tr></thead><tbody>"
    for row in table.rows:
        cells = "".join(
            _cell("td", table.columns[index], _inside(table.columns[index], row.cells[index])) for index in shown
        )
        yield f"<tr>{cells}</tr>"
    yield "</tbody></table>"


def _cell(tag: str, column: Column, inside: str) -> str:
    return f'<{tag} class="right">{inside}</{tag}>' if column.right else f"<{tag}>{inside}</{tag}>"


def _inside(column: Column, cell: Cell) -> str:
    if cell.share is not None:
        return f'<span class="bar">{cell_text(cell)}</span>'
    if cell.trend:
        told = ", ".join("unknown" if value is None else f"{value:,.0f}" for value in cell.trend)
        return f'<span class="trend" title="{told}">{cell_text(cell)}</span>'
    return _linked(cell.text, cell.value) if column.name == "url" else _toned(cell.text, cell.tone)


def _entry(entry: Entry, heading: Heading) -> str:
    when = _words.date(entry.when, heading.time_zone) if entry.when else "undated"
    new = '<span class="t-new">new</span> ' if entry.new else ""
    head = f"{new}{_said(when)} {_toned(entry.word, entry.tone)} {_linked(entry.who, entry.data.get('url'))}"
    below = _line("below", "  ·  ".join(_phrases.below(entry)))
    words = f"<blockquote>“{_said(entry.text)}”</blockquote>" if entry.quote else f"<p>{_said(entry.text)}</p>"
    return f"<li>{head}{below}{words}</li>"


def _rung(rung: Rung, heading: Heading) -> str:
    since = f" {_words.since(rung.since, heading.then, heading.time_zone)}" if rung.since else ""
    head = f"{rung.level} <strong>{_said(rung.name)}</strong> {_said(rung.role)}"
    posture = _toned(f"{rung.posture}{since}", rung.posture_tone)
    basis = _linked(rung.basis, rung.data.get("basis_url")) if rung.basis else ""
    strength = _linked(rung.strength, rung.data.get("strength_url")) if rung.strength else ""
    facts = " · ".join(part for part in (basis, strength) if part)
    proposal = _line("t-proposed", f"? {rung.proposal}" if rung.proposal else "")
    return f"<li>{head} · posture: {posture}<p>{facts}</p><p>{_spans(rung.latest)}</p>{proposal}</li>"


def _marks(marks: Iterable[Mark], heading: Heading) -> Iterator[str]:
    for mark in sorted(marks, key=lambda mark: mark.at, reverse=True):
        yield f"<li>{_said(f'{_phrases.dated(mark, heading)}: {mark.label}')}</li>"


def _footer(footer: Iterable[Line]) -> str:
    lines = "".join(f"<p>{_spans(line)}</p>" for line in footer)
    return f"<footer>{lines}</footer>" if lines else ""
