"""Which numbers of a sentence count people of a force, casualties, or nations, and by what word one knows."""

from __future__ import annotations

from typing import Final

from board.reading.counting import bare_numbers as bare
from board.reading.counting.counted_alone import without_noun
from board.reading.counting.counted_hurt import is_few_of_a_nation, is_hurt
from board.reading.counting.counted_people import attackers, may_be_nations, noun_after, people
from board.reading.counting.counted_single import singles_hurt
from board.reading.counting.counted_together import leave_out, leave_out_things, share
from board.reading.counting.counting import CASUALTIES, EVIDENCE, HURT, NATIONS, PEOPLE, REACH, THEME, Counted, Spot
from board.reading.counting.other_numbers import is_other
from board.reading.words.members import MEDIUM
from board.reading.words.number_words import Count, counts_in
from board.reading.words.prose import Prose, Sentence

FORCE: Final = 100
"""Soldiers of whom so many are told that they are a force, and not those hurt."""
MOST: Final = 60
"""Numbers in a sentence; what has more is a table or an attack, not prose."""


def counted_in(
    prose: Prose, sentence: Sentence, *, goes_on: bool = False, hurt: bool = False, theme: bool = False
) -> list[Counted]:
    """The numbers of `sentence` that count, in order.

    `goes_on` where the sentence before it spoke of strengths, `hurt` where it spoke of those hurt, `theme` where the
    whole text is about a force.
    """
    singles = singles_hurt(prose, sentence)
    every = counts_in(prose, sentence.first, sentence.last)
    if not every:
        return singles
    counts = [count for count in every if not is_other(prose, sentence, count)]
    if not counts or len(counts) > MOST:
        return singles
    before = (("contingent", goes_on), (HURT, hurt), (THEME, theme))
    evidence = (sentence.sorts & EVIDENCE) | {sort for sort, is_so in before if is_so}
    spots = _spots(prose, sentence, counts, evidence)
    read = [_read(spot) for spot in spots]
    if "person.others" in sentence.sorts:
        _other_nations(spots, read)
    if "kind.casualties" not in sentence.sorts:
        _unhurt(read)
    if len(every) > 1:
        share(spots, read)
        leave_out(spots, read, [count for count in every if count not in counts])
        leave_out_things(spots, read)
    found = [counted for counted in read if counted is not None]
    return _with_singles(found, singles) if singles else found


def _with_singles(found: list[Counted], singles: list[Counted]) -> list[Counted]:
    """All in order; the single ones that are not found already."""
    known = {counted.count.first for counted in found}
    singles = [single for single in singles if single.count.first not in known]
    return sorted((*found, *singles), key=lambda counted: counted.count.first)


def _spots(prose: Prose, sentence: Sentence, counts: list[Count], evidence: frozenset[str]) -> list[Spot]:
    """Each number with the word where the next one begins."""
    spots: list[Spot] = []
    for at, count in enumerate(counts, 1):
        stop = counts[at].first if at < len(counts) else sentence.last
        spots.append(Spot(prose, sentence, count, stop, evidence))
    return spots


def _unhurt(read: list[Counted | None]) -> None:
    """Takes back that a part is of those hurt a sentence before, where its own sentence tells of more soldiers."""
    for at in range(1, len(read)):
        whole, mine = read[at - 1], read[at]
        if whole is None or mine is None or whole.sort is not PEOPLE or whole.count.value < FORCE:
            continue
        if mine.sort is CASUALTIES and mine.noun is None:
            read[at] = Counted(mine.count, PEOPLE, None, mine.confidence, part=True)


def _other_nations(spots: list[Spot], read: list[Counted | None]) -> None:
    """Reads the second of `from 19 NATO nations and 21 others` as nations too."""
    for at in range(1, len(read)):
        one, mine, spot = read[at - 1], read[at], spots[at]
        others = mine is None and "person.others" in spot.prose.sorts[spot.count.last]
        if others and one is not None and one.sort is NATIONS and "made.more" in spot.prose.sorts[spot.count.last]:
            read[at] = Counted(spot.count, NATIONS, spot.count.last, MEDIUM)


def _read(spot: Spot) -> Counted | None:
    prose, count = spot.prose, spot.count
    noun = noun_after(prose, count, min(spot.stop, count.last + REACH))
    if noun is not None and "unit" in prose.sorts[noun]:
        return None
    part = bare.is_part(prose, spot.sentence, count)
    hurt = is_hurt(spot) or (noun is None and HURT in spot.evidence and (part or is_few_of_a_nation(spot)))
    if noun is None:
        found = without_noun(spot, hurt=hurt, part=part)
    elif "count_of_nations" in prose.sorts[noun] or bare.are_all_members(prose, spot.sentence, count, noun):
        found = Counted(count, NATIONS, noun) if may_be_nations(spot) else None
    elif hurt:
        found = Counted(count, CASUALTIES, noun)
    else:
        found = attackers(spot, noun) or people(spot, noun, part=part)
    if part and found is not None and found.sort is PEOPLE:
        found.part = True
    return found
