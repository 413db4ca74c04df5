"""The people around somebody who holds an office: `the mayor's office`, `the office of Kosovo's prime minister`."""

from __future__ import annotations

from board.reading.people.bodies import head_body, office_body
from board.reading.people.bodies_before import body_before
from board.reading.people.cast import NOBODY, Cast, Speaker, SpokenFor
from board.reading.people.homes import POSSESSIVE, home_around, home_in, sentence_at
from board.reading.people.places import municipality_before, municipality_of
from board.reading.people.secretaries import secretariat_of
from board.reading.words.lexicon import Mark
from board.reading.words.members import MEDIUM, UNNAMED
from board.reading.words.parts import Parts
from board.reading.words.prose import Prose


def own_office(prose: Prose, parts: Parts, cast: Cast) -> SpokenFor:
    """The body whose head the words of a speaker tell the office of; nobody where they tell no such office."""
    head = head_body(prose, parts)
    if head is None or "mere_office" not in prose.sorts[head.first]:
        return NOBODY
    if "pronoun.body" in prose.sorts[head.first - 1]:
        return SpokenFor(body_before(prose, parts.first), MEDIUM)
    if "pronoun.person" in prose.sorts[head.first - 1]:
        holder = _person_before(prose, cast, head.first)
        return SpokenFor(holder.organisation if holder is not None else "", MEDIUM)
    if (role := _holder(prose, parts, head)) is None:
        return NOBODY
    if "heads_place" in prose.sorts[role.first]:
        place = (
            municipality_of(parts.headed.written(prose)) if parts.headed else municipality_before(prose, parts.first)
        )
        return SpokenFor(place, MEDIUM)
    if "of_many_nations" in prose.sorts[role.first]:
        return SpokenFor(secretariat_of(prose, parts.first) or cast.secretary_of, MEDIUM)
    home = home_in(prose, parts.nation) if parts.nation is not None else home_around(prose, parts.first, cast.home)
    return SpokenFor(office_body(prose, parts, home), MEDIUM)


def _person_before(prose: Prose, cast: Cast, index: int) -> Speaker | None:
    """Whose `his office` is: the person introduced last in the sentence, else whoever was told of last.

    Those unnamed have none: then it is that of the person introduced last before.
    """
    first = prose.sentences[sentence_at(prose, index)].first
    place = max((place for place in cast.introduced if place < index), default=None)
    has_office = cast.person is not None and cast.person.identity is not UNNAMED
    return cast.person if place is None or (place < first and has_office) else cast.introduced[place]


def _holder(prose: Prose, parts: Parts, office: Mark) -> Mark | None:
    """The role right before `'s office`, or behind `office of`."""
    return next((role for role in parts.roles if role.first >= office.last or _owns(prose, role, office)), None)


def _owns(prose: Prose, role: Mark, office: Mark) -> bool:
    return role.last == office.first - 1 and prose.words[role.last].text in POSSESSIVE
