"""A page in a given width: its parts as lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

from rich.cells import cell_len

from board.tui.draw.chart import draw_chart, legend
from board.tui.draw.lines import Drawn, Run, fit, indented, notes, wrap
from board.tui.draw.table import draw_table, fit_columns
from board.tui.pages._page import Grid, Heading, Pairs, Part, Picture, Prose

_MOST_LABEL = 18
_MOST_LINES = 400
"""Of one part: an article of any length is read page by page, but not without end."""


def draw_page(parts: Sequence[Part], width: int) -> Iterator[Drawn]:
    """All lines; headings stand apart from what is above them."""
    for number, part in enumerate(parts):
        if isinstance(part, Heading) and number:
            yield Drawn()
        yield from _draw(part, width)


def _draw(part: Part, width: int) -> Iterator[Drawn]:
    match part:
        case Heading():
            yield from indented((Run(part.text, "title"),), width, 0, None)
        case Prose():
            yield from indented(part.runs, width, part.indent, None, _MOST_LINES, hang=part.hang)
        case Pairs():
            yield from _pairs(part, width)
        case Picture():
            yield from draw_chart(part.chart, width, part.height, None)
            yield from notes((legend(part.chart), *part.chart.footer), width)
        case Grid():
            yield from draw_table(part.table, part.table.rows, fit_columns(part.table, width), None, width)
        case _:
            assert_never(part)


def _pairs(part: Pairs, width: int) -> Iterator[Drawn]:
    label = min(_MOST_LABEL, max((cell_len(name) for name, _ in part.pairs), default=0))
    for name, runs in part.pairs:
        for number, line in enumerate(wrap(runs, max(8, width - label - 4))):
            head = fit(name if number == 0 else "", label, right=False)
            yield Drawn((Run("  "), Run(head, "muted"), Run("  "), *line))
