"""Numbered sources: every statement and table of a report points to the one it is from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from board.model import When
from board.panels import _words
from board.shapes import Condition, Entry, Feed, Ladder, Rung, Span, Table, Tone, View


@dataclass(slots=True)
class References:
    """Numbers given out in the order in which they are asked for; the same source and address keep theirs."""

    _sources: dict[tuple[str, str], Entry] = field(default_factory=dict)

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
            shape=Feed(entries=tuple(self._sources.values())),
            as_of=None,
            condition=Condition.FRESH,
            empty="" if self._sources else "nothing in this report has a source",
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
        key = str(came.get("source")), str(data.get("url") or came.get("url") or "")
        if key not in self._sources:
            self._sources[key] = _source(len(self._sources) + 1, data, came)
        return self._sources[key].key


def _group(retrieved: object) -> str:
    """`221307ZNOV26`, as the rest of a report has it."""
    return _words.group(When.parse(retrieved).start) if isinstance(retrieved, str) else "at an unknown time"


def _reference(number: int) -> Span:
    return Span(f"[{number}]", Tone.MUTED)


def _source(number: int, data: Mapping[str, object], came: Mapping[str, object]) -> Entry:
    published, url = data.get("published"), data.get("url") or came.get("url")
    return Entry(
        ref=f"source:{came.get('source')}#{number}",
        key=number,
        when=When.parse(published) if isinstance(published, str) else None,
        word=f"[{number}]",
        tone=Tone.PLAIN,
        who=str(came.get("source_title")),
        how=f"retrieved {_group(came.get('retrieved'))}",
        text=str(url or "no address"),
        grade=str(came.get("grade") or ""),
        data={"number": number, "url": url, "provenance": dict(came)},
    )
