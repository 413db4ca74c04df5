"""Numbers a strength goes from or to: `cut from 300 to 220`, `has grown to 4,700`, `13, down from 230`."""

from __future__ import annotations

from typing import Final

from board.model import FigureKind, Qualifier
from board.reading.counting.around import Around
from board.reading.counting.bare_numbers import before_hedges
from board.reading.counting.clauses import ends
from board.reading.counting.other_numbers import is_range
from board.reading.words.members import (
    AT_LEAST,
    CEILING,
    HISTORICAL,
    PLANNED,
    PRESENT,
    REINFORCEMENT,
    UP_TO,
    WITHDRAWAL,
)
from board.reading.words.number_words import in_order
from board.reading.words.prose import Prose

_LIMITS: Final = (Qualifier.LESS_THAN, Qualifier.MORE_THAN, AT_LEAST)
_OF_A_LIMIT: Final = ("made.for", "counts.share", "apart.places")
_OTHERWISE: Final = (
    *("clause", "coordinate", "say", "counts.have", "counts.verb", "relative.who", "that.that", "ends_clause"),
)
"""What ends the words that tell only what a limit is for; its own helper does not: `was lowered`."""
BACK: Final = 18
AHEAD: Final = 12
"""Words before and after a number in which the change is told."""
NEAR: Final = 8
"""Words from a change to the number it ends at, at most."""
TO_LIMIT: Final = 3
"""Words from a limit to what it does, at most: `the ceiling of the mandate goes up to 180`."""
TO_START: Final = 4
"""Words from `from` to its number, at most: `from the current strength of 65`."""
TO_CHANGE: Final = 16
"""Words from `shrink` to the number by which it does, at most."""
TENSE: Final = 5
"""Words before a change in which it is told to be still to come."""


def kind_by_change(around: Around) -> FigureKind | None:
    """What a number is that something changes from or to; `None` where it is neither.

    What it changes from is there as long as the change is still to come, and else was there once.
    """
    if "change" not in around.sentence.sorts:
        return None
    prose, index = around.prose, before_hedges(around.prose, around.sentence, around.counted.count)
    if index < around.sentence.first:
        return None
    if "change.compared" in prose.sorts[index] and not _leads_on(around):
        return _compared(around)
    return _of_change(around, index)


def _of_change(around: Around, index: int) -> FigureKind | None:
    """What the number is by the word at `index`, right before its hedges: `from`, `to`, or the change itself."""
    prose = around.prose
    starts = "change.start" in prose.sorts[index]
    if not starts and _ends_a_range(around):
        return None
    if "change.word" in prose.sorts[index] and _is_definite(around, index):
        return PRESENT
    falls_below = "change.word" in prose.sorts[index] and around.qualifier in _LIMITS
    if not (starts or falls_below or "change.end" in prose.sorts[index]):
        return None
    change = _change(around, index)
    if starts and change is None and _was_before(around):
        return HISTORICAL
    if change is None or _is_other_than_by_number(around, index, change):
        return None
    return CEILING if _is_of_a_limit(around, change) else _by_time(around, index, change, starts=starts)


def _by_time(around: Around, index: int, change: int, *, starts: bool) -> FigureKind | None:
    """Whether those counted are there before the `change`, are to be there after it, or were or are by now."""
    coming = _is_to_come(around, change)
    if starts:
        return PRESENT if coming or _is_now(around) else HISTORICAL
    if coming:
        return CEILING if around.qualifier is UP_TO else PLANNED
    done = change <= index and index - change < NEAR
    return PRESENT if done or (around.previous is HISTORICAL and _is_next(around)) else None


def _is_of_a_limit(around: Around, change: int) -> bool:
    """`raises the ceiling from 195 to 215`, `the limit, 400 so far, was cut to 350`: not those who are there."""
    first = around.counted.count.first
    begin = max(around.sentence.first, change - TO_LIMIT) if change < first else around.sentence.first
    if around.prose.any_in(range(begin, first), "made.limit") or _may_grow(around.prose, change):
        return True
    return change < first and _is_change_of_a_limit(around, change)


def _is_change_of_a_limit(around: Around, change: int) -> bool:
    """`The ceiling for the Swiss contingent in KFOR goes up`: a limit, and only what it is for before the change."""
    prose = around.prose
    for index in range(change - 1, max(around.sentence.first, change - BACK) - 1, -1):
        if "made.limit" in prose.sorts[index]:
            return prose.is_any(index + 1, _OF_A_LIMIT)
        goes_on = prose.is_any(index, _OTHERWISE) and "where" not in prose.sorts[index]
        if goes_on or ends(prose, index) or prose.words[index].text == ",":
            return False
    return False


def _may_grow(prose: Prose, change: int) -> bool:
    """`may raise this to 225`: how many may be; what `may be cut to` is not."""
    return "counts.up" in prose.sorts[change] and "made.may" in prose.sorts[change - 1]


def _ends_a_range(around: Around) -> bool:
    """`taking 150 to 200 of its soldiers out`, not `grow by 20 to 55`: the number before begins no change."""
    if around.before is None or not _is_next(around):
        return False
    first = around.before.count.first
    return not around.prose.any_in(
        range(max(around.sentence.first, first - TO_START), first), "change.start", "counts.by"
    )


def is_bound(around: Around) -> bool:
    """`between 70 and 80`: the upper of two numbers, and no limit."""
    return around.before is not None and _is_next(around)


def _is_next(around: Around) -> bool:
    """`cut from 8,350 to 4,500`: right behind the number that it was."""
    return around.before is not None and is_range(around.prose, around.before.count, around.counted.count)


def _was_before(around: Around) -> bool:
    """`was down to 4,500 from 8,350`: behind what it came to."""
    if around.before is None or not _is_next(around):
        return False
    index = before_hedges(around.prose, around.sentence, around.before.count)
    return index > around.sentence.first and "change.end" in around.prose.sorts[index]


def _is_definite(around: Around, index: int) -> bool:
    """`would now reduce the some 600 soldiers`: they are there."""
    between = range(index + 1, around.counted.count.first)
    return around.prose.any_in(between, "article.definite")


def _leads_on(around: Around) -> bool:
    """`goes up from 50 to 160`."""
    after = around.after
    return after is not None and is_range(around.prose, around.counted.count, after.count)


def _compared(around: Around) -> FigureKind:
    """`40 instead of 35 as before` of ceilings, `will rise to 700, up from 600` of what is there."""
    if around.previous is CEILING:
        return CEILING
    coming = around.previous is PLANNED or _is_now(around)
    return PRESENT if coming else HISTORICAL


def _change(around: Around, index: int) -> int | None:
    """The word nearest to word `index` that tells of a change, in the same sentence part."""
    prose = around.prose
    for at in range(index, max(around.sentence.first, index - BACK) - 1, -1):
        if ends(prose, at):
            break
        if "change.word" in prose.sorts[at]:
            return at
    for at in range(around.counted.count.last, min(around.sentence.last, around.counted.count.last + AHEAD)):
        if ends(prose, at) or "ends_clause" in prose.sorts[at]:
            break
        if "change.word" in prose.sorts[at]:
            return at
    return None


def _is_other_than_by_number(around: Around, index: int, change: int) -> bool:
    """`12 to 16 more soldiers`: the two are a range, and what changes comes behind them."""
    return change > index and around.prose.words[index - 1].text[:1].isdigit()


def _is_to_come(around: Around, change: int) -> bool:
    """`will be cut`, `agreed to shrink`, `by next January`, `will send 100, bringing its contingent to 600`."""
    prose, count = around.prose, around.counted.count
    if "change.present" in prose.sorts[change] and not _has_helper(around):
        return True
    if "change.goes" in prose.sorts[change] and _has_both(around):
        return True
    whole = "change.participle" in prose.sorts[change] or _goes_on(prose, change)
    first = around.sentence.first if whole else max(around.sentence.first, min(change, count.first) - TENSE)
    if change > first and "change.infinitive" in prose.sorts[change - 1]:
        return True
    last = min(around.sentence.last, max(change, count.last) + AHEAD)
    for index in range(first, last):
        if index >= count.last and (ends(prose, index) or prose.is_any(index, ("ends_clause", "coordinate"))):
            return False
        if prose.is_any(index, ("kind.planned", "change.coming")):
            return True
    return False


def _has_both(around: Around) -> bool:
    """`goes from 1,258 to 900`: told in the present with both numbers, it is what is decided."""
    prose, count = around.prose, around.counted.count
    return any(
        other is not None and is_range(prose, *in_order(other.count, count)) for other in (around.before, around.after)
    )


def _goes_on(prose: Prose, change: int) -> bool:
    """`will send 350 and so bring its share to 2,200`: the helper stands by the verb before."""
    return prose.any_in(range(max(0, change - 2), change), "coordinate")


def _has_helper(around: Around) -> bool:
    """`hat … reduziert`: where one form serves for what is done and what one does now, a helper tells."""
    words = range(around.sentence.first, around.sentence.last)
    return around.prose.any_in(words, "tense.helper")


def _is_now(around: Around) -> bool:
    """`from just under 14,000 now`: said right behind the number or its noun."""
    count = around.counted.count
    end = max(count.last, (around.counted.noun or 0) + 1)
    near = range(count.last, min(around.sentence.last, end + 2))
    return around.prose.any_in(near, "kind.now")


def changed_by(around: Around, first: int) -> FigureKind | None:
    """`increased its presence by 1,000`, `would be cut by 200`."""
    if "counts.by" not in around.sentence.sorts:
        return None
    prose, count = around.prose, around.counted.count
    index = count.first - 1
    while index > first and prose.is_any(index, ("qualifier", "article")):
        index -= 1
    if index < first or "counts.by" not in prose.sorts[index]:
        return None
    for before in range(index - 1, max(around.sentence.first, min(first, index - TO_CHANGE)) - 1, -1):
        if ends(prose, before) or prose.is_any(before, ("say", "that.that")):
            return None
        if "counts.up" in prose.sorts[before]:
            return REINFORCEMENT
        if "counts.down" in prose.sorts[before]:
            return WITHDRAWAL
    return None
