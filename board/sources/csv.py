"""CSV: a table of contributions as a spreadsheet saves it, in any delimiter and encoding."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from io import StringIO
from typing import Literal

from board.errors import ExtractError
from board.model import About, Extract
from board.options import option
from board.sources._columns import Columns, Grid, guessed_columns, lines, named_columns, standard_columns
from board.sources._table import MOST_ROWS, read_lines
from board.text.decode import decode
from board.text.nations import nation_of

SHAPE: Literal["rows"] = "rows"
_DELIMITERS = ",;\t|"
_UNDECLARED = ("utf-8", "cp1252", "cp1250", "cp1251", "cp1253", "cp1254")
"""Encodings that spreadsheets save in without saying so."""
_SNIFFED = 20_000
_ENOUGH = 50
"""Lines that are enough to tell a delimiter or an encoding by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How a CSV file is read."""

    columns: Mapping[str, str] = option(
        "what each column holds, by its header or number; fields as in the baseline's header",
        {},
        example='{ nation = "Country", troops = "Troops" }',
    )
    delimiter: str = option("the character between cells; empty: found out", "", example=";")
    encoding: str = option("the encoding; empty: found out", "", example="windows-1251")
    nations: Mapping[str, str] = option("more names of nations: name = alpha-3", {})


def suits(body: bytes, about: About) -> float:
    """By ending or type, else by lines that have the same number of delimiters."""
    if about.address.lower().endswith((".csv", ".tsv")) or about.media_type in {
        "text/csv",
        "text/tab-separated-values",
    }:
        return 0.9
    head = body[:4000].decode("latin-1")
    if re.match(r"\s*[<{[%]", head) or "\0" in head:
        return 0.0
    counts = {line.count(_delimiter(head)) for line in head.splitlines()[:10] if line}
    return 0.4 if len(counts) == 1 and min(counts) > 0 and head.count("\n") > 1 else 0.0


def extract(body: bytes, options: Options, about: About) -> Extract:
    """Rows of one or more tables, and figures of the lines that count the whole force.

    Raises: ExtractError where the bytes are no table or the columns asked for are not there.
    """
    grid = _grid(_text(body, options, about), options.delimiter)
    return read_lines(lines(grid, _columns(grid, options)), about, options.nations)


def _columns(grid: Grid, options: Options) -> Columns:
    standard = standard_columns(grid)
    if options.columns:
        named = named_columns(grid, options.columns)
        if named is None:
            raise ExtractError(f"no header has all of these columns: {', '.join(options.columns.values())}")
        return Columns(named.first_row, ({**standard.groups[0], **named.groups[0]},)) if standard else named
    columns = standard or guessed_columns(grid, options.nations)
    if columns is None:
        raise ExtractError("no column of nations with numbers beside it")
    return columns


def _grid(text: str, delimiter: str) -> Grid:
    if not text.strip():
        raise ExtractError("the file is empty")
    try:
        rows = csv.reader(StringIO(text, newline=""), delimiter=delimiter or _delimiter(text[:_SNIFFED]))
        grid: list[list[str]] = []
        for row in rows:
            if any(cell.strip() for cell in row):
                grid.append(row)
            if len(grid) > MOST_ROWS + 1:
                raise ExtractError(f"more than {MOST_ROWS} rows")
    except (csv.Error, TypeError, ValueError) as error:
        raise ExtractError(f"not CSV: {error}") from None
    return grid


def _delimiter(text: str) -> str:
    """The one that stands in most lines, and most often."""
    shown = text.splitlines()[:_ENOUGH]
    return max(_DELIMITERS, key=lambda mark: (sum(mark in line for line in shown), text.count(mark)))


def _text(body: bytes, options: Options, about: About) -> str:
    if options.encoding:
        return _decoded(body, options.encoding)
    if b"\0" in body[:_SNIFFED] and not body.startswith((b"\xff\xfe", b"\xfe\xff")):
        return body.decode("utf-16-be" if body[:1] == b"\0" else "utf-16-le", "replace")
    if about.charset or body.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        return decode(body, about.charset).text
    return max((body.decode(name, "replace") for name in _UNDECLARED), key=_known_nations)


def _decoded(body: bytes, encoding: str) -> str:
    try:
        text = body.decode(encoding, "replace")
    except (LookupError, AssertionError, ValueError):
        raise ExtractError(f"there is no encoding called {encoding!r}") from None
    return text.removeprefix("\ufeff")


def _known_nations(text: str) -> tuple[int, int]:
    """How well a text reads in an encoding: nations it names, then characters that were not in it."""
    cells = re.split(rf"[{_DELIMITERS}\n\r\"]+", text[:_SNIFFED])
    return sum(nation_of(cell) is not None for cell in cells[: _ENOUGH * 10]), -text.count("\ufffd")
