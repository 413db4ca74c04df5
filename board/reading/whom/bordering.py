"""The army of a nation that sends a force nobody, where it stands at the edge of the land the force serves in.

`8,350 soldiers along the administrative line` are not the strength of the Serbian Army: they are told of by where they
stand, so that the two numbers are not taken for one.
"""

from __future__ import annotations

from typing import Final

from board.reading.counting.actors import nation_at
from board.reading.counting.armed import POSSESSIVE, body_called
from board.reading.whom.context import Context
from board.reading.whom.noun_phrases import Place, Subject
from board.reading.whom.police import are_soldiers
from board.reading.words.lexicon import POLICE
from board.reading.words.members import MEDIUM
from board.reading.words.prose import Prose
from board.text.fold import fold
from board.text.nations import adjective, display_name

_NO_ARMY: Final = frozenset((POLICE, "gendarmerie"))
TO_EDGE: Final = 24
"""Words from a number to the border at which those counted stand, at most."""
SHORTLY: Final = 2
"""Sentences back in which it may have been told who shall come."""
TO_LAND: Final = 4
"""Words from `near` to the land, at most: `close to the boundary with Kosovo`."""


def at_the_edge(subject: Subject, place: Place, context: Context) -> Subject:
    """`subject`, called by where it stands where it is such an army and stands there: `Serbian Army near Kosovo`."""
    land = _land(place.prose)
    is_missions = not subject.force or subject.force in place.prose.lexicon.multinational
    if land and is_missions and (owner := _of_the_zone(place, subject)):
        return Subject(f"{adjective(owner)} Army near {display_name(land)}", None, MEDIUM)
    nation = _neighbour(place.prose, subject.force) if subject.force else _only_neighbour(place)
    if subject.nation is not None or nation is None or land is None:
        return subject
    name = f"{adjective(nation)} Army near {display_name(land)}"
    last = context.last if place.last is None else place.last
    goes_on = last is not None and last.force == name and not _is_of_the_whole(place)
    stands_there = _stands_there(place) or ((bool(subject.force) or _told_of(place, nation)) and _stood_there(place))
    return Subject(name, None, subject.confidence) if goes_on or stands_there else subject


def asks_to_come(place: Place) -> str | None:
    """The nation that sends the force nobody and asks it to let some come: `Serbia asked KFOR to let 1,000 return`."""
    prose, sentence, first = place.prose, place.sentence, place.counted.count.first
    if "edge.asks" not in sentence.sorts:
        return None
    asked = prose.those(range(sentence.first, first), "edge.asks")
    if not asked:
        return None
    never = prose.lexicon.never - prose.lexicon.lands
    named = (nation_at(prose, index) for index in prose.those(range(sentence.first, asked[0]), "nation", "stands_for"))
    asks = next((mark.value for mark in named if mark is not None and mark.value in never), None)
    comes = prose.any_in(range(asked[0], sentence.last), "edge.comes")
    return asks if asks is not None and comes else None


def of_those_asking(subject: Subject, place: Place, nation: str) -> Subject:
    """Its army, or army and police where police are told of shortly before, or nobody tells which of the two."""
    prose, at = place.prose, place.prose.sentences.index(place.sentence)
    told = prose.sentences[max(0, at - SHORTLY) : at + 1]
    police = any("serves_in.police" in sentence.sorts for sentence in told)
    if subject.force and not police:
        return subject
    return Subject(body_called(prose, f"army and {POLICE}", nation), None, MEDIUM)


def _neighbour(prose: Prose, body: str) -> str | None:
    """The nation that a body with soldiers is the army of, of those that send nobody and are not the land itself."""
    if not body or body in prose.lexicon.outside or not _NO_ARMY.isdisjoint(fold(body).split()):
        return None
    nations = sorted(prose.lexicon.never - prose.lexicon.lands)
    return next((nation for nation in nations if body.startswith(f"{adjective(nation)} ")), None)


def _only_neighbour(place: Place) -> str | None:
    """The one nation whose soldiers those may be of whom the text does not tell whose they are."""
    nations = place.prose.lexicon.never - place.prose.lexicon.lands
    alone = place.counted.noun is None and not place.sentence.sorts.isdisjoint(("person.soldier", "contingent"))
    soldiers = are_soldiers(place) or alone
    return next(iter(nations)) if len(nations) == 1 and soldiers else None


def _land(prose: Prose) -> str | None:
    return next(iter(prose.lexicon.lands)) if len(prose.lexicon.lands) == 1 else None


def _stands_there(place: Place) -> bool:
    """Whether the edge of the land is told of in the clause of the number, or the land behind `near`."""
    prose, sentence, count = place.prose, place.sentence, place.counted.count
    near = range(max(sentence.first, count.first - TO_EDGE), min(sentence.last, count.last + TO_EDGE))
    at_the_line = "edge.line" in sentence.sorts and prose.any_in(near, "edge.line")
    return at_the_line or _is_around_the_land(place)


def _is_around_the_land(place: Place) -> bool:
    """`soldiers near Kosovo`, `the number of soldiers stationed around Kosovo`."""
    prose, sentence, count = place.prose, place.sentence, place.counted.count
    if "edge.near" not in sentence.sorts:
        return False
    near = range(max(sentence.first, count.first - TO_EDGE), min(sentence.last, count.last + TO_EDGE))
    behind = (range(at + 1, min(sentence.last, at + 1 + TO_LAND)) for at in prose.those(near, "edge.near"))
    return any(prose.any_in(words, "theatre") for words in behind)


def _stood_there(place: Place) -> bool:
    """`a large deployment along the border. Serbia said it had 8,350 there`: told of in the sentence before."""
    prose, at = place.prose, place.prose.sentences.index(place.sentence)
    return at > 0 and "edge.line" in prose.sentences[at - 1].sorts and not _is_of_the_whole(place)


def _of_the_zone(place: Place, subject: Subject) -> str | None:
    """`soldiers in the Ground Safety Zone`: the neighbour, where the sentence names no force.

    Also `soldiers stationed around Kosovo`, where it names the neighbour.
    """
    prose, sentence = place.prose, place.sentence
    if sentence.sorts.isdisjoint(("edge.zone", "edge.near")):
        return None
    nations = prose.lexicon.never - prose.lexicon.lands
    named = any(mark.value in nations for mark in sentence.marks.of("nation", "stands_for"))
    zone = "edge.zone" in sentence.sorts or (named and subject.nation is None and _is_around_the_land(place))
    zone = zone and not {"force", "parent", "mission"} & sentence.sorts
    return next(iter(nations)) if zone and len(nations) == 1 else None


def _told_of(place: Place, nation: str) -> bool:
    """Whether the sentence before tells of that nation."""
    prose, at = place.prose, place.prose.sentences.index(place.sentence)
    return at > 0 and any(mark.value == nation for mark in prose.sentences[at - 1].marks.of("nation"))


def _is_of_the_whole(place: Place) -> bool:
    """`Serbia has about 28,000 soldiers`, `Serbia's army of 28,000`: of all it has, whatever was told of before."""
    prose, count = place.prose, place.counted.count
    words = range(place.sentence.first, count.first)
    owners = prose.those(words, "nation", "armed")
    return any(prose.is_any(index + 1, ("made.owns",)) or prose.words[index + 1].text in POSSESSIVE for index in owners)
