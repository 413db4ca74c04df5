"""Lines of a troops table to rows: the part that web pages, CSV, JSON and PDF have in common."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TypeVar

from board.errors import ExtractError
from board.model import About, Completeness, Extract, Figure, FigureKind, LeftOut, Qualifier, Row, When
from board.sources._cells import date_in, is_total, numbers_in, read_cell, stands_for_number, stated_nations, to_day
from board.text.clean import clean
from board.text.links import safe_url
from board.text.nations import nation_of

MOST_ROWS = 5000
NOTE_LIMIT = 1000
FIELDS = (
    "nation", "troops", "as_of", "qualifier", "kind", "completeness", "source", "url", "note", "total", "nations"
)  # fmt: skip
"""What a column may hold."""
Line = Mapping[str, str]
"""One line of a table: field → what is printed. Fields are those of `FIELDS`."""
Word = TypeVar("Word", bound=StrEnum)


@dataclass(slots=True)
class _Table:
    """What has been gathered so far."""

    rows: list[Row] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    odd: list[tuple[str, str]] = field(default_factory=list)
    """Field and text of what could not be understood."""
    total: int | None = None
    nations: int | None = None


def refuse_unknown(fields: Iterable[str], known: Sequence[str]) -> None:
    """Raises: ExtractError naming a field that a person's options ask for and nobody fills."""
    for name in fields:
        if name not in known:
            close = difflib.get_close_matches(name, known, 1)
            hint = f" (did you mean {close[0]!r}?)" if close else f"; there are {', '.join(known)}"
            raise ExtractError(f"no field is called {clean(name, 60)!r}{hint}")


def read_lines(lines: Iterable[Line], about: About, nations: Mapping[str, str]) -> Extract:
    """Rows, stated totals and figures of a table's lines; empty lines are passed over.

    A line with no known nation is kept as a row without one where it has a number, readable or not. `nations` are more
    names, name → alpha-3.

    Raises: ExtractError for more than 5000 lines.
    """
    table = _Table()
    for number, line in enumerate(lines, 1):
        if number > MOST_ROWS:
            raise ExtractError(f"more than {MOST_ROWS} rows")
        _take({name: clean(text, NOTE_LIMIT) for name, text in line.items()}, table, about, nations)
    _find_unlabelled_total(table)
    return Extract(
        rows=tuple(table.rows),
        figures=tuple(table.figures),
        left_out=tuple(table.left_out),
        total_stated=table.total,
        nations_stated=table.nations,
        warnings=tuple(_warnings(table.odd)),
    )


def _warnings(odd: Sequence[tuple[str, str]]) -> Iterator[str]:
    """One for each field, with an example."""
    for name in dict.fromkeys(name for name, _ in odd):
        texts = [text for other, text in odd if other == name]
        yield f"{name} not understood in {len(texts)} {'row' if len(texts) == 1 else 'rows'}, such as {texts[0][:60]!r}"


def _take(line: Line, table: _Table, about: About, nations: Mapping[str, str]) -> None:
    name, raw = line.get("nation", ""), line.get("troops", "")
    if not name and not raw:
        table.figures.extend(_figures(line, table, about))
    elif is_total(name) or (not name and is_total(raw)):
        _take_total(f"{name} ; {raw}", table)
    elif (row := _row(line, table, about, nations)) is not None:
        table.rows.append(row)
    elif raw != name or len(name) > 1:
        _leave_out(name, raw, table)


def _leave_out(name: str, raw: str, table: _Table) -> None:
    """A heading, a remark, or words where others have a number: the last are odd, too."""
    both = bool(name and raw) and raw != name
    what = f"{name} {raw}" if both else name or raw
    if both:
        table.odd.append(("troops", what))
    table.left_out.append(LeftOut(what=clean(what, 200), why="no number beside it"))


def _take_total(text: str, table: _Table) -> None:
    stated = stated_nations(text)
    numbers = [number for number in numbers_in(text) if number != stated]
    table.nations = stated if stated is not None else table.nations
    if numbers:
        # Sums of parts of the table may stand above the whole one.
        table.total = max(numbers[0], table.total or 0)
    elif stated is None:
        table.left_out.append(LeftOut(what=clean(text, 200), why="a total without a number"))


def _row(line: Line, table: _Table, about: About, nations: Mapping[str, str]) -> Row | None:
    name, raw = line.get("nation", ""), line.get("troops", "")
    nation = nation_of(name, nations)
    troops, hedge = read_cell(raw)
    if nation is None and troops is None and not (name and raw != name and stands_for_number(raw)):
        return None
    return Row(
        name=name,
        nation=nation,
        troops=troops,
        raw=raw,
        as_of=_as_of(line, table, about),
        qualifier=_word(Qualifier, "qualifier", line, table) or hedge,
        kind=_kind(line, table),
        completeness=_word(Completeness, "completeness", line, table),
        said_by=clean(line.get("source", "")),
        url=safe_url(line.get("url", "")),
        note=line.get("note", ""),
        table_total=read_cell(line.get("total", ""))[0],
        table_nations=read_cell(line.get("nations", ""))[0],
    )


def _figures(line: Line, table: _Table, about: About) -> Iterator[Figure]:
    """The figures of a line that counts the whole force and not one nation's part of it."""
    total, hedge = read_cell(line.get("total", ""))
    nations, hedge_of_nations = read_cell(line.get("nations", ""))
    figure = Figure(
        subject="",
        number=0,
        as_of=_as_of(line, table, about),
        said_by=clean(line.get("source", "")),
        url=safe_url(line.get("url", "")),
        note=line.get("note", ""),
    )
    if total is not None:
        qualifier = _word(Qualifier, "qualifier", line, table) or hedge
        yield replace(figure, number=total, qualifier=qualifier, kind=_kind(line, table), quote=line["total"])
    elif line.get("total"):
        table.odd.append(("total", line["total"]))
    if nations is not None:
        yield replace(
            figure, number=nations, qualifier=hedge_of_nations, kind=FigureKind.NATIONS, quote=line["nations"]
        )


def _as_of(line: Line, table: _Table, about: About) -> When | None:
    text = line.get("as_of", "")
    when = date_in(text, about)
    if text and when is None:
        table.odd.append(("as_of", text))
    return to_day(when) if when else None


def _kind(line: Line, table: _Table) -> FigureKind:
    """A kind that is written but not known is `other`: it must not be taken for people who are there."""
    return _word(FigureKind, "kind", line, table) or (FigureKind.OTHER if line.get("kind") else FigureKind.PRESENT)


def _word(words: type[Word], name: str, line: Line, table: _Table) -> Word | None:
    """The word of a fixed list that a field holds, however it is spaced; `None` where it is none."""
    text = line.get(name, "")
    word = text.lower().replace(" ", "_").replace("-", "_")
    found = next((known for known in words if known.value == word), None)
    if text and found is None:
        table.odd.append((name, text))
    return found


def _find_unlabelled_total(table: _Table) -> None:
    """A last line without a label whose number is the sum of all before it is the total."""
    if table.total is not None or len(table.rows) < 3 or table.rows[-1].name:
        return
    *before, last = table.rows
    if last.troops == sum(row.troops or 0 for row in before):
        table.rows, table.total = before, last.troops
