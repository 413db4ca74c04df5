"""The head of the board: title, cut-off, how the sources are, the time; in the past, first of all that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, tzinfo

from board.panels import _words
from board.snapshot import Sense, SourceHealth, SourceState
from board.tui.draw.edge import joined
from board.tui.draw.lines import Run, Runs, crop, spread, width_of
from board.tui.draw.tabs import TabName, draw_tabs
from board.tui.picture import Picture

_FINE = (SourceState.OK, SourceState.UNCHANGED)
_ORDER = (
    (SourceState.FAILING, "failing"),
    (SourceState.BLOCKED, "failing"),
    (SourceState.HELD, "held"),
    (SourceState.STALE, "stale"),
    (SourceState.PARTIAL, "stale"),
    (SourceState.EMPTY, "stale"),
    (SourceState.WAITING, "muted"),
    (SourceState.OFF, "muted"),
)
_GAP = 2
_CLOCK = 12
"""Cells that the time takes at the end."""
_LEAST_TROUBLE, _TROUBLE_GAP = 20, 3


def states(health: Sequence[SourceHealth]) -> Runs:
    """`12 ok · 1 stale · 1 failing`: every source is in one of the numbers."""
    counts = Counter(each.state for each in health)
    fine = sum(counts[state] for state in _FINE)
    parts = [Run(f"{fine} ok", "ok" if fine else "muted")] if health else [Run("no sources", "stale")]
    parts += [Run(f"{counts[state]} {state.value}", ink) for state, ink in _ORDER[::-1] if counts[state]]
    return joined(parts)


def times(now: datetime, zone: tzinfo) -> str:
    """`15:07 CET · 14:07Z`; once where the zone is UTC."""
    local = now.astimezone(zone)
    here = f"{local:%H:%M %Z} · " if local.utcoffset() else ""
    return f"{here}{now.astimezone(UTC):%H:%MZ}"


def cut_off(moment: datetime | None) -> str:
    """`cut-off 22 Nov 13:58Z`."""
    return "no news read yet" if moment is None else f"cut-off {moment.astimezone(UTC):%-d %b %H:%MZ}"


def past(at: datetime, sense: Sense, zone: tzinfo, width: int) -> Runs:
    """The words that make it plain that this is not now, the more the wider the line is."""
    how = "what had been said by then" if sense is Sense.REPORTED else "what this board knew then"
    when = f"AS IT STOOD {_words.day(at, zone)} {at.astimezone(zone):%H:%M}"
    ways = (f"{when}: {how} (. goes back to now)", f"{when}: {how} (. is now)", f"{when} (. is now)")
    return (Run(next((way for way in ways if len(way) + _CLOCK <= width), ways[-1]), "past"),)


def _past(picture: Picture, at: datetime, title: str | Sequence[TabName], zone: tzinfo, width: int) -> Runs:
    """The words of the past in the place of the title, the tabs of other boards beside them."""
    if isinstance(title, str):
        return past(at, picture.sense, zone, width)
    others = width_of(draw_tabs([label._replace(text="") if label.front else label for label in title], width))
    words = "".join(run.text for run in past(at, picture.sense, zone, width - others))
    return draw_tabs([label._replace(text=words) if label.front else label for label in title], width - _CLOCK)


def draw_header(
    picture: Picture, title: str | Sequence[TabName], zone: tzinfo, width: int, *, offline: bool = False
) -> Runs:
    """One line of `width` cells, with the title of the board or the tabs of several.

    Where it is narrow the trouble is cut first, then the time in UTC goes (what stands in the panels is in the reader's
    zone), then the cut-off, then the title. In the past the whole line is in one ink that is used nowhere else, and how
    the sources are gives way to the words of that.
    """
    left = _past(picture, picture.at, title, zone, width) if picture.at else _names(title, width - 2)
    room = width - 2 - width_of(left) - _GAP
    ways = _ways(picture, zone, offline=offline)
    right = next((way for way in ways if width_of(way) <= room), ways[-1])
    left = left if picture.at else _now(picture, title, width - 2 - width_of(right) - _GAP)
    runs = (Run(" "), *spread(left, right, width - 2), Run(" "))
    return tuple(Run(run.text, "past") for run in runs) if picture.at else runs


def _ways(picture: Picture, zone: tzinfo, *, offline: bool) -> Sequence[Runs]:
    """What stands at the right, from the longest way of saying it to the shortest."""
    read, counts = picture.progress or cut_off(picture.cut_off), states(picture.health)
    if picture.at and picture.cut_off is None:
        # Nothing had been read yet at that time: how the sources were says nothing of what is shown.
        read, counts = "", ()
    away, clock = _away(picture, offline=offline), times(picture.now, zone)
    short = clock.split(" · ")[0]
    ways: list[tuple[str, Runs, str]] = [(read, counts, clock), (read, counts, short), ("", counts, short)]
    if picture.at:
        ways.append(("", (), short))
    return tuple((*away, *_right(*way)) for way in ways)


def _away(picture: Picture, *, offline: bool) -> Runs:
    """Why nothing comes in, where nothing does."""
    why = "read-only" if picture.readonly else "offline" if offline else ""
    return (Run(why, "stale"), Run("  ")) if why else ()


def _now(picture: Picture, title: str | Sequence[TabName], room: int) -> Runs:
    """The names and what troubles the collector: by its mark alone where few words of it would stand there."""
    names = _names(title, room)
    if not picture.trouble:
        return names
    left = room - width_of(names) - _TROUBLE_GAP
    words = f"! {picture.trouble}" if left >= _LEAST_TROUBLE else "!"
    trouble = Run(" " * _TROUBLE_GAP), *crop((Run(words, "failing"),), max(1, left))
    return (*names, *trouble)


def _names(title: str | Sequence[TabName], room: int) -> Runs:
    return (Run(title, "strong"),) if isinstance(title, str) else draw_tabs(title, room)


def _right(read: str, counts: Runs, clock: str) -> Runs:
    before = (Run(read, "muted"), Run("  ")) if read else ()
    return (*before, *counts, Run("  " if counts else ""), Run(clock))
