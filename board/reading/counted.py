"""Which numbers of a sentence count people of a force, casualties, or nations, and by what word one knows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from board.model import Confidence
from board.reading import bare_numbers as bare
from board.reading.number_words import Count, counts_in
from board.reading.other_numbers import is_other, is_range
from board.reading.prose import Prose, Sentence

REACH = 6
"""Words after a number in which its noun is looked for: `92 lightly armed members`."""
NEAR = 3
MOST = 60
"""Numbers in a sentence; what has more is a table or an attack, not prose."""
NEWS = 5
"""Words after a noun that may tell that it means others: `people from Kosovo living abroad`."""
FEW = 10
"""Below this a number in words is news of some persons (`three soldiers`), not of a force's strength."""
MANY = 100
"""From here a number without a noun is taken for one of people where the text speaks of soldiers."""
_BREAKS = frozenset('.,;:!?()[]"“”„«»…/')
LEFT, RIGHT = 6, 14
"""Words before and after a number in which people are said to be hurt or killed."""
_FORCES = frozenset(("force", "contingent", "person.soldier", "person.staff"))


class Sort(StrEnum):
    PEOPLE = "people"
    CASUALTIES = "casualties"
    NATIONS = "nations"


@dataclass(frozen=True, slots=True)
class Counted:
    """A number that counts: its noun stands at word `noun`, or nowhere (`None`)."""

    count: Count
    sort: Sort
    noun: int | None
    confidence: Confidence = Confidence.HIGH
    part: bool = False
    """Said to be some of those counted before it."""


@dataclass(frozen=True, slots=True)
class _Place:
    """One number where it stands; `stop` is where the next number begins."""

    prose: Prose
    sentence: Sentence
    count: Count
    stop: int
    evidence: frozenset[str]
    """What the sentence speaks of: `person.soldier`, `contingent`, `force`, `nation` …"""


def counted_in(prose: Prose, sentence: Sentence, *, goes_on: bool = False) -> list[Counted]:
    """The numbers of `sentence` that count, in order; `goes_on` where the sentence before it spoke of strengths."""
    every = list(counts_in(prose, sentence.first, sentence.last))
    counts = [count for count in every if not is_other(prose, sentence, count)]
    if not counts or len(counts) > MOST:
        return []
    evidence = _evidence(sentence) | ({"contingent"} if goes_on else set())
    stops = [*(count.first for count in counts[1:]), sentence.last]
    places = [_Place(prose, sentence, count, stop, evidence) for count, stop in zip(counts, stops, strict=True)]
    read = [_read(place) for place in places]
    _share(places, read)
    _leave_out(places, read, [count for count in every if count not in counts])
    return [counted for counted in read if counted is not None]


def _evidence(sentence: Sentence) -> frozenset[str]:
    return frozenset(
        f"{mark.sort}.{mark.value}" if mark.sort in {"person", "count_of_nations"} else mark.sort
        for mark in sentence.marks
    )


def _read(place: _Place) -> Counted | None:
    prose, count = place.prose, place.count
    noun = _noun_after(prose, count, min(place.stop, count.last + REACH))
    if noun is not None and prose.is_a(noun, "unit"):
        return None
    hurt = _is_hurt(place)
    part = bare.is_part(prose, place.sentence, count)
    if noun is None:
        found = _without_noun(place, hurt=hurt, part=part)
    elif prose.is_a(noun, "count_of_nations"):
        found = Counted(count, Sort.NATIONS, noun) if _may_be_nations(place) else None
    elif hurt:
        found = Counted(count, Sort.CASUALTIES, noun)
    else:
        found = _people(place, noun, part=part)
    return None if found is None else replace(found, part=part and found.sort is Sort.PEOPLE)


def _people(place: _Place, noun: int, *, part: bool) -> Counted | None:
    """A number with a noun for people; `None` where these are no strength of a force."""
    prose, count = place.prose, place.count
    mark = prose.is_a(noun, "person")
    if mark is None or mark.value == "others" or _is_about_others(place, noun):
        return None
    if is_few(count) and not (part or bare.has_before(prose, place.sentence, count) or _has_nation(place, noun)):
        return None
    if (
        mark.value == "staff"
        and not place.evidence & (_FORCES - {"person.staff"} | {"parent", "armed", "stands_for"})
        and not part
    ):
        return None
    if mark.value == "crowd" and not (part or _is_crowd_of_a_force(place)):
        return None
    return Counted(count, Sort.PEOPLE, noun, Confidence.HIGH if mark.value == "soldier" else Confidence.MEDIUM)


def _is_about_others(place: _Place, noun: int) -> bool:
    """`arrested 23 people`, `300 people gathered`."""
    first, last = max(place.sentence.first, place.count.first - NEAR), min(place.sentence.last, noun + NEWS)
    near = [index for index in range(first, last) if place.prose.is_a(index, "not_a_force")]
    return any(not _is_cut(place.prose, min(index, noun), max(index, noun)) for index in near)


def _is_cut(prose: Prose, first: int, last: int) -> bool:
    return any(prose.words[index].text in _BREAKS for index in range(first, last))


def _is_crowd_of_a_force(place: _Place) -> bool:
    """`the contingent numbers 590 people`, `Germany (308 people)`."""
    prose, sentence, count = place.prose, place.sentence, place.count
    if not place.evidence & (_FORCES | {"nation", "stands_for"}):
        return False
    return (
        bare.verb_before(prose, sentence, count)
        or bare.has_before(prose, sentence, count)
        or _follows_nation(prose, sentence, count)
        or any(prose.is_a(index, "counts.serve") for index in range(count.last, min(sentence.last, count.last + REACH)))
        or any(
            prose.is_a(index, "nation", "armed") for index in range(count.last, min(sentence.last, count.last + REACH))
        )
    )


def _follows_nation(prose: Prose, sentence: Sentence, count: Count) -> bool:
    index = count.first - 1
    while index >= sentence.first and (prose.words[index].text in "(:–—" or prose.is_a(index, "qualifier")):
        index -= 1
    return index >= sentence.first and prose.is_a(index, "nation") is not None


def _has_nation(place: _Place, noun: int) -> bool:
    """`nine Hungarian soldiers`; also where the noun is told with the next number."""
    near = range(place.count.last, min(place.sentence.last, noun + NEAR))
    return any(place.prose.is_a(index, "nation") and not place.prose.is_a(index, "theatre") for index in near)


def is_few(count: Count) -> bool:
    """A small number in words."""
    return count.in_words and count.value < FEW


def _may_be_nations(place: _Place) -> bool:
    few = place.count.in_words and place.count.value < FEW / 2
    sending = {"force", "contingent", "person.soldier"}
    return not few and bool(place.evidence & sending or "count_of_nations.sending" in place.evidence)


def _noun_after(prose: Prose, count: Count, stop: int) -> int | None:
    """The word that says what is counted, or one that rules people out."""
    index = count.last
    while index < stop:
        text = prose.words[index].text
        if text in _BREAKS:
            return None
        if prose.is_a(index, "unit"):
            return index
        if prose.is_a(index, "person", "count_of_nations"):
            return _last_noun(prose, count, index, stop)
        if prose.is_a(index, "counts.range") and prose.is_a(index - 1, "parent"):
            index += 1
            continue
        if prose.is_a(index, "say", "that", "clause", "aux", "apart", "kind.casualties", "counts.part") and text != "-":
            return None
        index += 1
    return None


def _last_noun(prose: Prose, count: Count, index: int, stop: int) -> int | None:
    """`police officers`: the last of nouns in a row counts, and may rule people out (`police stations`)."""
    while index + 1 < stop and prose.is_a(index + 1, "person", "count_of_nations", "unit"):
        index += 1
    few_units = is_few(count) and index + 1 < stop and prose.is_a(index + 1, "contingent")
    return None if few_units else index


def _without_noun(place: _Place, *, hurt: bool, part: bool) -> Counted | None:
    prose, sentence, count, evidence = place.prose, place.sentence, place.count, place.evidence
    after = prose.is_a(count.last, "counts.after") if count.last < sentence.last else None
    forces = bool(evidence & _FORCES)
    if after is not None and (forces or after.last > after.first + 1):
        return Counted(count, *_noun_before(prose, sentence, count), Confidence.HIGH)
    if hurt and _is_number_of_hurt(place, part=part):
        return Counted(count, Sort.CASUALTIES, None, Confidence.MEDIUM)
    if part and _are_nations(place):
        return Counted(count, Sort.NATIONS, None, Confidence.MEDIUM)
    if part and forces and count.value > 1:
        return Counted(count, Sort.PEOPLE, None, Confidence.MEDIUM)
    if not _counts_alone(place, forces=forces):
        return None
    beside = bare.nation_beside(prose, sentence, count)
    sort, noun = _noun_before(prose, sentence, count) if forces and not beside else (Sort.PEOPLE, None)
    return Counted(count, sort, noun, Confidence.MEDIUM)


def _are_nations(place: _Place) -> bool:
    """`33 countries, 28 of them NATO members`."""
    near = range(place.count.last, min(place.stop, place.count.last + REACH))
    return any(place.prose.is_a(index, "count_of_nations") for index in near)


def _counts_alone(place: _Place, *, forces: bool) -> bool:
    """Whether a number without a noun counts people, by the words beside it."""
    prose, sentence, count, evidence = place.prose, place.sentence, place.count, place.evidence
    beside = bare.nation_beside(prose, sentence, count)
    if (
        beside
        and (forces or evidence & {"theatre", "count_of_nations.nations"})
        and not (is_few(count) and not _has_nation(place, count.last))
    ):
        return True
    if is_few(count) or _is_about_others(place, count.last):
        return False
    if bare.serves(prose, sentence, count):
        return True
    if not forces:
        return False
    if bare.of_more(prose, sentence, count):
        return True
    alone = bare.stands_alone(prose, sentence, count)
    if bare.verb_before(prose, sentence, count) or bare.has_before(prose, sentence, count):
        return alone
    if bare.more_are(prose, sentence, count) or bare.there_are(prose, sentence, count):
        return alone
    units = prose.is_a(count.last, "contingent") if count.last < sentence.last else None
    return count.value >= MANY and (alone or units is not None)


def _is_number_of_hurt(place: _Place, *, part: bool) -> bool:
    prose, sentence, count = place.prose, place.sentence, place.count
    if part:
        return True
    before = bare.before_hedges(prose, sentence, count)
    if before >= sentence.first and prose.is_a(before, "kind.casualties") and bare.stands_alone(prose, sentence, count):
        return True
    if bare.nation_beside(prose, sentence, count):
        return True
    if is_few(count):
        return False
    follows = range(count.last, min(sentence.last, count.last + NEAR))
    if any(prose.is_a(index, "kind.casualties") for index in follows):
        return True
    return bare.stands_alone(prose, sentence, count) and any(
        prose.is_a(index, "kind.casualties") for index in range(max(sentence.first, count.first - LEFT), count.first)
    )


def _noun_before(prose: Prose, sentence: Sentence, count: Count) -> tuple[Sort, int | None]:
    """The nearest noun before the number that it may count: `the countries … are a total of 33`."""
    for index in range(count.first - 1, max(sentence.first, count.first - 2 * REACH) - 1, -1):
        if prose.is_a(index, "count_of_nations"):
            return (Sort.NATIONS if count.value < MANY else Sort.PEOPLE), index
        if prose.is_a(index, "person"):
            return Sort.PEOPLE, index
    return Sort.PEOPLE, None


def _is_hurt(place: _Place) -> bool:
    """Whether those counted are said to be hurt or killed: close by, and in no other clause."""
    prose, sentence, count = place.prose, place.sentence, place.count
    for index in range(count.first - 1, max(sentence.first, count.first - LEFT) - 1, -1):
        if prose.is_a(index, "kind.casualties"):
            return True
        if prose.words[index].text in _BREAKS or prose.words[index].text[0].isdigit() or prose.is_a(index, "clause"):
            break
    for index in range(count.last, min(sentence.last, count.last + RIGHT)):
        if prose.is_a(index, "kind.casualties"):
            return True
        if prose.words[index].text in ";." or prose.is_a(index, "say", "ends_clause", "kind.reinforcement"):
            break
    return False


def _share(places: list[_Place], read: list[Counted | None]) -> None:
    """Numbers joined to one that counts do so too: `300 to 400 soldiers`, `19 NATO and 8 non-NATO nations`."""
    for at in range(len(places) - 2, -1, -1):
        other = read[at + 1]
        if read[at] is None and other is not None and _are_joined(places, at) and not _names_something(places[at]):
            read[at] = replace(other, count=places[at].count, part=False)
    for at in range(1, len(places)):
        other = read[at - 1]
        if other is not None:
            read[at] = _like(places[at], read[at], other, together=_are_joined(places, at - 1))


def _like(place: _Place, mine: Counted | None, other: Counted, *, together: bool) -> Counted | None:
    """What a number counts, after the one before it: `together` where the two are joined."""
    hurt = other.sort is Sort.CASUALTIES
    if mine is not None:
        follows = hurt and (mine.part or (together and mine.noun is None))
        return replace(mine, sort=Sort.CASUALTIES, part=False) if follows else mine
    if not together or _names_something(place) or _is_about_others(place, place.count.last):
        return None
    return replace(other, count=place.count, part=False)


def _leave_out(places: list[_Place], read: list[Counted | None], others: list[Count]) -> None:
    """A number without a noun, joined to one of something else, counts that too: `128 votes to 62`."""
    for at, place in enumerate(places):
        mine = read[at]
        if mine is None or (mine.noun is not None and mine.noun >= mine.count.last):
            continue
        beside = [places[near].count for near in (at - 1, at + 1) if 0 <= near < len(places) and read[near] is None]
        near = [other for other in others if abs(other.first - place.count.first) <= REACH]
        if any(_touches(place.prose, place.count, other) for other in (*beside, *near)):
            read[at] = None


def _touches(prose: Prose, one: Count, other: Count) -> bool:
    first, second = sorted((one, other))
    if second.first - first.last > NEAR:
        return False
    if is_range(prose, first, second):
        return True
    between = range(first.last, second.first)
    unit = first is other and any(prose.is_a(index, "unit") for index in between)
    return unit and all(
        prose.is_a(index, "unit", "counts.range", "counts.share", "article", "qualifier") for index in between
    )


def _are_joined(places: list[_Place], at: int) -> bool:
    return joined(places[at].prose, places[at].count, places[at + 1].count)


def _names_something(place: _Place) -> bool:
    """A word right after it that the reader does not know, or that is a unit: it counts something else."""
    if place.count.last >= len(place.prose.words):
        return False
    noun = _noun_after(place.prose, place.count, min(place.stop, place.count.last + NEAR))
    if noun is not None and place.prose.is_a(noun, "unit", "person.others"):
        return True
    if not place.prose.words[place.count.last].text[0].isalpha() or place.prose.is_a(
        place.count.last, "nation", "parent", "person"
    ):
        return False
    return not bare.stands_alone(place.prose, place.sentence, place.count)


def joined(prose: Prose, one: Count, other: Count) -> bool:
    """Only a few words between the two, one of them a joiner."""
    between = range(one.last, other.first)
    if len(between) > REACH or any(prose.words[index].text in ".;()" for index in between):
        return False
    return any(prose.is_a(index, "counts.range", "counts.share") for index in between)
