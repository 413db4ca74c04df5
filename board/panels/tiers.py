"""Response tiers.

Who responds first, second and third: each with the posture a person gave it, its strength and latest activity.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from board.judging.postures import WINDOW, Proposal, is_body, names_it, propose
from board.model import When
from board.options import option
from board.panels import _decided, _editions, _health, _names, _plain, _stances, _words
from board.panels._foreseen import had_been_said
from board.shapes import Ladder, Line, Rung, Span, Tone, View
from board.snapshot import Decision, Part, Snapshot, StatementRecord
from board.spec import Config, PanelSpec, TierSpec
from board.text.iso import iso

_ROLES = {1: "first", 2: "second", 3: "third"}
LOOKED_AT = 30
"""Statements on a tier, the newest, from which its activity is told and a posture proposed, on quiet days."""
MOST_LOOKED_AT = 300
"""The same where that many were said in the last days: on the day of a clash it is the first hour that tells."""
_TONES = {1: Tone.TIER_1, 2: Tone.TIER_2, 3: Tone.TIER_3}
READS = frozenset({Part.SAID, Part.DECIDED, Part.STATES})


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What `[[panel]] kind = "tiers"` takes."""

    headlines: bool = option("count headlines as activity too", True)


def build(snapshot: Snapshot, spec: PanelSpec, config: Config, now: datetime) -> View:
    """One rung a configured tier; a posture stays `unknown` until a person decides it."""
    options = spec.options
    assert isinstance(options, Options)
    tiers = sorted(config.tiers, key=lambda tier: tier.level)
    found = {tier.level: _found(snapshot, tier, options, snapshot.at or now) for tier in tiers}
    zone, moment = config.board.time_zone, snapshot.at or now
    proposals = {each.level: each for each in _proposals(snapshot, tiers, found.values(), moment, zone)}
    standing = _health.standing(
        snapshot, config, now, lambda source: source.gives == "statements", filled=bool(config.tiers)
    )
    dates = [_newest(records) for records in found.values()]
    return View(
        name=spec.name,
        kind=spec.kind,
        title=spec.title,
        shape=Ladder(
            rungs=tuple(
                _rung(snapshot, tier, latest(tier, found[tier.level]), proposals.get(tier.level), config)
                for tier in tiers
            ),
            footer=_described(tiers),
        ),
        as_of=max((date for date in dates if date), default=None),
        condition=standing.condition,
        trouble=standing.trouble,
        troubled=standing.troubled,
        empty="" if tiers else "no [[tier]] is configured: see board.toml",
    )


def _found(snapshot: Snapshot, tier: TierSpec, options: Options, moment: datetime) -> Sequence[StatementRecord]:
    """The newest on a tier, and all of the days in which a posture is looked for, up to very many."""
    query, found = mentions(tier), list[StatementRecord]()
    while len(found) < MOST_LOOKED_AT:
        before = found[-1].id if found else None
        page = snapshot.statements(limit=LOOKED_AT, before=before, query=query, headlines=options.headlines)
        found += page
        oldest = min((each.statement.published.end for each in page if each.statement.published), default=moment)
        if len(page) < LOOKED_AT or oldest < moment - WINDOW:
            break
    return found


def latest(tier: TierSpec, records: Sequence[StatementRecord]) -> StatementRecord | None:
    """Of statements that speak of a tier, newest first, the one that tells most of it; `None` where there is none.

    What it says itself comes before what others say of it, and that before what only stands under a headline that
    names it; but nothing that is a week older than the newest, nor what has no date where anything has one.
    """
    newest = _newest(records)
    recent = [record for record in records if newest is None or _is_near(record, newest)]
    own = (each for each in recent if each.statement.stance and is_body(tier, each.statement))
    of_it = (each for each in recent if names_it(tier, each.statement.text))
    return next(own, None) or next(of_it, None) or next(iter(recent), None)


def _newest(records: Sequence[StatementRecord]) -> When | None:
    """The date of the newest that has one: a date that lay ahead tells no more than none."""
    dates = (record.statement.published for record in records if not record.dated_ahead)
    return next((date for date in dates if date is not None), None)


def _is_near(record: StatementRecord, newest: When) -> bool:
    said = record.statement.published
    return said is not None and not record.dated_ahead and newest.start - said.end <= WINDOW


def mentions(tier: TierSpec) -> str:
    """The query that finds what speaks of a tier, by any of its names."""
    return _names.query((tier.name, *tier.aliases))


def _proposals(
    snapshot: Snapshot,
    tiers: Sequence[TierSpec],
    found: Iterable[Sequence[StatementRecord]],
    moment: datetime,
    zone: tzinfo,
) -> tuple[Proposal, ...]:
    """What the rules read from the newest statements on any tier, at the moment the board is shown at."""
    records = {record.ref: record for records in found for record in records}
    decided = {tier.level: posture(snapshot.decisions(f"tier:{tier.level}")) for tier in tiers}
    known = {level: decision for level, decision in decided.items() if decision}
    return propose(tuple(records.values()), tiers, moment, decided=known, zone=zone)


def _rung(
    snapshot: Snapshot, tier: TierSpec, latest: StatementRecord | None, proposal: Proposal | None, config: Config
) -> Rung:
    decided = posture(snapshot.decisions(f"tier:{tier.level}"))
    return Rung(
        ref=f"tier:{tier.level}",
        level=tier.level,
        name=tier.name,
        role=tier.role or _ROLES.get(tier.level, f"tier {tier.level}"),
        posture=decided.value if decided else "unknown",
        posture_tone=_TONES.get(tier.level, Tone.PLAIN) if decided else Tone.UNKNOWN,
        since=decided.at if decided else None,
        basis=_basis(tier, snapshot, config),
        strength=strength(snapshot, tier, config),
        latest=_told(latest, config) if latest else (Span("nothing found in the sources", Tone.MUTED),),
        latest_ref=latest.ref if latest else None,
        decided=_decided.by(decided) if decided else "",
        proposal=f"{proposal.posture}: {proposal.because}" if proposal else "",
        data=_data(tier, mandate(snapshot, tier, config), decided, latest, proposal),
    )


def posture(decisions: Sequence[Decision]) -> Decision | None:
    """The newest decision on a tier's posture; none where it was taken back."""
    newest = next((decision for decision in decisions if decision.kind == "posture"), None)
    return newest if newest and newest.value not in ("", "unknown") else None


def strength(snapshot: Snapshot, tier: TierSpec, config: Config) -> str:
    """`8,546 staff (Mar 2012)`, or the total of the force's newest table: `4,767 from 33 nations (19 Feb 2026)`."""
    zone = config.board.time_zone
    if tier.strength and tier.strength_as_of and not had_been_said(snapshot.at, tier.strength_as_of, None):
        return "strength unknown"
    if tier.strength:
        return f"{tier.strength} ({_words.date(tier.strength_as_of, zone) if tier.strength_as_of else 'date unknown'})"
    editions = _editions.in_order(snapshot.editions(tier.force)) if tier.force else ()
    if not editions:
        return "strength unknown"
    newest = editions[-1].value
    total = _editions.total(newest, snapshot.figures(subject=tier.force, totals_only=True))
    if total.whole is None:
        return f"{_words.count(total.known)} known, total unknown ({_words.date(newest.as_of, zone)})"
    nations = total.nations or (total.rows if total.complete else None)
    of = f" from {_words.plural(nations, 'nation')}" if nations else ""
    return f"{_words.count(total.whole)}{of} ({_words.date(newest.as_of, zone)})"


def mandate(snapshot: Snapshot, tier: TierSpec, config: Config) -> When | None:
    """When its mandate ends, where that had been said by the time that is shown."""
    until = tier.mandate_until
    said = until and had_been_said(snapshot.at, until, tier.mandate_published, config.written)
    return until if said else None


def _basis(tier: TierSpec, snapshot: Snapshot, config: Config) -> str:
    ends = mandate(snapshot, tier, config)
    until = f"mandate to {_words.date(ends, config.board.time_zone)}" if ends else ""
    return " · ".join(filter(None, (tier.basis, until)))


def _told(record: StatementRecord, config: Config) -> Line:
    """`19 Feb 2026 CONFIRMS NATO, official: …`: what was last said, not a judgement of it."""
    statement = record.statement
    published = statement.published
    age = _words.date(published, config.board.time_zone) if published else "undated"
    return (
        Span(f"{age} ", Tone.MUTED),
        Span(_stances.word(statement), _stances.tone(statement)),
        Span(f" {_stances.who(statement)}: {statement.text}"),
    )


def _described(tiers: Sequence[TierSpec]) -> tuple[Line, ...]:
    told = dict.fromkeys(tier.described_by for tier in tiers if tier.described_by)
    return ((Span(f"as described by {', '.join(told)}", Tone.MUTED),),) if told else ()


def _data(
    tier: TierSpec,
    until: When | None,
    decided: Decision | None,
    latest: StatementRecord | None,
    proposal: Proposal | None,
) -> dict[str, object]:
    return {
        "aliases": list(tier.aliases),
        "basis_url": tier.basis_url,
        "strength_as_of": iso(tier.strength_as_of),
        "strength_url": tier.strength_url,
        "mandate_until": iso(until),
        "described_by": tier.described_by or None,
        "decided_by": decided.who if decided else None,
        "why": decided.why if decided else None,
        "latest": _plain.statement(latest) if latest else None,
        "proposed": _proposed(proposal) if proposal else None,
    }


def _proposed(proposal: Proposal) -> dict[str, object]:
    return {
        "posture": proposal.posture.value,
        "because": proposal.because,
        "ref": proposal.ref,
        "said": iso(proposal.said),
    }
