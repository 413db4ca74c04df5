"""One HTML page for a browser, a mail or a printer: no script, nothing loaded from anywhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import assert_never

from board.panels import _words
from board.render import _phrases
from board.render._atlas import atlas
from board.render._chart import chart
from board.render._elements import linked, paragraph, said, spans, toned
from board.render._heading import Heading
from board.render._html_table import table
from board.render._style import STYLE, tones
from board.shapes import Chart, Entry, Feed, Ladder, Line, Map, Mark, Rung, Shape, Table, View

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def render(views: Sequence[View], heading: Heading) -> str:
    """The whole board as one document; ends with a line feed."""
    title = said(heading.title)
    facts = said(" · ".join(_phrases.facts(heading)))
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


def _section(view: View, heading: Heading) -> str:
    title, *facts = _phrases.border(view, heading)
    trouble = paragraph("trouble", view.trouble)
    beside = f"<small>{said(' · '.join(facts))}</small>" if facts else ""
    inside = f"<p>{said(view.empty)}</p>" if view.empty else "\n".join(_shape(view.shape, heading))
    return (
        f'<section class="{view.condition.value}" id="{said(view.name)}">'
        f"<h2>{said(title)}{beside}</h2>{trouble}\n{inside}\n</section>"
    )


def _shape(shape: Shape, heading: Heading) -> Iterator[str]:
    match shape:
        case Table():
            yield table(shape)
            yield _footer(shape.footer)
        case Feed():
            yield f"<ol>{''.join(_entry(entry, heading) for entry in shape.entries)}</ol>"
        case Ladder():
            yield f"<ol>{''.join(_rung(rung, heading) for rung in shape.rungs)}</ol>"
            yield _footer(shape.footer)
        case Chart():
            yield chart(shape)
            yield _footer(shape.footer)
            yield _marks((*shape.line, *shape.marks), heading)
        case Map():
            yield atlas(shape)
            yield _footer(shape.footer)
        case _:
            assert_never(shape)


def _entry(entry: Entry, heading: Heading) -> str:
    when = _words.to_the_minute(entry.when, heading.time_zone) if entry.when else "undated"
    new = '<span class="t-new">new</span> ' if entry.new else ""
    head = f"{new}{said(when)} {toned(entry.word, entry.tone)} {linked(entry.who, entry.data.get('url'))}"
    below = paragraph("below", "  ·  ".join(_phrases.below(entry)))
    words = f"<blockquote>“{said(entry.text)}”</blockquote>" if entry.quote else f"<p>{said(entry.text)}</p>"
    return f"<li>{head}{below}{words}</li>"


def _rung(rung: Rung, heading: Heading) -> str:
    head = f"{rung.level} <strong>{said(rung.name)}</strong> {said(rung.role)}"
    posture = toned(_phrases.posture(rung, heading), rung.posture_tone)
    basis = linked(rung.basis, rung.data.get("basis_url")) if rung.basis else ""
    strength = linked(rung.strength, rung.data.get("strength_url")) if rung.strength else ""
    facts = " · ".join(part for part in (basis, strength) if part)
    proposal = paragraph("t-proposed", f"? {rung.proposal}" if rung.proposal else "")
    return f"<li>{head} · posture: {posture}<p>{facts}</p><p>{spans(rung.latest)}</p>{proposal}</li>"


def _marks(marks: Sequence[Mark], heading: Heading) -> str:
    """Every figure of a chart in words, folded away until somebody wants them."""
    newest_first = sorted(marks, key=lambda mark: mark.at, reverse=True)
    lines = "".join(f"<li>{said(f'{_phrases.dated(mark, heading)}: {mark.label}')}</li>" for mark in newest_first)
    count = _words.plural(len(newest_first), "figure")
    return f'<details class="below"><summary>{count} in words</summary><ul>{lines}</ul></details>'


def _footer(footer: Iterable[Line]) -> str:
    lines = "".join(f"<p>{spans(line)}</p>" for line in footer)
    return f"<footer>{lines}</footer>" if lines else ""
