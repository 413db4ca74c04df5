"""Claims.

Who asserts a claim, who denies it and who has not answered; counted by origin, however many carried it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from board.judging.claims import ClaimTally, Judged, Side
from board.options import option
from board.panels import _claims, _health, _stances, _words
from board.shapes import Cell, Column, Condition, Line, Span, Table, TableRow, Tone, View
from board.snapshot import Part, Snapshot
from board.spec import Config, PanelSpec
from board.text.iso import iso

COLUMNS = (
    Column(name="claim", title="Claim", keep=10, stretch=True),
    Column(name="asserts", title="Claim it", keep=9),
    Column(name="denies", title="Deny it", keep=8),
    Column(name="silent", title="No answer", right=True, keep=7),
    Column(name="open", title="Open", right=True, keep=3),
    Column(name="unsure", title="Unsure", right=True, keep=2),
    Column(name="newest", title="Newest", keep=6),
    Column(name="name", title="Name", keep=1),
)
READS = frozenset({Part.SAID, Part.DECIDED, Part.STATES})


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What `[[panel]] kind = "claims"` takes."""

    only: tuple[str, ...] = option("names of the claims to show; all unless given", (), example='["us-withdrawal"]')


def build(snapshot: Snapshot, spec: PanelSpec, config: Config, now: datetime) -> View:
    """One row a configured claim, in the order of board.toml."""
    options = spec.options
    assert isinstance(options, Options)
    tallies = [
        each for each in _claims.claims(snapshot, config).tallies if not options.only or each.claim.name in options.only
    ]
    filled = any(each.judged for each in tallies)
    standing = _health.standing(snapshot, config, now, lambda source: source.gives == "statements", filled=filled)
    dates = [each.newest for each in tallies if each.newest]
    return View(
        name=spec.name,
        kind=spec.kind,
        title=spec.title,
        shape=Table(columns=COLUMNS, rows=tuple(_row(each, now) for each in tallies)),
        as_of=max(dates, default=None),
        condition=standing.condition if tallies else Condition.EMPTY,
        trouble=standing.trouble,
        troubled=standing.troubled,
        empty="" if tallies else "no [claim.NAME] is configured: see board.toml",
        gist=_gist(tallies),
        data={"claims": {each.claim.name: _data(each) for each in tallies}},
    )


def _gist(tallies: Sequence[ClaimTally]) -> Line:
    """`us-withdrawal: 4 (1 origin) claim it · 3 weakly deny it · 2 no answer`: the first claim that was spoken of."""
    tally = next((each for each in tallies if each.judged), None)
    if tally is None:
        return (Span(f"nothing said on {_words.plural(len(tallies), 'claim')}", Tone.MUTED),) if tallies else ()
    asserts, denies = _side(tally, Side.ASSERTS, Tone.CLAIMS), _denials(tally)
    return (
        Span(f"{tally.claim.name}: ", Tone.MUTED),
        Span(f"{asserts.text} claim it", asserts.tone),
        Span(" · ", Tone.MUTED),
        Span(f"{denies.text} deny it", denies.tone),
        Span(f" · {tally.origins(Side.SILENT)} no answer", Tone.MUTED),
    )


def _row(tally: ClaimTally, now: datetime) -> TableRow:
    claim = tally.claim
    return TableRow(
        ref=f"claim:{claim.name}",
        cells=(
            Cell(claim.text, claim.text),
            _side(tally, Side.ASSERTS, Tone.CLAIMS),
            _denials(tally),
            _silent(tally),
            _some(tally, Side.OPEN),
            _some(tally, Side.UNSURE),
            Cell(_quiet(tally, now), iso(tally.newest), Tone.MUTED),
            Cell(claim.name, claim.name, Tone.MUTED),
        ),
    )


def _side(tally: ClaimTally, side: Side, tone: Tone) -> Cell:
    """`4 (1 origin)`: statements, and how many of them are independent where that is not all."""
    told, origins = len(tally.on(side)), tally.origins(side)
    text = str(told) if told == origins else f"{told} ({_words.plural(origins, 'origin')})"
    return Cell(text, told, tone if told else Tone.MUTED)


def _denials(tally: ClaimTally) -> Cell:
    """`1 strongly`, `14 (8 origins), 2 strongly`: how many are as strong as the strongest, where not all are."""
    cell, strongest = _side(tally, Side.DENIES, Tone.DENIES), tally.strongest_denial
    if strongest is None or not _stances.STRENGTHS[strongest]:
        return cell
    denials = tally.on(Side.DENIES)
    so_strong = sum(each.record.statement.strength is strongest for each in denials)
    told = (
        f", {so_strong} {_stances.STRENGTHS[strongest]}"
        if so_strong < len(denials)
        else f" {_stances.STRENGTHS[strongest]}"
    )
    return Cell(f"{cell.text}{told}", cell.value, cell.tone)


def _silent(tally: ClaimTally) -> Cell:
    """How many have not answered, however often that was told."""
    asked = tally.origins(Side.SILENT)
    return Cell(str(asked), asked, Tone.NO_COMMENT if asked else Tone.MUTED)


def _some(tally: ClaimTally, side: Side) -> Cell:
    """Blank where there are none, which is usual."""
    told = len(tally.on(side))
    return Cell(str(told) if told else "", told, Tone.UNKNOWN)


def _quiet(tally: ClaimTally, now: datetime) -> str:
    if tally.newest is None:
        return "nothing dated" if tally.judged else "nothing said"
    return "today" if tally.newest.end > now else f"{_words.length(now - tally.newest.end)} ago"


def _data(tally: ClaimTally) -> dict[str, object]:
    strongest = tally.strongest_denial
    return {
        "text": tally.claim.text,
        "match": tally.claim.match,
        "strongest_denial": strongest.value if strongest else None,
        "newest": iso(tally.newest),
        "asserting_origins": tally.origins(Side.ASSERTS),
        "denying_origins": tally.origins(Side.DENIES),
        **{side.value: [_judged(each) for each in tally.on(side)] for side in Side},
    }


def _judged(judged: Judged) -> dict[str, object]:
    statement = judged.record.statement
    return {
        "ref": judged.record.ref,
        "who": _stances.who(statement),
        "word": _stances.word(statement),
        "text": statement.text,
        "published": iso(statement.published),
        "url": statement.url,
        "because": judged.because,
        "by_hand": judged.by_hand,
    }
