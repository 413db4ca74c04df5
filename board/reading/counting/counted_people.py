"""Numbers with a noun: which noun a number has, and whether it is one for people of a force."""

from __future__ import annotations

from typing import Final

from board.reading.counting.bare_numbers import (
    before_hedges,
    has_before,
    in_brackets_after_a_group,
    of_a_group,
    verb_before,
)
from board.reading.counting.counting import BREAKS, FEW, FORCES, MANY, NEAR, PEOPLE, REACH, THEME, Counted, Spot, is_few
from board.reading.words.members import HIGH, MEDIUM
from board.reading.words.number_words import JOINERS, Count
from board.reading.words.prose import Prose, Sentence

NEWS: Final = 5
"""Words after a noun that may tell that it means others: `people from Kosovo living abroad`."""
_OF_SOMEBODY: Final = FORCES | {"nation", "stands_for"}
_HAS_STAFF: Final = FORCES - {"person.staff"} | {"parent", "armed", "stands_for", "state_of"}


def people(spot: Spot, noun: int, *, part: bool) -> Counted | None:
    """A number with a noun for people; `None` where these are no strength of a force."""
    prose, count = spot.prose, spot.count
    mark = prose.is_a(noun, "person")
    if is_about_others(spot, noun) and not of_a_group(prose, spot.sentence, count):
        return None
    if mark is None:
        known = spot.evidence & FORCES and not is_few(count)
        return Counted(count, PEOPLE, noun, MEDIUM) if known else None
    if mark.value == "others" and not ("made.more" in prose.sorts[noun] and _are_relieved(spot)):
        return None
    if is_few(count) and _is_of_units(spot, noun):
        return None
    if is_few(count) and not (
        part
        or has_before(prose, spot.sentence, count)
        or has_nation(spot, noun)
        or in_brackets_after_a_group(prose, spot.sentence, count)
        or _is_introduced(spot)
    ):
        return None
    if (
        mark.value == "staff"
        and spot.evidence.isdisjoint(_HAS_STAFF)
        and not (THEME in spot.evidence and "theatre" in spot.evidence)
        and not (THEME in spot.evidence and (has_nation(spot, noun) or _are_commanded(spot)))
        and not part
    ):
        return None
    if mark.value == "crowd" and not (part or _is_crowd_of_a_force(spot)):
        return None
    return Counted(count, PEOPLE, noun, HIGH if mark.value == "soldier" else MEDIUM)


def attackers(spot: Spot, noun: int) -> Counted | None:
    """`at least 30 gunmen`: so many of an armed group that they were met as a force, and neither caught nor hurt."""
    prose, count = spot.prose, spot.count
    armed = "gunmen" in spot.sentence.sorts and prose.any_in(range(count.last, noun + 1), "gunmen")
    if not armed or count.value < FEW or THEME not in spot.evidence or is_about_others(spot, noun):
        return None
    if _is_of_a_number(spot):
        return None
    return Counted(count, PEOPLE, noun, MEDIUM)


def _is_of_a_number(spot: Spot) -> bool:
    """`three of the roughly 30 gunmen`: told of only for those three."""
    prose, index = spot.prose, before_hedges(spot.prose, spot.sentence, spot.count)
    if index <= spot.sentence.first or "counts.share" not in prose.sorts[index]:
        return False
    return prose.words[index - 1].text[0].isdigit() or prose.words[index - 1].folded in prose.lexicon.numbers


def _are_commanded(spot: Spot) -> bool:
    """`commands over 4,600 men and women`: too many for a staff."""
    prose, sentence, count = spot.prose, spot.sentence, spot.count
    return count.value >= MANY and (has_before(prose, sentence, count) or verb_before(prose, sentence, count))


def _is_of_units(spot: Spot, noun: int) -> bool:
    """`one police unit`, `three military police companies`: counts the units."""
    behind = range(noun + 1, min(spot.sentence.last, noun + 2))
    return "counts.after" not in spot.prose.sorts[spot.count.last] and spot.prose.any_in(
        behind, "made.group", "made.groups"
    )


def _is_introduced(spot: Spot) -> bool:
    """`The smallest part comes from Montenegro: two soldiers`."""
    colon = spot.count.first - 1
    named = spot.prose.words[colon].text == ":" and colon > spot.sentence.first
    return named and spot.prose.is_any(colon - 1, ("nation", "stands_for"))


def _are_relieved(spot: Spot) -> bool:
    """`was replaced by 225 others`."""
    near = range(max(spot.sentence.first, spot.count.first - NEAR), spot.count.first)
    return spot.prose.any_in(near, "kind.rotation")


def is_about_others(spot: Spot, noun: int) -> bool:
    """`arrested 23 people`, `300 people gathered`."""
    if "not_a_force" not in spot.sentence.sorts:
        return False
    first, last = max(spot.sentence.first, spot.count.first - NEAR), min(spot.sentence.last, noun + NEWS)
    soldiers = "person.soldier" in spot.prose.sorts[noun]
    telling = ("not_a_force.people",) if soldiers else ("not_a_force.people", "not_a_force.living")
    near = [index for index in range(first, last) if spot.prose.is_any(index, telling)]
    near += [index for index in range(first, spot.count.first) if "not_a_force.done" in spot.prose.sorts[index]]
    return any(not _is_cut(spot.prose, min(index, noun), max(index, noun)) for index in near)


def _is_cut(prose: Prose, first: int, last: int) -> bool:
    return any(prose.words[index].text in BREAKS for index in range(first, last))


def _is_crowd_of_a_force(spot: Spot) -> bool:
    """`the contingent numbers 590 people`, `Germany (308 people)`."""
    prose, sentence, count = spot.prose, spot.sentence, spot.count
    if THEME in spot.evidence and (_is_allowed(spot) or verb_before(prose, sentence, count)):
        return True
    if spot.evidence.isdisjoint(_OF_SOMEBODY):
        return False
    return (
        verb_before(prose, sentence, count)
        or of_a_group(prose, sentence, count)
        or has_before(prose, sentence, count)
        or _follows_nation(prose, sentence, count)
        or in_brackets_after_a_group(prose, sentence, count)
        or prose.any_in(range(count.last, min(sentence.last, count.last + REACH)), "counts.serve")
        or prose.any_in(range(count.last, min(sentence.last, count.last + REACH)), "nation", "armed", "parent", "force")
    )


def _is_allowed(spot: Spot) -> bool:
    """`The decision allows as many as 40 persons`, `600 may be sent, in addition up to 20 persons`."""
    limit = spot.prose.any_in(range(spot.count.first - 2, spot.count.first), "qualifier.up_to")
    first = spot.sentence.first if limit else max(spot.sentence.first, spot.count.first - REACH)
    return spot.prose.any_in(range(first, spot.count.first), "kind.ceiling")


def _follows_nation(prose: Prose, sentence: Sentence, count: Count) -> bool:
    index = count.first - 1
    while index >= sentence.first and (prose.words[index].text in "(:–—" or "qualifier" in prose.sorts[index]):
        index -= 1
    return index >= sentence.first and "nation" in prose.sorts[index]


def has_nation(spot: Spot, noun: int) -> bool:
    """`nine Hungarian soldiers`; also where the noun is told with the next number."""
    near = range(spot.count.last, min(spot.sentence.last, noun + NEAR))
    return any("nation" in spot.prose.sorts[index] and "theatre" not in spot.prose.sorts[index] for index in near)


def may_be_nations(spot: Spot) -> bool:
    """Whether nations counted are those that send somebody."""
    if "state_of" in spot.sentence.sorts:
        return False
    named = any(
        mark.last > mark.first + 1
        for mark in spot.sentence.marks.of("count_of_nations")
        if mark.first >= spot.count.last and mark.first <= spot.count.last + 1
    )
    few = spot.count.in_words and spot.count.value < FEW / 2
    if named and THEME in spot.evidence and not few:
        return True
    sending = {"force", "contingent", "person.soldier"}
    return not few and bool(spot.evidence & sending or "count_of_nations.sending" in spot.evidence)


def noun_after(prose: Prose, count: Count, stop: int) -> int | None:
    """The word that says what is counted, or one that rules people out."""
    index = count.last
    if _is_of_persons(prose, index, stop):
        return index
    while index < stop:
        text = prose.words[index].text
        if not prose.sorts[index] and text.isalpha():
            index += 1
            continue
        if index == count.last + 1 and _is_of_a_unit(prose, index):
            return None
        if (text in BREAKS and not prose.sorts[index]) or prose.is_any(index, ("made.time", "made.maybe")):
            return None
        if "unit" in prose.sorts[index]:
            return None if _are_people_doing(prose, count.last, index) else index
        if prose.is_any(index, ("person", "count_of_nations")):
            return _last_noun(prose, count, index, stop)
        if "counts.range" in prose.sorts[index] and (
            "parent" in prose.sorts[index - 1]
            or _joins_two_nouns(prose, count, index, stop)
            or _joins_two_peoples(prose, index, stop)
        ):
            index += 1
            continue
        if (
            prose.is_any(index, ("say", "that", "clause", "aux", "apart", "kind.casualties", "counts.part"))
            and text != "-"
        ):
            return None
        index += 1
    return None


def _is_of_persons(prose: Prose, index: int, stop: int) -> bool:
    """`20 logisticians whose posts go`: a word the reader does not know, of people by the `who` behind it."""
    if index < stop and "made.who" in prose.sorts[index]:
        return True
    if index + 1 >= stop or prose.sorts[index] or not prose.words[index].text.islower():
        return False
    return "made.who" in prose.sorts[index + 1]


def _are_people_doing(prose: Prose, index: int, unit: int) -> bool:
    """`a company of 90 Bulgarians and 40 Greeks patrols the north`: a people, and what is done."""
    named = unit == index + 1 and "nation" in prose.sorts[index]
    people = prose.words[index].folded.endswith("s") and not prose.words[index].text.isupper()
    return named and people and "person" not in prose.sorts[unit]


def _joins_two_nouns(prose: Prose, count: Count, index: int, stop: int) -> bool:
    """`110 cadres and soldiers`: the first noun may be one the reader does not know."""
    if index != count.last + 1 or prose.words[index].folded not in JOINERS or index + 1 >= stop:
        return False
    return not prose.is_capital(index - 1) and "person" in prose.sorts[index + 1]


def _joins_two_peoples(prose: Prose, index: int, stop: int) -> bool:
    """`40,000 Serbian and Yugoslav troops`: two words for a people before one noun."""
    if index + 2 >= stop or not prose.is_capital(index - 1) or not prose.is_capital(index + 1):
        return False
    return "nation" in prose.sorts[index - 1] and "person" in prose.sorts[index + 2]


def _is_of_a_unit(prose: Prose, index: int) -> bool:
    """`27 rotations of soldiers`: the noun before `of` is counted, and is none for people."""
    if "counts.share" not in prose.sorts[index]:
        return False
    return not prose.sorts[index - 1] or prose.is_any(index - 1, ("contingent", "kind.rotation"))


def _last_noun(prose: Prose, count: Count, index: int, stop: int) -> int | None:
    """`police officers`: the last of nouns in a row counts, and may rule people out (`police stations`)."""
    while index + 1 < stop and prose.is_any(index + 1, ("person", "count_of_nations", "unit")):
        index += 1
    few_units = is_few(count) and index + 1 < stop and prose.is_a(index + 1, "contingent")
    return None if few_units else index
