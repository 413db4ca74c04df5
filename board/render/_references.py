"""Numbered sources: every statement and table of a report points to the one it is from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from board.shapes import Cell, Column, Condition, Entry, Feed, Ladder, Rung, Span, Table, TableRow, Tone, View

_COLUMNS = (
    Column(name="number", title="", keep=9),
    Column(name="source", title="Source", keep=8, stretch=True),
    Column(name="url", title="Address", keep=7, stretch=True),
    Column(name="published", title="Published", keep=5),
    Column(name="retrieved", title="Retrieved", keep=6),
    Column(name="grade", title="Grade", keep=3),
)


@dataclass(slots=True)
class References:
    """Numbers given out in the order in which they are asked for; the same source and address keep theirs."""

    _rows: dict[tuple[str, str], TableRow] = field(default_factory=dict)

    def numbered(self, view: View) -> View:
        """The view with a number at everything whose provenance it knows."""
        match view.shape:
            case Feed(entries=entries):
                return replace(view, shape=replace(view.shape, entries=tuple(map(self._entry, entries))))
            case Ladder(rungs=rungs):
                return replace(view, shape=replace(view.shape, rungs=tuple(map(self._rung, rungs))))
            case Table(footer=footer) if number := self._number(view.data):
                return replace(view, shape=replace(view.shape, footer=(*footer, (_reference(number),))))
            case _:
                return view

    def view(self) -> View:
        """The list of the numbers given out so far."""
        return View(
            name="references",
            kind="references",
            title="Sources of this report",
            shape=Table(columns=_COLUMNS, rows=tuple(self._rows.values())),
            as_of=None,
            condition=Condition.FRESH,
            empty="" if self._rows else "nothing in this report has a source",
        )

    def _entry(self, entry: Entry) -> Entry:
        number = self._number(entry.data)
        return replace(entry, marks=(*entry.marks, _reference(number))) if number else entry

    def _rung(self, rung: Rung) -> Rung:
        latest = rung.data.get("latest")
        number = self._number(latest) if isinstance(latest, Mapping) else 0
        return replace(rung, latest=(*rung.latest, Span(" "), _reference(number))) if number else rung

    def _number(self, data: Mapping[str, object]) -> int:
        """0 where no provenance is known."""
        came = data.get("provenance")
        if not isinstance(came, Mapping):
            return 0
        url = data.get("url") or came.get("url")
        key = str(came.get("source")), str(url or "")
        if key not in self._rows:
            self._rows[key] = _row(len(self._rows) + 1, url, data, came)
        return tuple(self._rows).index(key) + 1


def _reference(number: int) -> Span:
    return Span(f"[{number}]", Tone.MUTED)


def _row(number: int, url: object, data: Mapping[str, object], came: Mapping[str, object]) -> TableRow:
    told: Sequence[object] = (
        came.get("source_title"),
        url,
        data.get("published"),
        came.get("retrieved"),
        came.get("grade"),
    )
    cells = (Cell(f"[{number}]", number), *(Cell(str(value or "–"), str(value) if value else None) for value in told))
    return TableRow(ref=f"source:{came.get('source')}#{number}", cells=cells)
