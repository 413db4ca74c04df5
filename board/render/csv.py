"""CSV for a spreadsheet: one block a panel, everything quoted, nothing a spreadsheet would take for a formula."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import assert_never

from board.model import When
from board.render._heading import Heading
from board.render._line import line
from board.shapes import Cell, Chart, Entry, Feed, Ladder, Map, Mark, Shape, Table, View
from board.text.gate import gated

_FORMULA = re.compile(r"\s*[=+\-@|%＝＋－＠｜％]")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")
_Block = Iterator[Sequence[object]]
_ENTRY = ("ref", "when", "word", "organisation", "speaker", "how", "text", "origin", "carriers", "grade", "url")


def render(views: Sequence[View], heading: Heading) -> str:  # noqa: ARG001
    """A block a panel, each with its own header and with an empty line between; dates ISO 8601, unknown is empty.

    The first column names the panel, so that the blocks can be told apart. Lines end with a line feed alone, for to the
    command line's gate a carriage return is a terminal code.
    """
    return "\n".join(_block(view) for view in views)


def guarded(value: object) -> str:
    """A cell that stays text: what looks like a formula begins with an apostrophe, plain numbers are left alone."""
    text = "" if value is None else gated(str(value))
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def _block(view: View) -> str:
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n")
    header, *rows = _shape(view.shape)
    writer.writerow(["panel", *map(guarded, header)])
    writer.writerows([guarded(view.name), *map(guarded, row)] for row in rows)
    return out.getvalue()


def _shape(shape: Shape) -> _Block:
    match shape:
        case Table():
            yield ["ref", *(column.name for column in shape.columns)]
            yield from ([row.ref, *map(_value, row.cells)] for row in shape.rows)
        case Feed():
            yield _ENTRY
            yield from map(_entry, shape.entries)
        case Ladder():
            yield "ref", "level", "name", "role", "posture", "since", "basis", "strength", "latest", "proposal"
            for rung in shape.rungs:
                facts = rung.posture, _iso(rung.since), rung.basis, rung.strength, line(rung.latest), rung.proposal
                yield rung.ref, rung.level, rung.name, rung.role, *facts
        case Chart():
            yield "ref", "series", "at", "value", "low", "high", "label"
            yield from (_mark("edition", mark) for mark in shape.line)
            yield from (_mark("figure", mark) for mark in shape.marks)
        case Map():
            yield "ref", "label", "latitude", "longitude", "count"
            for pin in shape.pins:
                yield pin.ref, pin.label, pin.latitude, pin.longitude, pin.count
        case _:
            assert_never(shape)


def _value(cell: Cell) -> object:
    if cell.trend:
        return " ".join("?" if value is None else str(_number(value)) for value in cell.trend)
    return cell.value if cell.share is None else round(cell.share, 4)


def _entry(entry: Entry) -> Sequence[object]:
    origin, *carriers = entry.way or ("",)
    data = entry.data
    said = data.get("organisation"), data.get("speaker"), entry.how, entry.text
    came = origin, " < ".join(carriers), entry.grade, data.get("url")
    return entry.ref, entry.when, entry.word, *said, *came


def _mark(series: str, mark: Mark) -> Sequence[object]:
    return (
        mark.ref,
        series,
        mark.when or _iso(mark.at),
        _number(mark.value),
        _number(mark.low),
        _number(mark.high),
        mark.label,
    )


def _number(value: float | None) -> float | None:
    """Whole numbers without a decimal point."""
    return int(value) if value is not None and float(value).is_integer() else value


def _iso(moment: datetime | None) -> str | None:
    return None if moment is None else str(When(moment))
