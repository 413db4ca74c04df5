"""Who is who: people a text names without telling whom they speak for, as the board's own list has them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from board.model import Confidence, Identity, When
from board.reading.people.cast import Speaker
from board.reading.words.names import may_name
from board.reading.words.prose import Prose
from board.reading.words.vocabulary import Person
from board.reading.words.words import words_of


def known_in(prose: Prose, persons: Sequence[Person], published: When | None) -> Iterator[tuple[str, Speaker]]:
    """Those whose full name stands in the text, by surname, with the office they held on the day it was published.

    A surname alone is enough where the body is named, too: `Lund` in a text on NATO. What the text itself tells of them
    goes before. Where the day is not known, only who has but one office in the list is given it, and that unsure.
    """
    named = {word.folded for word in prose.words}
    told: list[str] = []
    for person in persons:
        for spelling in (person.name, *person.aliases):
            name = _name_of(spelling)
            if name[-1] not in named or not _is_in_office(person, persons, published):
                continue
            told = told or [word.folded for word in prose.words if len(word.text) > 1]
            if (named.issuperset(name) and _stands(name, told)) or _is_meant(prose, person, name[-1], named):
                confidence = Confidence.LOW if published is None else Confidence.MEDIUM
                yield name[-1], _speaker(person, spelling, confidence)


def _is_meant(prose: Prose, person: Person, surname: str, named: set[str]) -> bool:
    """The surname never stands behind another first name, and the body is named as well."""
    body = [word.folded for word in words_of(person.organisation) if word.text[0].isupper()]
    if not all(len(word) > 1 and word in named for word in body):
        return False
    places = [place for place, word in enumerate(prose.words) if word.folded == surname]
    return all(prose.is_capital(place) and not _has_first_name(prose, place) for place in places)


def _has_first_name(prose: Prose, place: int) -> bool:
    return place > 0 and prose.is_capital(place - 1) and may_name(prose, place - 1)


@lru_cache(maxsize=1024)
def _name_of(spelling: str) -> list[str]:
    return [word.folded for word in words_of(spelling) if len(word.text) > 1]


def _stands(name: list[str], words: list[str]) -> bool:
    """Whether the words of a name, without initials, stand in a row."""
    return any(word == name[0] and words[place : place + len(name)] == name for place, word in enumerate(words))


def _is_in_office(person: Person, persons: Sequence[Person], published: When | None) -> bool:
    if published is None:
        return len({(other.organisation, other.role) for other in persons if other.name == person.name}) == 1
    has_begun = person.since is None or person.since.start <= published.start
    return has_begun and (person.until is None or published.start <= person.until.start)


def _speaker(person: Person, spelling: str, confidence: Confidence) -> Speaker:
    return Speaker(
        spelling,
        person.organisation,
        Identity.NAMED,
        role=person.role,
        nation=person.nation or None,
        official=True,
        confidence=confidence,
    )
