"""Who is who: people a text names without telling whom they speak for, as the board's own list has them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import attrgetter

from board.model import Confidence, Identity, When
from board.reading.cast import Speaker
from board.reading.prose import Prose
from board.reading.vocabulary import Person
from board.reading.words import words_of

_FOLDED = attrgetter("folded")


def known_in(prose: Prose, persons: Sequence[Person], published: When | None) -> Iterator[tuple[str, Speaker]]:
    """Those whose full name stands in the text, by surname, with the office they held on the day it was published.

    What the text itself tells of them goes before. Where the day is not known, only who has but one office in the list
    is given it, and that unsure.
    """
    words = list(map(_FOLDED, prose.words))
    named = set(words)
    for person in persons:
        name = _name_of(person.name)
        if named.issuperset(name) and _stands(name, words) and _is_in_office(person, persons, published):
            confidence = Confidence.LOW if published is None else Confidence.MEDIUM
            yield name[-1], _speaker(person, confidence)


@lru_cache(maxsize=1024)
def _name_of(person: str) -> list[str]:
    return [word.folded for word in words_of(person)]


def _stands(name: list[str], words: list[str]) -> bool:
    return any(words[place : place + len(name)] == name for place, word in enumerate(words) if word == name[0])


def _is_in_office(person: Person, persons: Sequence[Person], published: When | None) -> bool:
    if published is None:
        return sum(other.name == person.name for other in persons) == 1
    has_begun = person.since is None or person.since.start <= published.start
    return has_begun and (person.until is None or published.start <= person.until.start)


def _speaker(person: Person, confidence: Confidence) -> Speaker:
    return Speaker(
        person.name,
        person.organisation,
        Identity.NAMED,
        role=person.role,
        nation=person.nation or None,
        official=True,
        confidence=confidence,
    )
