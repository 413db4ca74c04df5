"""Those told of again: what the sentence before made of a unit, its people still are."""

from __future__ import annotations

from typing import Final

from board.model import FigureKind
from board.reading.counting.around import Around
from board.reading.counting.clauses import hedged_from, is_listed
from board.reading.words.members import EXERCISE, REINFORCEMENT, RESERVE, ROTATION, WITHDRAWAL

TO_NATION: Final = 5
FROM: Final = 7
"""Words from a number to its nation, and in which a sentence tells what it is about."""
OPENING: Final = 4
"""Words in which a sentence may take up what the one before told of."""
_OF_PARTS: Final = frozenset((EXERCISE, RESERVE))
"""Kinds that any part of those told of in the sentence before has too."""
_OF_UNITS: Final = frozenset((RESERVE, ROTATION))
"""Kinds of units, which those told of again are still of."""
_TAKEN_ON: Final = frozenset((RESERVE, ROTATION, REINFORCEMENT, EXERCISE, WITHDRAWAL))
"""Kinds that the parts of a whole have too."""


def taken_on(around: Around) -> FigureKind | None:
    """`It is made up of 550 Germans and 150 Austrians`, `one of them, 130 strong`: of what was told of before."""
    if around.told in _OF_PARTS and around.counted.part and around.before is None:
        return around.told
    if around.told in _OF_UNITS and around.before is None and _is_those_told_of(around):
        return around.told
    if around.told in _TAKEN_ON and _is_its_strength(around):
        return around.told
    if around.told not in _TAKEN_ON or not _leans(around):
        return None
    if around.previous is around.told and is_listed(around):
        return around.told
    before = range(around.sentence.first, around.counted.count.first)
    if around.prose.any_in(before, "kind.now"):
        return None
    own = not around.prose.any_in(before, "relative.who", "force") and "pronoun" not in around.prose.sorts[before.start]
    again = own or around.told is REINFORCEMENT
    has = around.prose.any_in(before, "counts.verb") or (
        own and around.prose.any_in(before, "counts.have") and around.prose.any_in(before, "station.unit")
    )
    if again and has:
        return around.told
    return around.told if around.prose.any_in(before, "made.of", "made.one") else None


def _is_its_strength(around: Around) -> bool:
    """`Sources put its strength at 500`, `Its 106 members`, `It numbers about 600`, where a unit was told of before."""
    prose, first, count = around.prose, around.sentence.first, around.counted.count
    if around.before is not None:
        return False
    owned = prose.those(range(first + 1, count.first), "pronoun.body")
    if around.told is RESERVE and any(prose.is_any(index + 1, ("made.figure", "made.at")) for index in owned):
        return True
    if not prose.is_any(first, ("pronoun.body", "pronoun.many")):
        return False
    owns = hedged_from(prose, first, count.first) == first and "person" in around.sentence.sorts
    numbers = prose.is_any(first + 1, ("counts.verb", "counts.have", "made.figure"))
    return (owns or numbers) and _is_of_a_unit_told_of(around)


def _is_of_a_unit_told_of(around: Around) -> bool:
    """Whether the sentence before begins with a unit."""
    prose = around.prose
    at = prose.sentences.index(around.sentence)
    opening = range(prose.sentences[at - 1].first, prose.sentences[at - 1].first + FROM)
    return at > 0 and prose.any_in(opening, "station.unit", "contingent.contingent")


def _is_those_told_of(around: Around) -> bool:
    """`the 104 officers`, behind a sentence that told of a unit: these are that unit's, unless they are of a nation."""
    prose, count = around.prose, around.counted.count
    index = count.first - 1
    while index > around.sentence.first and "qualifier" in prose.sorts[index]:
        index -= 1
    if "article.definite" not in prose.sorts[index] or count.first == around.sentence.first:
        return False
    near = range(count.last, min(around.sentence.last, count.last + TO_NATION))
    others = () if around.in_reserve else ("nation", "stands_for")
    return not prose.any_in(near, *others, "theatre", "force", "kind.now", "where")


def _leans(around: Around) -> bool:
    """Whether the sentence begins with a word for what the one before told of."""
    prose, first = around.prose, around.sentence.first
    if prose.is_any(first, ("pronoun.body", "pronoun.many")):
        return True
    near = range(first, min(first + OPENING, around.counted.count.first))
    definite = "article.definite" in prose.sorts[first]
    return any("made.one" in prose.sorts[index] or (definite and "contingent" in prose.sorts[index]) for index in near)
