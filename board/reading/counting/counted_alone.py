"""Numbers without a noun behind them, where the words around tell that they count people or nations."""

from __future__ import annotations

from typing import Final

from board.reading.counting import bare_numbers as bare
from board.reading.counting.counted_hurt import is_number_of_hurt
from board.reading.counting.counted_people import has_nation, is_about_others
from board.reading.counting.counting import (
    CASUALTIES,
    FORCES,
    MANY,
    NATIONS,
    PEOPLE,
    REACH,
    THEME,
    Counted,
    Sort,
    Spot,
    is_few,
)
from board.reading.words.members import MEDIUM
from board.reading.words.number_words import Count
from board.reading.words.prose import Prose, Sentence

_COUNTED: Final = (
    *("person", "contingent", "force", "parent", "mission", "nation", "stands_for", "armed", "count_of_nations"),
    *("made.group", "made.man", "kind.casualties", "pronoun", "body", "theatre"),
)
"""What a number may be the number of."""
_SOLDIERS: Final = frozenset(("contingent", "person.soldier"))
SENTENCE: Final = 5
"""Words of the shortest sentence in which a number by itself may be one of people: `Comments (114)` is none."""


def without_noun(spot: Spot, *, hurt: bool, part: bool) -> Counted | None:
    """A number with no noun behind it; `None` where nothing tells that it counts people or nations."""
    prose, sentence, count, evidence = spot.prose, spot.sentence, spot.count, spot.evidence
    after = prose.is_a(count.last, "counts.after") if count.last < sentence.last else None
    forces = bool(evidence & FORCES)
    if after is not None and (forces or after.last > after.first + 1):
        sort, noun = noun_before(prose, sentence, count)
        return Counted(count, sort, noun)
    if forces and count.value < MANY and (_is_behind_nations(spot) or _is_from_so_many(spot)):
        return Counted(count, NATIONS, None, MEDIUM)
    if hurt and is_number_of_hurt(spot, part=part):
        return Counted(count, CASUALTIES, None, MEDIUM)
    if part and _are_nations(spot):
        return Counted(count, NATIONS, None, MEDIUM)
    if _is_a_branch(spot):
        return Counted(count, PEOPLE, None, MEDIUM, part=True)
    if part and (forces or (THEME in evidence and "theatre" in evidence)) and count.value > 1:
        return Counted(count, PEOPLE, None, MEDIUM)
    if _is_of_things(spot) or not _counts_alone(spot, forces=forces):
        return None
    beside = bare.nation_beside(prose, sentence, count)
    known = forces or THEME in evidence
    sort, noun = noun_before(prose, sentence, count) if known and not beside else (PEOPLE, None)
    return Counted(count, sort, noun, MEDIUM)


def _is_a_branch(spot: Spot) -> bool:
    """`Thirty-three are infantrymen`, in a text about a force: what so many of those told of before are."""
    prose, last = spot.prose, spot.count.last
    opens = THEME in spot.evidence and spot.count.value > 1 and spot.count.first == spot.sentence.first
    return opens and "passive" in prose.sorts[last] and "made.branch" in prose.sorts[last + 1]


def _is_of_things(spot: Spot) -> bool:
    """`one more Polish unit`, `the number of incidents had fallen to 48`."""
    prose, sentence, first = spot.prose, spot.sentence, spot.count.first
    if spot.count.in_words and spot.count.value == 1:
        return True
    for index in range(first - 1, max(sentence.first, first - 2 * REACH), -1):
        if "counts.share" in prose.sorts[index] and "made.figure" in prose.sorts[index - 1]:
            named = range(index + 1, min(first, index + 1 + REACH))
            return (
                len(named) > 0
                and not prose.any_in(named, *_COUNTED)
                and not any(prose.words[at].text.isupper() for at in named)
            )
    return False


def _is_number_of_others(spot: Spot) -> bool:
    """`put the number of Serbs driven from their homes at 3,600`."""
    prose, count = spot.prose, spot.count
    before = range(count.first - 1, max(spot.sentence.first, count.first - 2 * REACH) - 1, -1)
    for index in prose.those(before, "person", "contingent", "force")[:1]:
        others = "person.others" in prose.sorts[index]
        return others and prose.any_in(range(max(0, index - REACH), index), "made.figure")
    return False


def _is_behind_nations(spot: Spot) -> bool:
    """`contributing nations 33;`, `participating countries: 28`."""
    index = spot.count.first - 1
    if index > spot.sentence.first and spot.prose.words[index].text in ":–—-":
        index -= 1
    named = index >= spot.sentence.first and "count_of_nations" in spot.prose.sorts[index]
    return named and bare.stands_alone(spot.prose, spot.sentence, spot.count)


def _is_from_so_many(spot: Spot) -> bool:
    """`50,000 from 39 countries; today 4,600 from 33`."""
    prose, first = spot.prose, spot.count.first
    if first - 2 <= spot.sentence.first or "made.from" not in prose.sorts[first - 1]:
        return False
    told = prose.any_in(range(spot.sentence.first, first), "count_of_nations")
    return told and prose.words[first - 2].text[0].isdigit() and bare.stands_alone(prose, spot.sentence, spot.count)


def _are_nations(spot: Spot) -> bool:
    """`33 countries, 28 of them NATO members`; not `5,134 troops, 657 of whom were provided by partner nations`."""
    near = range(spot.count.last, min(spot.stop, spot.count.last + REACH))
    nations = spot.prose.those(near, "count_of_nations")[:1]
    return any(not spot.prose.any_in(range(spot.count.last, index), "home_of", "counts.by") for index in nations)


def _counts_alone(spot: Spot, *, forces: bool) -> bool:
    """Whether a number without a noun counts people, by the words beside it."""
    prose, sentence, count, evidence = spot.prose, spot.sentence, spot.count, spot.evidence
    if bare.nation_beside(prose, sentence, count) and _is_of_the_nation(spot, forces=forces):
        return True
    alone = bare.stands_alone(prose, sentence, count)
    if forces and bare.of_a_group(prose, sentence, count):
        return alone or bare.goes_on_with_a_deed(prose, sentence, count)
    if forces and not evidence.isdisjoint(_SOLDIERS) and bare.serves(prose, sentence, count):
        return True
    if is_few(count) or is_about_others(spot, count.last) or _is_number_of_others(spot):
        return False
    if bare.serves(prose, sentence, count):
        return True
    if not forces:
        return THEME in evidence and _is_given(spot)
    if bare.of_more(prose, sentence, count) or _is_of_a_limit(spot):
        return True
    units = prose.is_a(count.last, "contingent") if count.last < sentence.last else None
    if _is_told_before(spot) or bare.changes(prose, sentence, count) or bare.more_are(prose, sentence, count):
        return alone or (units is not None and count.value >= MANY and bare.is_of_more(prose, sentence, units.last))
    told = sentence.last - sentence.first >= SENTENCE
    return count.value >= MANY and told and (alone or units is not None)


def _is_of_a_limit(spot: Spot) -> bool:
    """`the ceiling of 500 leaves room`: a verb behind the number."""
    prose, first = spot.prose, spot.count.first
    limit = "counts.share" in prose.sorts[first - 1] and "made.limit" in prose.sorts[first - 2]
    limit = limit or (prose.is_any(first - 1, ("qualifier.up_to",)) and "kind.ceiling" in prose.sorts[first - 1])
    return limit and prose.is_any(spot.count.last, ("counts.have", "motion", "passive", "change.word"))


def _is_told_before(spot: Spot) -> bool:
    """`numbers 4,500`, `has 408`, `there are 98`: what stands before a number that needs no noun."""
    prose, sentence, count = spot.prose, spot.sentence, spot.count
    told = bare.verb_before(prose, sentence, count) or bare.has_before(prose, sentence, count)
    return told or bare.there_are(prose, sentence, count)


def _is_given(spot: Spot) -> bool:
    """`The tables have 561 for March`: a number that is given, in a text about a force whose sentence names none."""
    prose, sentence, count = spot.prose, spot.sentence, spot.count
    if not bare.stands_alone(prose, sentence, count):
        return False
    if _is_told_before(spot):
        return True
    index = bare.before_hedges(prose, sentence, count)
    if index >= sentence.first and "change.start" in prose.sorts[index]:
        return True
    return index > sentence.first and "counts.share" in prose.sorts[index] and _is_figure(prose, index - 1)


def _is_figure(prose: Prose, index: int) -> bool:
    return "made.figure" in prose.sorts[index]


def _is_of_the_nation(spot: Spot, *, forces: bool) -> bool:
    """Whether a number beside a nation counts its people in a force."""
    of_force = (
        forces
        or _is_of_a_people(spot)
        or bool(spot.evidence & {"theatre", "theatre_other", "count_of_nations.nations"})
    )
    if of_force and not (is_few(spot.count) and not has_nation(spot, spot.count.last)):
        return True
    return spot.count.value >= MANY and bare.there_are(spot.prose, spot.sentence, spot.count)


def _is_of_a_people(spot: Spot) -> bool:
    """`the exit of 231 Italians`, in a text about a force."""
    index = spot.count.last
    named = "nation" in spot.prose.sorts[index] and "theatre" not in spot.prose.sorts[index]
    return THEME in spot.evidence and named and spot.prose.words[index].folded.endswith("s")


def noun_before(prose: Prose, sentence: Sentence, count: Count) -> tuple[Sort, int | None]:
    """The nearest noun before the number that it may count: `the countries … are a total of 33`."""
    before = range(count.first - 1, max(sentence.first, count.first - 2 * REACH) - 1, -1)
    for index in prose.those(before, "count_of_nations", "person")[:1]:
        nations = "count_of_nations" in prose.sorts[index] and count.value < MANY
        return (NATIONS if nations else PEOPLE), index
    return PEOPLE, None
