"""The boards that are open, side by side: the one in front by its title, the others by name with what is new there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from board.panels import _words
from board.tui.draw.lines import Run, Runs, crop, width_of

_GAP = Run("  ")
_LEAST = 8
"""Cells the title in front keeps, whatever else there is."""
_MOST_OTHER = 24


class TabName(NamedTuple):
    """What stands on the tab of one board."""

    text: str
    new: int
    front: bool
    troubled: bool


def draw_tabs(labels: Sequence[TabName], width: int) -> Runs:
    """`1 Kosovo: security situation  2 bosnia 3 new`; the title in front is cut first, so that no board is lost."""
    others = [() if label.front else _other(number, label) for number, label in enumerate(labels, 1)]
    room = width - sum(map(width_of, others)) - width_of((_GAP,)) * (len(labels) - 1)
    runs: list[Run] = []
    for number, other in enumerate(others, 1):
        part = other or _front(number, labels[number - 1], room)
        runs += [_GAP, *part] if runs else part
    return crop(runs, width)


def tab_at(drawn: Sequence[Run], x: int) -> int | None:
    """The place of the tab that stands at a cell of the head as it was drawn; `None` beside them."""
    cell, count = 0, 0
    place: int | None = None
    for run in drawn:
        if run.text == f"{count + 1} ":
            place, count = count, count + 1
        elif run.text.isspace():
            place = None
        cell += width_of((run,))
        if x < cell:
            return place
    return None


def _front(number: int, label: TabName, room: int) -> Runs:
    return crop((Run(f"{number} ", "key"), Run(label.text, "strong")), max(_LEAST, room))


def _other(number: int, label: TabName) -> Runs:
    new = (Run(f" {_words.new(label.new)}", "new"),) if label.new else ()
    trouble = (Run(" !", "failing"),) if label.troubled else ()
    return (Run(f"{number} ", "muted"), *crop((Run(label.text, "muted"),), _MOST_OTHER), *new, *trouble)
