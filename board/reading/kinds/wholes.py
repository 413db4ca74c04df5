"""All there are and a part of them: `300 of its 600`, `a unit of 700 … made up of 550 Germans`."""

from __future__ import annotations

from typing import Final

from board.model import FigureKind
from board.reading.counting.around import Around
from board.reading.counting.asides import is_with
from board.reading.counting.bare_numbers import before_hedges
from board.reading.counting.clauses import LEFT, RIGHT, is_listed
from board.reading.kinds.again import taken_on
from board.reading.words.members import (
    CEILING,
    EXERCISE,
    HISTORICAL,
    OF_NATIONS,
    OTHER_THEATRE,
    PLANNED,
    PLEDGED,
    PRESENT,
    REINFORCEMENT,
    RESERVE,
    ROTATION,
    SUB_UNIT,
    WITHDRAWAL,
)
from board.reading.words.prose import Prose

HANDED_ON: Final = frozenset(
    (
        REINFORCEMENT,
        ROTATION,
        PLANNED,
        PLEDGED,
        WITHDRAWAL,
        EXERCISE,
        CEILING,
        RESERVE,
    )
)
"""Kinds that the numbers of a list share: `will send 38 Italians and 24 Romanians`."""
NEAR: Final = 4
"""Words behind a number in which its tense may be told: `600 are there`."""
TO_NATION: Final = 5
FROM: Final = 7
"""Words from a part to its nation, and to nations it is from: `2,690 troops from non-NATO countries`."""
FAR: Final = 20
"""Words from a number to the exercise it takes part in, at most."""
OPENING: Final = 4
"""Words in which a sentence may take up what the one before told of."""
_NO_WHOLE: Final = frozenset((OF_NATIONS, OTHER_THEATRE))
_LEAST: Final = frozenset((PRESENT, PLANNED, SUB_UNIT))
"""Kinds that give way to that of a whole."""


def is_divided(around: Around) -> bool:
    """`80 of the 163 are called back`: of these a part is told of."""
    before = around.before
    if before is None or "counts.share" not in around.prose.sorts[before.count.last]:
        return False
    return all(
        around.prose.is_any(index, ("counts.share", "article", "qualifier", "pronoun"))
        for index in range(before.count.last, around.counted.count.first)
    )


def is_what_there_is(around: Around) -> bool:
    """`300 of its 600`, `out of a total of 4,500`, `its 600 soldiers would`: the number of those who are there."""
    prose, index = around.prose, around.counted.count.first - 1
    while (
        index > around.sentence.first
        and prose.is_any(index, ("qualifier", "article"))
        and "counts.share" not in prose.sorts[index]
    ):
        index -= 1
    if index < around.sentence.first:
        return False
    if "counts.whole" in prose.sorts[index]:
        return prose.words[index - 1].text != ","
    owned = prose.is_any(index, ("pronoun.body", "pronoun.many", "pronoun.self")) and index > around.sentence.first
    share = index - 1 if owned else index
    of_number = share > 0 and "counts.share" in prose.sorts[share] and _is_portion(prose, share - 1)
    return of_number or (owned and not _is_leaving(around))


def _is_portion(prose: Prose, index: int) -> bool:
    """`300 of`, `any of`, `half of`."""
    return prose.words[index].text[0].isdigit() or "counts.portion" in prose.sorts[index]


def _is_leaving(around: Around) -> bool:
    count = around.counted.count
    span = range(max(around.sentence.first, count.first - LEFT), min(around.sentence.last, count.last + RIGHT))
    return around.prose.any_in(span, "kind.withdrawal", "kind.rotation", "kind.homeward")


def by_place(around: Around, kind: FigureKind) -> FigureKind:
    """The `kind` that words tell, or else its place: part of a whole, one of a list, or those who are there."""
    if kind not in _LEAST:
        return kind
    if around.previous in HANDED_ON and (_follows(around) or (kind is SUB_UNIT and is_listed(around))):
        return around.previous
    if around.told is PLEDGED and _is_next_of_list(around):
        return PLEDGED
    if (before := taken_on(around)) is not None:
        return before
    if kind is not PRESENT:
        return kind
    if (handed_on := _handed_on(around)) is not None:
        return handed_on
    if around.previous is HISTORICAL and _has_no_present(around):
        return HISTORICAL
    return EXERCISE if _exercises(around) else PRESENT


def _handed_on(around: Around) -> FigureKind | None:
    """What a number is by the one before it, as one of its list or a part of it; `None` where that does not tell."""
    previous = around.previous
    if previous is SUB_UNIT and (around.counted.part or is_listed(around)):
        return SUB_UNIT
    if previous is HISTORICAL and around.counted.part and _has_no_present(around):
        return HISTORICAL
    if previous in HANDED_ON and is_next_of(around):
        return previous
    whole = previous if previous is not None or around.before is not None else around.told
    if not around.counted.part or whole in _NO_WHOLE or _is_there(around) or _serves_in_it(around):
        return None
    if _has_them(around):
        return None
    if not _has_nation(around):
        return SUB_UNIT
    return previous if previous in HANDED_ON else None


def _has_them(around: Around) -> bool:
    """`KFOR has 3,900 of them`, `all 411 of them`: the part is all that somebody has."""
    prose, sentence, count = around.prose, around.sentence, around.counted.count
    head = before_hedges(prose, sentence, count)
    if head > sentence.first and "made.owns" in prose.sorts[head]:
        return "counts.part" in prose.sorts[count.last]
    return count.first > sentence.first and "made.all" in prose.sorts[count.first - 1]


def _has_no_present(around: Around) -> bool:
    """`had 50,000 at first; when it left, 212`: no word for now since the number before."""
    assert around.before is not None
    last = min(around.sentence.last, around.counted.count.last + NEAR)
    between = range(around.before.count.last, last)
    return not around.prose.any_in(between, "kind.now", "tense.present", "kind.already")


def _exercises(around: Around) -> bool:
    """`200 paratroopers from Italy and France jumped on Saturday as part of an exercise`: with no break between."""
    prose, first = around.prose, around.counted.count.last
    if "kind.exercise" not in around.sentence.sorts:
        return False
    for index in range(first, min(around.sentence.last, first + FAR)):
        if "kind.exercise" in prose.sorts[index]:
            return "made.group" not in prose.sorts[index]
        broken = prose.words[index].text in ";:()" or prose.is_a(
            index, "relative.who", "ends_clause", "coordinate.word"
        )
        listed = prose.is_a(index + 1, "nation") if index + 1 < around.sentence.last else None
        if prose.words[index].text == "," and not listed:
            return _is_apposed_exercise(around, index + 1 + ("relative.who" in prose.sorts[index + 1]))
        if broken and not listed:
            return False
    return False


def _is_apposed_exercise(around: Around, first: int) -> bool:
    """`have gathered for Silver Shield, KFOR's autumn exercise`, `400 men, who are on exercise`."""
    prose = around.prose
    told = "relative.who" in prose.sorts[first - 1]
    if not told and not prose.is_any(first, ("article", "force", "parent", "pronoun", "nation")):
        return False
    for index in range(first + told, min(around.sentence.last, first + FROM + 1)):
        if "kind.exercise" in prose.sorts[index]:
            return "made.group" not in prose.sorts[index]
        if prose.is_any(index, ("aux", "relative.who", "coordinate.word")) or prose.words[index].text in ",;:":
            return False
    return False


def _follows(around: Around) -> bool:
    """`six will join them, followed by a staff cell (three officers)`, `200 arrived and 100 more would follow`."""
    if around.before is None:
        return False
    first, last = around.counted.count.first, around.counted.count.last
    if around.prose.any_in(range(around.before.count.last, first), "made.followed") or _is_told_with(around):
        return True
    return around.prose.any_in(range(last, min(around.sentence.last, last + FROM)), "made.next")


def _is_told_with(around: Around) -> bool:
    """`followed by Germany with 8,500 and France with 7,000`: one more nation, with no verb of its own."""
    prose, before = around.prose, around.before
    head = before_hedges(prose, around.sentence, around.counted.count)
    if before is None or head <= before.count.last or not is_with(prose, head):
        return False
    between = range(before.count.last, head)
    verbs = prose.any_in(between, "aux", "passive", "counts.verb", "say", "relative.who", "ends_clause")
    return not verbs and prose.any_in(between, "nation") and prose.any_in(between, "counts.range", "coordinate")


def _is_next_of_list(around: Around) -> bool:
    """`Italy comes next with 5,000; Greece wants to send 1,200`: more of the list of the sentence before."""
    near = range(around.sentence.first, min(around.sentence.last, around.sentence.first + OPENING))
    return around.prose.any_in(near, "made.next")


def _is_there(around: Around) -> bool:
    """`The first 200 of them are already in Pristina`."""
    count = around.counted.count
    near = range(count.last, min(around.sentence.last, count.last + NEAR + 2))
    return around.prose.any_in(near, "kind.already")


def _serves_in_it(around: Around) -> bool:
    """`Some 630 of them serve in Kosovo today`: of all that a nation has, those it has in the force."""
    prose, count = around.prose, around.counted.count
    if around.nation is None or around.previous in HANDED_ON:
        return False
    near = range(count.last, min(around.sentence.last, count.last + NEAR + TO_NATION))
    verbs = prose.those(near, "station.serves", "passive", "counts.serve")[:1]
    return any(
        "made.in" in prose.sorts[index] and prose.is_any(index + 1, ("theatre", "force"))
        for verb in verbs
        for index in (verb + 1, verb + 2)
    )


def is_next_of(around: Around) -> bool:
    """`by 50 for security or by 20 for maintenance`: of one list with the number before, with no verb of its own."""
    return is_listed(around) and not _has_own_verb(around)


def _has_own_verb(around: Around) -> bool:
    """`lowered the limit to 350, and 290 are there`."""
    count, noun = around.counted.count, around.counted.noun
    index = noun + 1 if noun is not None and noun >= count.last else count.last
    return around.prose.is_any(index, ("passive", "motion.stay"))


def _has_nation(around: Around) -> bool:
    """`of whom 612 are American`: a nation's contingent, not a part of one."""
    count = around.counted.count
    end = around.after.count.first if around.after else around.sentence.last
    if around.prose.any_in(range(count.last, min(end, count.last + FROM)), "count_of_nations"):
        return True
    near = range(count.last, min(end, count.last + TO_NATION))
    return any("theatre" not in around.prose.sorts[index] for index in around.prose.those(near, "nation"))
