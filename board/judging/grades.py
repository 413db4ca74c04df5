"""The Admiralty number of a statement, proposed by rule from who agrees with it; only a person sets it."""

from __future__ import annotations

from board.judging.claims import ClaimTally, Judged, Side
from board.judging.independence import independent_of
from board.model import Strength
from board.snapshot import StatementRecord

CONFIRMED, PROBABLE, POSSIBLE, DOUBTFUL, IMPROBABLE, UNJUDGED = range(1, 7)
"""1 confirmed by others, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be judged."""
_OPPOSITE = {Side.ASSERTS: Side.DENIES, Side.DENIES: Side.ASSERTS}


def propose(record: StatementRecord, tally: ClaimTally | None) -> tuple[int, str]:
    """A number from 1 to 6 and the reason in words, judged on one claim alone.

    Counted are independent origins besides the statement's own. With nothing to hold it against it is 6; contradicted
    by as many as agree 3, by more 4 or 5.
    """
    judged = next((each for each in tally.judged if each.record.ref == record.ref), None) if tally else None
    if tally is None or judged is None:
        return UNJUDGED, "nothing to hold it against"
    if judged.side not in _OPPOSITE:
        return UNJUDGED, f"neither asserts nor denies: {judged.because}"
    against = tally.on(_OPPOSITE[judged.side])
    with_it = independent_of(judged.origin, (each.origin for each in tally.on(judged.side)))
    return _weigh(len(with_it), tally.origins(_OPPOSITE[judged.side]), _is_strong(against))


def _is_strong(against: tuple[Judged, ...]) -> bool:
    return any(each.record.statement.strength is Strength.STRONG for each in against)


def _weigh(with_it: int, against: int, strongly: bool) -> tuple[int, str]:
    agreed, contradicted = _origins(with_it, "agrees", "agree"), _origins(against, "contradicts", "contradict")
    if not against:
        if not with_it:
            return UNJUDGED, "nobody else has said so, and nobody the contrary"
        return (CONFIRMED if with_it > 1 else PROBABLE), f"{agreed}, none contradicts"
    reason = f"{agreed}, {contradicted}{' strongly' if strongly else ''}"
    if with_it >= against:
        return POSSIBLE, reason
    outweighed = not with_it and (against > 1 or strongly)
    return (IMPROBABLE if outweighed else DOUBTFUL), reason


def _origins(count: int, one: str, several: str) -> str:
    noun = "other origin" if count == 1 else "other origins"
    return f"{count or 'no'} {noun} {one if count == 1 else several}"
