"""Numbers joined to another: what the one counts, so does the other."""

from __future__ import annotations

from dataclasses import replace

from board.reading import bare_numbers as bare
from board.reading.counted_people import is_about_others, noun_after
from board.reading.counting import NEAR, REACH, Counted, Sort, Spot
from board.reading.number_words import Count
from board.reading.other_numbers import is_range
from board.reading.prose import Prose


def share(spots: list[Spot], read: list[Counted | None]) -> None:
    """Numbers joined to one that counts do so too: `300 to 400 soldiers`, `19 NATO and 8 non-NATO nations`."""
    for at in range(len(spots) - 2, -1, -1):
        other = read[at + 1]
        if read[at] is None and other is not None and _are_joined(spots, at) and not _names_something(spots[at]):
            read[at] = replace(other, count=spots[at].count, part=False)
    for at in range(1, len(spots)):
        other = read[at - 1]
        if other is not None:
            read[at] = _like(spots[at], read[at], other, together=_are_joined(spots, at - 1))


def _like(spot: Spot, mine: Counted | None, other: Counted, *, together: bool) -> Counted | None:
    """What a number counts, after the one before it: `together` where the two are joined."""
    hurt = other.sort is Sort.CASUALTIES
    if mine is not None:
        follows = hurt and (mine.part or (together and mine.noun is None))
        return replace(mine, sort=Sort.CASUALTIES, part=False) if follows else mine
    if not together or _names_something(spot) or is_about_others(spot, spot.count.last):
        return None
    return replace(other, count=spot.count, part=False)


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


def _touches(prose: Prose, one: Count, other: Count) -> bool:
    first, second = sorted((one, other))
    if second.first - first.last > NEAR:
        return False
    if is_range(prose, first, second):
        return True
    between = range(first.last, second.first)
    unit = first is other and any(prose.is_a(index, "unit") for index in between)
    return unit and all(
        prose.is_a(index, "unit", "counts.range", "counts.share", "article", "qualifier") for index in between
    )


def _are_joined(spots: list[Spot], at: int) -> bool:
    return joined(spots[at].prose, spots[at].count, spots[at + 1].count)


def _names_something(spot: Spot) -> bool:
    """A word right after it that the reader does not know, or that is a unit: it counts something else."""
    if spot.count.last >= len(spot.prose.words):
        return False
    noun = noun_after(spot.prose, spot.count, min(spot.stop, spot.count.last + NEAR))
    if noun is not None and spot.prose.is_a(noun, "unit", "person.others"):
        return True
    if not spot.prose.words[spot.count.last].text[0].isalpha() or spot.prose.is_a(
        spot.count.last, "nation", "parent", "person"
    ):
        return False
    return not bare.stands_alone(spot.prose, spot.sentence, spot.count)


def joined(prose: Prose, one: Count, other: Count) -> bool:
    """Only a few words between the two, one of them a joiner."""
    between = range(one.last, other.first)
    if len(between) > REACH or any(prose.words[index].text in ".;()" for index in between):
        return False
    return any(prose.is_a(index, "counts.range", "counts.share") for index in between)
