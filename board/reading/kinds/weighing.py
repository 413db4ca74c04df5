"""Words that tell the kind of a number only together with others: `sent … to Kosovo`, `no plans to withdraw`."""

from __future__ import annotations

from typing import Final

from board.model import FigureKind
from board.reading.counting.around import Around
from board.reading.counting.clauses import hedged_from
from board.reading.kinds.changes import changed_by
from board.reading.kinds.formations import form_a_reserve, is_in_reserve
from board.reading.kinds.motion import GOES, motion_of
from board.reading.kinds.times import nearest_time
from board.reading.words.members import (
    CEILING,
    HISTORICAL,
    PLANNED,
    PLEDGED,
    REINFORCEMENT,
    RESERVE,
    SUB_UNIT,
    UP_TO,
    WITHDRAWAL,
)
from board.reading.words.number_words import JOINERS

_KINDS: Final = frozenset(kind.value for kind in FigureKind)
TO_STATE: Final = 4
"""Words from a noun to where they serve, at most: `officers from Poland are deployed`."""
TO_VERB: Final = 3
"""Words from `will` to its own verb, at most."""


def weigh(around: Around, near: set[str], clause: tuple[int, int], *, past: bool) -> None:
    """Puts right the kinds that the words of a `clause` tell: those of `near`."""
    _weigh_motion(around, near, clause, past=past)
    _weigh_plans(around, near, clause)
    _weigh_limits(around, near, clause)
    if SUB_UNIT in near and (_is_beside_a_unit(around, clause) or _are_mostly(around, clause)):
        near.discard(SUB_UNIT)
    if _is_denied(around, clause):
        near -= {WITHDRAWAL, PLANNED, REINFORCEMENT}
    if HISTORICAL in near and "now" in near and nearest_time(around) == "now":
        near.discard(HISTORICAL)


def _weigh_plans(around: Around, near: set[str], clause: tuple[int, int]) -> None:
    """What will be, was asked for or promised."""
    if PLANNED in near and (_is_of_another_verb(around, clause) or _is_no_plan(around, clause)):
        near.discard(PLANNED)
    if near & _KINDS == {PLANNED} and _is_definite(around):
        near.discard(PLANNED)
    if "requested" in near:
        near.discard(REINFORCEMENT)
        near.add(PLANNED)
    if PLEDGED in near and _promises_that(around, clause):
        near.discard(PLEDGED)
    if _is_willing(around, clause):
        near.add(PLEDGED)


def _weigh_limits(around: Around, near: set[str], clause: tuple[int, int]) -> None:
    """How many may be."""
    if around.qualifier is UP_TO:
        may = _is_of_a_mandate(around, near, clause) and not _are_more(around)
        if may or (_is_allowed(around) and not _are_added(around)):
            near.add(CEILING)
    if _is_of_a_limit(around):
        near.add(CEILING)
    if CEILING in near and _is_only_possible(around, clause):
        near.discard(CEILING)
        near.add(PLANNED)


def _weigh_motion(around: Around, near: set[str], clause: tuple[int, int], *, past: bool) -> None:
    """Those who come, go, come home, and are there already."""
    if "sent" in near and PLANNED not in near and not past and _is_sent(around, clause):
        near.add(REINFORCEMENT)
    if changed := changed_by(around, clause[0]):
        near.add(changed.value)
    if "made.more" in around.prose.sorts[around.counted.count.last]:
        near.add(REINFORCEMENT)
    if REINFORCEMENT in near and (_is_only_besides(around, clause) or _serve_besides(around, clause)):
        near.discard(REINFORCEMENT)
    if is_in_reserve(around) or form_a_reserve(around):
        near.discard(REINFORCEMENT)
        near.add(RESERVE)
    _weigh_staying(around, near)
    if "left" in near:
        near.add(WITHDRAWAL)
    if "home" in near or _is_behind(around, clause, "kind.homeward"):
        reserve = "kind.reserve" in around.sentence.sorts
        near.add(RESERVE if reserve else WITHDRAWAL)


def _weigh_staying(around: Around, near: set[str]) -> None:
    """Those who are there already, stay, or are left behind."""
    if "already" in near:
        near -= {REINFORCEMENT, PLANNED}
    if "stays" in near and _is_from_a_day(around):
        near.add(PLANNED)
    elif "stays" in near:
        near -= {PLANNED, WITHDRAWAL}
    if "stay" in near and WITHDRAWAL in near:
        near.discard(WITHDRAWAL)
        near.add(PLANNED)


def _is_from_a_day(around: Around) -> bool:
    """`From 1 February 10,000 will remain`: not those who are there until then."""
    prose, first = around.prose, around.sentence.first
    return "change.start" in prose.sorts[first] and prose.words[first + 1].text[0].isdigit()


def _is_only_besides(around: Around, clause: tuple[int, int]) -> bool:
    """`37,200 in the land, with a further 5,600 in the rear`: no more come, they are counted apart."""
    prose, first = around.prose, around.counted.count.first
    told = prose.those(range(*clause), "kind.reinforcement")
    begin = hedged_from(prose, clause[0], first)
    if not told or any(index < begin or index >= first for index in told) or begin <= around.sentence.first:
        return False
    return prose.words[begin - 1].folded in JOINERS or "made.besides" in prose.sorts[begin - 1]


def _serve_besides(around: Around, clause: tuple[int, int]) -> bool:
    """`Another 120 Austrians serve under …`: they are there already."""
    prose, first = around.prose, around.counted.count.first
    told = prose.those(range(*clause), "kind.reinforcement")
    if not told or any(index < hedged_from(prose, clause[0], first) or index >= first for index in told):
        return False
    begin = max(around.counted.count.last, (around.counted.noun or 0) + 1)
    return prose.any_in(range(begin, min(clause[1], begin + TO_STATE)), "station.serves")


def _is_of_a_mandate(around: Around, near: set[str], clause: tuple[int, int]) -> bool:
    """`approved up to 300`, `extended the deployment, with a strength of up to 300`; not `cut by up to 300`."""
    prose, first = around.prose, around.counted.count.first
    begin = hedged_from(prose, around.sentence.first, first)
    strength = begin > around.sentence.first and prose.any_in(range(begin - 2, begin), "contingent", "made.limit")
    told = "mandate" in near or (strength and prose.any_in(range(around.sentence.first, first), "kind.mandate"))
    return told and changed_by(around, clause[0]) is None


def _is_of_a_limit(around: Around) -> bool:
    """`with a lower limit: 400 soldiers`."""
    prose, index = around.prose, around.counted.count.first - 1
    return index > around.sentence.first and prose.words[index].text == ":" and "made.limit" in prose.sorts[index - 1]


def _are_more(around: Around) -> bool:
    """`approved the deployment of up to 130 additional soldiers`: how many come on top, not how many may be."""
    count, noun = around.counted.count, around.counted.noun
    near = range(count.last, (noun if noun is not None and noun >= count.last else count.last) + 1)
    return around.prose.any_in(near, "kind.reinforcement", "made.more")


def _are_added(around: Around) -> bool:
    """`may add up to 20`."""
    before = range(max(around.sentence.first, around.counted.count.first - TO_STATE), around.counted.count.first)
    return around.prose.any_in(before, "made.adds")


def _is_only_possible(around: Around, clause: tuple[int, int]) -> bool:
    """`may send up to 80 more next year`: nobody has allowed it."""
    prose = around.prose
    allowed = prose.those(range(*clause), "kind.ceiling")
    if not allowed or not all(prose.any_in((index - 1, index), "made.may") for index in allowed):
        return False
    return prose.any_in(range(around.counted.count.last, clause[1]), "kind.planned", "change.coming")


def _is_definite(around: Around) -> bool:
    """`The 4,500 troops under his orders will …`: they are there."""
    prose, index = around.prose, around.counted.count.first - 1
    while index > around.sentence.first and "qualifier" in prose.sorts[index]:
        index -= 1
    if index < around.sentence.first or "that.that" in prose.sorts[index]:
        return False
    return "article.definite" in prose.sorts[index]


def _is_behind(around: Around, clause: tuple[int, int], word: str) -> bool:
    if word not in around.sentence.sorts:
        return False
    prose, words = around.prose, range(around.counted.count.last, clause[1])
    return any("made.at" not in prose.sorts[index - 1] for index in prose.those(words, word))


def _is_allowed(around: Around) -> bool:
    """`Up to 300 may go`, `may have up to 300`; not `up to 300 may go home`."""
    prose, count = around.prose, around.counted.count
    begin = max(count.last, (around.counted.noun or 0) + 1)
    before = range(max(around.sentence.first, count.first - 2 * TO_VERB), count.first)
    may = "made.may" in prose.sorts[begin] or prose.any_in(before, "made.may")
    return may and motion_of(around) is not GOES and "passive" not in prose.sorts[begin + 1]


def _is_denied(around: Around, clause: tuple[int, int]) -> bool:
    """`no plans to withdraw the 900 soldiers`, `does not want to raise its contribution of 35`: they are there."""
    prose, first = around.prose, around.counted.count.first
    if around.sentence.sorts.isdisjoint(("kind.withdrawal", "change.word")):
        return False
    words = range(clause[0], first)
    negated = next(iter(prose.those(words, "not", "made.unlikely")), first)
    if not prose.any_in(range(negated, first), "kind.withdrawal", "change.word"):
        return False
    begin = hedged_from(prose, clause[0], first)
    owned = prose.any_in(range(max(negated, begin - TO_VERB), first), "article.definite", "pronoun", "counts.share")
    return owned or prose.any_in(range(negated, first), "kind.withdrawal")


def _is_willing(around: Around, clause: tuple[int, int]) -> bool:
    """`is ready to provide 100`."""
    if "made.willing" not in around.sentence.sorts:
        return False
    words = around.prose.those(range(clause[0], around.counted.count.first), "made.willing")
    marks = [mark for index in words if (mark := around.prose.is_a(index, "made.willing"))]
    return any(around.prose.is_any(mark.last, ("counts.have", "motion.carry")) for mark in marks)


def _promises_that(around: Around, clause: tuple[int, int]) -> bool:
    """`promised that the 1,400 would stay`: nobody is promised."""
    words = around.prose.those(range(*clause), "kind.pledged")
    marks = [mark for index in words if (mark := around.prose.is_a(index, "kind.pledged"))]
    return all("that.that" in around.prose.sorts[mark.last] for mark in marks if mark.last < len(around.prose.words))


def _is_sent(around: Around, clause: tuple[int, int]) -> bool:
    """`sent 200 soldiers to Kosovo`; not `200 soldiers deployed in Kosovo`, nor police sent to the next town."""
    prose, count = around.prose, around.counted.count
    if around.counted.part or not prose.any_in(range(clause[0], count.first), "kind.sent"):
        return False
    if prose.any_in(range(count.last, clause[1]), "theatre", "force", "parent"):
        return True
    begin = max(count.last, (around.counted.noun or 0) + 1)
    elsewhere = begin < clause[1] and "change.end" in prose.sorts[begin]
    return not elsewhere and _has_sender(around, clause)


def _has_sender(around: Around, clause: tuple[int, int]) -> bool:
    """`Britain sent 750 troops`; not `few send many: Ireland 13`."""
    prose, seen = around.prose, False
    for index in range(clause[0], around.counted.count.first):
        if "kind.sent" in prose.sorts[index]:
            return seen
        seen = seen or prose.is_any(index, ("nation", "stands_for", "parent"))
    return False


def _is_of_another_verb(around: Around, clause: tuple[int, int]) -> bool:
    """`The force he will lead counts 4,600`: another verb stands between `will` and the number."""
    prose, count = around.prose, around.counted.count
    planned = prose.those(range(*clause), "kind.planned")
    if not planned or planned[-1] >= count.first:
        return False
    begin = planned[-1] + TO_VERB
    verbs = (prose.is_a(index, "counts.verb", "counts.have") for index in range(begin, count.first))
    return any(
        verb is not None and verb.first >= begin and not prose.is_any(verb.first, ("where", "qualifier"))
        for verb in verbs
    )


def _is_beside_a_unit(around: Around, clause: tuple[int, int]) -> bool:
    """`242 Turks and a Polish company`: the unit is told of besides those counted."""
    prose, last = around.prose, around.counted.count.last
    if prose.any_in(range(clause[0], last), "kind.sub_unit", "contingent"):
        return False
    told = prose.those(range(last, clause[1]), "kind.sub_unit")
    return bool(told) and any(
        "coordinate" in prose.sorts[index] and "article" in prose.sorts[index + 1] for index in range(last, told[0])
    )


def _are_mostly(around: Around, clause: tuple[int, int]) -> bool:
    """`35 Danes, mainly staff officers and instructors`: told of what most of them are."""
    prose, last = around.prose, around.counted.count.last
    mostly = prose.those(range(last, clause[1]), "made.mostly")
    return bool(mostly) and not prose.any_in(range(clause[0], mostly[0]), "kind.sub_unit")


def _is_no_plan(around: Around, clause: tuple[int, int]) -> bool:
    """`could not be everywhere with a force of 7,600`, `will not be touched`: what is not to be is no plan."""
    prose = around.prose
    planned = [mark for at in prose.those(range(*clause), "kind.planned") if (mark := prose.is_a(at, "kind.planned"))]
    return bool(planned) and all(prose.is_any(mark.last, ("not", "made.not")) for mark in planned)
