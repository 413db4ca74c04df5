"""Agenda.

What is ahead and what has just been: dated events, with the days to go or gone. In the past, what had been announced
by then; of that which nobody dates, what was here by then, and what had begun.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from board.model import Event, Precision, When
from board.options import option
from board.panels import _health, _words
from board.panels._foreseen import had_been_said
from board.shapes import Cell, Column, Condition, Table, TableRow, Tone, View
from board.snapshot import Part, Sense, Snapshot
from board.spec import Config, PanelSpec
from board.text.iso import iso

COLUMNS = (
    Column(name="when", title="When", keep=9),
    Column(name="title", title="What", keep=10, stretch=True),
    Column(name="to_go", title="", right=True, keep=8),
    Column(name="source", title="From", keep=1),
    Column(name="url", title="Link", keep=0),
)
READS = frozenset({Part.SAID, Part.DECIDED, Part.STATES})
_NEAR = timedelta(days=2)
"""An instant no further away is told in hours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What `[[panel]] kind = "agenda"` takes."""

    past: timedelta = option("how long an event is still listed after it is over", timedelta(days=30), example="30d")


@dataclass(frozen=True, slots=True)
class _Dated:
    ref: str
    event: Event
    source: str
    here: datetime | None
    """Since when it is surely known here."""

    @property
    def end(self) -> datetime:
        return (self.event.until or self.event.when).end


def build(snapshot: Snapshot, spec: PanelSpec, config: Config, now: datetime) -> View:
    """What is ahead, the nearest first, then what is over, the latest first."""
    options = spec.options
    assert isinstance(options, Options)
    events = [*_events(snapshot, config)]
    ahead = sorted((each for each in events if each.end >= now), key=lambda each: each.event.when)
    over = sorted((each for each in events if now - options.past <= each.end < now), key=lambda each: each.end)
    rows = tuple(_row(each, config, now) for each in (*ahead, *reversed(over)))
    standing = _health.standing(snapshot, config, now, lambda source: source.kind == "curated", filled=bool(rows))
    return View(
        name=spec.name,
        kind=spec.kind,
        title=spec.title,
        shape=Table(columns=COLUMNS, rows=rows),
        as_of=None,
        condition=standing.condition if rows else Condition.EMPTY,
        trouble=standing.trouble,
        troubled=standing.troubled,
        empty="" if rows else "nothing dated lies ahead",
    )


def _events(snapshot: Snapshot, config: Config) -> Iterator[_Dated]:
    """Events of the sources, of board.toml, and the ends of the tiers' mandates, as far as they had been told of."""
    for dated in _all(snapshot, config):
        known_here = snapshot.sense is Sense.KNOWN and dated.ref.startswith("event:")
        if known_here or had_been_said(snapshot.at, dated.event.when, dated.event.published, dated.here):
            yield dated


def _all(snapshot: Snapshot, config: Config) -> Iterator[_Dated]:
    for record in snapshot.events():
        yield _Dated(record.ref, record.value, record.provenance.source_title, record.provenance.retrieved)
    for number, event in enumerate(config.events, 1):
        yield _Dated(f"agenda:{number}", event, "board.toml", config.written)
    for tier in config.tiers:
        if tier.mandate_until:
            event = Event(
                title=f"Mandate of {tier.name} ends",
                when=tier.mandate_until,
                url=tier.mandate_url,
                published=tier.mandate_published,
            )
            yield _Dated(f"tier:{tier.level}", event, "board.toml", config.written)


def _row(dated: _Dated, config: Config, now: datetime) -> TableRow:
    event, zone = dated.event, config.board.time_zone
    when = _words.date(event.when, zone)
    if event.until and event.until != event.when:
        when += f" to {_words.date(event.until, zone)}"
    tone = Tone.PLAIN if dated.end >= now else Tone.MUTED
    return TableRow(
        ref=dated.ref,
        cells=(
            Cell(when, iso(event.when), tone),
            Cell(event.title, event.title, tone),
            Cell(_to_go(dated, now, zone), _words.days_to(event.when, now, zone), Tone.MUTED),
            Cell(dated.source, dated.source, Tone.MUTED),
            Cell(event.url or "", event.url, Tone.MUTED),
        ),
    )


def _to_go(dated: _Dated, now: datetime, zone: tzinfo) -> str:
    """`in 12 d`, `now`, `3 d ago`: until it begins, then since it is over."""
    begins, ends = dated.event.when, dated.event.until or dated.event.when
    last = ends if ends.precision is Precision.SECOND else When(ends.end, Precision.DAY)
    if _way(begins, now, zone) > 0:
        return f"in {_apart(begins, now, zone)}"
    return f"{_apart(last, now, zone)} ago" if _way(last, now, zone) < 0 else "now"


def _way(when: When, now: datetime, zone: tzinfo) -> float:
    """Above 0 where it is ahead, below where it is past; a day is neither while it is today where the reader is."""
    if when.precision is Precision.SECOND:
        return (when.start - now).total_seconds()
    return _words.days_to(when, now, zone)


def _apart(when: When, now: datetime, zone: tzinfo) -> str:
    """Hours to or from a near instant; else days of the calendar, as no hour of a day is known."""
    time = abs(when.start - now)
    if when.precision is Precision.SECOND and time < _NEAR:
        return _words.length(time)
    return _words.calendar_length(abs(_words.days_to(when, now, zone)))
