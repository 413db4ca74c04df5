"""The line a board explains itself with when it is opened for the first time."""

from __future__ import annotations

from collections.abc import Mapping

from board.tui.draw.lines import Run, Runs, width_of
from board.tui.keys import ACTIONS, keys_of, shown

_STEPS = (
    ("detail", "opens a line"),
    ("provenance", "says where it is from"),
    ("next_panel", "goes on"),
    ("help", "is the tour"),
    ("back", "puts this line away"),
)
_LAST_TO_GO = ("help", "back")


def draw_welcome(chosen: Mapping[str, tuple[str, ...]], width: int) -> Runs:
    """`Who says what, as of when.  Enter opens a line  …  Esc puts this line away`; where it is narrow, less of it."""
    by_id = {action.id: action for action in ACTIONS}
    parts = {
        name: (Run("  "), Run(shown(keys_of(by_id[name], chosen)[:1]), "key"), Run(f" {words}"))
        for name, words in _STEPS
    }
    start = (Run(" Who says what, as of when.", "strong"),)
    for name, _ in sorted(_STEPS, key=lambda step: step[0] in _LAST_TO_GO):
        if width_of(start) + sum(map(width_of, parts.values())) <= width:
            break
        del parts[name]
    return (*start, *(run for part in parts.values() for run in part))
