"""What a panel says in a few words, for the line it is folded to."""

from __future__ import annotations

from board.panels import _words
from board.shapes import Chart, Feed, Ladder, Map, Table, View
from board.tui.draw.lines import Run, Runs, inked

_TELLING = 8
"""Columns kept at least this long tell a row by themselves."""


def gist(view: View) -> Runs:
    """What its kind says it comes to; else the newest entry, the first row, the postures; why it is empty."""
    if view.gist:
        return inked(view.gist)
    match view.shape:
        case Feed(entries=(entry, *_)):
            return Run(entry.word, entry.tone.value), Run(f" {entry.who}: {entry.text}", "muted")
        case Table(rows=(row, *_)):
            pairs = zip(view.shape.columns, row.cells, strict=True)
            return (
                Run("  ".join(cell.text for column, cell in pairs if column.keep >= _TELLING and cell.text), "muted"),
            )
        case Ladder(rungs=rungs) if rungs:
            proposed = sum(bool(rung.proposal) for rung in rungs)
            postures = Run(" · ".join(f"{rung.name} {rung.posture}" for rung in rungs), "muted")
            return postures, Run(f" · {proposed} proposed" if proposed else "", "proposed")
        case Chart(line=(*_, mark)):
            return (Run(mark.label, "muted"),)
        case Map(pins=pins) if pins:
            named = sum(1 for pin in pins if pin.count)
            return (Run(f"{named} of {_words.plural(len(pins), 'place')} named lately", "muted"),)
        case _:
            return (Run(view.empty, "muted"),)
