"""The unit whose strength a number is: `a detachment of 40`, `the battalion, 730 strong`, `the shift is 230 strong`."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from board.reading.counting.around import Around
from board.reading.counting.bare_numbers import before_hedges
from board.reading.counting.clauses import ends
from board.reading.people.homes import POSSESSIVE
from board.reading.words.members import EXERCISE, PLANNED, REINFORCEMENT, RESERVE, ROTATION, SUB_UNIT, WITHDRAWAL
from board.reading.words.prose import Prose, Sentence

TO_SUBJECT: Final = 10
"""Words from the verb that gives a strength back to the unit that has it, at most."""
MEMORY: Final = 90
"""Words before a sentence in which a reserve may have been told of."""
PHRASE: Final = 8
"""Words of a unit's name, at most."""
TO_RESERVE: Final = 4
TO_ARTICLE: Final = 3
"""Words from `as` to the reserve, and from the beginning of a sentence to the unit it is about, at most."""
A_BATTALION: Final = 500
"""A reserve of police is smaller."""
SHORTLY: Final = 2
"""Sentences back in which a reserve may have been told to come."""
_HAS: Final = ("counts.verb", "counts.have", "counts.assembled", "made.of", "station.has")
_GOVERNS: Final = ("where", "counts.share", "made.from", "clause", "relative.who", "counts.have", "passive", "motion")
_NAMES: Final = ("station.unit", "station.turn", "kind.reserve", "station.whole")

_COMES: Final = ("motion.come", "motion.carry", "kind.sent", "kind.reinforcement", "joins.word", "made.span")
_NOT_OF_A_RESERVE: Final = (WITHDRAWAL, ROTATION, PLANNED, EXERCISE)
"""What a reserve does without ceasing to be one."""


class Formation(StrEnum):
    """What a unit is to the force or contingent it belongs to."""

    PART = "part"
    """A company, a team, a command: less than all of them."""
    TURN = "turn"
    """Those who serve until the next come: a shift, a rotation."""
    NEXT = "next"
    """Those whose turn comes next."""
    RESERVE = "reserve"
    WHOLE = "whole"
    """All that a nation has there, though it is called by a part's name."""


PART: Final = Formation.PART


def unit_again(prose: Prose, sentence: Sentence) -> str:
    """`company` of `The company itself has 90 soldiers`: the unit told of before with which a sentence begins."""
    if "article.definite" not in prose.sorts[sentence.first] or "station.unit" not in sentence.sorts:
        return ""
    opening = range(sentence.first + 1, min(sentence.last, sentence.first + TO_ARTICLE))
    units = prose.those(opening, "station.unit")
    return prose.words[units[0]].folded if units else ""


def units_told(prose: Prose, sentence: Sentence) -> list[str]:
    """The sorts of units that a sentence tells of."""
    return [prose.words[mark.last - 1].folded for mark in sentence.marks.of("station.unit")]


def formation_of(around: Around) -> Formation | None:
    """What the unit is whose strength the number is; `None` where it is no unit's, or one's that is the whole."""
    if around.sentence.sorts.isdisjoint(_NAMES):
        return None
    unit = _unit_of(around)
    return None if unit is None else _what(around, unit)


def _unit_of(around: Around) -> tuple[int, int] | None:
    """The words of the unit's noun phrase."""
    prose, sentence, count = around.prose, around.sentence, around.counted.count
    index = before_hedges(prose, sentence, count)
    if index <= sentence.first:
        return None
    if prose.is_any(index, _HAS) and not ("counts.share" in prose.sorts[index] and prose.is_any(index - 1, _NAMES)):
        return _subject(around, index)
    if "counts.share" in prose.sorts[index] or prose.words[index].text in "(,–—-:":
        return _phrase(around, index)
    return None


def _phrase(around: Around, stop: int) -> tuple[int, int] | None:
    """`one battalion of the operational reserve`, `Regional Command West`: the noun phrase that ends before `stop`."""
    prose, found = around.prose, False
    index = stop
    while index > max(around.sentence.first, stop - PHRASE) and _is_of_phrase(prose, index - 1, stop):
        index -= 1
        found = found or prose.is_any(index, _NAMES)
        if "article" in prose.sorts[index] and "counts.share" not in prose.sorts[index - 1]:
            break
    return (index, stop) if found else None


def _is_of_phrase(prose: Prose, index: int, stop: int) -> bool:
    """A noun, its adjectives, its owner or its article; the last one must be a noun for a unit or a name."""
    word = prose.words[index].text
    if index == stop - 1:
        owned = "counts.share" in prose.sorts[index - 1]
        return prose.is_any(index, _NAMES) or (word[0].isupper() and (owned or "force" not in prose.sorts[index]))
    if prose.is_any(index, ("counts.share", "article", *_NAMES)):
        return True
    verb = prose.is_a(index, "aux", "passive", "say", "where", "apart.places", "ends_clause", "coordinate")
    return verb is None and (word[0].isalnum() or word in ("-", "'s", "’s"))


def _subject(around: Around, verb: int) -> tuple[int, int] | None:
    """`The headquarters in Pristina employs`, `The unit, with 150 carabinieri`: what the verb is said of."""
    prose, first = around.prose, max(around.sentence.first, verb - TO_SUBJECT)
    mark = prose.is_a(verb, *_HAS)
    last = mark.first if mark is not None else verb
    if "relative.who" in prose.sorts[last - 1] and prose.words[last - 2].text == ",":
        last -= 2
    for index in range(last - 1, first - 1, -1):
        text = prose.words[index].text
        if ends(prose, index) or text in ":()" or (text == "," and index != last - 1):
            return None
        if prose.is_any(index, ("say", "that.that")):
            return None
        if prose.is_any(index, ("force", "parent")) and not prose.is_any(index - 1, ("where", "counts.share")):
            return None
        if prose.is_any(index, _NAMES) and not _is_governed(prose, index, max(around.sentence.first, index - PHRASE)):
            return _phrase(around, _end(prose, index, last))
    return None


def _end(prose: Prose, index: int, stop: int) -> int:
    """Behind the name that goes on: `Regional Command West`."""
    index += 1
    while index < stop and prose.is_capital(index) and "where" not in prose.sorts[index]:
        index += 1
    return index


def _is_governed(prose: Prose, index: int, first: int) -> bool:
    """`the commander of the battalion`, `has its headquarters in`: told of only to tell of something else."""
    for before in range(index - 1, first - 1, -1):
        if prose.is_any(before, ("say", "that.that")) or prose.words[before].text in ",;:":
            return False
        if prose.is_any(before, _GOVERNS) and not prose.is_any(before, _NAMES):
            return True
    return False


def _what(around: Around, unit: tuple[int, int]) -> Formation | None:
    prose, words = around.prose, range(*unit)
    if prose.any_in(words, "kind.reserve") or _is_reserve_again(around, unit):
        return Formation.RESERVE
    if prose.any_in(words, "station.next"):
        return Formation.NEXT
    if prose.any_in(words, "station.whole"):
        return None
    if _is_all_a_nation_has(prose, words):
        return Formation.WHOLE
    if prose.any_in(words, "station.turn"):
        return Formation.TURN
    return Formation.PART


def _is_all_a_nation_has(prose: Prose, words: range) -> bool:
    """`Lithuania's platoon`: called by its nation alone, it is the whole of what that nation sends."""
    if "station.unit" not in prose.sorts[words.stop - 1]:
        return False
    return any(
        prose.words[index].text in POSSESSIVE and prose.is_any(index - 1, ("nation", "stands_for")) for index in words
    )


def by_unit(around: Around, formation: Formation | None, near: set[str]) -> None:
    """Puts right the kinds of `near` by what unit the number is the strength of.

    A reserve stays one when it comes and when its time is over; only one that leaves the land is withdrawn.
    """
    if formation is None:
        return
    match formation:
        case Formation.RESERVE:
            _hold(around, near)
        case Formation.PART if RESERVE in near:
            _hold(around, near)
        case Formation.WHOLE:
            near.discard(SUB_UNIT)
        case Formation.TURN if "now" in near:
            near.discard(ROTATION)
        case Formation.TURN:
            near.add(ROTATION)
        case Formation.NEXT:
            near -= {ROTATION, WITHDRAWAL}
            near.add(PLANNED)


def _hold(around: Around, near: set[str]) -> None:
    near.add(RESERVE)
    prose = around.prose
    added = prose.those(range(around.counted.count.last, around.sentence.last), "kind.reinforcement")
    only_may = all("change.infinitive" in prose.sorts[index - 1] for index in added)
    if "station.standby" in around.sentence.sorts and only_may:
        near.discard(REINFORCEMENT)
    if not _leaves(around):
        near -= {kind.value for kind in _NOT_OF_A_RESERVE}


def are_gendarmes(around: Around) -> bool:
    """Those that the reserve of a mission that polices is made up of."""
    noun = around.counted.noun
    few = around.counted.count.value < A_BATTALION
    return few and noun is not None and "serves_in.gendarmerie" in around.prose.sorts[noun]


def is_called_in(around: Around) -> bool:
    """Whether a reserve that is at home until it is needed is told to come, here or shortly before."""
    prose, sentence = around.prose, around.sentence
    if "station.standby" in sentence.sorts:
        return False
    at = prose.sentences.index(sentence)
    return any(not told.sorts.isdisjoint(_COMES) for told in prose.sentences[max(0, at - SHORTLY) : at + 1])


def _leaves(around: Around) -> bool:
    """`left Kosovo last Friday`, `would return to its base by May`; not `had been due to go home`."""
    prose, words = around.prose, range(around.counted.count.last, around.sentence.last)
    due = prose.any_in(words, "station.due")
    return not due and (prose.any_in(words, "motion.depart") or prose.any_in(words, "kind.planned"))


def _is_reserve_again(around: Around, unit: tuple[int, int]) -> bool:
    """`the battalion`, `our battalion`, where a battalion in reserve was told of shortly before."""
    prose, begin = around.prose, around.sentence.first
    told = prose.those(range(max(0, begin - MEMORY), begin), "kind.reserve")
    words = range(max(begin, unit[0] - 1), unit[1])
    if not told or not prose.any_in(words, "article.definite", "pronoun") or prose.any_in(words, "made.army"):
        return False
    nouns = {prose.words[index].folded for index in range(*unit) if "station.unit" in prose.sorts[index]}
    near = (at for index in told for at in range(max(0, index - PHRASE), min(begin, index + PHRASE)))
    return any(prose.words[at].folded in nouns for at in near)


def is_in_reserve(around: Around) -> bool:
    """`up to 100 more within the operational reserve`, `are deployed as the Strategic Reserve Force`."""
    if "kind.reserve" not in around.sentence.sorts or "made.within" not in around.sentence.sorts:
        return False
    prose, last = around.prose, around.after.count.first if around.after else around.sentence.last
    for index in range(around.counted.count.last, last):
        if prose.words[index].text in ",;:()" or prose.is_any(index, ("ends_clause", "say", "that.that")):
            return False
        if "made.within" in prose.sorts[index]:
            words = range(index + 1, min(last, index + 1 + TO_RESERVE))
            if prose.any_in(words, "kind.reserve"):
                return True
    return False


def form_a_reserve(around: Around) -> bool:
    """`is moving 550 soldiers there; with 150 Austrians they form the operational reserve`.

    Also `The battalion, made up of 500 soldiers, was assigned as NATO's reserve`.
    """
    if "kind.reserve" not in around.sentence.sorts:
        return False
    prose, last = around.prose, around.sentence.last
    opening = range(around.sentence.first, around.sentence.first + TO_ARTICLE)
    if around.before is None and around.after is None and prose.any_in(opening, "station.unit"):
        reserves = prose.those(range(around.counted.count.last, last), "kind.reserve")
        if any(prose.words[index - 1].folded == "as" or prose.words[index].folded == "as" for index in reserves):
            return True
    those = prose.those(range(around.counted.count.last, last), "pronoun.many")
    return any(
        prose.is_any(index + 1, ("counts.serve", "made.of"))
        and prose.any_in(range(index + 2, min(last, index + 2 + TO_RESERVE)), "kind.reserve")
        for index in those
    )
