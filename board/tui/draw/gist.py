"""What a panel says in a few words, for the line it is folded to."""

from __future__ import annotations

from board.panels import _words
from board.shapes import Chart, Feed, Ladder, Map, Table, View
from board.tui.draw.lines import Run, Runs

_TELLING = 8
"""Columns kept at least this long tell a row by themselves."""


def gist(view: View) -> Runs:
    """The newest entry, the first row, the postures; why it is empty where it is."""
    match view.shape:
        case Feed(entries=(entry, *_)):
            return Run(f"{entry.word} ", entry.tone.value), Run(f"{entry.who}: {entry.text}", "muted")
        case Table(rows=(row, *_)):
            pairs = zip(view.shape.columns, row.cells, strict=True)
            return (
                Run("  ".join(cell.text for column, cell in pairs if column.keep >= _TELLING and cell.text), "muted"),
            )
        case Ladder(rungs=rungs) if rungs:
            return (Run(" · ".join(f"{rung.name} {rung.posture}" for rung in rungs), "muted"),)
        case Chart(line=(*_, mark)):
            return (Run(mark.label, "muted"),)
        case Map(pins=pins) if pins:
            named = sum(1 for pin in pins if pin.count)
            return (Run(f"{named} of {_words.plural(len(pins), 'place')} named lately", "muted"),)
        case _:
            return (Run(view.empty, "muted"),)
