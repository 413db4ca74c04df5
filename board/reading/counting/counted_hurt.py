"""Numbers of the killed and the hurt."""

from __future__ import annotations

from typing import Final

from board.reading.counting import bare_numbers as bare
from board.reading.counting.counting import BREAKS, FORCES, HURT, NEAR, Spot, is_few
from board.reading.words.number_words import JOINERS
from board.reading.words.prose import Prose

_HURT: Final = ("kind.casualties", "made.lost")
_OF_WHICH: Final = ("made.among", "made.among_these", "counts.part")
OPENING: Final = 5
"""Words at the beginning of a sentence in which stands of whom it tells: `Of the wounded soldiers, 20 are …`."""
LEFT: Final = 6
RIGHT: Final = 14
"""Words before and after a number in which people are said to be hurt or killed."""


def is_hurt(spot: Spot) -> bool:
    """Whether those counted are said to be hurt or killed: close by, and in no other clause."""
    prose, sentence, count = spot.prose, spot.sentence, spot.count
    if sentence.sorts.isdisjoint(_HURT):
        return False
    before = bare.before_hedges(prose, sentence, count)
    if _is_whole(spot, before):
        return False
    if before >= sentence.first and "made.lost" in prose.sorts[before] and "person" in prose.sorts[count.last]:
        return True
    return _is_hurt_before(spot) or _is_hurt_behind(spot) or _is_among_the_hurt(spot)


def _is_whole(spot: Spot, before: int) -> bool:
    """`Five of the 19 Finns`: only the five are; of `none of the 19` nobody is."""
    prose = spot.prose
    if before <= spot.sentence.first or "counts.share" not in prose.sorts[before]:
        return False
    word = prose.words[before - 1]
    few = "counts.portion" in prose.sorts[before - 1] and "made.all" not in prose.sorts[before - 1]
    return few or word.text[0].isdigit() or word.folded in prose.lexicon.numbers


def _is_hurt_before(spot: Spot) -> bool:
    prose, sentence, count = spot.prose, spot.sentence, spot.count
    for index in range(count.first - 1, max(sentence.first, count.first - LEFT) - 1, -1):
        if "kind.casualties" in prose.sorts[index]:
            return True
        if prose.words[index].text in BREAKS or prose.words[index].text[0].isdigit():
            return False
        if "clause" in prose.sorts[index] and "aux" not in prose.sorts[index - 1]:
            return False
    return False


def _is_among_the_hurt(spot: Spot) -> bool:
    """`Among the wounded are 65 officers`, `… were hurt, among them 24 Poles`, `61 were among the latter`."""
    prose, sentence, count = spot.prose, spot.sentence, spot.count
    opening = range(sentence.first + 1, min(count.first, sentence.first + OPENING))
    if prose.is_any(sentence.first, _OF_WHICH) and (
        prose.any_in(opening, "kind.casualties") or "made.among_these" in prose.sorts[sentence.first]
    ):
        return True
    before = bare.before_hedges(prose, sentence, count)
    if before > sentence.first and "counts.parts" in prose.sorts[before]:
        return prose.any_in(range(max(sentence.first, before - LEFT), before), "kind.casualties")
    told = prose.any_in(range(sentence.first, count.first), "kind.casualties")
    return told and prose.any_in(range(count.last, min(sentence.last, count.last + RIGHT)), "made.among_these")


def _is_hurt_behind(spot: Spot) -> bool:
    prose, sentence, count = spot.prose, spot.sentence, spot.count
    verb = among = False
    for index in range(count.last, min(sentence.last, count.last + RIGHT)):
        if "kind.casualties" in prose.sorts[index]:
            return not _is_nobody(spot, index)
        among = among or "made.among" in prose.sorts[index]
        if index == spot.stop and verb and not among and not _is_left_open(prose, index):
            return False
        verb = verb or prose.is_any(index, ("aux", "counts.have"))
        if prose.words[index].text in ";." or "ends_clause" in prose.sorts[index] or _comes_more(spot, index):
            return False
        if "relative.who" in prose.sorts[index] and "where" in prose.sorts[index - 1]:
            return False
        if "say" in prose.sorts[index] and not prose.is_any(index - 1, ("passive", "aux")):
            return False
    return False


def _is_left_open(prose: Prose, stop: int) -> bool:
    """`Seven were seriously and about 20 lightly injured`: the verb of the first number is told with the second."""
    index = stop - 1
    while prose.is_any(index, ("qualifier", "article")):
        index -= 1
    return prose.words[index].folded in JOINERS and prose.words[index - 1].folded.endswith("ly")


def _is_nobody(spot: Spot, index: int) -> bool:
    """`60 took part, and nobody was hurt`, `none of them was injured`."""
    near = range(max(spot.count.last, index - LEFT), index)
    return spot.prose.any_in(near, "answers_no.nobody", "not")


def is_few_of_a_nation(spot: Spot) -> bool:
    """`Three are Italians`, where the sentence before spoke of those hurt."""
    return is_few(spot.count) and bare.nation_beside(spot.prose, spot.sentence, spot.count)


def _comes_more(spot: Spot, index: int) -> bool:
    """`… sent 200 more`; not of those counted themselves, as in `seven more soldiers died`."""
    mark = spot.prose.is_a(index, "kind.reinforcement")
    return mark is not None and mark.first > spot.count.last


def is_number_of_hurt(spot: Spot, *, part: bool) -> bool:
    """Whether a number without a noun is one of those hurt that its sentence speaks of."""
    prose, sentence, count = spot.prose, spot.sentence, spot.count
    if part:
        return True
    before = bare.before_hedges(prose, sentence, count)
    if before > sentence.first and "made.at" in prose.sorts[before]:
        before -= 1
    if (
        before >= sentence.first
        and "kind.casualties" in prose.sorts[before]
        and bare.stands_alone(prose, sentence, count)
    ):
        return True
    if bare.nation_beside(prose, sentence, count):
        return True
    follows = range(count.last, min(sentence.last, count.last + NEAR))
    if prose.any_in(follows, "kind.casualties"):
        return not is_few(count) or HURT in spot.evidence or bool(spot.evidence & FORCES)
    if is_few(count) or not bare.stands_alone(prose, sentence, count):
        return False
    before_it = range(max(sentence.first, count.first - LEFT), count.first)
    return prose.any_in(before_it, "kind.casualties")
