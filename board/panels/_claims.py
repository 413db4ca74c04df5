"""The board's claims with what was said on each: tallies, marks and proposed grades."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from board.judging import grades
from board.judging.claims import COUNTED, ClaimTally, Judged, Side, tally
from board.judging.corrections import KIND
from board.model import Statement
from board.snapshot import Change, ChangeKind, Decision, Snapshot, StatementRecord
from board.spec import ClaimSpec, Config

MOST = 200
"""Statements a claim is judged from, the newest."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A statement's place in one claim."""

    tally: ClaimTally
    judged: Judged


@dataclass(frozen=True, slots=True)
class Claims:
    """Every claim's tally, and each statement's places in them."""

    tallies: tuple[ClaimTally, ...] = ()
    places: Mapping[str, tuple[Placed, ...]] = field(default_factory=dict)
    """By the statement's ref."""

    def side(self, ref: str, claim: str) -> Side | None:
        """Where the statement of that ref stands to a claim, by its name; `None` where it does not count for it."""
        placed = (each for each in self.places.get(ref, ()) if each.tally.claim.name == claim)
        return next((each.judged.side for each in placed if each.judged.side in COUNTED), None)

    def proposed(self, record: StatementRecord) -> tuple[int, str]:
        """The Admiralty number the rules propose and why: judged on the claim that tells most, 6 where none does."""
        found = [grades.propose(record, placed.tally) for placed in self.places.get(record.ref, ())]
        return min(found, key=lambda each: each[0] == grades.UNJUDGED, default=grades.propose(record, None))


def claims(snapshot: Snapshot, config: Config) -> Claims:
    """The claims of the board, each judged from its newest statements and those a person put to it."""
    decided = _decided(snapshot)
    return _placed(tuple(_tally(snapshot, claim, decided) for claim in config.claims))


def claims_on(records: Sequence[StatementRecord], snapshot: Snapshot, config: Config) -> Claims:
    """Only the claims that any of these records bears on: most pages of a feed bear on none, and cost nothing more."""
    decided = _decided(snapshot)
    touched = [claim for claim in config.claims if tally(claim, records, decided).judged]
    return _placed(tuple(_tally(snapshot, claim, decided, records) for claim in touched))


def lost_side(change: Change, snapshot: Snapshot, config: Config) -> Side | None:
    """Where a statement stood to a claim that its source has taken back; `None` where it did not count for it."""
    if change.kind is not ChangeKind.CLAIM_LOST:
        return None
    claim = next((claim for claim in config.claims if claim.name == change.claim), None)
    said, came = next(iter(change.withdrawn), None), snapshot.provenance(change.ref)
    if claim is None or came is None or not isinstance(said, Statement):
        return None
    record = StatementRecord(
        ref=change.ref, id=0, statement=said, provenance=came, item_ref=None, item_title=change.heading
    )
    judged = tally(claim, (record,), _decided(snapshot)).judged
    return next((each.side for each in judged if each.side in COUNTED), None)


def _decided(snapshot: Snapshot) -> tuple[Decision, ...]:
    """All that persons decided that bears on where a statement stands."""
    return tuple(decision for kind in ("claim", "confidence", KIND) for decision in snapshot.decided(kind))


def _placed(tallies: tuple[ClaimTally, ...]) -> Claims:
    places: dict[str, tuple[Placed, ...]] = {}
    for each in tallies:
        for judged in each.judged:
            places[judged.record.ref] = (*places.get(judged.record.ref, ()), Placed(each, judged))
    return Claims(tallies, places)


def _tally(
    snapshot: Snapshot, claim: ClaimSpec, decided: Sequence[Decision], shown: Sequence[StatementRecord] = ()
) -> ClaimTally:
    """`shown` are judged too, however old."""
    newest = snapshot.statements(limit=MOST, query=claim.match, headlines=False)
    found = {record.ref: record for record in (*newest, *shown)}
    by_hand = {each.ref for each in decided if each.kind == "claim" and each.value == f"+{claim.name}"}
    for ref in sorted(by_hand - found.keys()):
        if record := snapshot.statement(ref):
            found[ref] = record
    return tally(claim, tuple(found.values()), decided)
