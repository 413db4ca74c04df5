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


def known_in(
    texts: Sequence[Prose], persons: Sequence[Person], published: When | None
) -> Iterator[tuple[str, Speaker]]:
    """Those whose full name stands in the headline or the text, by surname, with the office they held on its day.

    A surname alone is enough where it can mean but one, and a force of the board, his land or his body is told of:
    `Lund` in a text on NATO. What the text itself tells of them goes before. Where the day is not known, who has but
    one office in the list is given that, another the one of the latest year the text speaks of; both unsure.
    """
    places = _places(texts, persons)
    confidence = Confidence.LOW if published is None else Confidence.MEDIUM
    meant: dict[str, list[Person]] = {}
    for person, spelling in ((one, spelling) for one in persons for spelling in (one.name, *one.aliases)):
        surname = _name_of(spelling)[-1]
        if surname not in places:
            continue
        is_full = any(_stands(_name_of(spelling), *place) for place in places[surname])
        if not _is_in_office(texts, person, persons, published):
            if is_full:
                yield surname, Speaker(spelling, "", Identity.NAMED, nation=person.nation or None)
        elif is_full:
            yield surname, _speaker(person, spelling, confidence)
        elif all(_is_alone(*place) for place in places[surname]) and _is_told(texts, person):
            meant.setdefault(surname, []).append(person)
    for surname, others in meant.items():
        if len({person.name for person in others}) == 1:
            yield surname, _speaker(others[0], _spelt(others[0], surname), confidence)


def _places(texts: Sequence[Prose], persons: Sequence[Person]) -> dict[str, list[tuple[Prose, int]]]:
    """Where the surnames of `persons` stand."""
    surnames = {_name_of(spelling)[-1] for person in persons for spelling in (person.name, *person.aliases)}
    found: dict[str, list[tuple[Prose, int]]] = {}
    for prose in texts:
        for place, word in enumerate(prose.words):
            if word.folded in surnames:
                found.setdefault(word.folded, []).append((prose, place))
    return found


def _is_told(texts: Sequence[Prose], person: Person) -> bool:
    """Whether a force of the board, the person's land or his body is named."""
    if any(prose.force or prose.phrases("force") for prose in texts):
        return True
    is_of_land = any(mark.value == person.nation for prose in texts for mark in prose.nations)
    return is_of_land or _is_body_told(texts, person)


def _is_body_told(texts: Sequence[Prose], person: Person) -> bool:
    """All capitals of its name, or one that is written in capitals alone: `NATO` of `SACEUR (NATO, …)`."""
    body = [word.text for word in words_of(person.organisation) if word.text[0].isupper()]
    told = {word.text for prose in texts for word in prose.words}
    return told.issuperset(body) or any(len(word) > 1 and word.isupper() and word in told for word in body)


def _is_alone(prose: Prose, place: int) -> bool:
    """A surname without another first name before it."""
    has_first_name = place > 0 and prose.is_capital(place - 1) and may_name(prose, place - 1)
    return prose.is_capital(place) and not has_first_name


@lru_cache(maxsize=1024)
def _name_of(spelling: str) -> list[str]:
    return [word.folded for word in words_of(spelling) if len(word.text) > 1]


def _spelt(person: Person, surname: str) -> str:
    """The name in the spelling of the text."""
    return next(spelling for spelling in (person.name, *person.aliases) if _name_of(spelling)[-1] == surname)


def _stands(name: list[str], prose: Prose, place: int) -> bool:
    """Whether the words of a name, without initials, end with word `place`."""
    before = place
    for word in reversed(name[:-1]):
        before -= 1
        while before > 0 and len(prose.words[before].text) == 1:
            before -= 1
        if before < 0 or prose.words[before].folded != word:
            return False
    return True


def _is_in_office(texts: Sequence[Prose], person: Person, persons: Sequence[Person], published: When | None) -> bool:
    if published is not None:
        has_begun = person.since is None or person.since.start <= published.start
        return has_begun and (person.until is None or published.start <= person.until.start)
    if len({(other.organisation, other.role) for other in persons if other.name == person.name}) == 1:
        return True
    year = max((int(prose.words[index].text) for prose in texts for index in prose.years), default=None)
    if year is None or (person.since is not None and person.since.start.year > year):
        return False
    return person.until is None or person.until.start.year > year


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
