"""Whether those counted are a part of a force that is told by where it stands: at a place, or in a unit with a name."""

from __future__ import annotations

from typing import Final

from board.reading.counting.around import Around
from board.reading.counting.bare_numbers import before_hedges, has_before, there_are
from board.reading.counting.clauses import ends
from board.reading.people.homes import POSSESSIVE
from board.reading.words.prose import Prose

REACH: Final = 16
"""Words behind a number in which its place is told, at most."""
TO_SPOT: Final = 6
"""Words from `at` to the bridge, or from `guard` to what is guarded, at most."""
LONGEST_NAME: Final = 6
"""Words of the longest name of a unit."""
_WHOLE: Final = ("theatre", "force", "mission", "theatre_other", "article.indefinite", "nation")


def is_stationed(around: Around) -> bool:
    """`KFOR has 300 soldiers in the north`, `200 soldiers guard the bridge`, `120 serve in the Specialized Unit`."""
    prose, count, noun = around.prose, around.counted.count, around.counted.noun
    if _is_of_a_unit(around):
        return True
    if _is_all_of_a_force(around):
        return False
    if _opens_at_spot(around):
        return True
    first = noun + 1 if noun is not None and noun >= count.last else count.last
    stop = around.after.count.first if around.after is not None else around.sentence.last
    for index in range(first, min(stop, first + REACH)):
        if prose.words[index].text in ",;:()" or ends(prose, index) or prose.is_any(index, ("say", "ends_clause")):
            return False
        if index == first and _does_something(prose, index):
            return True
        if "station.guard" in prose.sorts[index] and _leads_to_spot(prose, index + 1, stop):
            return True
        if "apart.places" in prose.sorts[index] and (
            _is_in_unit(around, index, stop) or _is_at_spot(around, index, stop)
        ):
            return True
    return False


def _opens_at_spot(around: Around) -> bool:
    """`On the two crossings there are now about 60`."""
    prose, sentence, count = around.prose, around.sentence, around.counted.count
    if not there_are(prose, sentence, count) or not prose.is_any(sentence.first, ("apart.places",)):
        return False
    return _is_at_spot(around, sentence.first, count.first)


def _is_all_of_a_force(around: Around) -> bool:
    """`KFOR's 4,500 soldiers patrol the north`."""
    prose, index = around.prose, before_hedges(around.prose, around.sentence, around.counted.count)
    return (
        index > around.sentence.first and prose.words[index].text in POSSESSIVE and prose.is_any(index - 1, ("force",))
    )


def _is_of_a_unit(around: Around) -> bool:
    """`KFOR's support group has 350 people`, `the headquarters employs 480`: a unit of the force is who has them."""
    prose, sentence, count = around.prose, around.sentence, around.counted.count
    if around.nation is not None or not has_before(prose, sentence, count):
        return False
    for index in range(count.first - 1, sentence.first, -1):
        if "station.headquarters" in prose.sorts[index]:
            return "article" in prose.sorts[index - 1]
        if "made.group" in prose.sorts[index] and not prose.is_any(index, ("mission", "made.national", "force")):
            near = range(max(sentence.first, index - TO_SPOT // 2), index)
            return prose.any_in(near, "force") and any(prose.words[at].text in POSSESSIVE for at in near)
        if prose.is_any(index, ("nation", "stands_for")):
            return False
    return False


def _does_something(prose: Prose, index: int) -> bool:
    """`60 soldiers pushed the drivers back`: what some did once, told by a verb the reader does not know."""
    done = prose.words[index].folded.endswith("ed") and not prose.sorts[index]
    return done and prose.is_any(index + 1, ("article", "pronoun", "nation"))


def _is_at_spot(around: Around, index: int, stop: int) -> bool:
    """A place within the land, of those no nation is told of: a nation's soldiers may all be in one town."""
    return around.nation is None and _leads_to_spot(around.prose, index + 1, stop)


def _leads_to_spot(prose: Prose, first: int, stop: int) -> bool:
    for index in range(first, min(stop, first + TO_SPOT)):
        counted = prose.words[index].folded in prose.lexicon.numbers and "counts.share" not in prose.sorts[index + 1]
        if (prose.is_any(index, _WHOLE) and not counted) or prose.words[index].text in ",;:()":
            return False
        if "station.spot" in prose.sorts[index]:
            return True
    return False


def _is_in_unit(around: Around, at: int, stop: int) -> bool:
    """`in the Multinational Specialized Unit`: a name that ends in a word for a unit; not `with the 2nd Battalion`.

    Where `there are two officers at the headquarters`, these may be all of a nation.
    """
    prose, index = around.prose, at + 1
    if there_are(prose, around.sentence, around.counted.count):
        return False
    while index < stop and prose.is_any(index, ("article", "made.adjective", "counts.whole")):
        index += 1
    first = index
    while index < min(stop, first + LONGEST_NAME) and prose.is_capital(index):
        if prose.is_any(index, ("force", "theatre")) or not prose.words[index].text.isalpha():
            return False
        if index > first and "made.group" in prose.sorts[index]:
            return True
        index += 1
    return "station.headquarters" in prose.sorts[first]
