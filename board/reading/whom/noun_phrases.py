"""Whom the noun phrase of a number names: `600 American soldiers`, `38 Italians`, `4,500 soldiers of KFOR`."""

from __future__ import annotations

from typing import Final

from board.model import Confidence
from board.reading.counting.actors import is_acronym, nation_at
from board.reading.counting.counting import NATIONS, Counted
from board.reading.words.number_words import Count
from board.reading.words.prose import Prose, Sentence

AFTER_NOUN: Final = 4
"""Words after the noun in which its nation may follow: `600 soldiers from the United States`."""
LIST: Final = 10
"""Words in which a list of nations may stand."""
WHOLE: Final = 3
"""Words beside a number in which it may be said to be of all."""

_IN_LIST: Final = ("origin", "article", "counts.share", "counts.range", "armed", "person")


class Subject:
    """Whom a number counts: people of a force (empty where the text tells none), and of which nation."""

    __slots__ = ("confidence", "force", "nation")

    def __init__(self, force: str, nation: str | None, confidence: Confidence) -> None:
        self.force, self.nation = force, nation
        self.confidence = confidence


class Place:
    """A number where it stands; `last` is the subject of the number `before` it, `follows` the number after it."""

    __slots__ = ("before", "counted", "follows", "last", "prose", "sentence", "stop")

    def __init__(
        self,
        prose: Prose,
        sentence: Sentence,
        counted: Counted,
        last: Subject | None,
        follows: Counted | None,
        before: Counted | None,
    ) -> None:
        self.prose, self.sentence = prose, sentence
        self.counted, self.follows, self.before = counted, follows, before
        self.last = last
        self.stop = follows.count.first if follows is not None else sentence.last
        """Where the next number begins."""


def own_nations(place: Place) -> set[str]:
    """The nations between the number and its noun, or right after either: `105 Polish police officers`."""
    prose, (count, noun) = place.prose, (place.counted.count, place.counted.noun)
    begin = noun + 1 if noun is not None and noun >= count.last else _behind_strong(prose, count)
    found = {mark.value for index in range(count.last, min(begin, place.stop)) if (mark := nation_at(prose, index))}
    if not found and begin <= place.stop:
        found = _following(place, _behind_part(prose, begin))
        found = set() if _is_moved_from(place, begin) else found
    if not found and place.follows is not None and _are_one_phrase(prose, place.counted, place.follows):
        found = own_nations(Place(prose, place.sentence, place.follows, place.last, None, place.before))
    return found


def _behind_strong(prose: Prose, count: Count) -> int:
    """Behind `-strong` and `-member`, which belong to the number."""
    mark = prose.is_a(count.last, "counts.after") if count.last < len(prose.words) else None
    return mark.last if mark is not None else count.last


def _is_moved_from(place: Place, index: int) -> bool:
    """`Italy was moving 350 soldiers from Bosnia`: where they were, not whose they are."""
    prose, count = place.prose, place.counted.count
    if (
        index + 1 >= place.stop
        or "made.from" not in prose.sorts[index]
        or "theatre_other" not in prose.sorts[index + 1]
    ):
        return False
    before = range(max(place.sentence.first, count.first - LIST), count.first)
    sent = prose.any_in(before, "kind.sent")
    return sent and any(nation_at(prose, at) is not None for at in before)


def _behind_part(prose: Prose, index: int) -> int:
    """Behind `of them` in `1,260 of them German`, and `, drawn from` in `700 soldiers, drawn from Turkey`."""
    mark = prose.is_a(index, "counts.part") if index < len(prose.words) else None
    if mark is not None and mark.first == index:
        return mark.last
    drawn = prose.is_a(index + 1, "made.drawn") if index < len(prose.words) and prose.words[index].text == "," else None
    return drawn.last if drawn is not None else index


def _are_one_phrase(prose: Prose, one: Counted, other: Counted) -> bool:
    """`550 to 600 American soldiers`, `178 men and 37 women of the Swiss army`."""
    joins = False
    for index in range(one.count.last, other.count.first):
        if prose.is_any(index, ("counts.range", "counts.share")):
            joins = True
        elif not prose.is_any(index, ("person", "article", "qualifier")):
            return False
    return joins


def _following(place: Place, first: int) -> set[str]:
    """Nations after the noun that belong to it: `from Hungary`; all of a list, so that none is picked."""
    prose, found = place.prose, set[str]()
    if first + 1 < place.sentence.last and prose.words[first].text == "(" and nation_at(prose, first + 1):
        first += 1
    of_nation = first < len(prose.words) and nation_at(prose, first) is not None
    stop = min(place.stop, first + AFTER_NOUN)
    begin, articles = first, 0
    for index in range(first, stop):
        articles += "article" in prose.sorts[index]
    for index in range(first, min(place.stop, stop + articles)):
        if of_nation and "origin.from" in prose.sorts[index]:
            break
        if (mark := nation_at(prose, index)) and "where" not in prose.sorts[index - 1]:
            begin = begin if found else index
            found.add(mark.value)
        elif not prose.is_any(index, ("origin", "article", "aux", "counts.share", "counts.serve", "made.given_by")):
            break
    return found | _listed(place, begin, of_nation=of_nation) if found else found


def _listed(place: Place, first: int, *, of_nation: bool) -> set[str]:
    """The nations of a list; `242 Turks and a Polish company` is none."""
    prose, found = place.prose, set[str]()
    for index in range(first, min(place.stop, first + LIST)):
        if (mark := nation_at(prose, index)) is not None:
            found.add(mark.value)
        elif not _goes_on(prose, index) or (of_nation and "origin.from" in prose.sorts[index]):
            break
    return found


def _goes_on(prose: Prose, index: int) -> bool:
    return prose.words[index].text == "," or (prose.is_any(index, _IN_LIST) and "made.a" not in prose.sorts[index])


def own_force(place: Place) -> str:
    """`Fifty officers of the Kosovo Police and 30 from EULEX`, `the 2,500-strong Kosovo Security Force`."""
    prose, count, noun = place.prose, place.counted.count, place.counted.noun
    index = noun + 1 if noun is not None and noun >= count.last else count.last
    if noun is not None and (body := _body_before(prose, count, noun)):
        return body
    strong = _behind_strong(prose, count)
    known = prose.is_a(strong, "force") if count.last < strong < place.stop else None
    if known is not None and ("mission" in prose.sorts[known.last] or "made.attribute" not in prose.sorts[known.last]):
        return known.value
    joins = ("counts.share",) if noun is not None else ("counts.share", "origin.from")
    if index >= place.stop or "aux" in prose.sorts[index]:
        return ""
    inside = "where" in prose.sorts[index]
    if not inside and not prose.is_any(index, joins):
        return ""
    while index < place.stop and prose.is_any(index, ("counts.share", "origin.from", "article", "where")):
        index += 1
    mark = prose.is_a(index, "force") if index < place.stop else None
    if mark is None or (inside and mark.value in prose.lexicon.multinational):
        return ""
    return "" if _has_number_next(place, mark.last) else mark.value


def _body_before(prose: Prose, count: Count, noun: int) -> str:
    """`9,037 KPS officers`, `42 Kosovo Police officers`: a body that is no mission, between a number and its noun."""
    for index in range(count.last, noun):
        mark = prose.is_a(index, "force")
        if mark is not None and mark.value not in prose.lexicon.multinational:
            return mark.value
        if not prose.sorts[index] and is_acronym(prose.words[index].text):
            return prose.words[index].text
    return ""


def _has_number_next(place: Place, index: int) -> bool:
    """`567 of KFOR's 4,427`: a part of those, and not the whole."""
    words = place.prose.words
    while index < place.stop and (
        words[index].text in ("'s", "’s", "'", "’") or "qualifier" in place.prose.sorts[index]
    ):
        index += 1
    return place.follows is not None and index == place.follows.count.first


def is_of_the_force(place: Place) -> bool:
    """`600 KFOR soldiers`, `4,500 soldiers of KFOR`, `240 of a multinational unit`."""
    prose, count, noun = place.prose, place.counted.count, place.counted.noun
    if "counts.whole" in place.sentence.sorts and _is_all_there_are(place):
        return True
    end = noun + 1 if noun is not None and noun >= count.last else count.last
    if _says_all(place, end):
        return True
    strong = _behind_strong(prose, count)
    if strong > count.last and strong < place.stop and "mission" in prose.sorts[strong]:
        return True
    for index in range(count.last, end):
        if prose.is_any(index, ("force", "parent")):
            return True
    if _is_of_a_clause(place, end):
        return True
    return end + 1 < place.sentence.last and _is_genitive(place, end)


def _is_all_there_are(place: Place) -> bool:
    """`a total of 4,500 soldiers`; not `raised to a total of 4,500`, nor all of one unit."""
    prose, count = place.prose, place.counted.count
    near = range(max(place.sentence.first, count.first - WHOLE), count.first)
    whole = [] if prose.any_in(near, "change.end") else prose.those(near, "counts.whole")
    return any(prose.words[index - 1].text != "," and not _is_of_one_unit(prose, index) for index in whole)


def _is_of_one_unit(prose: Prose, index: int) -> bool:
    """`with a whole unit: 136 soldiers`: all of that unit."""
    return "article.indefinite" in prose.sorts[index - 1] and "made.group" in prose.sorts[index + 1]


def _says_all(place: Place, end: int) -> bool:
    """`600 soldiers in all`; not `602 in the whole of KFOR`, nor `600 soldiers out of a total of 4,600`."""
    prose, count = place.prose, place.counted.count
    within = range(count.last, min(place.sentence.last, max(end, count.last + WHOLE)))
    if "counts.whole" not in place.sentence.sorts or prose.any_in(within, "counts.have", "counts.verb"):
        return False
    if prose.any_in(range(end, min(place.sentence.last, end + LIST)), "theatre_other"):
        return False
    said = prose.those(within, "counts.whole")[:1]
    if said and prose.any_in(range(said[0] - 2, said[0]), "made.in"):
        return False
    return any(not prose.is_any(index, ("person", "counts.outof")) for index in said)


def _is_of_a_clause(place: Place, index: int) -> bool:
    """`the 1,100 reinforcements NATO ordered in`: a clause without a word for `that` right behind the noun."""
    prose, noun = place.prose, place.counted.noun
    mark = prose.is_a(index, "force", "parent") if noun is not None and index < place.stop else None
    if mark is None or mark.last >= place.stop:
        return False
    return prose.is_any(mark.last, ("motion", "kind.sent", "counts.have", "kind.planned", "decides"))


def is_from_nations(place: Place) -> bool:
    """`4,700 from 33 countries`: of all of a force."""
    count, noun = place.counted.count, place.counted.noun
    end = noun + 1 if noun is not None and noun >= count.last else count.last
    follows = place.follows
    return follows is not None and follows.sort is NATIONS and follows.count.first <= end + WHOLE


def _is_genitive(place: Place, index: int) -> bool:
    """`of KFOR`, `of the NATO-led force`: the words behind a noun that tell whose it is."""
    prose = place.prose
    if "counts.share" not in prose.sorts[index] or "where" in prose.sorts[index]:
        return False
    index += 1
    while index < len(prose.words) and "article" in prose.sorts[index]:
        index += 1
    mark = prose.is_a(index, "force", "parent", "mission") if index < len(prose.words) else None
    return mark is not None and not _has_number_next(place, mark.last)
