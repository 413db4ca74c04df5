"""Whom `we` counts: those of the body that says it, whatever nation its speaker is of."""

from __future__ import annotations

from typing import Final

from board.model import Statement
from board.reading.counting.actors import nation_at
from board.reading.people.forces import bodies_in
from board.reading.whom.noun_phrases import Place, Subject
from board.reading.words.members import HIGH, MEDIUM
from board.text.nations import nation_in_name

NEAR: Final = 8
"""Words before a number in which `we` tells whom it counts: `By 12 March we will be down to around 5,000`."""


def of_those_who_say_we(subject: Subject, place: Place, said: Statement | None) -> Subject:
    """`“We have 4,500 soldiers,” says the Italian who commands the force: the force's; a minister's, his nation's."""
    if said is None or subject.nation is None or subject.confidence is HIGH or not _says_we(place):
        return subject
    if force := _force_of(place, said.organisation):
        return Subject(force, None, MEDIUM)
    nation = nation_in_name(said.organisation) if said.confidence is HIGH else None
    return subject if nation is None else Subject(subject.force, nation, subject.confidence)


def _says_we(place: Place) -> bool:
    prose, count = place.prose, place.counted.count
    near = range(max(place.sentence.first, count.first - NEAR), count.first)
    spoken = prose.those(near, "pronoun.self", "ours")
    return bool(spoken) and all(nation_at(prose, index) is None for index in range(spoken[-1] + 1, count.first))


def _force_of(place: Place, organisation: str) -> str:
    """The force a body is, or runs by the name it has: `SACEUR (NATO, US European Command)`."""
    forces = place.prose.lexicon.multinational
    if organisation in forces:
        return organisation
    force = place.prose.force
    return force if bodies_in(organisation) & forces.get(force, frozenset()) else ""
