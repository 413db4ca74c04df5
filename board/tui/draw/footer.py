"""The foot of the board: the keys that matter here, as many as there is room for."""

from __future__ import annotations

from collections.abc import Mapping

from board.tui.draw.lines import Run, Runs, width_of
from board.tui.keys import ACTIONS, keys_of, shown


def draw_footer(chosen: Mapping[str, tuple[str, ...]], width: int) -> Runs:
    """`? help  Tab panel  Enter detail …`, by rank; `? help` and `q quit` are the last to go."""
    ranked = sorted((action for action in ACTIONS if action.rank), key=lambda action: action.rank)
    parts = {action.id: _part(shown(keys_of(action, chosen)[:1]), action.label) for action in ranked}
    for action in sorted(ranked, key=lambda action: (action.id in ("help", "quit"), -action.rank)):
        if sum(map(width_of, parts.values())) + 2 * len(parts) <= width:
            break
        del parts[action.id]
    runs: list[Run] = [Run(" ")]
    for part in parts.values():
        runs += [*part, Run("  ")]
    return tuple(runs[:-1])


def _part(key: str, label: str) -> Runs:
    return (Run(key, "key"), Run(f" {label}", "muted"))
