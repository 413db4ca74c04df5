"""Whether those counted come, go or stay: by the verb that governs the number, and by where it points."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from board.reading.counting.around import Around
from board.reading.counting.bare_numbers import has_before, of_more
from board.reading.counting.clauses import are_so_many, ends
from board.reading.counting.other_numbers import is_range
from board.reading.people.homes import POSSESSIVE
from board.reading.words.lexicon import Mark
from board.reading.words.prose import Prose

UNKNOWN: Final = 4
"""Words that tell nothing between a verb and the number it has for its object, at most."""
REACH: Final = 24
"""Words from a number to its verb, and from there to where it points, at most."""
TO_PURPOSE: Final = 5
"""Words from `left` to `for`, at most: `left on Sunday for training`."""
TO_NOT: Final = 10
"""Words from `no plans` or `not` to the verb they deny, at most."""
_BREAKS: Final = frozenset('.;:!?()"“”„«»—–')
_OF_OTHERS: Final = ("counts.have", "counts.verb", "passive", "say", "that.that", "relative.who", "clause", "not")
_VERBS: Final = ("motion.leave", "motion.carry", "motion.go", "motion.depart", "motion.come", "motion.stay")
_THERE: Final = ("theatre", "force", "mission")


class Motion(StrEnum):
    """What those counted do."""

    COMES = "comes"
    GOES = "goes"
    STAYS = "stays"


COMES: Final = Motion.COMES
GOES: Final = Motion.GOES
STAYS: Final = Motion.STAYS


def motion_of(around: Around) -> Motion | None:
    """What those counted do; `None` where no verb of coming, going or staying governs the number."""
    if "motion" not in around.sentence.sorts:
        return None
    verb = _verb_before(around) or _verb_behind(around)
    motion = None if verb is None else _meaning(around, verb)
    return STAYS if verb and motion is GOES and _is_denied(around, verb) else motion


def leaves_home(around: Around) -> bool:
    """`200 guardsmen left on Sunday for training in Texas, from where they go on to Kosovo`: their turn begins."""
    if "motion.depart" not in around.sentence.sorts or "made.for" not in around.sentence.sorts:
        return False
    verb = _verb_behind(around)
    return verb is not None and verb.value == "depart" and _sets_out(around, verb.last)


def _verb_before(around: Around) -> Mark | None:
    """The verb that has the number for its object: `withdrew all of its 401`, `send home 150`."""
    prose, unknown = around.prose, 0
    begin, stop = around.sentence.first, around.counted.count.first
    if around.before is not None and is_range(prose, around.before.count, around.counted.count):
        stop = around.before.count.first
    elif around.before is not None:
        begin = around.before.count.last
    for index in range(stop - 1, begin - 1, -1):
        mark = prose.is_a(index, "motion.leave", "motion.carry", "motion.stay", "motion.come")
        if mark is not None:
            return None if _is_noun(prose, mark) else mark
        if prose.words[index].text in _BREAKS or prose.words[index].text == "," or prose.is_any(index, _OF_OTHERS):
            return None
        if "counts.portion" in prose.sorts[index] and "made.all" not in prose.sorts[index]:
            return None
        if "where" in prose.sorts[index] and not _is_goal(prose, index + 1):
            return None
        unknown += not prose.sorts[index]
        if unknown > UNKNOWN:
            return None
    return None


def _is_noun(prose: Prose, mark: Mark) -> bool:
    """`by order of`, `a return`: a word that may be a verb, with an article or an owner before it."""
    return mark.first > 0 and prose.is_any(mark.first - 1, ("article", "pronoun"))


def _is_goal(prose: Prose, index: int) -> bool:
    """What a preposition that goes with a verb leads to: `sent to Kosovo 150 soldiers`."""
    while index < len(prose.words) and "article" in prose.sorts[index]:
        index += 1
    return index < len(prose.words) and prose.is_any(index, (*_THERE, "nation", "stands_for"))


def _verb_behind(around: Around) -> Mark | None:
    """The verb that has those counted for its subject: `300 soldiers of the 28th Division will deploy`.

    Of `the 120 gendarmes EULEX had brought in have left`, it is the second.
    """
    prose, count, noun = around.prose, around.counted.count, around.counted.noun
    first = noun + 1 if noun is not None and noun >= count.last else count.last
    whole = of_more(prose, around.sentence, count) and around.after is not None
    first = around.after.count.last if whole and around.after is not None else first
    stop = around.after.count.first if around.after is not None and not whole else around.sentence.last
    aside = by_another = noun is not None and _begins_an_aside(prose, first)
    for index in range(first + by_another, min(stop, around.sentence.last, first + REACH)):
        mark = prose.is_a(index, *_VERBS) if "motion" in prose.sorts[index] else None
        if mark is not None and mark.first == index:
            if not by_another:
                return None if _is_noun(prose, mark) else mark
            by_another = False
        if index == first and (behind := _behind_aside(around, index)) is not None:
            return behind
        if _breaks(prose, index) or prose.is_any(index, ("counts.verb", "say", "that.that")):
            return None
        if "ends_clause" in prose.sorts[index] and not aside:
            return None
        if "kind.casualties" in prose.sorts[index] or (
            "counts.have" in prose.sorts[index] and not prose.is_any(index, ("aux", "where"))
        ):
            return None
    return None


def _behind_aside(around: Around, first: int) -> Mark | None:
    """The verb behind `soldiers, the second contingent, left`; `None` where no such aside begins at word `first`."""
    prose, last = around.prose, min(around.sentence.last, first + REACH)
    if prose.words[first].text != "," or "article" not in prose.sorts[first + 1]:
        return None
    comma = next((index for index in range(first + 1, last) if prose.words[index].text == ","), None)
    if comma is None or not prose.any_in(range(first + 1, comma), "contingent", "station.turn"):
        return None
    mark = prose.is_a(comma + 1, *_VERBS)
    return mark if mark is not None and mark.first == comma + 1 else None


def _begins_an_aside(prose: Prose, index: int) -> bool:
    """`gendarmes EULEX had brought in`, `gendarmes that Italy had brought in`: another does something with them."""
    index += "relative.who" in prose.sorts[index]
    return prose.is_any(index, ("force", "parent", "nation", "stands_for", "pronoun"))


def _breaks(prose: Prose, index: int) -> bool:
    """A stop, or a comma that no `who` follows."""
    text = prose.words[index].text
    if text in _BREAKS and not prose.sorts[index]:
        return text != "." or ends(prose, index)
    return text == "," and "relative.who" not in prose.sorts[index + 1]


def _is_of_the_noun(around: Around, verb: Mark) -> bool:
    """`300 soldiers sent to Kosovo in May`: a participle right behind the noun tells which ones they are."""
    count, noun = around.counted.count, around.counted.noun
    first = noun + 1 if noun is not None and noun >= count.last else count.last
    return verb.first == first and verb.value == "carry" and "motion.go" not in around.prose.sorts[first]


def _meaning(around: Around, verb: Mark) -> Motion | None:
    """What the verb tells; `has 28 people left` tells who stays, `are due to serve` not when."""
    prose = around.prose
    match verb.value:
        case "stay":
            return None if "counts.serve" in prose.sorts[verb.first] else STAYS
        case "leave":
            return GOES
        case "come":
            return COMES
    if "made.left" in prose.sorts[verb.first] and has_before(prose, around.sentence, around.counted.count):
        return STAYS
    points = _direction(around, verb)
    if points is None and verb.value == "depart" and _sets_out(around, verb.last):
        return COMES
    if points is None and verb.value == "carry" and "tense.past" in prose.sorts[verb.first - 1]:
        return None if _is_elsewhere(around, verb) or "counts.serve" in prose.sorts[verb.first] else COMES
    if points is COMES and _is_of_the_noun(around, verb):
        return None
    if points is None and verb.value == "go" and around.swaps and not _is_elsewhere(around, verb):
        return COMES
    return points or (GOES if verb.value == "depart" else None)


def _is_elsewhere(around: Around, verb: Mark) -> bool:
    """A verb of going that leads to something else: `went on`, `going to be`."""
    return around.prose.is_any(verb.last, ("passive", "change.infinitive", "apart.places", "aux"))


def _direction(around: Around, verb: Mark) -> Motion | None:
    """Where a verb points, by the first words behind it that tell: `home`, `from Kosovo`, `to the mission`."""
    prose = around.prose
    for index in range(verb.last, min(around.sentence.last, max(verb.last, around.counted.count.last) + REACH)):
        if _breaks(prose, index) or prose.is_any(index, ("say", "ends_clause")):
            return None
        if index == verb.last and verb.value == "depart" and _is_goal(prose, index) and _is_there(prose, index):
            return GOES
        if "motion.home" in prose.sorts[index]:
            if prose.is_any(index + 1, ("where", "counts.share", "origin.from")):
                continue
            return GOES
        if prose.is_any(index, ("motion.from", "made.from")) and _is_there(prose, index + 1):
            return GOES
        if prose.is_any(index, ("motion.to", "serves")) and _is_goal(prose, index + 1):
            return COMES if _is_there(prose, index + 1) else _away(around, index + 1)
    return None


def _sets_out(around: Around, first: int) -> bool:
    """`left Bismarck on Saturday for a tour in Kosovo`, `left for training in Texas, from where they go to Kosovo`."""
    prose = around.prose
    if first >= around.sentence.last or _is_there(prose, first):
        return False
    if (capital := prose.is_a(first, "stands_for")) is not None and capital.value == around.nation:
        return True
    if not prose.is_capital(first):
        return _leaves_to_train(around, first)
    for index in range(first + 1, min(around.sentence.last, first + REACH)):
        if _breaks(prose, index) or prose.is_any(index, ("say", "ends_clause")):
            return False
        if _is_there(prose, index):
            return True
    return False


def _leaves_to_train(around: Around, first: int) -> bool:
    """Whether behind the verb stands what they leave for, and behind that where they will serve."""
    prose, last = around.prose, around.sentence.last
    purpose = prose.those(range(first, min(last, first + TO_PURPOSE)), "made.for")
    return bool(purpose) and any(_is_there(prose, index) for index in range(purpose[0] + 1, last))


def _is_there(prose: Prose, index: int) -> bool:
    """Whether the mission, the force, the land it serves in or its capital stands there: `NATO's Kosovo mission`."""
    while index < len(prose.words) and (
        prose.is_any(index, ("article", "pronoun", "parent", "made.adjective")) or prose.words[index].text in POSSESSIVE
    ):
        index += 1
    if index >= len(prose.words):
        return False
    if prose.is_any(index, _THERE):
        return True
    capital = prose.is_a(index, "stands_for")
    return capital is not None and any(
        mark.value == capital.value and "theatre" in prose.sorts[mark.first] for mark in prose.nations
    )


def _away(around: Around, index: int) -> Motion | None:
    """`flown to Budapest`: to their own capital, or to one that is none of the land they serve in."""
    mark = around.prose.is_a(index, "stands_for")
    if mark is None or "theatre" in around.prose.sorts[index] or around.nation not in (None, mark.value):
        return None
    return GOES


def _is_denied(around: Around, verb: Mark) -> bool:
    """`no plans to withdraw its 300`, `are not going home`, `unlikely that all 600 would leave`.

    Of `denied that 117 soldiers would leave`, the 117 are whoever would.
    """
    count = around.counted.count
    told = verb.first > count.last and are_so_many(around)
    near = range(count.last if told else max(around.sentence.first, verb.first - TO_NOT), verb.first)
    those = around.prose.those(near, "not", "made.unlikely")
    return any(not _is_cut(around.prose, index, verb.first) for index in those)


def _is_cut(prose: Prose, first: int, last: int) -> bool:
    return any(prose.words[index].text in ",;:" for index in range(first, last))
