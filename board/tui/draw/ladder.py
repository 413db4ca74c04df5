"""A ladder in a given width: the tiers, each with its posture, since when, what it stands on and what is proposed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from enum import IntEnum

from rich.cells import cell_len

from board.panels import _words
from board.shapes import Ladder, Rung, Tone
from board.tui.draw.lines import Drawn, Run, Runs, fit, indented, inked, notes, spread, width_of

_FILLED = frozenset({Tone.OK, Tone.NEW, Tone.STRONG, Tone.TIER_1, Tone.TIER_2, Tone.TIER_3})
_INDENT, _LINES = 2, 4


def draw_ladder(ladder: Ladder, width: int, now: datetime, height: int | None = None) -> Iterator[Drawn]:
    """The rungs in their order, then the footer; where `height` is short, some of it is cut to a line."""
    names = max((cell_len(rung.name) for rung in ladder.rungs), default=0)
    roles = _roles(ladder, names, width, now)
    footer = list(notes(ladder.footer, width))
    blocks = {(number, sort): runs for number, rung in enumerate(ladder.rungs) for sort, runs in _blocks(rung)}
    room = None if height is None else height - len(ladder.rungs) - len(footer)
    drawn = _drawn(blocks, width, room)
    for number, rung in enumerate(ladder.rungs):
        yield Drawn(spread(_head(rung, names, roles), _aside(rung, now), width), number)
        for sort in sorted(_Sort):
            yield from drawn.get((number, sort), ())
    yield from footer


class _Sort(IntEnum):
    """What is said of a rung, in this order."""

    BASIS = 1
    LATEST = 2
    PROPOSED = 3


_Blocks = Mapping[tuple[int, _Sort], Runs]


def _drawn(blocks: _Blocks, width: int, room: int | None) -> dict[tuple[int, _Sort], list[Drawn]]:
    """Each block in a line at least, and in more as long as there is room, what is proposed before the rest."""
    drawn = {key: list(indented(runs, width, _INDENT, key[0], _LINES)) for key, runs in blocks.items()}
    spare = sum(map(len, drawn.values())) if room is None else max(0, room - len(blocks))
    for key in sorted(drawn, key=lambda key: (-key[1], key[0])):
        lines = min(len(drawn[key]), 1 + spare)
        spare -= lines - 1
        drawn[key] = list(indented(blocks[key], width, _INDENT, key[0], lines))
    return drawn


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


def _blocks(rung: Rung) -> Iterator[tuple[_Sort, Runs]]:
    """Its strength and what it stands on, what was last said where that is not what is proposed, what is proposed."""
    if basis := " · ".join(part for part in (rung.strength, rung.basis) if part):
        yield _Sort.BASIS, (Run(basis, "muted"),)
    if rung.latest and not (rung.proposal and _is_evidence(rung)):
        yield _Sort.LATEST, inked(rung.latest)
    if rung.proposal:
        posture, _, why = rung.proposal.partition(": ")
        asked = Run(f"? {posture} ", "proposed"), Run("(", "muted"), Run("a", "key"), Run(" accepts)", "muted")
        yield _Sort.PROPOSED, (*asked, Run(f": {why}"))


def _is_evidence(rung: Rung) -> bool:
    """Whether the proposal rests on the latest statement, which then need not be told twice."""
    proposed = rung.data.get("proposed")
    return isinstance(proposed, Mapping) and proposed.get("ref") == rung.latest_ref
