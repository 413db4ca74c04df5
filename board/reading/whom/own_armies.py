"""A nation's own army, police and gendarmerie: whose people are never taken for those of a force it sends nobody to."""

from __future__ import annotations

from typing import Final

from board.model import FigureKind
from board.reading.counting.actors import TO_VERB, is_place
from board.reading.counting.armed import TO_BODY, body_called, body_of, owner_of
from board.reading.counting.other_numbers import is_range
from board.reading.whom.context import Context
from board.reading.whom.noun_phrases import Place, Subject
from board.reading.words.entries import kind_of
from board.reading.words.lexicon import Mark
from board.reading.words.members import LOW, MEDIUM, PRESENT
from board.reading.words.prose import Prose
from board.text.nations import adjective

ARMY: Final = 5_000
"""People of the smallest army that a number is taken for only because it is larger than the force."""
_TO_OWNER: Final = ("counts.share", "article", "pronoun", "nation", "where", "own")
_MISSION: Final = ("force", "parent", "mission", "theatre", "contingent.contingent", "counts.serve")


def own_body(subject: Subject, place: Place, context: Context, kind: FigureKind) -> Subject:
    """`subject`; where those counted are no part of a force but serve in their nation's own army or police, that body.

    So are all people of a nation that sends the force nobody, or in whose land it serves. Without a subject, and
    unsure, where nothing tells which of its bodies is meant.
    """
    prose, nation = place.prose, subject.nation
    if nation is None:
        return subject
    if (holder := _holder(place, nation)) is not None:
        return Subject(body_of(prose, holder, nation), None, subject.confidence)
    outside = sends_nobody(prose, subject.force, nation, context.lands)
    if not outside and not _are_too_many(subject, place, context, kind):
        return subject
    name = told_behind(place, nation) or _told_beside(place, nation) or _by_noun(place, nation)
    name = name or _told_beside(place, None, nation) or _counted_before(context, nation) or _told_before(place, nation)
    return Subject(name, None, MEDIUM if name else LOW)


def sends_nobody(prose: Prose, force: str, nation: str, lands: frozenset[str]) -> bool:
    """Whether a nation sends a force nobody: so says the board, or the force serves in its land."""
    known = prose.lexicon.outside.get(force, frozenset()) if force else prose.lexicon.never
    return nation in lands or nation in known


def land_told(place: Place, index: int, force: str) -> Subject | None:
    """`Kosovo has 9,000 police officers`: the land a force serves in, where it is said to have those counted.

    Also where its army is named behind the number, and where police are counted in it that are not the force's.
    """
    prose, first = place.prose, place.counted.count.first
    land = prose.is_a(index, "nation", "stands_for") if "theatre" in prose.sorts[index] else None
    if land is None or is_place(prose, place.sentence, land, first):
        return None
    aside = any(
        "mission" in prose.sorts[at - 1] for at in prose.those(range(place.sentence.first + 1, index), "relative.who")
    )
    owns = not aside and prose.any_in(range(land.last, min(first, land.last + TO_VERB)), "made.owns")
    noun = place.counted.noun or first
    owns = owns and "serves_in" in prose.sorts[noun]
    owns = owns and not prose.any_in(range(first, place.stop), "mission", "made.foreign")
    polices = force not in prose.lexicon.policing and "serves_in.police" in prose.sorts[noun]
    if owns or polices or told_behind(place, land.value):
        return Subject(force, land.value, MEDIUM)
    return None


def _holder(place: Place, nation: str) -> Mark | None:
    """The army of `The Hungarian army has 40,000 soldiers`, unless the words tell that these serve in the force."""
    prose, sentence, count = place.prose, place.sentence, place.counted.count
    for mark in reversed(sentence.marks.of("armed")):
        if mark.last <= count.first and owner_of(prose, mark) == nation:
            has = prose.any_in(range(mark.last, min(count.first, mark.last + TO_BODY)), "made.owns")
            has = has and not prose.any_in(range(mark.last, count.first), "kind.sent", "motion", "kind.pledged")
            return mark if has and not _is_of_a_mission(place, mark.last, nation) else None
    return None


def _is_of_a_mission(place: Place, first: int, nation: str) -> bool:
    """Whether it is told of a number that those it counts serve in a mission or abroad."""
    prose, begin = place.prose, place.before.count.last if place.before is not None else first
    within = range(max(first, begin), place.stop)
    if prose.any_in(within, *_MISSION, "made.area"):
        return True
    abroad = prose.those(within, "theatre_other")
    return any(mark.value != nation for index in abroad for mark in [prose.is_a(index, "nation", "stands_for")] if mark)


def _are_too_many(subject: Subject, place: Place, context: Context, kind: FigureKind) -> bool:
    """`Germany has 180,000 soldiers`: more than the whole force that the text tells of."""
    whole = context.strengths.get(subject.force)
    number = place.counted.count.value
    if kind is not PRESENT or whole is None or number <= whole or number < ARMY:
        return False
    return not _is_of_a_mission(place, place.sentence.first, subject.nation or "")


def told_behind(place: Place, nation: str) -> str:
    """`1,000 members of its army and police`, `a 5,000-strong standing army`."""
    prose, end = place.prose, _end(place)
    for index in range(place.counted.count.last, min(place.stop, end + TO_BODY)):
        if (mark := prose.is_a(index, "armed")) is not None and not end > mark.first >= place.counted.count.last:
            return _with_next(prose, mark, nation) if _may_be_of(prose, mark, nation) else ""
        if index >= end and not prose.is_any(index, (*_TO_OWNER, "made.army")):
            return ""
    return ""


def _end(place: Place) -> int:
    """Behind the noun of a number, or behind `-strong`."""
    prose, count, noun = place.prose, place.counted.count, place.counted.noun
    if noun is not None and noun >= count.last:
        return noun + 1
    strong = prose.is_a(count.last, "counts.after")
    return strong.last if strong is not None else count.last


def _with_next(prose: Prose, mark: Mark, nation: str) -> str:
    """`army and police`, where another body follows."""
    other = prose.is_a(mark.last + 1, "armed") if prose.is_any(mark.last, ("coordinate", "counts.range")) else None
    if other is None:
        return body_of(prose, mark, nation)
    both = kind_of(mark.sort, f"{mark.value} and {other.value}")
    return body_of(prose, Mark(mark.first, other.last, both), nation)


def _told_beside(place: Place, owner: str | None, nation: str = "") -> str:
    """`The Serbian army has raised the readiness of 5,000`: the body of an owner named nearest in the sentence."""
    prose, sentence, count = place.prose, place.sentence, place.counted.count
    marks = [mark for mark in sentence.marks.of("armed") if owner_of(prose, mark) == owner]
    nearest = min(marks, key=lambda mark: abs(mark.first - count.first), default=None)
    return _with_next(prose, nearest, owner or nation) if nearest is not None else ""


def _may_be_of(prose: Prose, mark: Mark, nation: str) -> bool:
    """Of a nation, or of none that is told."""
    owner = owner_of(prose, mark)
    return owner is None or owner == nation


def _by_noun(place: Place, nation: str) -> str:
    """`9,000 police officers`: the body that such people serve in."""
    noun, count = place.counted.noun, place.counted.count
    if noun is None and place.follows is not None and is_range(place.prose, count, place.follows.count):
        noun = place.follows.noun
    if noun is None:
        return ""
    words = range(min(noun, count.last), noun + 1)
    bodies = [mark.value for index in words if (mark := place.prose.is_a(index, "serves_in"))]
    return body_called(place.prose, " and ".join(dict.fromkeys(bodies)), nation) if bodies else ""


def _counted_before(context: Context, nation: str) -> str:
    """The body whose people were counted last, where it is one of the same nation."""
    last = context.last.force if context.last is not None else ""
    return last if last.startswith(f"{adjective(nation)} ") else ""


def _told_before(place: Place, nation: str) -> str:
    """The body of a nation that the text told of last, else the first that it tells of."""
    prose = place.prose
    owned = [
        mark for sentence in prose.sentences for mark in sentence.marks.of("armed") if owner_of(prose, mark) == nation
    ]
    before = [mark for mark in owned if mark.first < place.sentence.first]
    return body_of(prose, before[-1] if before else owned[0], nation) if owned else ""
