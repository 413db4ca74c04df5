"""What a force or a contingent is made up of: those in each place, women, the infantry and the engineers."""

from __future__ import annotations

from board.model import FigureKind
from board.reading.counting.bare_numbers import before_hedges
from board.reading.counting.clauses import Around
from board.reading.counting.counted_together import joined
from board.reading.counting.counting import Counted
from board.reading.words.prose import Prose

TO_NATION = 5
"""Words behind a part in which it is told that these are women, at most."""
OPENING = 6
"""Words in which a sentence tells of the contingent that it divides."""
_WHOLE = ("contingent.contingent", "made.group", "made.national")
TO_NOUN = 4
"""Words from a number to the branch of those counted, at most."""


def is_next_part(around: Around) -> bool:
    """`of which 41,000 are in Kosovo, 6,000 in Macedonia and 1,600 in Albania`: one more part of one force."""
    prose, before, last = around.prose, around.before, around.counted.count.last
    if around.previous is not FigureKind.SUB_UNIT or before is None or around.nation is not None:
        return False
    where = last < around.sentence.last and "where" in prose.sorts[last]
    return where and before.noun is None and around.counted.noun is None


def are_women(around: Around) -> bool:
    """`207 volunteers, 38 of them women`."""
    last = around.counted.count.last
    return around.counted.part and around.prose.any_in(
        range(last, min(around.sentence.last, last + TO_NATION)), "made.women"
    )


def is_one_branch(around: Around) -> bool:
    """`The contingent consists of 33 infantrymen and eight deminers`: what one is made up of, branch by branch."""
    prose, sentence = around.prose, around.sentence
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
