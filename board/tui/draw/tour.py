"""The tour at the head of the help: what to press first, and what words, signs and colours on the board mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich.cells import cell_len

from board.tui.draw.lines import Drawn, Run, Runs, fit, wrap
from board.tui.keys import ACTIONS, keys_of, shown

_BY_ID = {action.id: action for action in ACTIONS}
_STEPS = (
    ("First", (("detail", "opens a line"), ("provenance", "says where it is from"), ("changes", "shows what is new"))),
    ("Moving", (("down", "and"), ("up", "go by line"), ("next_panel", "by panel"), ("zoom", "gives one all"))),
    ("The past", (("back_in_time", "and"), ("forward_in_time", "step"), ("go_to_time", "goes"), ("now", "is now"))),
)
"""Keys by action, each with what it does."""
_SIGNS: tuple[tuple[str, Runs], ...] = (
    (
        "Stances",
        (
            Run("CLAIMS", "claims"), Run("  "), Run("CONFIRMS", "confirms"), Run("  "),
            Run("DENIES", "denies"), Run(" weakly or strongly  "), Run("ANNOUNCES", "announces"), Run("  "),
            Run("DECLINES", "no_comment"), Run("  "), Run("NO ANSWER YET", "no_comment"), Run("  "),
            Run("HEADLINE", "headline"), Run(": nobody speaks but the outlet"),
        ),
    ),
    (
        "Its way",
        (
            Run("how, then "), Run("→ ", "rule"), Run("origin", "way"), Run(" ← ", "rule"), Run("carrier", "way"),
            Run("  "), Run("▸ 2", "muted"), Run(" carried it  "), Run("B3?", "grade"),
            Run(" source B, information 3; ? only proposed"),
        ),
    ),
    (
        "Figures",
        (
            Run("≈600", "claims"), Run(" about  ≥  ≤ bounds  Δ since the table before, − a fall  "),
            Run("Also: what others say  "), Run("≠", "held"), Run(" where it cannot be true together with the table"),
        ),
    ),
    (
        "Marks",
        (
            Run("•", "new"), Run(" new or just changed  "), Run("3 new", "new"), Run(" not yet read  "),
            Run("?", "proposed"), Run(" proposed by a rule: a person decides  "), Run("●", "tier_1"),
            Run(" decided, ○ not  "), Run("◆", "new"), Run(" the cursor on a chart or a map"),
        ),
    ),
    (
        "Borders",
        (
            Run("as of, and how old  "), Run("~ stale", "stale"), Run("  "), Run("! failing", "failing"), Run("  "),
            Run("held", "held"), Run(" waits for a person; the reason stands below, or in the panel it names"),
        ),
    ),
    (
        "Room",
        (
            Run("▸ 4", "muted"), Run(" folded: its number opens it  "), Run("+2 columns", "muted"),
            Run(" more where it is wider  "), Run("…", "muted"), Run(" goes on: scroll, or open it"),
        ),
    ),
)  # fmt: skip


def draw_tour(chosen: Mapping[str, tuple[str, ...]], width: int) -> Iterator[Drawn]:
    """A line or two on each, with the keys as bound, and an empty line after the last."""
    told = [*((name, _steps(steps, chosen)) for name, steps in _STEPS), *_SIGNS]
    label = max(cell_len(name) for name, _ in told)
    for name, runs in told:
        for number, line in enumerate(wrap(runs, max(1, width - label - 2))):
            yield Drawn((Run(fit(name if number == 0 else "", label) + "  ", "title"), *line))
    yield Drawn()


def _steps(steps: tuple[tuple[str, str], ...], chosen: Mapping[str, tuple[str, ...]]) -> Runs:
    """`Enter opens a line  i says …`."""
    runs: list[Run] = []
    for name, words in steps:
        runs += [
            Run(shown(keys_of(_BY_ID[name], chosen)[:1]), "key"),
            Run(f" {words}" + (" " if words == "and" else "  ")),
        ]
    return tuple(runs)
