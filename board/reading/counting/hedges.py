"""How a number was hedged by whoever gave it."""

from __future__ import annotations

from typing import Final

from board.model import Qualifier
from board.reading.words.members import AT_LEAST, EXACTLY, UP_TO
from board.reading.words.number_words import Count
from board.reading.words.prose import Prose

BEFORE: Final = 4
"""Words before a number in which a hedge is looked for: `about (the) 600`, `more than an estimated 600`."""
AFTER: Final = 2
FORBIDS: Final = 14
"""Words from what is forbidden to the number that must not be gone below, at most."""
_BREAKS: Final = frozenset(",;:()")
_HEDGE: Final = ("qualifier",)
_QUALIFIERS: Final = {qualifier.value: qualifier for qualifier in Qualifier}


def qualifier_of(prose: Prose, count: Count, first: int) -> Qualifier:
    """The nearest hedge before the number, not farther back than word `first`; else one right after it."""
    if not _has_hedge(prose, max(first, count.first - BEFORE), count.last + AFTER + 1):
        return _of_bounds(prose, count, first) or EXACTLY
    if (bound := _of_bounds(prose, count, first)) is not None:
        return bound
    for index in range(count.first - 1, max(first, count.first - BEFORE) - 1, -1):
        if mark := prose.is_a(index, "qualifier"):
            return _of_least(prose, mark.first, first) or _QUALIFIERS[mark.value]
        if prose.words[index].text in _BREAKS or prose.words[index].text[0].isdigit():
            break
        if prose.is_any(index, ("counts.share", "counts.range")):
            break
        if not prose.is_any(index, ("article", "nation", "counts", "pronoun")):
            break
    begin = count.last + (count.last < len(prose.words) and prose.words[count.last].text == ",")
    for index in range(begin, min(len(prose.words), begin + AFTER)):
        if (
            (mark := prose.is_a(index, "qualifier"))
            and mark.first == begin
            and _may_follow(prose, mark.first, mark.last)
        ):
            return _QUALIFIERS[mark.value]
    return EXACTLY


def _has_hedge(prose: Prose, index: int, stop: int) -> bool:
    """Whether a hedge stands between two words."""
    hedges = prose.where[_HEDGE]
    while index < stop and index not in hedges:
        index += 1
    return index < stop


def _of_least(prose: Prose, index: int, first: int) -> Qualifier | None:
    """`forbids going below 76,000`, `bars it from cutting its forces below 76,000`: so many there must be."""
    if "made.below" not in prose.sorts[index]:
        return None
    forbidden = prose.any_in(range(max(first, index - FORBIDS), index), "made.forbids")
    return AT_LEAST if forbidden else None


def _of_bounds(prose: Prose, count: Count, first: int) -> Qualifier | None:
    """`between 450 and 700 soldiers`: at least the one, up to the other."""
    before = count.first - 1
    if before < first or "counts.range" not in prose.sorts[before]:
        return None
    if "made.between" in prose.sorts[before]:
        goes_on = count.last + 1 < len(prose.words) and "coordinate" in prose.sorts[count.last]
        return AT_LEAST if goes_on and prose.words[count.last + 1].text[0].isdigit() else None
    if before - 2 < first or "coordinate" not in prose.sorts[before] or not prose.words[before - 1].text[0].isdigit():
        return None
    return UP_TO if "made.between" in prose.sorts[before - 2] else None


def _may_follow(prose: Prose, first: int, last: int) -> bool:
    """`600 or so`, `600-plus`, `600+`; a single word, or `fewer than` before a number, hedges the next one."""
    leads = last < len(prose.words) and prose.words[last].text[0].isdigit()
    return (last > first + 1 and not leads) or prose.words[first].text == "+"
