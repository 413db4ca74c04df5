"""What a pass changed, told by two snapshots: as the board stood before it and as it stands now."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from board.judging.claims import ClaimTally, tally
from board.model import Edition
from board.snapshot import Recorded, Snapshot, StateChange, StatementRecord
from board.spec import ClaimSpec, Config

MOST = 200
"""Statements a claim is judged from, the newest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TroopChange:
    """A newer edition took the place of an older one."""

    before: Recorded[Edition]
    after: Recorded[Edition]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimChange:
    """A claim as it stood before a pass and after it."""

    before: ClaimTally
    after: ClaimTally


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What one pass changed. What was there for the first time has no `before` and is no change."""

    troops: tuple[TroopChange, ...] = ()
    statements: tuple[StatementRecord, ...] = ()
    """New ones, one per origin; repetitions of known ones are not new."""
    sources: tuple[StateChange, ...] = ()
    claims: tuple[ClaimChange, ...] = ()


def changes_between(
    before: Snapshot,
    after: Snapshot,
    config: Config,
    *,
    editions: Collection[str] = (),
    statements: Collection[str] = (),
    sources: Sequence[StateChange] = (),
) -> Changes:
    """What is other in `after`; `before` is the board as it was known then (`Sense.KNOWN`).

    `editions` and `statements` are the refs of new ones and `sources` the states that changed, as the store told when
    it kept them: nothing else is told, whatever else differs between the two.
    What a source gives the first time it answers was there before and is no news, nor is what is bundled.

    Raises: StoreError; QueryError where a claim's query cannot be read.
    """
    telling = _telling(before, config)
    if not telling:
        return Changes(sources=tuple(sources))
    found = (after.statement(ref) for ref in statements)
    records = tuple(record for record in found if record is not None and record.provenance.source in telling)
    return Changes(
        troops=tuple(
            change
            for force in _forces(config)
            for change in _troops(before, after, force, telling)
            if change.after.ref in editions
        ),
        statements=records,
        sources=tuple(sources),
        claims=tuple(_claim(before, after, claim, telling, statements) for claim in config.claims) if records else (),
    )


def _telling(before: Snapshot, config: Config) -> frozenset[str]:
    """The sources whose new words are news: they had answered before, and change otherwise than with the program."""
    bundled = {source.name for source in config.sources if source.is_bundled}
    return frozenset(health.name for health in before.health() if health.last_good) - bundled


def _forces(config: Config) -> Sequence[str]:
    """Every force that has a name, whether by itself or as what a source counts."""
    named = (*(force.name for force in config.forces), *(source.force for source in config.sources))
    return tuple(dict.fromkeys(name for name in named if name))


def _troops(before: Snapshot, after: Snapshot, force: str, telling: AbstractSet[str]) -> Iterator[TroopChange]:
    """The newest edition of each source, where it is another than before; old ones that were read late are no news."""
    old = _newest(before.editions(force))
    for source, edition in _newest(after.editions(force)).items():
        if source in old and source in telling and old[source].ref != edition.ref:
            yield TroopChange(before=old[source], after=edition)


def _newest(editions: Sequence[Recorded[Edition]]) -> dict[str, Recorded[Edition]]:
    """The last edition by source, of those given with the oldest first."""
    return {edition.provenance.source: edition for edition in editions}


def _claim(
    before: Snapshot, after: Snapshot, claim: ClaimSpec, telling: AbstractSet[str], new: Collection[str]
) -> ClaimChange:
    old = [record for record in _about(before, claim) if record.provenance.source in telling]
    known = {record.ref for record in old}.union(new)
    now = [record for record in _about(after, claim) if record.provenance.source in telling and record.ref in known]
    return ClaimChange(before=_tally(before, claim, old), after=_tally(after, claim, now))


def _about(snapshot: Snapshot, claim: ClaimSpec) -> Sequence[StatementRecord]:
    return snapshot.statements(limit=MOST, query=claim.match, headlines=False)


def _tally(snapshot: Snapshot, claim: ClaimSpec, records: Sequence[StatementRecord]) -> ClaimTally:
    return tally(claim, records, (*snapshot.decided("claim"), *snapshot.decided("confidence")))
