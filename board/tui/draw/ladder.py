"""A ladder in a given width: the tiers, each with its posture, since when, what it stands on and what is proposed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from rich.cells import cell_len

from board.panels import _words
from board.shapes import Ladder, Rung, Tone
from board.tui.draw.lines import Drawn, Run, Runs, fit, indented, inked, notes, spread

_FILLED = frozenset({Tone.OK, Tone.NEW, Tone.STRONG, Tone.TIER_1, Tone.TIER_2, Tone.TIER_3})
_INDENT = 2


def draw_ladder(ladder: Ladder, width: int, now: datetime) -> Iterator[Drawn]:
    """The rungs in their order, then the footer."""
    names = max((cell_len(rung.name) for rung in ladder.rungs), default=0)
    roles = max((cell_len(rung.role) for rung in ladder.rungs), default=0)
    for number, rung in enumerate(ladder.rungs):
        yield Drawn(_head(rung, names, roles, width, now), number)
        yield from _body(rung, number, width)
    if ladder.footer:
        yield from notes(ladder.footer, width)


def _head(rung: Rung, names: int, roles: int, width: int, now: datetime) -> Runs:
    level = Run(f"{rung.level} ", f"tier_{rung.level}" if rung.level <= 3 else "strong")
    name = Run(fit(rung.name, names), "strong")
    role = Run("  " + fit(rung.role, roles), "muted") if width >= names + roles + 30 else Run("")
    dot = "●" if rung.posture_tone in _FILLED else "○"
    posture = Run(f"  {dot} {rung.posture}", rung.posture_tone.value)
    since = "" if rung.since is None else _words.length(now - rung.since)
    asked = Run("? proposed", "proposed") if rung.proposal else Run("")
    return spread(
        (level, name, role, posture), (Run(since, "muted"), Run("  " if since and rung.proposal else ""), asked), width
    )


def _body(rung: Rung, number: int, width: int) -> Iterator[Drawn]:
    basis = [part for part in (rung.basis, rung.strength) if part]
    if basis:
        yield from indented((Run(" · ".join(basis), "muted"),), width, _INDENT, number, 2)
    if rung.latest:
        yield from indented(inked(rung.latest), width, _INDENT, number, 2)
    if rung.proposal:
        yield from _proposal(rung, number, width)


def _proposal(rung: Rung, number: int, width: int) -> Iterator[Drawn]:
    yield from indented(
        (Run("? ", "proposed"), Run(rung.proposal), Run("  a accepts", "key")), width, _INDENT, number, 3
    )
