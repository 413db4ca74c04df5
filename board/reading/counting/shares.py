"""A nation's people in a force, told of with the force: `the American part of KFOR`, `Turkish soldiers of KFOR`."""

from __future__ import annotations

from typing import Final

from board.reading.counting.armed import POSSESSIVE
from board.reading.words.lexicon import Mark
from board.reading.words.prose import Prose, Sentence

TO_FORCE: Final = 5
"""Words from a part to the force it is one of, at most: `the Greek part of NATO's KFOR mission`."""
TO_NATION: Final = 3
"""Words before `of the force` in which stands the nation whose part it is."""
TO_NOUN: Final = 2
"""Words before `of the force` in which the part stands."""
TO_LEAVE: Final = 6
"""Words from a verb of leaving to `from`, at most: `pulls all of its soldiers out of`."""
_NATIONS: Final = ("nation", "stands_for")
_LEAVES: Final = ("motion.leave", "motion.depart", "motion.carry", "kind.withdrawal")
_DOES: Final = ("counts.have", "kind.planned", "motion.stay")
_JOINS: Final = ("counts.share", "where", "made.share")
_FORCES: Final = ("force", "parent", "mission")


def is_share_of_a_force(prose: Prose, index: int) -> bool:
    """Whether `part of KFOR`, `share of the force` begins at word `index`; not `part of the town`."""
    share = prose.is_a(index, "made.share")
    if share is None:
        return False
    index = share.last - (share.last > index + 1)
    if not prose.is_any(index, _JOINS):
        return False
    near = range(index + 1, min(len(prose.words), index + TO_FORCE))
    told = next((at for at in near if not _only_leads_on(prose, at)), None)
    return told is not None and prose.is_any(told, _FORCES)


def is_of_a_contingent(prose: Prose, sentence: Sentence, mark: Mark) -> bool:
    """`its KFOR contingent`, `the Turkish contingent of KFOR`: a force told of another, who serves in it."""
    before = mark.first - 1
    if _is_of_nations_part(prose, sentence, mark):
        return True
    while before > sentence.first and prose.is_capital(before) and not prose.is_any(before, _NATIONS):
        before -= 1
    if before < sentence.first:
        return False
    if not (prose.is_any(before, ("pronoun", *_NATIONS)) or prose.words[before].text in POSSESSIVE):
        return False
    after = mark.last + (mark.last < sentence.last and prose.words[mark.last].text == "-")
    return after < sentence.last and "made.attribute" in prose.sorts[after]


def is_left_behind(prose: Prose, sentence: Sentence, mark: Mark) -> bool:
    """`Britain withdrew from KFOR and keeps 40 there`: whoever leaves the force is who does the next thing."""
    index = mark.first - 1
    while index > sentence.first and _only_leads_on(prose, index):
        index -= 1
    if not prose.is_any(index, ("motion.from", "made.from")):
        return False
    goes_on = "coordinate" in prose.sorts[mark.last] and prose.is_any(mark.last + 1, _DOES)
    return goes_on and prose.any_in(range(max(sentence.first, index - TO_LEAVE), index), *_LEAVES)


def _is_of_nations_part(prose: Prose, sentence: Sentence, mark: Mark) -> bool:
    """Whether `the Turkish contingent of`, `the US part in` or `il contingente italiano della` ends before `mark`.

    So does `seven Hungarian soldiers of KFOR`, unless the force is told of further: `of KFOR, which has 4,700`.
    """
    index = mark.first - 1
    while index > sentence.first and _only_leads_on(prose, index) and "counts.share" not in prose.sorts[index]:
        index -= 1
    if index - 1 <= sentence.first or not prose.is_any(index, _JOINS):
        return False
    if not prose.any_in(range(max(sentence.first, index - TO_NATION), index), *_NATIONS):
        return False
    near = range(max(sentence.first, index - TO_NOUN), index)
    if prose.any_in(near, "contingent.contingent", "made.share"):
        return True
    soldiers = "person.soldier" in prose.sorts[index - 1] and "counts.share" in prose.sorts[index]
    return soldiers and not _is_told_further(prose, mark.last)


def _is_told_further(prose: Prose, index: int) -> bool:
    """`, which`, `, whose` behind a force."""
    index += prose.words[index].text == "," if index < len(prose.words) else 0
    return "relative.who" in prose.sorts[index]


def _only_leads_on(prose: Prose, index: int) -> bool:
    """`the`, `NATO's`, `the NATO-led` before a force."""
    return prose.is_any(index, ("article", "parent")) or prose.words[index].text in POSSESSIVE
