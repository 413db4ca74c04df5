"""Those who join others, and those who are left of more that go."""

from __future__ import annotations

from typing import Final

from board.reading.counting.around import Around
from board.reading.counting.clauses import are_so_many, hedged_from
from board.reading.words.members import PLANNED, REINFORCEMENT

TO_STAY: Final = 16
"""Words from a number of those who are left to where it is told that they stay, at most."""
SHORTLY: Final = 2
"""Sentences back in which it was told that others leave, at most."""
_LEAVING: Final = ("motion.leave", "motion.depart", "kind.withdrawal")
_MEANT: Final = ("change.infinitive", "kind.planned")


def joining(around: Around, first: int, last: int, near: set[str]) -> set[str]:
    """Those who join others reinforce them; those who are joined were there."""
    prose, count = around.prose, around.counted.count
    joined = prose.those(range(first, count.first), "joins")
    if joined and "counts.by" in prose.sorts[joined[-1] + 1]:
        return {REINFORCEMENT}
    if joined:
        near.discard(REINFORCEMENT)
        return set()
    behind = prose.those(range(count.last, last), "joins")
    if behind and "passive" in prose.sorts[behind[0] - 1] and "counts.by" in prose.sorts[behind[0] + 1]:
        near -= {REINFORCEMENT, PLANNED}
    joins = any(not _is_of_others(around, index) for index in behind)
    return {REINFORCEMENT} if joins else set()


def _is_of_others(around: Around, index: int) -> bool:
    """`350 soldiers in the mission, which it joined in 1999`, `40, to be joined by 20`: not they join."""
    return around.prose.is_any(index - 1, ("pronoun", "nation", "passive"))


def _are_some_who_stay(around: Around) -> bool:
    """`Twelve officers will stay on`, `they leave and ask to keep two`; not `will keep its 145`, `a platoon of 36`."""
    prose, sentence, count = around.prose, around.sentence, around.counted.count
    if sentence.sorts.isdisjoint(("motion.stay", "kind.stays")) or not are_so_many(around):
        return False
    before = hedged_from(prose, sentence.first, count.first) - 1
    if before > sentence.first and prose.is_any(before, ("motion.stay", "kind.stays")):
        if prose.words[before - 2].folded.startswith("continu"):
            return False
        meant = prose.is_any(before - 1, _MEANT) and _do_others_leave(around)
        return meant or "kind.stays" in prose.sorts[before]
    if before >= sentence.first and "counts.have" in prose.sorts[before]:
        return False
    for index in range(count.last, min(sentence.last, count.first + TO_STAY)):
        if "kind.stays" in prose.sorts[index]:
            return "motion.stay" not in prose.sorts[index]
        if prose.words[index].text in ",;:()" or prose.is_any(index, ("aux", "relative.who", "ends_clause", "say")):
            return False
    return False


def _do_others_leave(around: Around) -> bool:
    """Whether a leaving, or a cut, is told of before the number, in its sentence or the ones right before."""
    prose, at = around.prose, around.prose.sentences.index(around.sentence)
    before = range(prose.sentences[max(0, at - SHORTLY)].first, around.counted.count.first)
    fewer = any("asked.declined" not in prose.sorts[index] for index in prose.those(before, "counts.down"))
    return fewer or prose.any_in(before, *_LEAVING)


def is_rest(around: Around) -> bool:
    """`all but 50 will go`, `only 2,000 would remain`, `After the cut 220 would`, `intends to leave 350 there`."""
    prose, sentence, first = around.prose, around.sentence, around.counted.count.first
    if _are_some_who_stay(around):
        return True
    if sentence.sorts.isdisjoint(("kind.planned", "kind.stays")):
        return False
    begin = hedged_from(prose, sentence.first, first)
    if begin > sentence.first and "made.rest" in prose.sorts[begin - 1]:
        return True
    behind = range(around.counted.count.last, min(sentence.last, first + TO_STAY))
    if begin > sentence.first and "motion.depart" in prose.sorts[begin - 1]:
        return any("where" in prose.sorts[at] and prose.is_any(at + 1, ("theatre", "force", "there")) for at in behind)
    told = prose.any_in(range(begin, first), "made.only") or "kind.planned" in prose.sorts[sentence.first]
    return told and prose.any_in(behind, "kind.stays")
