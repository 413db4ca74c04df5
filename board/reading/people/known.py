"""Who is who: people a text names without telling whom they speak for, as the board's own list has them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from board.model import Confidence, When
from board.reading.people.cast import Speaker
from board.reading.words.members import LOW, MEDIUM, NAMED
from board.reading.words.names import may_name
from board.reading.words.prose import Prose
from board.reading.words.vocabulary import Person, Vocabulary
from board.reading.words.words import words_of


class Spelling(NamedTuple):
    """One way to write a person's name."""

    person: Person
    text: str
    name: list[str]
    """Its words as they are compared, without initials; the last is the surname."""


class Persons:
    """Those a board knows, found by their surnames."""

    def __init__(self, persons: Iterable[Person] = ()) -> None:
        self.spellings: list[Spelling] = []
        """Every name in every spelling, in order."""
        self.by_surname: dict[str, list[int]] = {}
        """Which of these end with a surname."""
        offices: dict[str, set[tuple[str, str]]] = {}
        for person in persons:
            offices.setdefault(person.name, set()).add((person.organisation, person.role))
            for text in (person.name, *person.aliases):
                name = [word.folded for word in words_of(text) if len(word.text) > 1]
                self.by_surname.setdefault(name[-1], []).append(len(self.spellings))
                self.spellings.append(Spelling(person, text, name))
        self.of_one_office = frozenset(name for name, held in offices.items() if len(held) == 1)
        """The names of those who hold but one office in the list."""


@lru_cache(maxsize=64)
def persons_of(vocabulary: Vocabulary) -> Persons:
    """The persons of a board, made ready once for all texts."""
    return Persons(vocabulary.persons)


def known_in(texts: Sequence[Prose], persons: Persons, published: When | None) -> Iterator[tuple[str, Speaker]]:
    """Those whose full name stands in the headline or the text, by surname, with the office they held on its day.

    A surname alone is enough where it can mean but one, and a force of the board, his land or his body is told of:
    `Lund` in a text on NATO. What the text itself tells of them goes before. Where the day is not known, who has but
    one office in the list is given that, another the one of the latest year the text speaks of; both unsure.
    """
    places = _places(texts, persons)
    confidence = LOW if published is None else MEDIUM
    meant: dict[str, list[Spelling]] = {}
    for index in sorted(index for surname in places for index in persons.by_surname[surname]):
        person, text, name = spelling = persons.spellings[index]
        surname = name[-1]
        is_full = any(_stands(name, *place) for place in places[surname])
        if not _is_in_office(texts, person, persons, published):
            if is_full:
                yield surname, Speaker(text, "", NAMED, nation=person.nation or None)
        elif is_full:
            yield surname, _speaker(person, text, confidence)
        elif all(_is_alone(*place) for place in places[surname]) and _is_told(texts, person):
            meant.setdefault(surname, []).append(spelling)
    for surname, others in meant.items():
        if len({spelling.person.name for spelling in others}) == 1:
            yield surname, _speaker(others[0].person, others[0].text, confidence)


def _places(texts: Sequence[Prose], persons: Persons) -> dict[str, list[tuple[Prose, int]]]:
    """Where the surnames of `persons` stand."""
    found: dict[str, list[tuple[Prose, int]]] = {}
    surnames = persons.by_surname
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


def _is_in_office(texts: Sequence[Prose], person: Person, persons: Persons, published: When | None) -> bool:
    if published is not None:
        has_begun = person.since is None or person.since.start <= published.start
        return has_begun and (person.until is None or published.start <= person.until.start)
    if person.name in persons.of_one_office:
        return True
    year = max((int(prose.words[index].text) for prose in texts for index in prose.years), default=None)
    if year is None or (person.since is not None and person.since.start.year > year):
        return False
    return person.until is None or person.until.start.year > year


def _speaker(person: Person, spelling: str, confidence: Confidence) -> Speaker:
    return Speaker(
        spelling,
        person.organisation,
        NAMED,
        role=person.role,
        nation=person.nation or None,
        official=True,
        confidence=confidence,
    )
