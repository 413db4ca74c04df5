"""HTML tables: contributions printed on a web page, whatever its merged cells, footnotes and totals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from html import unescape
from itertools import islice
from typing import TYPE_CHECKING, Literal

from board.errors import ExtractError
from board.model import About, Extract, When
from board.options import option
from board.sources._cells import date_in, stated_as_of, stated_nations, to_day
from board.sources._columns import HEADER_ROWS, Columns, Grid, guessed_columns, labelled, lines, named_columns
from board.sources._decode import decode
from board.sources._guards import refuse_hostile_html
from board.sources._table import MOST_ROWS, read_lines
from board.text.clean import clean
from board.text.nations import nation_of
from board.text.numbers import read_count

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

SHAPE: Literal["rows"] = "rows"
MOST_SPANNED = 1000
"""As HTML itself has it: more columns than this a cell does not span."""
MOST_COLUMNS = 200
MOST_TABLES = 500
_UNSEEN = ["script", "style", "template", "sup", "noscript"]
_NAME_AND_NUMBER = re.compile(
    r"<t[dh]\b[^<>]{0,200}>\s{0,50}(?:<[^<>]{1,200}>\s{0,50}){0,4}([^<>]{3,60})(?:</(?!t)[^<>]{1,20}>\s{0,50}){0,4}"
    r"(?:</t[dh]>)?\s{0,50}<t[dh]\b[^<>]{0,200}>[^<>]{0,20}\d"
)
_SURE_PAIRS = 4
_LOOKED_AT = 300_000
"""Bytes of the page looked at to tell what it is."""
_BREAKS = re.compile(r"<(?=/?(?:br|p|div|li|td|th|tr|h[1-6]|caption)\b)", re.IGNORECASE)
_PARTS = re.compile(r"[,;:()|–—]")
_NEAR = 20_000
"""Characters of the page's text in which an as-of date is looked for."""


_Hanging = dict[int, tuple[int, str]]
"""Column → how many more rows a cell reaches down to, and its text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How a page's tables are read."""

    columns: Mapping[str, str] = option(
        "what each column holds, by its header or number; empty: found out by what stands in the cells",
        {},
        example='{ nation = "Country", troops = "Troops" }',
    )
    table: str = option("CSS selector of the tables to read", "table", example="table.default")
    total: str = option("label of the row with the stated total, where it is not called total", "", example="Size")
    as_of: str = option("CSS selector of the element that dates the table; empty: looked for in the text", "")
    nations: Mapping[str, str] = option("more names of nations: name = alpha-3", {})


def suits(body: bytes, about: About) -> float:
    """Surely a page whose tables pair nations with numbers and that has few paragraphs; else by its rows."""
    if about.media_type and "html" not in about.media_type:
        return 0.0
    rows = body.count(b"<tr")
    if rows < 3 or b"<table" not in body.lower():
        return 0.0
    page = body[:_LOOKED_AT].decode("utf-8", "replace")
    pairs = sum(nation_of(clean(unescape(name))) is not None for name in _NAME_AND_NUMBER.findall(page))
    if pairs >= _SURE_PAIRS:
        return 0.9 if body.count(b"<p") < pairs else 0.7
    return 0.5 if pairs else 0.2


def extract(body: bytes, options: Options, about: About) -> Extract:
    """The rows of every table that has the columns wanted, with the total, number of nations and date the page states.

    Raises: ExtractError where no table has them and no row is labelled as the total.
    """
    tree = _parse(body, about)
    grids = list(_grids(tree, options.table))
    found = [(grid, columns) for grid in grids if (columns := _columns(grid, options))]
    total = (
        next((stated for grid in grids if (stated := labelled(grid, options.total))), None) if options.total else None
    )
    if not found and total is None:
        raise ExtractError(_nothing(tree, options))
    read = read_lines((line for grid, columns in found for line in lines(grid, columns)), about, options.nations)
    words = clean(tree.body.text() if tree.body else "", _NEAR)
    nations = read.nations_stated if read.nations_stated is not None else stated_nations(words)
    title = tree.css_first("title")
    return replace(
        read,
        total_stated=read.total_stated if total is None else total,
        nations_stated=nations,
        as_of=_as_of(tree, words, options, about),
        title=clean(title.text()) if title else "",
    )


def _parse(body: bytes, about: About) -> LexborHTMLParser:
    from selectolax.lexbor import LexborHTMLParser

    text = decode(body, about.charset).text
    refuse_hostile_html(text)
    tree = LexborHTMLParser(_BREAKS.sub(" <", text))
    # A footnote mark in <sup> would become digits of the number before it.
    tree.strip_tags(_UNSEEN)
    return tree


def _columns(grid: Grid, options: Options) -> Columns | None:
    return named_columns(grid, options.columns) if options.columns else guessed_columns(grid, options.nations)


def _nothing(tree: LexborHTMLParser, options: Options) -> str:
    count = len(tree.css("table"))
    if not count:
        return "the page has no table"
    wanted = ", ".join(options.columns.values()) or "nations with numbers beside them"
    return f"none of the page's {count} tables has: {wanted}"


def _as_of(tree: LexborHTMLParser, words: str, options: Options, about: About) -> When | None:
    """What the element asked for says; else what the text near says; else a date in a caption."""
    if options.as_of:
        dated = _select(tree, options.as_of)
        when = date_in(clean(dated[0].text()), about) if dated else None
        return to_day(when) if when else None
    if (when := stated_as_of(words, about)) is not None:
        return when
    parts = (part for caption in tree.css("caption") for part in _PARTS.split(clean(caption.text())))
    return next((to_day(when) for part in parts if (when := date_in(part.strip(), about))), None)


def _grids(tree: LexborHTMLParser, selector: str) -> Iterator[Grid]:
    return (grid for table in _select(tree, selector)[:MOST_TABLES] if (grid := _grid(table)))


def _select(tree: LexborHTMLParser, selector: str) -> list[LexborNode]:
    from selectolax.lexbor import SelectolaxError

    try:
        return tree.css(selector)
    except SelectolaxError:
        raise ExtractError(f"not a CSS selector: {selector!r}") from None


def _grid(table: LexborNode) -> Grid:
    """The cells of a table at their places: a cell that spans several is repeated in each."""
    grid: list[list[str]] = []
    hanging: _Hanging = {}
    for row in islice(_rows(table), MOST_ROWS + HEADER_ROWS):
        cells = [cell for cell in row.iter() if cell.tag in {"td", "th"}]
        if cells:
            line, hanging = _line(cells, hanging)
            grid.append(line)
    return grid


def _rows(table: LexborNode) -> Iterator[LexborNode]:
    """A table's own rows, not those of tables inside its cells."""
    for part in table.iter():
        if part.tag == "tr":
            yield part
        elif part.tag in {"thead", "tbody", "tfoot"}:
            yield from (row for row in part.iter() if row.tag == "tr")


def _line(cells: list[LexborNode], hanging: _Hanging) -> tuple[list[str], _Hanging]:
    """A row's cells among those that hang down from above, and what hangs down further."""
    line: list[str] = []
    further: _Hanging = {}

    def place(text: str, below: str, rows: int) -> None:
        if rows > 1:
            further[len(line)] = (rows - 1, below)
        line.append(text)

    def place_hanging() -> None:
        while len(line) in hanging:
            rows, text = hanging[len(line)]
            place(text, text, rows)

    for cell in islice(cells, MOST_COLUMNS):
        place_hanging()
        text = "" if cell.css_first("table") else clean(cell.text())
        # A number printed once for two nations is not the number of each.
        below, rows = "" if read_count(text) is not None else text, _span(cell, "rowspan")
        for _ in range(min(_span(cell, "colspan"), MOST_COLUMNS - len(line))):
            place(text, below, rows)
    place_hanging()
    return line, further


def _span(cell: LexborNode, name: str) -> int:
    value = cell.attributes.get(name) or ""
    return min(max(int(value), 1), MOST_SPANNED) if re.fullmatch(r"\d{1,4}", value, re.ASCII) else 1
