"""Claims: who asserts one, who denies it and how strongly, who was asked and has not answered; counted by origin.

What is judged, and what is not. A statement is placed by its stance and by the claim's query; nobody understands it.

- Its own words, with the name of who says them, match the query: its stance decides. An assertion in the negative
  ("there was no withdrawal") is left to a person.
- Only the headline it stood under makes it match: a denial counts if it shares a word with the query ("no change in
  the deployment of US troops" never says "withdraw") or denies "the report", being asked without answering counts,
  anything else (a NATO official confirming "about 600 troops") says something else.
- Only both together match: a denial counts if most of what the query asks is in its own words, else it is left to a
  person (who denies that "Washington" has to do with it, under a headline on another nation's soldiers).
- A headline is nobody's statement: one that a person puts to the claim is open. What the reader is unsure of is listed
  apart until a person says otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import assert_never

from board.judging.bodies import bodies_of
from board.judging.hands import Hands
from board.judging.independence import Origin, independent, origin_of
from board.judging.negations import NEGATIONS
from board.judging.reported import REPORTED
from board.model import Confidence, Stance, Statement, Strength, When
from board.snapshot import Decision, StatementRecord
from board.spec import ClaimSpec
from board.text.fold import fold
from board.text.query import And, Field, Not, Or, Phrase, Query, Term, matches, parse, words_of


class Side(StrEnum):
    """Where a statement stands to a claim."""

    ASSERTS = "asserts"
    DENIES = "denies"
    SILENT = "silent"
    """Asked, and has not answered or declined."""
    ANSWERED = "answered"
    """Was silent, and has since asserted or denied."""
    OPEN = "open"
    """On the matter, in the negative or as a headline: which way is for a person to say."""
    BESIDE = "beside"
    """Under a headline on the matter, saying something else; a person may put it to the claim."""
    UNSURE = "unsure"
    """The reader is not sure it read this rightly; counts for nothing."""


_BESIDE = "only the headline above it matches"
COUNTED = frozenset({Side.ASSERTS, Side.DENIES, Side.SILENT, Side.ANSWERED})
"""The sides that say something of a claim; the others are listed for a person, and count for nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A statement on one side of a claim, and why."""

    record: StatementRecord
    side: Side
    because: str
    by_hand: bool = False

    @property
    def origin(self) -> Origin:
        return origin_of(self.record)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimTally:
    """What was said on a claim, each list newest first."""

    claim: ClaimSpec
    judged: tuple[Judged, ...]

    def on(self, side: Side) -> tuple[Judged, ...]:
        return tuple(each for each in self.judged if each.side is side)

    def origins(self, side: Side) -> int:
        """How many independent origins stand on a side: a body counts once, as do an outlet and whom it rests on."""
        return len(independent(each.origin for each in self.on(side)))

    @property
    def strongest_denial(self) -> Strength | None:
        """`None` where nobody denies it."""
        found = {each.record.statement.strength for each in self.on(Side.DENIES)}
        return next((strength for strength in reversed(Strength) if strength in found), None)

    @property
    def newest(self) -> When | None:
        """Since when nothing new was said by either side or left unanswered; `None` where nothing is dated."""
        dates = [each.record.statement.published for each in self.judged if each.side in COUNTED]
        return max((date for date in dates if date is not None), default=None)


def tally(claim: ClaimSpec, records: Sequence[StatementRecord], decisions: Iterable[Decision] = ()) -> ClaimTally:
    """The state of `claim` from `records` (already one per origin) and what persons decided of them.

    Decisions heard: `claim` with `+NAME` or `-NAME` puts a statement to the claim or takes it away; `confidence` with
    `high`, `medium` or `low` overrules the reader's. What the query asks of fields, whoever gives the records has
    answered. Raises: QueryError where the claim's query cannot be read.
    """
    query, hands = _without_fields(parse(claim.match)), Hands(decisions)
    judged = [each for record in records if (each := _judge(claim, query, record, hands))]
    newest_first = sorted(judged, key=lambda each: each.record.id, reverse=True)
    return ClaimTally(claim=claim, judged=tuple(_answered(newest_first)))


def _without_fields(query: Query, wanted: bool = True) -> Query:
    """The query as true as it can be whatever stands in the fields it asks of; `wanted` is whether it is to hold."""
    match query:
        case Field():
            return And(()) if wanted else Or(())
        case Not(part):
            return Not(_without_fields(part, not wanted))
        case And(parts):
            return And(tuple(_without_fields(part, wanted) for part in parts))
        case Or(parts):
            return Or(tuple(_without_fields(part, wanted) for part in parts))
        case Term() | Phrase():
            return query
        case _:
            assert_never(query)


def _judge(claim: ClaimSpec, query: Query, record: StatementRecord, hands: Hands) -> Judged | None:
    """`None` where it has nothing to do with the claim, or is older, or a headline, and nobody put it there."""
    put = hands.put(record.ref, claim.name)
    if put is False or (record.statement.stance is None and not put):
        return None
    side, because = _by_stance(record), "put to the claim by hand"
    if put is None:
        placed = None if _is_older(record.statement, claim.since) else _place(query, record)
        if placed is None:
            return None
        side, because = placed
    confidence = hands.confidence(record.ref) or record.statement.confidence
    if confidence is Confidence.LOW and put is None:
        side, because = Side.UNSURE, "the reader is not sure of it"
    return Judged(record=record, side=side, because=because, by_hand=bool(put))


def _is_older(statement: Statement, since: When | None) -> bool:
    """Whether it was surely published before; of what has no date nobody can say."""
    return since is not None and statement.published is not None and statement.published.end < since.start


def _place(query: Query, record: StatementRecord) -> tuple[Side, str] | None:
    statement = record.statement
    said = _folded(f"{statement.text}\n{statement.speaker}\n{statement.role}\n{statement.organisation}")
    if not matches(query, f"{said}\n{_folded(record.item_title)}"):
        return None
    side = _by_stance(record)
    if matches(query, said):
        if side is Side.ASSERTS and NEGATIONS.intersection(words_of(statement.text)):
            return Side.OPEN, "its words match, but in the negative"
        return side, "its words match"
    if side is Side.DENIES:
        return _place_denial(query, said, _folded(record.item_title), words_of(statement.text))
    if side is Side.SILENT:
        return side, "asked, under a headline that matches"
    return Side.BESIDE, _BESIDE


def _place_denial(query: Query, said: str, headline: str, words: Iterable[str]) -> tuple[Side, str]:
    """Where a denial stands whose own words do not match without the headline above them."""
    shares = any(matches(term, said) for term in _terms(query))
    if matches(query, headline):
        is_on_it = shares or not REPORTED.isdisjoint(words)
        return (Side.DENIES, "denies, under a headline that matches") if is_on_it else (Side.BESIDE, _BESIDE)
    asked = tuple(_asked(query))
    if 2 * sum(matches(part, said) for part in asked) > len(asked):
        return Side.DENIES, "denies, and matches with the headline above it"
    return (Side.OPEN, "denies, but most of what matches is in the headline") if shares else (Side.BESIDE, _BESIDE)


def _asked(query: Query) -> Iterator[Query]:
    """What a query asks for at once, part by part; not what it shuts out."""
    match query:
        case And(parts):
            for part in parts:
                yield from _asked(part)
        case Not():
            return
        case _:
            yield query


@lru_cache(maxsize=8192)
def _folded(text: str) -> str:
    """Folding is most of the work, and every claim of a board asks for the same texts again and again."""
    return fold(text)


def _by_stance(record: StatementRecord) -> Side:
    match record.statement.stance:
        case Stance.DENIES:
            return Side.DENIES
        case Stance.NO_COMMENT:
            return Side.SILENT
        case None:
            return Side.OPEN
        case _:
            return Side.ASSERTS


def _terms(query: Query) -> Iterator[Query]:
    """The words and phrases a query asks for; not those it shuts out."""
    match query:
        case Term() | Phrase():
            yield query
        case And(parts) | Or(parts):
            for part in parts:
                yield from _terms(part)
        case Not() | Field():
            return


def _answered(judged: Sequence[Judged]) -> Iterator[Judged]:
    """The same, where silence is over for whoever spoke later or in the same text."""
    spoke = [each for each in judged if each.side in (Side.ASSERTS, Side.DENIES)]
    for each in judged:
        if each.side is Side.SILENT and _is_over(each, spoke):
            yield Judged(record=each.record, side=Side.ANSWERED, because="has spoken since", by_hand=each.by_hand)
        else:
            yield each


def _is_over(silent: Judged, spoke: Sequence[Judged]) -> bool:
    """Whether every body that was asked has spoken; one of two that were asked together is not enough."""
    asked = bodies_of(silent.record.statement.organisation)
    since = [each for each in spoke if each.record.id > silent.record.id or _is_one_text(each, silent)]
    return bool(asked) and asked <= {body for each in since for body in bodies_of(each.record.statement.organisation)}


def _is_one_text(one: Judged, other: Judged) -> bool:
    return one.record.item_ref is not None and one.record.item_ref == other.record.item_ref
