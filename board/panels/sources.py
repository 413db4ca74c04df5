"""Sources.

How every source is: its state in a word, since when and why, when it last answered and when it is asked again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from board.options import option
from board.panels import _health, _words
from board.shapes import Cell, Column, Condition, Span, Table, TableRow, Tone, View
from board.snapshot import Part, Snapshot, SourceHealth, SourceState
from board.spec import Config, PanelSpec, SourceSpec
from board.text.iso import iso

COLUMNS = (
    Column(name="source", title="Source", keep=10, stretch=True),
    Column(name="state", title="State", keep=9),
    Column(name="since", title="Since", keep=7),
    Column(name="reason", title="Reason", keep=6, below=True),
    Column(name="last_good", title="Last good", keep=5),
    Column(name="next_due", title="Next", keep=4),
    Column(name="newest", title="Newest", keep=3),
    Column(name="items", title="Items", right=True, keep=2),
    Column(name="grade", title="Grade", keep=1),
    Column(name="name", title="Name", keep=0),
)
_TONES = {
    SourceState.OK: Tone.OK,
    SourceState.UNCHANGED: Tone.OK,
    SourceState.OFF: Tone.MUTED,
    SourceState.WAITING: Tone.UNKNOWN,
    SourceState.EMPTY: Tone.STALE,
    SourceState.PARTIAL: Tone.STALE,
    SourceState.STALE: Tone.STALE,
    SourceState.HELD: Tone.HELD,
    SourceState.BLOCKED: Tone.FAILING,
    SourceState.FAILING: Tone.FAILING,
}
"""In the order in which they are counted, the worst last."""
READS = frozenset({Part.STATES, Part.TRIES})


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What `[[panel]] kind = "sources"` takes."""

    troubled_only: bool = option("leave out the sources that are well", False)


def build(snapshot: Snapshot, spec: PanelSpec, config: Config, now: datetime) -> View:
    """One row a configured source, in the order of board.toml; one never read is `waiting`.

    The rows say what is wrong with which source, so that the border need not.
    """
    options = spec.options
    assert isinstance(options, Options)
    known = {health.name: health for health in snapshot.health()}
    states = [(source, known.get(source.name) or _unread(source)) for source in config.sources]
    shown = [pair for pair in states if not options.troubled_only or pair[1].state in _health.NOT_WELL]
    standing = _health.standing(snapshot, config, now, lambda _: True, filled=bool(config.sources))
    return View(
        name=spec.name,
        kind=spec.kind,
        title=spec.title,
        shape=Table(columns=COLUMNS, rows=tuple(_row(source, health, config, now) for source, health in shown)),
        as_of=None,
        condition=Condition.EMPTY if not config.sources else standing.condition,
        gist=tuple(_gist(health.state for _, health in states)),
        empty="" if shown else "every source is well" if config.sources else "no source is configured: see board.toml",
    )


def _gist(states: Iterable[SourceState]) -> Iterator[Span]:
    """`4 ok · 1 stale · 1 failing`, in the order of the board's head: what is read and not changed is well too."""
    counts: Counter[SourceState] = Counter(
        SourceState.OK if state is SourceState.UNCHANGED else state for state in states
    )
    for number, state in enumerate(state for state in _TONES if counts[state]):
        yield Span(" · " if number else "", Tone.MUTED)
        yield Span(f"{counts[state]} {state.value}", _TONES[state])


def _unread(source: SourceSpec) -> SourceHealth:
    state = SourceState.WAITING if source.enabled else SourceState.OFF
    return SourceHealth(name=source.name, state=state, since=None, reason="")


def _row(source: SourceSpec, health: SourceHealth, config: Config, now: datetime) -> TableRow:
    zone = config.board.time_zone
    why = "" if health.state is SourceState.WAITING else health.reason
    reason = "; ".join(dict.fromkeys(filter(None, (why, _moved(health), *health.warnings))))
    since = _words.clock(health.since, now, zone) if health.since else _words.UNKNOWN
    return TableRow(
        ref=f"source:{source.name}",
        cells=(
            Cell(source.title, source.title),
            Cell(_health.state_word(health, now, zone), health.state.value, _TONES[health.state]),
            Cell(since, iso(health.since), Tone.MUTED),
            Cell(reason, reason or None, _TONES[health.state] if health.state in _health.NOT_WELL else Tone.MUTED),
            Cell(_words.ago(health.last_good, now) if health.last_good else "never", iso(health.last_good)),
            Cell(_next(health, now), iso(health.next_due), Tone.MUTED),
            Cell(
                _words.date(health.newest, zone) if health.newest else _words.UNKNOWN,
                iso(health.newest),
            ),
            Cell(_words.count(health.count), health.count),
            Cell(source.grade, source.grade, Tone.MUTED),
            Cell(source.name, source.name, Tone.MUTED),
        ),
    )


def _next(health: SourceHealth, now: datetime) -> str:
    if health.next_due is None:
        return _words.UNKNOWN
    return "due" if health.next_due <= now else _words.ago(health.next_due, now)


def _moved(health: SourceHealth) -> str:
    return f"moved for good to {health.moved_to}: change board.toml" if health.moved_to else ""
