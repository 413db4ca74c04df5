"""Whom a number counts: which force, and which nation's part of it."""

from __future__ import annotations

from typing import Final

from board.reading.counting.actors import nation_at, nation_before
from board.reading.counting.bare_numbers import has_before, there_are
from board.reading.counting.counting import NATIONS, PEOPLE, Counted
from board.reading.whom.clause_starts import clause_start
from board.reading.whom.context import Context
from board.reading.whom.named_before import named_before
from board.reading.whom.noun_phrases import (
    AFTER_NOUN,
    Place,
    Subject,
    is_from_nations,
    is_of_the_force,
    own_force,
    own_nations,
)
from board.reading.whom.part_given import are_some_of_the_force, of_giver
from board.reading.whom.police import are_soldiers, police_named, police_told
from board.reading.whom.respectively import nation_in_order
from board.reading.words.members import HIGH, MEDIUM
from board.reading.words.prose import Prose, Sentence

OPENING: Final = 5
"""Words in which a sentence may take up a number of the one before."""
TO_MISSION: Final = 3
"""Words from those who run a mission to `mission`, at most."""
BEHIND: Final = 10
"""Words behind a number in which its force may be named, at most."""
A_FORCE: Final = 1_000
"""So many may yet come of a nation that has only a few there."""
PART_OF: Final = 3
"""What is so many times as large as a nation's part is not that nation's."""


def subject_of(place: Place, context: Context) -> Subject:
    """The subject of a number; an armed group is its own."""
    gunmen = attackers_told(place)
    return Subject(gunmen, None, MEDIUM) if gunmen else _subject(place, context)


def _subject(place: Place, context: Context) -> Subject:
    """By the number's own noun phrase first, then by the words before it, then by what came before."""
    force = _force(place, context)
    if (nation := nation_in_order(place)) is not None:
        return Subject(force, nation, HIGH)
    nations = own_nations(place)
    if len(nations) == 1:
        return Subject(force, nations.pop(), HIGH)
    if nations or place.counted.sort is NATIONS:
        return Subject(force, None, HIGH)
    if place.last is not None and is_whole(place):
        return place.last if _is_same(place) else Subject(force, None, MEDIUM)
    if place.last is not None and place.counted.part and _is_of_a_number(place):
        return place.last
    if own := own_force(place):
        return Subject(own, None, HIGH)
    if is_of_the_force(place):
        some = are_some_of_the_force(place)
        giver = (of_giver(place, context, force) or _named_after(place, force)) if some else None
        return giver or Subject(force, None, HIGH)
    if is_from_nations(place):
        return _body_named(place, context, force) or Subject(force, None, HIGH)
    if (named := named_before(place, context, force)) is not None:
        return named
    told = (
        _carried_on(place, context)
        or _named_after(place, force)
        or police_named(place, place.sentence.first, place.counted.count.first)
        or _of_speaker(place, force)
        or police_told(place, force)
        or _of_topic(place, context, force)
    )
    return _of_police_mission(told, place)


def attackers_told(place: Place) -> str:
    """What an armed group is called that a number counts; empty where it counts no such group."""
    count, noun = place.counted.count, place.counted.noun
    if noun is None or "gunmen" not in place.sentence.sorts:
        return ""
    words = range(count.last, noun + 1)
    named = (place.prose.is_a(index, "gunmen") for index in words)
    return next((mark.value for mark in named if mark), "") if place.counted.sort is PEOPLE else ""


def of_nations_only(subject: Subject, context: Context, prose: Prose, sentence: Sentence, first: int) -> Subject:
    """Ceilings and rotations are those of a nation, where one is spoken of before word `first`."""
    if subject.nation is not None:
        return subject
    lexicon = prose.lexicon
    if subject.force in lexicon.policing or (subject.force and subject.force not in lexicon.multinational):
        return subject
    nation = nation_before(prose, sentence.first, first) or context.home or context.nation
    return Subject(subject.force, nation, MEDIUM) if nation else subject


def of_those_hurt(subject: Subject, prose: Prose, sentence: Sentence, counted: Counted) -> Subject:
    """`At least 14 people were killed`: not those of the force or nation that only another sentence tells of."""
    who = prose.is_a(counted.noun, "person") if counted.noun is not None else None
    if who is None or who.full == "person.soldier":
        return subject
    named = {mark.value for mark in sentence.marks}
    return subject if named & {subject.nation, subject.force} else Subject("", None, MEDIUM)


def _of_police_mission(subject: Subject, place: Place) -> Subject:
    """`EULEX has 105 officers`: who serves in a mission that polices is its own, not of a nation told of before."""
    lexicon, noun = place.prose.lexicon, place.counted.noun
    if noun is None or subject.force not in lexicon.policing or subject.force not in lexicon.multinational:
        return subject
    return subject if are_soldiers(place) else Subject(subject.force, None, subject.confidence)


def _is_of_a_number(place: Place) -> bool:
    """`Of the 930 Italians some 540 belong to the command`: of whom the sentence begins with."""
    return place.counted.noun is None and "counts.share" in place.prose.sorts[place.sentence.first]


def _force(place: Place, context: Context) -> str:
    """The force named nearest to the number in the sentence, else before the sentence."""
    force = _nearest(place, context) or _of_parent(place) or context.force
    return _of_soldiers(place) or force if force in place.prose.lexicon.policing else force


def _nearest(place: Place, context: Context) -> str:
    """The force named nearest to the number in the sentence; not far behind it where one was spoken of before."""
    first, reach = place.counted.count.first, max(place.counted.noun or 0, place.counted.count.last) + BEHIND
    nearest, away = "", place.sentence.last
    for mark in place.sentence.marks.of("force"):
        if mark.value not in place.prose.lexicon.multinational or (context.force and mark.first > reach):
            continue
        if abs(mark.first - first) < away:
            nearest, away = mark.value, abs(mark.first - first)
    return nearest


def _of_soldiers(place: Place) -> str:
    """`Some 4,500 soldiers are in the mission`, behind a word on one that polices: those of the one that does not."""
    lexicon = place.prose.lexicon
    others = [force for force in lexicon.multinational if force not in lexicon.policing]
    return others[0] if len(others) == 1 and are_soldiers(place) else ""


def _of_parent(place: Place) -> str:
    """`the EU mission`: the force of those who run it, where no force is named."""
    prose = place.prose
    for mark in place.sentence.marks.of("parent"):
        if prose.any_in(range(mark.last, min(place.sentence.last, mark.last + TO_MISSION)), "mission"):
            return next((force for force, hints in prose.lexicon.multinational.items() if mark.value in hints), "")
    return ""


def is_whole(place: Place) -> bool:
    """`780 of the approximately 4,500`, `600 men of the 3,800`: the second is what the first is a part of."""
    prose, index = place.prose, place.counted.count.first - 1
    while index >= 0 and prose.is_any(index, ("article", "qualifier", "pronoun")):
        index -= 1
    if index <= 0 or "counts.share" not in prose.sorts[index]:
        return False
    before = index - 1 - prose.is_any(index - 1, ("person", "contingent"))
    return prose.words[before].text[0].isdigit()


def _body_named(place: Place, context: Context, force: str) -> Subject | None:
    """`the strength of the UNMIK police stood at 2,359 officers from 42 countries`: a body that is no force."""
    named = named_before(place, context, force)
    return named if named is not None and named.nation is None and named.force != force else None


def _is_same(place: Place) -> bool:
    """`300 of its 600`, and `pull out 300 of the 635`: not too many to be of whom the part is."""
    count, before = place.counted.count, place.before
    if "pronoun" in place.prose.sorts[count.first - 1]:
        return True
    return (
        before is not None
        and not before.part
        and not has_before(place.prose, place.sentence, before.count)
        and (count.value <= PART_OF * before.count.value)
    )


def _carried_on(place: Place, context: Context) -> Subject | None:
    """A number without a noun, or of a part, counts the people of the one before it."""
    noun, first = place.counted.noun, place.counted.count.first
    if noun is not None and not place.counted.part and not (noun < first and clause_start(place) > noun):
        return None
    if place.last is not None:
        return place.last
    if context.fresh and clause_start(place) == place.sentence.first:
        return context.last
    return context.last if _is_of_those_told(place, context) else None


def _is_of_those_told(place: Place, context: Context) -> bool:
    """`The comparable figure in 1999 was 10,500`, `says there are over 700`."""
    prose, first = place.prose, place.sentence.first
    if context.fresh and there_are(prose, place.sentence, place.counted.count):
        return True
    near = range(first, min(place.counted.count.first, first + OPENING))
    return context.goes_on > 0 and prose.any_in(near, "made.figure")


def _named_after(place: Place, force: str) -> Subject | None:
    """`With more than 1,200 soldiers, Italy leads`."""
    prose, count, noun = place.prose, place.counted.count, place.counted.noun
    end = noun + 1 if noun is not None and noun >= count.last else count.last
    begins = all(
        prose.is_any(index, ("counts.have", "qualifier", "article"))
        for index in range(place.sentence.first, count.first)
    )
    comma = next(
        (index for index in range(end, min(place.stop, end + AFTER_NOUN)) if prose.words[index].text == ","), None
    )
    if not begins or count.first == place.sentence.first or comma is None:
        return None
    for index in range(comma + 1, min(place.stop, comma + 3)):
        if (mark := nation_at(prose, index)) is not None:
            return Subject(force, mark.value, MEDIUM)
    return None


def _of_speaker(place: Place, force: str) -> Subject | None:
    """`Hungary's minister said 150 soldiers would follow`: of the speaker's nation, where no other is named."""
    start = clause_start(place)
    if start <= place.sentence.first or _is_told_of_the_force(place):
        return None
    if place.prose.any_in(range(place.sentence.first, start), "parent", "force"):
        return None
    nation = nation_before(place.prose, place.sentence.first, start)
    return Subject(force, nation, MEDIUM) if nation else None


def _is_told_of_the_force(place: Place) -> bool:
    """`4,500 troops in KFOR`: whoever says so."""
    begin = place.counted.count.last
    near = range(begin, min(len(place.prose.words), begin + AFTER_NOUN))
    return place.counted.sort is not PEOPLE or place.prose.any_in(near, "force", "parent", "mission")


def _of_topic(place: Place, context: Context, force: str) -> Subject:
    """Of the nation spoken of last, unless there are far too many of them for that."""
    topic = context.topic
    body = topic.force if topic is not None and topic.force not in place.prose.lexicon.multinational else ""
    if (named := _body_named_before(place)) is not None:
        return named
    if body and force in _named_in(place):
        return Subject(force, None, MEDIUM)
    if body in place.prose.lexicon.policing and are_soldiers(place):
        return Subject(force, context.home or None, MEDIUM)
    near = nation_before(place.prose, clause_start(place), place.counted.count.first)
    if near in place.prose.lexicon.never and not _is_told_in_the_land(place):
        return Subject(force, near, MEDIUM)
    if context.home and context.home != context.nation and _is_definite(place):
        return Subject(force, context.home, MEDIUM)
    if topic is not None and topic.nation in place.prose.lexicon.never and _is_told_in_the_land(place):
        return Subject(force, None, MEDIUM)
    if topic is not None and topic.nation is not None and not _is_too_many(place.counted, context):
        return Subject(force, topic.nation, MEDIUM)
    if body:
        return Subject(body, None, MEDIUM)
    return Subject(force, None, HIGH if force else MEDIUM)


def _is_told_in_the_land(place: Place) -> bool:
    """`4,500 soldiers serve in Kosovo`, after a sentence on a nation that sends nobody there."""
    return place.prose.any_in(range(clause_start(place), place.stop), "theatre", "force", "mission")


def _body_named_before(place: Place) -> Subject | None:
    """`To turn the Security Force into an army, the plan is simple: 5,000 soldiers`: a body that is no mission."""
    lexicon = place.prose.lexicon
    named = [mark.value for mark in place.sentence.marks.of("force") if mark.last <= place.counted.count.first]
    if not named or named[-1] in lexicon.multinational or named[-1] in lexicon.policing:
        return None
    return Subject(named[-1], None, MEDIUM)


def _named_in(place: Place) -> set[str]:
    return {mark.value for mark in place.sentence.marks.of("force")}


def _is_definite(place: Place) -> bool:
    """`The 620 soldiers are to leave`: those the text is about."""
    prose, count = place.prose, place.counted.count
    noun = place.counted.noun == count.last
    return noun and count.first == place.sentence.first + 1 and "article.definite" in prose.sorts[count.first - 1]


def _is_too_many(counted: Counted, context: Context) -> bool:
    known = context.strengths.get(context.nation or "")
    least = A_FORCE if counted.sort is PEOPLE else 0
    return known is not None and counted.count.value > max(PART_OF * known, least)
