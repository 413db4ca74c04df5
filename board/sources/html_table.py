"""HTML tables: contributions printed on a web page, whatever its merged cells, footnotes and totals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from html import unescape
from typing import TYPE_CHECKING, Literal

from board.errors import ExtractError
from board.model import About, Extract, When
from board.options import option
from board.sources._cells import ahead_in, date_in, stated_as_of, stated_nations, to_day
from board.sources._columns import Columns, Grid, guessed_columns, labelled, lines, named_columns
from board.sources._grid import grid_of
from board.sources._guards import refuse_hostile_html
from board.sources._page import select
from board.sources._sheet import sheet_lines
from board.sources._table import read_lines
from board.text.clean import clean
from board.text.decode import decode
from board.text.nations import nation_of

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

SHAPE: Literal["rows"] = "rows"
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
_TEXT_LOOKED_AT = 100_000
_ENOUGH_IN_TEXT = 5
"""Nations with a number beside them that make a page's text a table."""
_PARTS = re.compile(r"[,;:()|–—]")
_NEAR = 20_000
"""Characters of the page's text in which an as-of date is looked for."""


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

    Where no table has them, a page that prints nations and numbers in its text is read as a sheet.

    Raises: ExtractError where it does not either.
    """
    decoded = decode(body, about.charset)
    tree = _parse(decoded.text)
    words = clean(tree.body.text() if tree.body else "", _NEAR)
    read = _read(tree, options, about)
    title, as_of = tree.css_first("title"), _as_of(tree, words, options, about)
    odd = "" if as_of else ahead_in(_dating(tree, words, options), about)
    return replace(
        read,
        nations_stated=read.nations_stated if read.nations_stated is not None else stated_nations(words),
        as_of=as_of,
        title=clean(title.text()) if title else "",
        warnings=tuple(filter(None, (decoded.warning, *read.warnings, odd))),
    )


def _parse(text: str) -> LexborHTMLParser:
    from selectolax.lexbor import LexborHTMLParser

    refuse_hostile_html(text)
    tree = LexborHTMLParser(_BREAKS.sub("\n<", text))
    # A footnote mark in <sup> would become digits of the number before it.
    tree.strip_tags(_UNSEEN)
    return tree


def _read(tree: LexborHTMLParser, options: Options, about: About) -> Extract:
    """The tables that have the columns, else the row labelled as the total, else the text. Raises: ExtractError."""
    grids = list(_grids(tree, options.table))
    found = [(grid, columns) for grid in grids if (columns := _columns(grid, options))]
    read = read_lines((line for grid, columns in found for line in lines(grid, columns)), about, options.nations)
    if options.total and (stated := [total for grid in grids if (total := labelled(grid, options.total)) is not None]):
        return replace(read, total_stated=stated[0])
    return read if found else _read_text(tree, options, about)


def _read_text(tree: LexborHTMLParser, options: Options, about: About) -> Extract:
    """A page that sets its table in something else than a table, such as cards. Raises: ExtractError."""
    printed = tree.body.text()[:_TEXT_LOOKED_AT].splitlines() if tree.body and not options.columns else []
    cleaned = [line for line in map(clean, printed) if line]
    read = read_lines(sheet_lines(cleaned, options.nations), about, options.nations)
    if sum(row.nation is not None for row in read.rows) < _ENOUGH_IN_TEXT:
        raise ExtractError(_nothing(tree, options))
    return replace(read, warnings=("no table: nations and numbers are read from the page's text",))


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
        when = date_in(_dating(tree, words, options), about)
        return to_day(when) if when else None
    if (when := stated_as_of(words, about)) is not None:
        return when
    parts = (part for caption in tree.css("caption") for part in _PARTS.split(clean(caption.text())))
    return next((to_day(when) for part in parts if (when := date_in(part.strip(), about))), None)


def _dating(tree: LexborHTMLParser, words: str, options: Options) -> str:
    """The text in which the date is looked for first: that of the element asked for, else of the page."""
    dated = select(tree, options.as_of) if options.as_of else []
    return clean(dated[0].text()) if dated else "" if options.as_of else words


def _grids(tree: LexborHTMLParser, selector: str) -> Iterator[Grid]:
    return (grid for table in select(tree, selector)[:MOST_TABLES] if (grid := grid_of(table)))
