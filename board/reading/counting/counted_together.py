"""Numbers joined to another: what the one counts, so does the other."""

from __future__ import annotations

from typing import Final

from board.reading.counting import bare_numbers as bare
from board.reading.counting.counted_people import is_about_others, noun_after
from board.reading.counting.counting import BREAKS, CASUALTIES, NATIONS, NEAR, PEOPLE, REACH, Counted, Spot, is_few
from board.reading.counting.dated import year_at
from board.reading.counting.other_numbers import is_range
from board.reading.words.members import MEDIUM
from board.reading.words.number_words import JOINERS, Count, in_order
from board.reading.words.prose import Prose

_VERBS: Final = ("aux", "counts.have", "counts.verb", "say", "that")


def share(spots: list[Spot], read: list[Counted | None]) -> None:
    """Numbers joined to one that counts do so too: `300 to 400 soldiers`, `19 NATO and 8 non-NATO nations`."""
    for at in range(len(spots) - 2, -1, -1):
        other = read[at + 1]
        if read[at] is None and other is not None and _are_joined(spots, at) and not _names_something(spots[at]):
            read[at] = Counted(spots[at].count, other.sort, other.noun, other.confidence)
    for at in range(1, len(spots)):
        instead = _is_instead(spots[at]) or _is_a_figure(spots[at])
        other = _last_before(read, at) if instead else read[at - 1]
        if _is_part_of_things(spots, read, at):
            read[at] = None
        if other is None and _is_of_no_people(spots[at], read[at]):
            read[at] = None
        if other is not None:
            read[at] = _like(spots[at], read[at], other, together=instead or _are_joined(spots, at - 1))


def _last_before(read: list[Counted | None], at: int) -> Counted | None:
    return next((read[before] for before in range(at - 1, -1, -1) if read[before] is not None), None)


def _is_part_of_things(spots: list[Spot], read: list[Counted | None], at: int) -> bool:
    """`more than 21,000 patrols, 3,200 of them with the police`: a part of what is no people."""
    mine, whole, prose = read[at], spots[at - 1].count, spots[at].prose
    if mine is None or not mine.part or read[at - 1] is not None or whole.value < mine.count.value:
        return False
    between = range(whole.last, mine.count.first)
    near = 1 < len(between) <= NEAR and prose.words[between[0]].text[0].isalpha()
    return near and prose.words[between[-1]].text == "," and not prose.any_in(between, "person", "nation", "contingent")


def _is_instead(spot: Spot) -> bool:
    """`up to 40 …, instead of 35`, `nineteen were killed …, not 28`."""
    index = bare.before_hedges(spot.prose, spot.sentence, spot.count)
    if index <= spot.sentence.first:
        return False
    return spot.prose.is_any(index, ("change.compared", "made.not"))


def _is_of_no_people(spot: Spot, mine: Counted | None) -> bool:
    """`Nine hundred loaves a day, against 1,400 then`: told beside a number of something else."""
    index = bare.before_hedges(spot.prose, spot.sentence, spot.count)
    beside = index > spot.sentence.first and spot.prose.is_any(index, ("made.versus", "change.compared"))
    return mine is not None and (mine.noun is None or mine.noun < mine.count.first) and beside


def _is_a_figure(spot: Spot) -> bool:
    """`93 were hurt, KFOR said, correcting an earlier figure of 30`."""
    prose, index = spot.prose, bare.before_hedges(spot.prose, spot.sentence, spot.count)
    if index <= spot.sentence.first or "counts.share" not in prose.sorts[index]:
        return False
    return "made.figure" in prose.sorts[index - 1]


def _like(spot: Spot, mine: Counted | None, other: Counted, *, together: bool) -> Counted | None:
    """What a number counts, after the one before it: `together` where the two are joined."""
    hurt = other.sort is CASUALTIES
    if mine is not None:
        if other.sort is NATIONS and _is_part_of_nations(spot, mine, other):
            return Counted(mine.count, NATIONS, mine.noun, mine.confidence)
        of_those = mine.part and not _is_of_soldiers(spot)
        follows = hurt and (of_those or (together and mine.noun is None) or _are_listed(spot, other))
        follows = follows or (hurt and _breaks_down(spot, other, mine_has_no_noun=mine.noun is None))
        return Counted(mine.count, CASUALTIES, mine.noun, mine.confidence) if follows else mine
    if other.sort is PEOPLE and _is_of_a_sum(spot, other):
        return Counted(spot.count, PEOPLE, None, other.confidence, part=True)
    if (noun := _few_of_a_list(spot, other)) is not None:
        return Counted(spot.count, other.sort, noun, other.confidence, part=other.part)
    if other.sort is PEOPLE and is_few(spot.count) and _has_its_nation(spot):
        return Counted(spot.count, PEOPLE, None, other.confidence)
    if other.sort is PEOPLE and _goes_on_a_list(spot):
        return Counted(spot.count, PEOPLE, None, MEDIUM, part=other.part)
    if not together or _names_something(spot) or is_about_others(spot, spot.count.last):
        return None
    return Counted(spot.count, other.sort, other.noun, other.confidence)


def _goes_on_a_list(spot: Spot) -> bool:
    """`Twenty serve in the transport platoon, and 14 in explosive ordnance disposal`."""
    prose, index = spot.prose, bare.before_hedges(spot.prose, spot.sentence, spot.count)
    if index > spot.sentence.first and "that.that" in prose.sorts[index]:
        index -= 1
    if index <= spot.sentence.first or not (prose.words[index].text == "," or "coordinate" in prose.sorts[index]):
        return False
    verb = spot.count.last
    while (
        verb < spot.sentence.last
        and prose.is_any(verb, ("aux", "kind.now"))
        and "counts.serve" not in prose.sorts[verb]
    ):
        verb += 1
    return verb < spot.sentence.last and prose.is_any(verb, ("where", "counts.serve"))


def _breaks_down(spot: Spot, other: Counted, *, mine_has_no_noun: bool) -> bool:
    """`30 were hurt: 11 Italians and 19 Hungarians`, `…, 19 from Hungary`: tells who the ones before were."""
    prose, words = spot.prose, spot.prose.words
    between = range(other.count.last, spot.count.first)
    drawn = mine_has_no_noun and prose.is_any(spot.count.last, ("origin.from",))
    opens = ":(–—," if drawn else ":(–—"
    opened = next((index for index in reversed(between) if words[index].text in opens), None)
    if opened is None or spot.count.value > other.count.value:
        return False
    return not prose.any_in(range(opened, spot.count.first), *_VERBS)


def _is_of_soldiers(spot: Spot) -> bool:
    """`3,500 of its soldiers`: a part of all there are, not of those hurt."""
    mark = spot.prose.is_a(spot.count.last, "counts.part") if spot.count.last < spot.sentence.last else None
    return mark is not None and spot.prose.any_in(range(mark.first, mark.last), "person.soldier", "person.staff")


def _is_part_of_nations(spot: Spot, mine: Counted, other: Counted) -> bool:
    """`28 countries, 20 of them members of NATO`."""
    fits = mine.part and mine.count.value <= other.count.value
    end = min(spot.stop, spot.count.last + REACH)
    return fits and not spot.prose.any_in(range(spot.count.last, end), "nation", "person.soldier")


def _has_its_nation(spot: Spot) -> bool:
    """`Lithuania has one officer, Estonia two`."""
    index = bare.before_hedges(spot.prose, spot.sentence, spot.count)
    named = index >= spot.sentence.first and "nation" in spot.prose.sorts[index]
    return named and bare.stands_alone(spot.prose, spot.sentence, spot.count)


def _is_of_a_sum(spot: Spot, other: Counted) -> bool:
    """`44 soldiers: 36 to the reserve, eight to headquarters`."""
    prose, count = spot.prose, spot.count
    between = range(other.count.last, count.first)
    begins = any(prose.words[index].text == ":" for index in between)
    goes_on = other.part and _is_list(spot, other.count.last, count.first)
    follows = count.last < spot.sentence.last and "made.into" in prose.sorts[count.last]
    return follows and count.value < other.count.value and (begins or goes_on)


def _few_of_a_list(spot: Spot, other: Counted) -> int | None:
    """The noun of `seven sappers` in `a platoon of 33, seven sappers and a liaison officer`."""
    end = other.count.last if other.noun is None or other.noun < other.count.last else other.noun + 1
    begin = spot.count.first
    if not is_few(spot.count) or not 0 <= begin - end <= 2 or not _is_list(spot, end, begin):
        return None
    noun = noun_after(spot.prose, spot.count, min(spot.stop, spot.count.last + NEAR))
    return noun if noun is not None and spot.prose.is_any(noun, ("person.soldier", "person.staff")) else None


def _are_listed(spot: Spot, other: Counted) -> bool:
    """`65 police officers, 58 members of the police and 61 soldiers`, with no verb before, between or behind."""
    prose, count = spot.prose, spot.count
    index = bare.before_hedges(prose, spot.sentence, count)
    if not _is_list(spot, other.count.last, count.first) or prose.is_any(index, ("change.start", "change.end")):
        return False
    for index in range(count.last, min(spot.stop, spot.sentence.last)):
        if prose.words[index].text in BREAKS:
            return True
        if prose.is_any(index, _VERBS):
            return False
    return True


def _is_list(spot: Spot, first: int, last: int) -> bool:
    words = spot.prose.words
    joined = any(words[index].text in ",;" or words[index].folded in JOINERS for index in range(first, last))
    return joined and not any(
        (words[index].text in ".:()" and not spot.prose.sorts[index])
        or spot.prose.is_any(index, (*_VERBS, "ends_clause", "relative.who"))
        for index in range(first, last)
    )


def leave_out(spots: list[Spot], read: list[Counted | None], others: list[Count]) -> None:
    """A number without a noun, joined to one of something else, counts that too: `128 votes to 62`."""
    for at, spot in enumerate(spots):
        mine = read[at]
        if mine is None or (mine.noun is not None and mine.noun >= mine.count.last):
            continue
        beside = [spots[near].count for near in (at - 1, at + 1) if 0 <= near < len(spots) and read[near] is None]
        near = [other for other in others if abs(other.first - spot.count.first) <= REACH]
        if any(_touches(spot.prose, spot.count, other) for other in (*beside, *near)):
            read[at] = None


def leave_out_things(spots: list[Spot], read: list[Counted | None]) -> None:
    """Takes out what is of things told of before: `48 bases, 28 of the army and 20 of the gendarmerie`."""
    for at in range(1, len(spots)):
        prose, one, other = spots[at].prose, spots[at - 1].count, spots[at].count
        if read[at - 1] is not None or read[at] is None or other.last >= spots[at].stop:
            continue
        between = range(one.last, other.first)
        parts = "counts.share" in prose.sorts[other.last] and not prose.is_any(other.last, ("counts.part",))
        verbs = prose.any_in(between, "aux", "passive", "counts.have", "counts.verb", "person", "ends_clause")
        if parts and not verbs and (prose.any_in(between, "unit") or _is_of_things(spots, read, at - 1)):
            read[at] = None


def _is_of_things(spots: list[Spot], read: list[Counted | None], at: int) -> bool:
    """Whether a number that was left out counts things itself, or is one of a list of them."""
    prose, count = spots[at].prose, spots[at].count
    return at > 0 and read[at - 1] is None and "counts.share" in prose.sorts[count.last]


def _touches(prose: Prose, one: Count, other: Count) -> bool:
    first, second = in_order(one, other)
    if second.first - first.last > NEAR or any(year_at(prose, count.first) for count in (first, second)):
        return False
    if is_range(prose, first, second):
        return True
    between = range(first.last, second.first)
    unit = first is other and prose.any_in(between, "unit") and prose.any_in(between, "counts.range", "counts.share")
    return unit and all(
        prose.is_any(index, ("unit", "counts.range", "counts.share", "article", "qualifier")) for index in between
    )


def _are_joined(spots: list[Spot], at: int) -> bool:
    return joined(spots[at].prose, spots[at].count, spots[at + 1].count)


def _names_something(spot: Spot) -> bool:
    """A word right after it that the reader does not know, or that is a unit: it counts something else."""
    if spot.count.last >= len(spot.prose.words):
        return False
    noun = noun_after(spot.prose, spot.count, min(spot.stop, spot.count.last + NEAR))
    if noun is not None and spot.prose.is_any(noun, ("unit", "person.others")):
        return True
    if _is_adjective_of_two(spot):
        return False
    if _is_of_things_owned(spot):
        return True
    if not spot.prose.words[spot.count.last].text[0].isalpha() or spot.prose.is_any(
        spot.count.last, ("nation", "parent", "person")
    ):
        return False
    return not bare.stands_alone(spot.prose, spot.sentence, spot.count)


def _is_of_things_owned(spot: Spot) -> bool:
    """`five of their cars`."""
    prose, index = spot.prose, spot.count.last
    if index + 2 >= spot.sentence.last or "counts.share" not in prose.sorts[index]:
        return False
    return "pronoun" in prose.sorts[index + 1] and prose.is_any(index + 2, ("made.groups", "unit"))


def _is_adjective_of_two(spot: Spot) -> bool:
    """`391 international and 206 local staff`."""
    prose, index = spot.prose, spot.count.last
    return index + 1 < spot.stop and "made.adjective" in prose.sorts[index] and prose.words[index + 1].folded in JOINERS


def joined(prose: Prose, one: Count, other: Count) -> bool:
    """Only a few words between the two, one of them a joiner."""
    if other.first - one.last > REACH:
        return False
    joins = False
    for index in range(one.last, other.first):
        if prose.words[index].text in ".;()":
            return False
        joins = joins or prose.is_any(index, ("counts.range", "counts.share"))
    return joins
