"""A statement record as one entry of a feed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

from board.judging.claims import Side
from board.model import Confidence, Figure
from board.panels import _names, _plain, _stances, _words
from board.panels._claims import Claims, Placed
from board.shapes import Entry, Span, Tone
from board.snapshot import Recorded, StatementRecord
from board.spec import Config

_MOST_FIGURES = 4
AHEAD = Span("dated ahead", Tone.STALE)
"""Why something stands lower than its date."""


def entry(record: StatementRecord, claims: Claims, config: Config, shipped: frozenset[str] = frozenset()) -> Entry:
    """One statement of one origin, with how many carried it and what hangs on it; from a `shipped` source it is old."""
    statement, proposed = record.statement, claims.proposed(record)
    return Entry(
        ref=record.ref,
        key=record.id,
        when=statement.published,
        word=_stances.word(statement),
        tone=_stances.tone(statement),
        who=_stances.who(statement),
        how=_stances.how(statement),
        text=statement.text,
        quote=statement.quote,
        way=_stances.way(statement),
        carriers=carriers(record),
        marks=tuple(marks(record, claims, config)),
        grade=f"{record.provenance.grade}{record.information or f'{proposed[0]}?'}",
        new=not record.read and record.provenance.source not in shipped,
        data=_plain.statement(record) | _judged(claims.places.get(record.ref, ()), proposed),
    )


def carriers(record: StatementRecord) -> int:
    """How many outlets passed the statement on; the origin is none of them."""
    told = {*record.statement.carriers}
    for _, same, came in record.repeats:
        told |= {*same.carriers} or {came.source_title}
    return len(told - {record.statement.origin, ""})


def _judged(places: Sequence[Placed], proposed: tuple[int, str]) -> dict[str, object]:
    """The claims a statement bears on, and the Admiralty number the rules propose with their reason."""
    return {
        "claims": [
            {"name": each.tally.claim.name, "side": each.judged.side.value, "because": each.judged.because}
            for each in places
        ],
        "proposed_information": {"number": proposed[0], "because": proposed[1]},
    }


def marks(record: StatementRecord, claims: Claims, config: Config) -> Iterator[Span]:
    """What hangs on a statement: figures, claims it bears on, edits, doubt, notes."""
    yield from (_figure(each, config) for each in record.figures[:_MOST_FIGURES])
    if len(record.figures) > _MOST_FIGURES:
        yield Span(f"+{len(record.figures) - _MOST_FIGURES} figures", Tone.MUTED)
    for placed in claims.places.get(record.ref, ()):
        if placed.judged.side is not Side.BESIDE:
            yield Span(f"{placed.judged.side.value}: {placed.tally.claim.name}", _tone(placed.judged.side))
    if record.edited:
        yield Span("edited", Tone.STALE)
    if record.dated_ahead:
        yield AHEAD
    if record.read_as is not None:
        yield Span("put right", Tone.MUTED)
    if record.statement.confidence is Confidence.LOW:
        yield Span("unsure", Tone.UNKNOWN)
    if record.notes:
        yield Span(_words.plural(record.notes, "note"), Tone.MUTED)


def _figure(record: Recorded[Figure], config: Config) -> Span:
    figure = record.value
    unsure = "?" if figure.confidence is Confidence.LOW else ""
    whose = figure.nation or _names.titled(figure.subject, config)
    return Span(" ".join(filter(None, (whose, _words.figure(figure) + unsure))), Tone.STRONG)


def _tone(side: Side) -> Tone:
    match side:
        case Side.ASSERTS:
            return Tone.CLAIMS
        case Side.DENIES:
            return Tone.DENIES
        case Side.SILENT | Side.ANSWERED:
            return Tone.NO_COMMENT
        case Side.OPEN | Side.BESIDE | Side.UNSURE:
            return Tone.UNKNOWN
        case _:
            assert_never(side)
