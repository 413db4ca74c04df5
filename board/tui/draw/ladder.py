"""A ladder in a given width: the tiers, each with its posture, since when, what it stands on and what is proposed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from rich.cells import cell_len

from board.panels import _words
from board.shapes import Ladder, Rung, Tone
from board.tui.draw.lines import Drawn, Run, Runs, fit, indented, inked, notes, spread, width_of

_FILLED = frozenset({Tone.OK, Tone.NEW, Tone.STRONG, Tone.TIER_1, Tone.TIER_2, Tone.TIER_3})
_INDENT, _LINES = 2, 2


def draw_ladder(ladder: Ladder, width: int, now: datetime, height: int | None = None) -> Iterator[Drawn]:
    """The rungs in their order, then the footer; where they need more than `height` lines, each says it in fewer."""
    lines = list(_ladder(ladder, width, now, _LINES))
    if height is not None and len(lines) > height:
        lines = list(_ladder(ladder, width, now, 1))
    yield from lines


def _ladder(ladder: Ladder, width: int, now: datetime, most: int) -> Iterator[Drawn]:
    names = max((cell_len(rung.name) for rung in ladder.rungs), default=0)
    roles = _roles(ladder, names, width, now)
    for number, rung in enumerate(ladder.rungs):
        yield Drawn(spread(_head(rung, names, roles), _aside(rung, now), width), number)
        yield from _body(rung, number, width, most)
    if ladder.footer:
        yield from notes(ladder.footer, width)


def _roles(ladder: Ladder, names: int, width: int, now: datetime) -> int:
    """How wide the column of roles is; 0 where it would push out something else."""
    roles = max((cell_len(rung.role) for rung in ladder.rungs), default=0)
    needed = (width_of(_head(rung, names, roles)) + 1 + width_of(_aside(rung, now)) for rung in ladder.rungs)
    return roles if max(needed, default=0) <= width else 0


def _head(rung: Rung, names: int, roles: int) -> Runs:
    level = Run(f"{rung.level} ", f"tier_{rung.level}" if rung.level <= 3 else "strong")
    role = Run("  " + fit(rung.role, roles) if roles else "", "muted")
    dot = "●" if rung.posture_tone in _FILLED else "○"
    return level, Run(fit(rung.name, names), "strong"), role, Run(f"  {dot} {rung.posture}", rung.posture_tone.value)


def _aside(rung: Rung, now: datetime) -> Runs:
    """Since when, and that something is proposed."""
    since = "" if rung.since is None else _words.length(now - rung.since)
    asked = (Run("  " if since else ""), Run("? proposed", "proposed")) if rung.proposal else ()
    return (Run(since, "muted"), *asked)


def _body(rung: Rung, number: int, width: int, most: int) -> Iterator[Drawn]:
    """What it stands on, what was last said of it where that is not what is proposed, and what is proposed."""
    basis = " · ".join(part for part in (rung.basis, rung.strength) if part)
    told = (Run("? ", "proposed"), Run("a accepts ", "key"), Run(rung.proposal)) if rung.proposal else ()
    latest = () if told and _is_evidence(rung) else inked(rung.latest)
    for runs in ((Run(basis, "muted"),) if basis else (), latest, told):
        if runs:
            yield from indented(runs, width, _INDENT, number, most)


def _is_evidence(rung: Rung) -> bool:
    """Whether the proposal rests on the latest statement, which then need not be told twice."""
    proposed = rung.data.get("proposed")
    return isinstance(proposed, Mapping) and proposed.get("ref") == rung.latest_ref
