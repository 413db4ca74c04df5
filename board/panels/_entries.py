"""A statement record as one entry of a feed."""

from __future__ import annotations

from collections.abc import Iterator

from board.judging.claims import Side
from board.model import Confidence, Figure
from board.panels import _plain, _stances, _words
from board.panels._claims import Claims
from board.shapes import Entry, Span, Tone
from board.snapshot import Recorded, StatementRecord

_MOST_FIGURES = 4
_SIDES = {
    Side.ASSERTS: Tone.CLAIMS,
    Side.DENIES: Tone.DENIES,
    Side.SILENT: Tone.NO_COMMENT,
    Side.ANSWERED: Tone.MUTED,
    Side.OPEN: Tone.UNKNOWN,
    Side.UNSURE: Tone.UNKNOWN,
}


def entry(record: StatementRecord, claims: Claims) -> Entry:
    """One statement of one origin, with how many carried it and what hangs on it."""
    statement = record.statement
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
        marks=tuple(_marks(record, claims)),
        grade=grade(record, claims),
        new=not record.read,
        data=_plain.statement(record) | _judged(record, claims),
    )


def carriers(record: StatementRecord) -> int:
    """How many outlets passed the statement on; the origin is none of them."""
    told = {*record.statement.carriers}
    for _, same, came in record.repeats:
        told |= {*same.carriers} or {came.source_title}
    return len(told - {record.statement.origin, ""})


def grade(record: StatementRecord, claims: Claims) -> str:
    """Admiralty grade of the source and, apart from it, of the information: `B2`, or `B3?` where it is proposed."""
    letter = record.provenance.grade
    return f"{letter}{record.information}" if record.information else f"{letter}{claims.proposed(record)[0]}?"


def _judged(record: StatementRecord, claims: Claims) -> dict[str, object]:
    """The claims a statement bears on, and the number the rules propose with their reason."""
    number, because = claims.proposed(record)
    places = claims.places.get(record.ref, ())
    return {
        "claims": [
            {"name": each.tally.claim.name, "side": each.judged.side.value, "because": each.judged.because}
            for each in places
        ],
        "proposed_information": {"number": number, "because": because},
    }


def _marks(record: StatementRecord, claims: Claims) -> Iterator[Span]:
    yield from (_figure(each) for each in record.figures[:_MOST_FIGURES])
    if len(record.figures) > _MOST_FIGURES:
        yield Span(f"+{len(record.figures) - _MOST_FIGURES} figures", Tone.MUTED)
    for placed in claims.places.get(record.ref, ()):
        yield Span(f"{placed.judged.side.value}: {placed.tally.claim.name}", _SIDES[placed.judged.side])
    if record.edited:
        yield Span("edited", Tone.STALE)
    if record.statement.confidence is Confidence.LOW:
        yield Span("unsure", Tone.UNKNOWN)
    if record.notes:
        yield Span(_words.plural(record.notes, "note"), Tone.MUTED)


def _figure(record: Recorded[Figure]) -> Span:
    figure = record.value
    unsure = "?" if figure.confidence is Confidence.LOW else ""
    whose = figure.nation or figure.subject
    return Span(" ".join(filter(None, (whose, _words.figure(figure) + unsure))), Tone.STRONG)
