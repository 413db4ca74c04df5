"""Whom a statement counts as: origins are counted, not outlets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from board.judging.bodies import Body, body_of
from board.model import Identity, Statement
from board.snapshot import StatementRecord


@dataclass(frozen=True, slots=True)
class Origin:
    """Who stands for words: `outlet` is empty where a body does so on the record, `body` where the text tells none."""

    outlet: Body
    body: Body

    @property
    def voice(self) -> Origin:
        """What it counts as: a body is itself, named or not and through whatever outlet."""
        return Origin(frozenset(), self.body) if self.body else Origin(self.outlet, frozenset())

    def rests_on(self, other: Origin) -> bool:
        """Whether the one is the outlet of the other: neither confirms the other."""
        return bool(self.outlet) and self.outlet == other.outlet and not (self.body and other.body)


def origin_of(record: StatementRecord) -> Origin:
    """Whom a statement counts as."""
    statement = record.statement
    outlet = body_of(statement.origin or record.provenance.source_title)
    if statement.identity is Identity.UNNAMED:
        return Origin(outlet, body_of(statement.organisation))
    body = body_of(statement.speaker if _is_in_a_capacity(statement) else statement.organisation or statement.speaker)
    return Origin(outlet, frozenset()) if not body or body == outlet else Origin(frozenset(), body)


def _is_in_a_capacity(statement: Statement) -> bool:
    """A named person of no body, told by a description: two `political analysts` are two, and `former` heads are none.

    A description is in the words of a text, in small letters, with the role in it.
    """
    if statement.identity is not Identity.NAMED or not statement.speaker or not statement.role:
        return False
    return statement.organisation[:1].islower() and body_of(statement.role) <= body_of(statement.organisation)


def independent(origins: Iterable[Origin]) -> frozenset[Origin]:
    """The voices among `origins`; an outlet's own is none where the outlet rests on somebody else among them."""
    found = frozenset(origins)
    sources = {origin.outlet for origin in found if origin.body}
    return frozenset(origin.voice for origin in found if origin.body or origin.outlet not in sources)


def independent_of(one: Origin, origins: Iterable[Origin]) -> frozenset[Origin]:
    """The voices among `origins` that are neither `one`'s own, nor its outlet, nor whom it rests on."""
    return independent(origin for origin in origins if origin.voice != one.voice and not origin.rests_on(one))
