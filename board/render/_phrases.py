"""What every format says in the same words: the board's line, a panel's border, the line under a statement."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from board.model import When
from board.panels import _words
from board.render._heading import Heading
from board.shapes import Condition, Entry, Mark, Rung, View
from board.snapshot import Sense, SourceState
from board.text.gate import gated


def facts(heading: Heading) -> Iterator[str]:
    """The board's own line, part by part: now, the time it is shown at, the cut-off, the sources.

    What had been said before this board read anything has no cut-off, and how the sources were then is not known.
    """
    zone = heading.time_zone
    yield moment(heading.now, heading)
    if heading.at is not None:
        word = "as reported by" if heading.sense is Sense.REPORTED else "as known by"
        yield f"{word} {moment(heading.at, heading)}"
    if heading.at is not None and heading.sense is Sense.REPORTED and set(heading.states) == {SourceState.WAITING}:
        yield "all of it read later"
        return
    clock = heading.cut_off and _words.clock(heading.cut_off, heading.then, zone)
    yield f"cut-off {clock}" if clock else "no news read yet"
    if heading.states:
        yield "sources: " + ", ".join(f"{number} {state}" for state, number in heading.states.items())


def moment(instant: datetime, heading: Heading) -> str:
    """`22 Nov 2026 14:07 CET`."""
    local = instant.astimezone(heading.time_zone)
    return f"{_words.day(instant, heading.time_zone)} {local:%H:%M %Z}"


def dated(mark: Mark, heading: Heading) -> str:
    """`2023` or `19 Feb 2026`: a mark's date, no more precise than it is known."""
    return _words.date(mark.when or When(mark.at), heading.time_zone)


def border(view: View, heading: Heading) -> Iterator[str]:
    """What stands in a panel's border, part by part."""
    yield gated(view.title)
    if view.as_of is not None:
        yield f"as of {_words.date(view.as_of, heading.time_zone)}"
        yield _words.old(view.as_of, heading.then, heading.time_zone)
    elif view.retrieved is not None:
        yield _words.UNDATED
        yield _words.retrieved(view.retrieved, heading.then, heading.time_zone)
    if view.condition in (Condition.STALE, Condition.FAILED):
        yield view.condition.value.upper()
    if view.fresh:
        yield _words.new(view.fresh)


def named(entry: Entry) -> int:
    """How many of those who carried it the way names."""
    return len(entry.way) - (1 if entry.data.get("origin") else 0)


def posture(rung: Rung, heading: Heading) -> str:
    """`on duty since 08:00, by m.k.: seen on patrol`: what a person decided, when and why; `unknown` before that."""
    since = f" {_words.since(rung.since, heading.then, heading.time_zone)}" if rung.since else ""
    return f"{rung.posture}{since}" + (f", {rung.decided}" if rung.decided else "")


def below(entry: Entry) -> Iterator[str]:
    """How and which way it came, who else carried it, its marks and its grade."""
    way = f"→ {' ← '.join(map(gated, entry.way))}" if entry.way else ""
    if came := " ".join(filter(None, (entry.how, way))):
        yield came
    if entry.carriers > named(entry):
        yield f"carried by {entry.carriers}"
    yield from (gated(span.text) for span in entry.marks)
    if entry.grade:
        yield entry.grade
