"""The words around a number that tell its kind: its own clause, and the list it stands in."""

from __future__ import annotations

from typing import Final

from board.reading.counting.armed import POSSESSIVE
from board.reading.counting.around import Around
from board.reading.counting.asides import back_over_aside
from board.reading.counting.counting import NATIONS, Counted
from board.reading.counting.other_numbers import is_range
from board.reading.words.prose import Prose

NOUN: Final = 3
"""Words from a number to the aside that tells of its noun, at most: `34 Georgian soldiers, who …,`."""
TO_SAY: Final = 6
"""Words from `and` to the verb by which another says something, at most."""
LEFT: Final = 12
RIGHT: Final = 12
"""Words around a number in which its kind is told."""
_BEFORE_NUMBER: Final = (
    *("qualifier", "article", "pronoun", "counts.share", "kind.reinforcement", "kind.planned", "kind.historical"),
    *("made.further", "made.only"),
)
_BETWEEN: Final = ("aux", "counts.have", "counts.verb", "say", "that", "ends_clause", "counts.parts", "joins")
_NEXT: Final = ("aux", "counts.have", "counts.verb", "say", "that", "relative.who")
_VERBS: Final = ("aux", "passive", "counts.have", "kind.historical")
_ENDS: Final = frozenset(";.!?")
_MARKS: Final = _ENDS | frozenset(",:")
_OPENS_QUOTE: Final = frozenset('"“”„«»')
_TURNS: Final = ("relative.who", "coordinate")
_LEAVES: Final = ("ends_clause", "coordinate", "made.versus", "counts.outof", "relative.thing")
"""What a word is that may end a clause before a number, and behind one."""


def clause_of(around: Around) -> tuple[int, int]:
    """The words around a number that tell its kind: not those of the next clause, and none after `including`."""
    count = around.counted.count
    listed, apposed = _is_of_a_list(around), _is_apposed(around)
    last = _last(around, _end(around, listed=listed, apposed=apposed), listed=listed, apposed=apposed)
    return _first(around, max(_begin(around), count.first - LEFT)), last


def _first(around: Around, first: int) -> int:
    """The word nearest before a number with which its clause begins, word `first` at the earliest."""
    prose = around.prose
    turning = prose.where[_TURNS]
    for index in range(around.counted.count.first - 1, first - 1, -1):
        if index not in turning and prose.words[index].text not in _MARKS:
            continue
        own = prose.sorts[index]
        relative = index > first and "relative.who" in own and prose.words[index - 1].text == ","
        turns = "coordinate" in own and ("ends_clause" in own or "that.that" in prose.sorts[index + 1])
        if ends(prose, index) or relative or turns or back_over_aside(prose, around.sentence.first, index) < index:
            return index
        if prose.words[index].text == ":" and prose.words[index + 1].text in _OPENS_QUOTE:
            return index
        if (prose.words[index].text == ":" and _has_verb(around)) or (
            prose.words[index].text == "," and _is_besides(around)
        ):
            return index
    return first


def _last(around: Around, stop: int, *, listed: bool, apposed: bool) -> int:
    """Where the clause of a number ends behind it, word `stop` at the latest, nor far behind the number or an aside."""
    prose, count = around.prose, around.counted.count
    aside = False
    reach = around.after.count.last if listed and around.after is not None else count.last
    last = min(stop, reach + RIGHT)
    leaving = prose.where[_LEAVES]
    for index in range(count.last, stop):
        if index >= last + aside * NOUN:
            return last
        if index not in leaving and prose.words[index].text not in _MARKS:
            continue
        if _is_over(around, index):
            return index
        if _leaves_off(prose, index):
            if not (apposed or (aside and prose.words[index].text == ",")):
                return index
            last = min(stop, index + RIGHT) if aside else last
            apposed = aside = False
        elif prose.words[index].text == "," and "made.portion" in prose.sorts[index + 1]:
            if not any(prose.words[at].text == "," for at in range(index + 1, last)):
                return index
            aside = True
        elif prose.words[index].text == "," and "relative.who" in prose.sorts[index + 1]:
            aside = index - count.last < NOUN
        else:
            aside = aside or _is_from_nations(prose, index)
    return last


def _is_over(around: Around, index: int) -> bool:
    """Whether what is told behind a number ends at word `index`, whatever stands between commas before it."""
    prose = around.prose
    ended = ends(prose, index) or prose.words[index].text == ":" or "ends_clause" in prose.sorts[index]
    return ended or _turns_to_another(around, index)


def _is_besides(around: Around) -> bool:
    """`Including the reserve, this figure exceeds 800`: the sentence opens with what is counted too."""
    return "counts.parts" in around.prose.sorts[around.sentence.first]


def _has_verb(around: Around) -> bool:
    """`178 were serving`: the number is told of in a sentence of its own."""
    begin = max(around.counted.count.last, (around.counted.noun or 0) + 1)
    return around.prose.any_in(range(begin, min(around.sentence.last, begin + 2)), "passive")


def _turns_to_another(around: Around, index: int) -> bool:
    """`against an authorised strength of 2,500`, `in a town that used to have 25`: told of another number or thing."""
    prose, after = around.prose, around.after
    if prose.is_any(index, ("made.versus", "counts.outof")) and after is not None and after.count.first > index:
        return True
    if "relative.thing" not in prose.sorts[index] or prose.is_any(
        index - 1, ("person", "contingent", "nation", "made.group")
    ):
        return False
    begin = max(around.counted.count.last, (around.counted.noun or 0) + 1)
    return index > begin and prose.is_any(index + 1, _VERBS)


def ends(prose: Prose, index: int) -> bool:
    """Whether a sentence or a part of it ends at word `index`; the stops of `U.S.` and `1999. godine` are none."""
    if prose.words[index].text not in _ENDS or prose.sorts[index]:
        return False
    return not (prose.words[index].text == "." and index > 0 and prose.words[index - 1].text[0].isdigit())


def _is_apposed(around: Around) -> bool:
    """`The unit, 38 Italians and 24 Romanians, arrives`: what follows the comma is said of the number too."""
    head = around.before if around.before is not None and is_listed(around) else around.counted
    index = head.count.first - 1
    while index > around.sentence.first and around.prose.is_any(index, ("counts.share", "qualifier", "article")):
        index -= 1
    if "made.besides" in around.prose.sorts[index] and around.prose.is_any(
        index - 2, ("station.turn", "station.unit", "contingent.contingent")
    ):
        index -= 1
    return index > around.sentence.first and around.prose.words[index].text == "," and not _is_fronted(around, index)


def _is_fronted(around: Around, index: int) -> bool:
    """`As of 1 October, 211 soldiers`: only a time or place stands before the comma."""
    prose, first = around.prose, around.sentence.first
    opens = prose.is_any(first, ("apart", "where", "as_of", "kind.now", "kind.historical"))
    return opens and not prose.any_in(range(first, index), "contingent", "person")


def hedged_from(prose: Prose, first: int, number: int) -> int:
    """Where the words begin that belong to the number at word `number`: `a further`, `of its planned`."""
    index = number
    while index > first and prose.is_any(index - 1, _BEFORE_NUMBER):
        index -= 1
    return index


def are_so_many(around: Around) -> bool:
    """`Twelve officers`, `some 40`; `the 40`, `its 40`, `Italy's 40`, `a unit of 40`, `all 40` were told of before."""
    prose, sentence, count = around.prose, around.sentence, around.counted.count
    begin = hedged_from(prose, sentence.first, count.first)
    words = range(begin, count.first)
    if any(
        "that.that" not in prose.sorts[at] for at in prose.those(words, "article.definite", "pronoun", "counts.share")
    ):
        return False
    return begin == sentence.first or not (
        prose.words[begin - 1].text in POSSESSIVE or "counts.portion" in prose.sorts[begin - 1]
    )


def _begin(around: Around) -> int:
    """Behind the number before, unless the two are one phrase: `300 to 400 soldiers`."""
    before = around.before
    if before is None or is_range(around.prose, before.count, around.counted.count):
        return around.sentence.first
    return before.count.last


def _is_of_a_list(around: Around) -> bool:
    """Whether the next number is told of together with this one."""
    after = around.after
    apart = after is None or after.part or after.sort is NATIONS
    return not apart and after is not None and _are_listed(around.prose, around.counted, after)


def _end(around: Around, *, listed: bool, apposed: bool) -> int:
    """Before the number that comes next, unless it is of a list or counts nations: `2,500 from eight nations`."""
    after = around.after
    if after is None or listed or after.sort is NATIONS:
        return around.sentence.last
    return after.count.first if apposed else _before_the_next(around.prose, around.counted, after)


def _before_the_next(prose: Prose, one: Counted, other: Counted) -> int:
    """The comma or `and` before the verb that tells of the next number; else that number."""
    between = range(one.count.last, other.count.first)
    verbs = (at for at in between if prose.is_any(at, _NEXT) and "made.further" not in prose.sorts[at])
    verb = next(verbs, other.count.first)
    before = range(verb - 1, one.count.last - 1, -1)
    breaks = (at for at in before if prose.words[at].text == "," or "coordinate" in prose.sorts[at])
    return next(breaks, other.count.first)


def _leaves_off(prose: Prose, index: int) -> bool:
    """At a comma, unless what follows is still said of the same: `…, which stands ready`."""
    if index + 1 >= len(prose.words):
        return False
    if "coordinate" in prose.sorts[index] and (
        prose.is_any(index + 1, ("that.that", "there.there", "pronoun.person", "made.none"))
        or _is_verb(prose, index + 1)
        or _is_nation_apart(prose, index + 1)
        or _says_another(prose, index + 1)
    ):
        return True
    if prose.words[index].text != ",":
        return False
    if (nation := prose.is_a(index + 1, "nation", "stands_for")) is not None:
        return nation.last < len(prose.words) and _is_verb(prose, nation.last)
    return not prose.is_any(index + 1, ("relative", "kind.rotation", "made.portion"))


def _is_from_nations(prose: Prose, comma: int) -> bool:
    """`36 gendarmes, from Italy and the Netherlands, have joined`."""
    if prose.words[comma].text != "," or comma + 2 >= len(prose.words):
        return False
    return "origin.from" in prose.sorts[comma + 1] and prose.is_any(comma + 2, ("nation", "stands_for"))


def _says_another(prose: Prose, index: int) -> bool:
    """`and the Secretary General said it was ready to send more`: what another says is told apart."""
    near = range(index, min(len(prose.words), index + TO_SAY))
    says = next((at for at in near if "say" in prose.sorts[at]), None)
    return says is not None and all(prose.words[at].text[0].isalpha() for at in range(index, says))


def _is_nation_apart(prose: Prose, index: int) -> bool:
    """`and Spain — which pulled out in 2009 — offered none`."""
    nation = prose.is_a(index, "nation", "stands_for")
    return nation is not None and nation.last < len(prose.words) and prose.words[nation.last].text in "—–(-"


def _is_verb(prose: Prose, index: int) -> bool:
    """`will`, `has`, `sent`: with it the words tell something else of the same, or of another."""
    return prose.is_any(index, ("aux", "counts.have", "counts.verb", "kind.planned"))


def is_listed(around: Around) -> bool:
    """No verb between this number and the one before it, or none behind a colon."""
    before, prose = around.before, around.prose
    if before is None:
        return False
    first = around.counted.count.first
    for colon in range(first - 1, before.count.last - 1, -1):
        if prose.words[colon].text == ":":
            return not prose.any_in(range(colon, first), *_BETWEEN)
    return _are_listed(prose, before, around.counted)


def _are_listed(prose: Prose, one: Counted, other: Counted) -> bool:
    verbs = prose.where[_BETWEEN]
    for index in range(one.count.last, other.count.first):
        if (index in verbs and "made.further" not in prose.sorts[index]) or ends(prose, index):
            return False
    return True
