"""What a force or a contingent is made up of: those in each place, women, the infantry and the engineers."""

from __future__ import annotations

from typing import Final

from board.reading.counting.around import Around
from board.reading.counting.bare_numbers import before_hedges
from board.reading.counting.counted_together import joined
from board.reading.counting.counting import Counted
from board.reading.words.members import PRESENT
from board.reading.words.prose import Prose

TO_NATION: Final = 5
"""Words behind a part in which it is told that these are women, at most."""
OPENING: Final = 6
"""Words in which a sentence tells of the contingent that it divides."""
TO_PLACE: Final = 3
"""Words from a number to the land where those counted are: `6,000 in Macedonia`, `41,000 are deployed in Kosovo`."""
_PLACES: Final = ("theatre", "nation", "theatre_other", "article.definite")
_WHOLE: Final = ("contingent.contingent", "made.group", "made.national")
TO_NOUN: Final = 4
"""Words from a number to the branch of those counted, at most."""


def is_in_a_rear(around: Around) -> bool:
    """`of which 41,000 are in Kosovo, 6,000 in Macedonia and 1,600 in Albania`: all of one force, some behind it."""
    before, counted = around.before, around.counted
    if around.nation is not None or not _is_where(around, counted):
        return False
    if _is_in_the_land(around, counted):
        head = before_hedges(around.prose, around.sentence, counted.count)
        return counted.part or (head > around.sentence.first and around.prose.words[head].text == ":")
    listed = before is not None and counted.noun is None and before.count.last - counted.count.first < TO_NATION
    return listed and before is not None and around.previous is PRESENT and _is_where(around, before)


def _is_where(around: Around, counted: Counted) -> bool:
    """Whether no more than a verb stands between a number and a place."""
    prose, last = around.prose, counted.count.last
    near = range(last, min(around.sentence.last, last + TO_PLACE))
    return any("made.in" in prose.sorts[index] and prose.is_any(index + 1, _PLACES) for index in near)


def _is_in_the_land(around: Around, counted: Counted) -> bool:
    near = range(counted.count.last, min(around.sentence.last, counted.count.last + TO_PLACE + 1))
    return around.prose.any_in(near, "theatre")


def are_women(around: Around) -> bool:
    """`207 volunteers, 38 of them women`."""
    last = around.counted.count.last
    return around.counted.part and around.prose.any_in(
        range(last, min(around.sentence.last, last + TO_NATION)), "made.women"
    )


def is_one_branch(around: Around) -> bool:
    """`The contingent consists of 33 infantrymen and eight deminers`: what one is made up of, branch by branch."""
    prose, sentence = around.prose, around.sentence
    if sentence.sorts.isdisjoint(("made.of", "made.owns")):
        return False
    pairs = ((around.before, around.counted), (around.counted, around.after))
    for one, other in pairs:
        if one is None or other is None or not _are_branches(prose, one, other):
            continue
        verb = before_hedges(prose, sentence, one.count)
        opening = prose.those(range(sentence.first, min(verb, sentence.first + OPENING)), *_WHOLE)
        if opening and prose.any_in(range(opening[0], verb + 1), "made.of", "made.owns"):
            return True
    return False


def _are_branches(prose: Prose, one: Counted, other: Counted) -> bool:
    """Whether two numbers told together are each of a branch: `a platoon of 33 infantrymen and seven deminers`."""
    if not joined(prose, one.count, other.count):
        return False
    first, second = one.count, other.count
    told = prose.any_in(range(first.first - TO_NOUN, second.first), "made.branch")
    return told and prose.any_in(range(second.last, second.last + TO_NOUN), "made.branch")
