"""For scripts: one object with stable keys, times in ISO 8601 UTC, unknown as null."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from typing import assert_never

from board.render._heading import Heading
from board.render._line import line
from board.shapes import Cell, Chart, Column, Entry, Feed, Ladder, Map, Mark, Pin, Rung, Shape, Table, TableRow, View
from board.text.gate import gated_lines
from board.text.iso import iso


def render(views: Sequence[View], heading: Heading) -> str:
    """The whole board; ends with a line feed."""
    board = {
        "board": heading.title,
        "now": iso(heading.now),
        "at": iso(heading.at),
        "sense": heading.sense.value,
        "cut_off": iso(heading.cut_off),
        "sources": dict(heading.states),
        "panels": [panel(view) for view in views],
    }
    return json.dumps(_safe(board), ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def panel(view: View) -> dict[str, object]:
    """One panel; `data` are its panel-wide facts."""
    return {
        "name": view.name,
        "kind": view.kind,
        "title": view.title,
        "as_of": iso(view.as_of),
        "condition": view.condition.value,
        "trouble": view.trouble or None,
        "empty": view.empty or None,
        "fresh": view.fresh,
        "data": dict(view.data),
        **_shape(view.shape),
    }


def _shape(shape: Shape) -> dict[str, object]:
    match shape:
        case Table():
            return {
                "rows": [_row(shape.columns, row) for row in shape.rows],
                "footer": [line(spans) for spans in shape.footer],
            }
        case Feed():
            return {"entries": [_entry(entry) for entry in shape.entries], "more": shape.more}
        case Ladder():
            return {
                "rungs": [_rung(rung) for rung in shape.rungs],
                "footer": [line(spans) for spans in shape.footer],
            }
        case Chart():
            return {
                "line": [_mark(mark) for mark in shape.line],
                "marks": [_mark(mark) for mark in shape.marks],
                "footer": [line(spans) for spans in shape.footer],
            }
        case Map():
            return {"pins": [_pin(pin) for pin in shape.pins], "footer": [line(spans) for spans in shape.footer]}
        case _:
            assert_never(shape)


def _row(columns: Sequence[Column], row: TableRow) -> dict[str, object]:
    cells = zip(columns, row.cells, strict=True)
    return {"ref": row.ref, **{column.name: _value(cell) for column, cell in cells}}


def _value(cell: Cell) -> object:
    if cell.trend:
        return list(cell.trend)
    return cell.value if cell.share is None else round(cell.share, 4)


def _entry(entry: Entry) -> dict[str, object]:
    return {
        **entry.data,
        "ref": entry.ref,
        "key": entry.key,
        "when": iso(entry.when),
        "word": entry.word,
        "who": entry.who,
        "how": entry.how,
        "text": entry.text,
        "quote": entry.quote,
        "way": list(entry.way),
        "carried_by": entry.carriers,
        "marks": [span.text for span in entry.marks],
        "grade": entry.grade or None,
        "new": entry.new,
    }


def _rung(rung: Rung) -> dict[str, object]:
    return {
        **rung.data,
        "ref": rung.ref,
        "level": rung.level,
        "name": rung.name,
        "role": rung.role,
        "posture": rung.posture,
        "since": iso(rung.since),
        "basis": rung.basis or None,
        "strength": rung.strength or None,
        "latest_text": line(rung.latest) or None,
        "latest_ref": rung.latest_ref,
        "proposal": rung.proposal or None,
    }


def _mark(mark: Mark) -> dict[str, object]:
    return {
        "ref": mark.ref,
        "at": iso(mark.when or mark.at),
        "value": mark.value,
        "low": mark.low,
        "high": mark.high,
        "label": mark.label or None,
    }


def _pin(pin: Pin) -> dict[str, object]:
    return {
        "ref": pin.ref,
        "latitude": pin.latitude,
        "longitude": pin.longitude,
        "label": pin.label,
        "count": pin.count,
    }


def _safe(value: object) -> object:
    """No control codes, no lone surrogates, no NaN or infinity: whatever reads this can read it."""
    match value:
        case str():
            return gated_lines(value)
        case float() if not math.isfinite(value):
            return None
        case Mapping():
            return {str(key): _safe(each) for key, each in value.items()}
        case list() | tuple():
            return [_safe(each) for each in value]
        case _:
            return value
