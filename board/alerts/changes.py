"""What a pass changed, told by two snapshots: as the board stood before it and as it stands now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
    statements: Sequence[str] = (),
    sources: Sequence[StateChange] = (),
) -> Changes:
    """What is other in `after`; `before` is the board as it was known then (`Sense.KNOWN`).

    `statements` are the refs of new ones and `sources` the states that changed, as the store told when it kept them.
    On a board that was empty before only sources can have changed.

    Raises: StoreError; QueryError where a claim's query cannot be read.
    """
    if before.cut_off() is None:
        return Changes(sources=tuple(sources))
    records = (after.statement(ref) for ref in statements)
    return Changes(
        troops=tuple(change for force in _forces(config) for change in _troops(before, after, force)),
        statements=tuple(record for record in records if record is not None),
        sources=tuple(sources),
        claims=tuple(_claim(before, after, claim) for claim in config.claims) if statements else (),
    )


def _forces(config: Config) -> Sequence[str]:
    """Every force that has a name, whether by itself or as what a source counts."""
    named = (*(force.name for force in config.forces), *(source.force for source in config.sources))
    return tuple(dict.fromkeys(name for name in named if name))


def _troops(before: Snapshot, after: Snapshot, force: str) -> Iterator[TroopChange]:
    """The newest edition of each source, where it is another than before; old ones that were read late are no news."""
    old = _newest(before.editions(force))
    for source, edition in _newest(after.editions(force)).items():
        if source in old and old[source].ref != edition.ref:
            yield TroopChange(before=old[source], after=edition)


def _newest(editions: Sequence[Recorded[Edition]]) -> dict[str, Recorded[Edition]]:
    """The last edition by source, of those given with the oldest first."""
    return {edition.provenance.source: edition for edition in editions}


def _claim(before: Snapshot, after: Snapshot, claim: ClaimSpec) -> ClaimChange:
    return ClaimChange(before=_tally(before, claim), after=_tally(after, claim))


def _tally(snapshot: Snapshot, claim: ClaimSpec) -> ClaimTally:
    records: Sequence[StatementRecord] = snapshot.statements(limit=MOST, query=claim.match, headlines=False)
    return tally(claim, records, (*snapshot.decided("claim"), *snapshot.decided("confidence")))
