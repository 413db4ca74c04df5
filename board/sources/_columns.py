"""Which column of a grid holds what: by the headers a person named, else by what stands in the cells."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from board.sources._cells import read_cell
from board.sources._table import FIELDS, Line, refuse_unknown
from board.text.fold import fold
from board.text.nations import nation_of

Grid = Sequence[Sequence[str]]
HEADER_ROWS = 10
"""How far down a header is looked for."""
LONGEST_HEADER = 80
"""Characters of the longest header that may have more words than asked for; what is longer is no header."""
LOOKED_AT = 60
"""Rows looked at to tell a column by its cells."""
ENOUGH = 1 / 3
"""Share of a column's cells that must be of one sort to tell what it is; headers and totals are among them."""
_USUAL = {
    "country": "nation",
    "contributing nation": "nation",
    "contributing country": "nation",
    "personnel": "troops",
    "strength": "troops",
    "soldiers": "troops",
    "source url": "url",
    "date": "as_of",
}
_FOOTNOTE = re.compile(r"\s*(?:\[[^\[\]]{0,20}\]|[*†‡§¹²³]+)$")


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the fields stand. Tables set side by side have several groups."""

    first_row: int
    """The first row below the header."""
    groups: tuple[Mapping[str, int], ...]


def lines(grid: Grid, columns: Columns) -> Iterator[Line]:
    """The lines below the header, group after group."""
    for group in columns.groups:
        for row in grid[columns.first_row :]:
            yield {field: row[at] for field, at in group.items() if at < len(row)}


def named_columns(grid: Grid, wanted: Mapping[str, str]) -> Columns | None:
    """The columns whose headers (or 1-based numbers) `wanted` names, field → header; `None` where a header is missing.

    Headers are compared folded and without footnote marks. A header that stands several times makes several groups.
    Raises: ExtractError for a field that there is not.
    """
    refuse_unknown(wanted, FIELDS)
    if all(name.isdecimal() for name in wanted.values()):
        return Columns(0, ({field: int(name) - 1 for field, name in wanted.items()},))
    for at, row in enumerate(grid[:HEADER_ROWS]):
        headers = [_header(cell) for cell in row]
        places = {field: _places(headers, name) for field, name in wanted.items()}
        if all(places.values()):
            count = min(len(found) for found in places.values())
            groups = tuple({field: found[number] for field, found in places.items()} for number in range(count))
            return Columns(at + 1, groups)
    return None


def _places(headers: Sequence[str], name: str) -> list[int]:
    """Where a header is `name`, else where it begins with it, else where it has it among its words."""
    wanted = _header(name)
    for fits in (str.__eq__, str.startswith, _has_words):
        if found := [at for at, header in enumerate(headers) if fits(header, wanted)]:
            return found
    return []


def _has_words(header: str, wanted: str) -> bool:
    return len(header) <= LONGEST_HEADER and bool(re.search(rf"\b{re.escape(wanted)}\b", header))


def _header(cell: str) -> str:
    return " ".join(_FOOTNOTE.sub("", fold(cell)).replace("_", " ").split())


def standard_columns(grid: Grid) -> Columns | None:
    """The columns of a grid whose first row holds names of fields (`as_of`, `nation`, `troops`, …) or usual ones."""
    headers = [_USUAL.get(header, header).replace(" ", "_") for header in map(_header, grid[0] if grid else ())]
    group = {field: headers.index(field) for field in FIELDS if field in headers}
    return Columns(1, (group,)) if {"nation", "troops"} <= group.keys() or "total" in group else None


def guessed_columns(grid: Grid, nations: Mapping[str, str]) -> Columns | None:
    """Columns of known nations, each with the nearest column of numbers to its right; `None` where there are none."""
    width = max((len(row) for row in grid), default=0)
    shown = grid[:LOOKED_AT]
    names = [
        at for at in range(width) if _share(shown, at, lambda cell: nation_of(cell, nations) is not None) >= ENOUGH
    ]
    groups = []
    for at, end in pairwise([*names, width]):
        numbers = (other for other in range(at + 1, end) if _share(shown, other, _is_number) >= ENOUGH)
        if (found := next(numbers, None)) is not None:
            groups.append({"nation": at, "troops": found})
    return Columns(_first_row(grid, names, nations), tuple(groups)) if groups else None


def labelled(grid: Grid, label: str) -> int | None:
    """The number in the cell after the one that says `label`, as in an infobox; `None` where there is none."""
    wanted = _header(label)
    cells = (pair for row in grid for pair in pairwise(row))
    return next((read_cell(value)[0] for name, value in cells if _header(name) == wanted and value != name), None)


def _share(rows: Grid, at: int, holds: Callable[[str], bool]) -> float:
    """Of the cells of a column that are not empty, the share of which `holds` is true."""
    cells = [row[at] for row in rows if at < len(row) and row[at]]
    return sum(map(holds, cells)) / len(cells) if cells else 0.0


def _is_number(cell: str) -> bool:
    return read_cell(cell)[0] is not None


def _first_row(grid: Grid, names: Sequence[int], nations: Mapping[str, str]) -> int:
    """Below the header, but with the line of a nation whose label was lost, where it has a number."""
    for at, row in enumerate(grid):
        if any(name < len(row) and nation_of(row[name], nations) for name in names):
            return at
        if any(map(_is_number, row)) and not all(row):
            return at
    return 0
