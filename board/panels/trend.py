"""Trend.

A number over the years: the editions of a table as a line, what others gave as marks beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from board.judging.ranges import range_of
from board.model import Edition, Figure, FigureKind, Qualifier, When
from board.options import option
from board.panels import _editions, _health, _names, _words
from board.shapes import Chart, Line, Mark, Span, Tone, View
from board.snapshot import Part, Recorded, Snapshot
from board.spec import Config, PanelSpec

_DAY = len("2026-02-19")
READS = frozenset({Part.SAID, Part.DECIDED, Part.STATES})


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What `[[panel]] kind = "trend"` takes."""

    force: str = option("whose table it is; the board's only or first force unless given", "", example="KFOR")
    nation: str = option("alpha-3 of one nation; the whole force unless given", "", example="ITA")
    since: When | None = option("leaves out what is older", None, example="2014")


def build(snapshot: Snapshot, spec: PanelSpec, config: Config, now: datetime) -> View:
    """Editions joined, other figures of people present beside them; nothing is averaged or filled in."""
    options = spec.options
    assert isinstance(options, Options)
    force = _names.force(options.force, config)
    editions = _editions.in_order(snapshot.editions(force))
    figures = snapshot.figures(
        subject=force,
        nation=options.nation or None,
        kinds=(FigureKind.PRESENT,),
        totals_only=not options.nation,
    )
    line = tuple(_since(_line(editions, figures, options), options))
    drawn = {(mark.at, mark.value) for mark in line}
    marks = tuple(mark for mark in _since(_marks(figures), options) if (mark.at, mark.value) not in drawn)
    standing = _health.standing(
        snapshot, config, now, lambda source: source.gives == "troops", filled=bool(line or marks)
    )
    dates = [*(record.value.as_of for record in editions), *(record.value.as_of for record in figures)]
    return View(
        name=spec.name,
        kind=spec.kind,
        title=spec.title,
        shape=Chart(
            title=_names.nation(options.nation, config) if options.nation else _names.titled(force, config),
            line=line,
            marks=marks,
            footer=_footer(line, marks),
        ),
        as_of=max((date for date in dates if date), default=None),
        condition=standing.condition,
        trouble=standing.trouble,
        troubled=standing.troubled,
        empty=standing.empty,
        data={"force": force, "nation": options.nation or None},
    )


def _since(marks: Iterator[Mark], options: Options) -> Iterator[Mark]:
    return (mark for mark in marks if options.since is None or mark.at >= options.since.start)


def _line(
    editions: Sequence[Recorded[Edition]], figures: Sequence[Recorded[Figure]], options: Options
) -> Iterator[Mark]:
    """One point a dated edition; a partial one without a stated total has no point, for its sum is not the force."""
    for record in editions:
        edition = record.value
        value = edition.troops_of(options.nation) if options.nation else _whole(edition, figures)
        if edition.as_of is not None and value is not None:
            said = edition.said_by or record.provenance.source_title
            told = f"{_words.count(value)} {said}"
            yield Mark(ref=record.ref, at=edition.as_of.start, value=value, label=told, when=edition.as_of)


def _whole(edition: Edition, figures: Sequence[Recorded[Figure]]) -> int | None:
    return _editions.total(edition, figures).whole


def _marks(figures: Sequence[Recorded[Figure]]) -> Iterator[Mark]:
    """A point for each number of a day, however many gave it."""
    given: dict[tuple[str, int, Qualifier], list[Recorded[Figure]]] = {}
    for record in reversed(_wholes(figures)):
        figure = record.value
        if day := _day(figure):
            given.setdefault((day, figure.number, figure.qualifier), []).append(record)
    return map(_mark, given.values())


def _day(figure: Figure) -> str:
    """Of which day it is, or of which month or year where no more is known; empty where nothing is."""
    said = figure.as_of or figure.published
    return str(said)[:_DAY] if said else ""


def _wholes(figures: Sequence[Recorded[Figure]]) -> Sequence[Recorded[Figure]]:
    """Without the parts: of several numbers that one voice gives of one day in one text only one can be of all, the
    largest."""
    largest: dict[tuple[str, str, str], int] = {}
    for record in figures:
        if telling := _telling(record):
            largest[telling] = max(record.value.number, largest.get(telling, 0))
    return [each for each in figures if not (telling := _telling(each)) or each.value.number == largest[telling]]


def _telling(record: Recorded[Figure]) -> tuple[str, str, str] | None:
    """By whom, in which text and of which day; `None` of what was not read from a text."""
    figure = record.value
    text = figure.url or record.provenance.url
    voice = figure.said_by or record.provenance.source_title
    return (voice, text, _day(figure)) if figure.quote and text else None


def _mark(records: Sequence[Recorded[Figure]]) -> Mark:
    """The point of figures that give one number of one day: it stands where the first of them does."""
    record, figure = records[0], records[0].value
    said = figure.as_of or figure.published
    assert said is not None
    low, high = span(figure)
    voices = dict.fromkeys(each.value.said_by or each.provenance.source_title for each in records)
    return Mark(
        ref=record.ref,
        at=said.start,
        value=figure.number,
        low=low,
        high=high,
        label=f"{_words.figure(figure)} {_words.some(voices)}",
        tone=Tone.MUTED,
        when=said,
    )


def span(figure: Figure) -> tuple[float | None, float | None]:
    """From where to where a figure reaches: none for an exact one, `None` on the side that is left open."""
    if figure.qualifier is Qualifier.EXACTLY:
        return None, None
    counts = range_of(figure.number, figure.qualifier)
    return counts.low or None, counts.high


def _footer(line: Sequence[Mark], marks: Sequence[Mark]) -> tuple[Line, ...]:
    """`6 editions, joined · 48 figures of others, not joined`."""
    editions = f"{_words.plural(len(line), 'edition')}, joined" if line else ""
    figures = f"{_words.plural(len(marks), 'figure')} of others, not joined" if marks else ""
    told = " · ".join(filter(None, (editions, figures)))
    return ((Span(told, Tone.MUTED),),) if told else ()
