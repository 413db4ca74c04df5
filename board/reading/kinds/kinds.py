"""What a number of people counts: those present, a ceiling, a reinforcement, casualties …"""

from __future__ import annotations

from typing import Final

from board.model import FigureKind
from board.reading.counting.around import Around
from board.reading.counting.clauses import hedged_from
from board.reading.counting.counting import NATIONS, PEOPLE
from board.reading.kinds.branches import are_women, is_in_a_rear, is_one_branch
from board.reading.kinds.changes import is_bound, kind_by_change
from board.reading.kinds.formations import PART, Formation, by_unit, formation_of
from board.reading.kinds.joining import is_rest, joining
from board.reading.kinds.motion import COMES, GOES, STAYS, Motion, leaves_home, motion_of
from board.reading.kinds.stations import is_stationed
from board.reading.kinds.times import (
    Written,
    goes_on_in_the_past,
    had_been,
    is_dated,
    is_of_the_beginning,
    is_past,
    is_to_come,
    opens_in_the_past,
    was_before,
    was_until_now,
)
from board.reading.kinds.weighing import weigh
from board.reading.kinds.wholes import by_place, is_divided, is_next_of, is_what_there_is
from board.reading.words.members import (
    CEILING,
    EXERCISE,
    HISTORICAL,
    OF_HURT,
    OF_NATIONS,
    OTHER_THEATRE,
    PLANNED,
    PLEDGED,
    PRESENT,
    REINFORCEMENT,
    RESERVE,
    ROTATION,
    SUB_UNIT,
    UP_TO,
    WITHDRAWAL,
)
from board.reading.words.prose import Prose, Sentence

TO_HEDGE: Final = 3
"""Words of a hedge before a number, at most."""
# Where several kinds are spoken of around one number, the first here is meant.
ORDER: Final = (
    CEILING,
    EXERCISE,
    ROTATION,
    WITHDRAWAL,
    PLEDGED,
    REINFORCEMENT,
    RESERVE,
    PLANNED,
    HISTORICAL,
    SUB_UNIT,
)
_OF_ONE: Final = frozenset((RESERVE, SUB_UNIT, HISTORICAL, "now"))
"""Kinds that are told of the nearest number alone."""
_MOVES: Final = frozenset((REINFORCEMENT, PLANNED, WITHDRAWAL, ROTATION))
"""Kinds that a text on another land tells of its own people, where it tells of no force of the board."""
_OF_A_RESERVE: Final = frozenset((REINFORCEMENT, PLANNED, ROTATION))
"""Kinds that those of a reserve have by what it does: it comes, will come, and takes over from another."""
_WHENEVER: Final = frozenset(
    (
        REINFORCEMENT,
        RESERVE,
        CEILING,
        PLEDGED,
        WITHDRAWAL,
    )
)
"""Kinds that a number of years ago has all the same."""


def kind_of(around: Around, clause: tuple[int, int], written: Written) -> FigureKind:
    """The kind of a number by the words of its `clause`, in a text written in the year `written`."""
    sort = around.counted.sort
    if sort is PEOPLE:
        return _of_people(around, clause, written)
    return OF_NATIONS if sort is NATIONS else OF_HURT


def told_of_soldiers(sentence: Sentence) -> FigureKind | None:
    """The kind that a sentence without numbers tells of a contingent: `A reserve company is on its way`."""
    if "kind.reserve" in sentence.sorts:
        return RESERVE
    if "contingent" not in sentence.sorts or "kind" not in sentence.sorts:
        return None
    return next((kind for kind in ORDER if f"kind.{kind}" in sentence.sorts), None)


def turns_to(prose: Prose, sentence: Sentence, stop: int) -> FigureKind | None:
    """`They form NATO's reserve battalion`, `They replace Czechs`: tells of those counted in the sentence before."""
    owns = "made.its" in prose.sorts[sentence.first]
    if owns or not prose.is_any(sentence.first, ("pronoun.body", "pronoun.many")):
        return None
    told = told_in(prose, sentence.first, stop)
    return next((kind for kind in (RESERVE, ROTATION) if kind in told), None)


def told_in(prose: Prose, first: int, last: int) -> set[str]:
    """The kinds that words `first` to `last` tell by themselves."""
    return {
        mark.value
        for index in range(first, last)
        if "kind" in prose.sorts[index]
        for mark in prose.marks[index]
        if mark.sort == "kind"
    }


def _told_around(around: Around, clause: tuple[int, int]) -> set[str]:
    """The kinds told in a clause; what stands right before the next number is said of that one alone.

    Behind the next number, only what is done with all of a list is said of this one too: they come, they go. Of `200
    will reinforce the 400 who take part in an exercise`, these only reinforce.
    """
    if "kind" not in around.sentence.sorts:
        return set()
    if around.after is None or around.after.count.first > clause[1]:
        return told_in(around.prose, clause[0], clause[1])
    begin = hedged_from(around.prose, around.counted.count.last, around.after.count.first)
    behind = told_in(around.prose, around.after.count.last, clause[1])
    if REINFORCEMENT in told_in(around.prose, around.counted.count.last, begin):
        behind.discard(EXERCISE)
    return told_in(around.prose, clause[0], begin) | (behind - _OF_ONE)


class _Told:
    """What is told of people counted: the kinds spoken of `near` them, what they do, what unit they are, and when."""

    __slots__ = ("before", "formation", "motion", "near", "past")

    def __init__(
        self, near: set[str], motion: Motion | None, formation: Formation | None, *, past: bool, before: bool
    ) -> None:
        self.near, self.motion, self.formation = near, motion, formation
        self.past = past
        """Dated years ago."""
        self.before = before
        """Told of a time before the one spoken of."""


def _of_people(around: Around, clause: tuple[int, int], written: Written) -> FigureKind:
    told = _told_of(around, clause, written)
    if had_been(around, clause) and is_dated(around, clause) and RESERVE not in told.near:
        return HISTORICAL
    if is_in_a_rear(around):
        return PRESENT
    if are_women(around) or is_one_branch(around):
        return SUB_UNIT
    if _is_of_another_land(around, clause, told.near):
        return OTHER_THEATRE
    if (changed := kind_by_change(around)) is not None:
        past = told.past or told.before
        return HISTORICAL if past and changed is PRESENT else changed
    there_is = is_divided(around) or (told.motion is not GOES and is_what_there_is(around))
    if there_is and not around.counted.part:
        return HISTORICAL if HISTORICAL in told.near else PRESENT
    plan = PLANNED in told.near and around.prose.any_in(range(*clause), "made.plan")
    if told.past and not told.near & _WHENEVER and not plan:
        return HISTORICAL
    if around.previous is CEILING and (around.counted.part or is_next_of(around)):
        return CEILING
    return _by_order(around, told, clause)


def _told_of(around: Around, clause: tuple[int, int], written: Written) -> _Told:
    near = _told_around(around, clause)
    if "joins" in around.sentence.sorts:
        near |= joining(around, clause[0], clause[1], near)
    past, before = is_past(around, clause, written), was_before(around, clause)
    if is_to_come(around, clause, written):
        near.add(PLANNED)
    weigh(around, near, clause, past=past)
    motion, formation = motion_of(around), formation_of(around)
    swaps = around.swaps and not around.prose.any_in(range(clause[0], clause[1]), "made.maybe")
    _move(motion, near, past=past, swaps=swaps, swaps_here="made.swap" in around.sentence.sorts)
    if PLANNED not in near and leaves_home(around):
        near.add(ROTATION)
    by_unit(around, formation, near)
    if is_rest(around):
        near -= {WITHDRAWAL, REINFORCEMENT}
        near.add(PLANNED)
    told = _Told(near, motion, formation, past=past, before=before)
    if before or _was_so(around, clause):
        near.add(HISTORICAL)
    return told


def _was_so(around: Around, clause: tuple[int, int]) -> bool:
    """Told of what there was, by its words or by those before it."""
    if had_been(around, clause) or is_of_the_beginning(around, clause):
        return True
    return goes_on_in_the_past(around, clause) or opens_in_the_past(around, clause)


def _is_of_another_land(around: Around, clause: tuple[int, int], near: set[str]) -> bool:
    """Told of those who serve elsewhere; who comes from there is none, nor who moves where no force of the board is."""
    away = RESERVE not in near and _is_elsewhere(around, clause)
    return away and not (near & _MOVES and not around.prose.force)


def _by_order(around: Around, told: _Told, clause: tuple[int, int]) -> FigureKind:
    """The first kind of `ORDER` that is told, else what the place of the number makes it.

    Nobody counts those who are there as `up to 400`: so many may be, or were at the most.
    """
    kind = by_place(around, next((kind for kind in ORDER if kind in told.near), PRESENT))
    if around.in_reserve and around.told is RESERVE and kind in _OF_A_RESERVE and "stays" not in told.near:
        return RESERVE
    if kind is PRESENT and was_until_now(around, clause):
        return HISTORICAL
    if kind is not PRESENT:
        return kind
    if around.qualifier is UP_TO and not is_bound(around) and not _is_counted_as_few(around):
        return HISTORICAL if around.prose.any_in(range(*clause), "tense.past") else CEILING
    return SUB_UNIT if told.formation is PART or is_stationed(around) else kind


def _is_counted_as_few(around: Around) -> bool:
    """`no more than 41`, `never exceeded 40`: how few there are, and no limit."""
    first = around.counted.count.first
    return around.prose.any_in(range(max(around.sentence.first, first - TO_HEDGE), first), "made.few")


def _move(motion: Motion | None, near: set[str], *, past: bool, swaps: bool, swaps_here: bool) -> None:
    """Puts right the kinds of `near` by what those counted do; what was done years ago does not tell."""
    if motion is GOES:
        near -= {PLANNED, REINFORCEMENT}
        if not past and not ("home" in near and RESERVE in near):
            near.add(ROTATION if swaps_here else WITHDRAWAL)
    elif motion is STAYS:
        near -= {PLANNED, WITHDRAWAL}
    elif motion is COMES:
        near.discard(WITHDRAWAL)
        if (swaps or swaps_here) and not near & {REINFORCEMENT, RESERVE}:
            near.add(ROTATION)
        elif not past and not near & {PLANNED, RESERVE}:
            near.add(REINFORCEMENT)


def _is_elsewhere(around: Around, clause: tuple[int, int]) -> bool:
    """Said of another land, and not also of the one the force serves in."""
    prose, first = around.prose, clause[0]
    if "theatre_other" not in around.sentence.sorts:
        if around.told is not OTHER_THEATRE:
            return False
        told = prose.those(range(clause[0], clause[1]), "made.over_there")
        there = any("passive" not in prose.sorts[index + 1] for index in told)
        return there and not prose.any_in(range(*clause), "theatre", "force")
    last = min(clause[1], around.after.count.first) if around.after else clause[1]
    places = [mark for index in range(first, last) if (mark := prose.is_a(index, "theatre_other"))]
    here = prose.any_in(range(first, last), "theatre", "force")
    return not here and any(_is_where(prose, mark.first - 1) for mark in places)


def _is_where(prose: Prose, index: int) -> bool:
    """`in Iraq`, `in the whole of Europe`, `in 38 missions abroad`; abroad is a place by itself."""
    if "theatre_other.abroad" in prose.sorts[index + 1]:
        return True
    while index > 0 and (prose.words[index].text.isdigit() or prose.is_any(index, ("article", "counts.whole"))):
        index -= 1
        if "counts.share" in prose.sorts[index] and "counts.whole" in prose.sorts[index - 1]:
            index -= 1
    return index >= 0 and "where" in prose.sorts[index]
