"""Whom the words before a number in its clause name: a nation, a force, or `it` and `the contingent` for one."""

from __future__ import annotations

from typing import Final

from board.reading.counting.actors import (
    FARTHEST,
    Actor,
    actor_at,
    first_actor,
    is_of_several,
    is_place,
    nation_at,
    nation_before,
)
from board.reading.counting.asides import back_over_aside, is_with
from board.reading.counting.bare_numbers import before_hedges
from board.reading.counting.shares import is_of_a_contingent
from board.reading.whom.clause_starts import clause_start
from board.reading.whom.context import Context
from board.reading.whom.noun_phrases import AFTER_NOUN, Place, Subject
from board.reading.whom.own_armies import land_told
from board.reading.whom.police import are_soldiers, may_be_police, police_named
from board.reading.whom.units import is_the_land, owner_told
from board.reading.words.lexicon import Mark
from board.reading.words.members import HIGH, MEDIUM
from board.reading.words.prose import Prose, Sentence

TO_BODY: Final = 3
"""Sentences back in which the body was named that is told of again, at most."""
TO_WITH: Final = 3
"""Words from whoever is helped to `with`, at most."""
_AGAIN: Final = frozenset(("pronoun", "own", "made.group", "made.land", "article.definite"))
_TELLING: Final = (
    *("pronoun", "own", "made.group", "made.land", "article.definite"),
    *("force", "parent", "nation", "stands_for", "armed", "body", "count_of_nations", "mission"),
)


def named_before(place: Place, context: Context, force: str) -> Subject | None:
    """The nation or the force named nearest before the number in its clause; `it` is whoever was named before it."""
    prose, sentence, first = place.prose, place.sentence, place.counted.count.first
    start = clause_start(place)
    if (leads := _who_leads(place, start)) is not None:
        return Subject(leads.force or force, leads.nation, HIGH)
    index = first
    while (index := _telling_before(prose, start, index)) >= start:
        if (mark := prose.is_a(index, "force")) is not None and "made.there" in prose.sorts[mark.last + 1]:
            return Subject(mark.value, None, MEDIUM)
        if (land := land_told(place, index, force)) is not None:
            return land
        if (named := _named_at(place, index, force)) is not None:
            return named
        if "count_of_nations" in prose.sorts[index] and not _is_in_a_table(prose, index):
            return Subject(force, None, MEDIUM)
        if (told := _told_again(place, context, index, force)) is not None:
            return told
        if (
            (mark := prose.is_a(index, "mission"))
            and (_is_definite(prose, sentence, index) or "pronoun.person" in prose.sorts[index - 1])
            and not _is_helped(prose, sentence, index, first)
            and not is_place(prose, sentence, mark, first)
            and not is_of_a_contingent(prose, sentence, mark)
        ):
            known = _body_again(place, index) or force or (context.topic.force if context.topic else "")
            return Subject(known, None, MEDIUM)
    return None


def _who_leads(place: Place, start: int) -> Actor | None:
    """`Slovakia has served in KFOR since 1999 and had 350 soldiers there`: whoever the clause begins with."""
    prose, sentence = place.prose, place.sentence
    verb = before_hedges(prose, sentence, place.counted.count)
    if verb - 1 <= start:
        return None
    goes_on = "made.owns" in prose.sorts[verb] and "coordinate" in prose.sorts[verb - 1]
    first = start + (start > sentence.first)
    first += "article" in prose.sorts[first]
    nation = nation_at(prose, first)
    if not goes_on and not (nation is not None and _is_of_a_contributor(place, nation, verb)):
        return None
    if nation is None or not prose.any_in(range(nation.last, min(verb, nation.last + 2)), "counts.have", "aux"):
        return None
    return actor_at(prose, sentence, first, place.counted.count.first)


def _is_of_a_contributor(place: Place, nation: Mark, index: int) -> bool:
    """`is among the largest contributors to KFOR with 600`: what one nation gives, told of it among all."""
    prose = place.prose
    if not is_with(prose, index) or nation_before(prose, nation.last, index) is not None:
        return False
    return prose.any_in(range(nation.last, index), "made.contributes")


def _body_again(place: Place, index: int) -> str:
    """`The force has about 8,700 employees`, after sentences that named a police or an army that is no mission."""
    prose, sentence = place.prose, place.sentence
    if "made.group" not in prose.sorts[index]:
        return ""
    at = prose.sentences.index(sentence)
    told = [mark for before in prose.sentences[max(0, at - TO_BODY) : at] for mark in before.marks.of("force")]
    body = told[-1].value if told else ""
    if not body or body in prose.lexicon.multinational:
        return ""
    return "" if body in prose.lexicon.policing and not may_be_police(place) else body


def _told_again(place: Place, context: Context, index: int, force: str) -> Subject | None:
    """Whom a pronoun or a word for a unit at word `index` means."""
    prose, sentence = place.prose, place.sentence
    if _AGAIN.isdisjoint(prose.sorts[index]):
        return None
    if "pronoun.person" in prose.sorts[index] and (spoken := _of_officer(place, index)) is not None:
        return spoken
    if "pronoun.self" in prose.sorts[index]:
        return _of_those_who_say_we(place, context, index, force)
    if owner := owner_told(prose, sentence, index, context):
        return Subject(force, owner, MEDIUM)
    if (own := prose.is_a(index, "own")) is not None and "pronoun.person" in prose.sorts[own.first]:
        before = prose.sentences[max(0, prose.sentences.index(sentence) - 1)]
        return Subject(force, nation_before(prose, before.first, index), MEDIUM)
    if (
        prose.is_any(index, ("pronoun.body", "pronoun.many", "own"))
        or _is_the_contingent(place, index)
        or is_the_land(prose, index)
    ):
        return _meant(place, context, index, force)
    return None


def _of_those_who_say_we(place: Place, context: Context, index: int, force: str) -> Subject:
    """Of the nation of whoever speaks; else of the body the text spoke of last, else of the nation it is about."""
    topic = context.topic
    if (nation := _speaker(place, index)) is not None:
        return Subject(force, nation, MEDIUM)
    if topic is not None and topic.force and not (topic.force in place.prose.lexicon.policing and are_soldiers(place)):
        return Subject(topic.force, None, MEDIUM)
    if _is_said_by_the_force(place):
        return Subject(force, None, MEDIUM)
    home = context.nation if context.home is None else context.home
    return Subject(force, home or None, MEDIUM)


def _is_in_a_table(prose: Prose, index: int) -> bool:
    """`The table of contributing nations had 574`: tells where it was read, not who was counted."""
    mark = prose.is_a(index, "count_of_nations")
    first = mark.first if mark is not None else index
    while first > 0 and prose.is_any(first - 1, ("article", "counts.share")):
        first -= 1
    return first > 0 and "document" in prose.sorts[first - 1]


def _named_at(place: Place, index: int, force: str) -> Subject | None:
    """Whoever is named at word `index`, unless he is only helped by those counted."""
    prose, sentence, first = place.prose, place.sentence, place.counted.count.first
    actor = actor_at(prose, sentence, index, first)
    if actor is None:
        return None
    mark = nation_at(prose, index)
    if mark is not None and is_of_several(prose, mark):
        return Subject(force, None, MEDIUM)
    if _is_helped(prose, sentence, index, first):
        return None
    return Subject(actor.force or force, actor.nation, HIGH)


def _is_helped(prose: Prose, sentence: Sentence, index: int, stop: int) -> bool:
    """`Italy supports KFOR with 600 soldiers`: they are not those of whoever is helped."""
    before = index - 1
    while before > sentence.first and "article" in prose.sorts[before]:
        before -= 1
    if before <= sentence.first or "made.helps" not in prose.sorts[before]:
        return False
    if prose.any_in(range(index + 1, min(stop, index + 1 + TO_WITH)), "counts.have"):
        return True
    relative = prose.any_in(range(index + 1, min(stop, index + 1 + TO_WITH)), "relative.who")
    return not relative and actor_at(prose, sentence, before - 1, stop) is not None


def _telling_before(prose: Prose, start: int, index: int) -> int:
    """The nearest word before `index` that may mean somebody or is all in capitals; before `start` if there is none."""
    telling, words = prose.where[_TELLING], prose.words
    while index > start:
        index -= 1
        if words[index].text == ",":
            index = back_over_aside(prose, start, index)
        if index in telling or (words[index].is_capital and words[index].text.isupper()):
            return index
    return start - 1


def _is_definite(prose: Prose, sentence: Sentence, index: int) -> bool:
    return index > sentence.first and "article.definite" in prose.sorts[index - 1]


def _meant(place: Place, context: Context, index: int, force: str) -> Subject | None:
    """Whom a pronoun at word `index` means: the one named before it in the sentence, else the one spoken of last."""
    prose, sentence = place.prose, place.sentence
    if "made.lets" in prose.sorts[index - 1] and (asker := first_actor(prose, sentence)) is not None:
        return Subject(asker.force or force, asker.nation, MEDIUM)
    for before in range(index - 1, max(sentence.first, index - FARTHEST) - 1, -1):
        if force and "mission" in prose.sorts[before] and _opens_a_clause(prose, sentence, before):
            return Subject(force, None, MEDIUM)
        if (actor := actor_at(prose, sentence, before, sentence.last)) is not None:
            return Subject(actor.force or force, actor.nation, MEDIUM)
    if (police := police_named(place, sentence.first, index)) is not None:
        return police
    nation = nation_before(prose, sentence.first, index)
    if nation is not None and not _is_only_a_place(prose, sentence, index):
        return Subject(force, nation, MEDIUM)
    topic = context.topic
    if topic is None:
        return Subject(force, context.home, MEDIUM) if context.home else None
    return Subject(topic.force or force, topic.nation, MEDIUM)


def _opens_a_clause(prose: Prose, sentence: Sentence, index: int) -> bool:
    """`When the force entered the land it numbered 50,000`."""
    first = index - 1
    return _is_definite(prose, sentence, index) and (first == sentence.first or "clause" in prose.sorts[first - 1])


def _of_officer(place: Place, index: int) -> Subject | None:
    """`KFOR's commander told reporters he had 15,900 soldiers`: those of the force he speaks for."""
    prose, sentence = place.prose, place.sentence
    if "counts.have" not in prose.sorts[index + 1]:
        return None
    for mark in sentence.marks.of("force"):
        if mark.last < index and _has_role(prose, mark.last, index):
            return Subject(mark.value, None, MEDIUM)
    return None


def _has_role(prose: Prose, first: int, stop: int) -> bool:
    return prose.any_in(range(first, min(stop, first + TO_WITH)), "role")


def _is_said_by_the_force(place: Place) -> bool:
    """`"We had 35,400 in theatre," Major Prewett said`: an officer without a nation, where a force is known."""
    prose, sentence = place.prose, place.sentence
    told = sentence.marks.of("role.military", "role.spokesperson")
    return bool(told) and bool(prose.force)


def _is_only_a_place(prose: Prose, sentence: Sentence, index: int) -> bool:
    """`In Lebanon it keeps 1,100`: the only land named before is where they are."""
    named = [at for at in range(sentence.first, index) if prose.is_any(at, ("nation", "stands_for", "state_of"))]
    return all("theatre_other" in prose.sorts[at] and at > 0 and "made.in" in prose.sorts[at - 1] for at in named)


def _speaker(place: Place, index: int) -> str | None:
    """The nation of the one who says `we`, before or after the words; an outlet's capital is none."""
    prose, sentence = place.prose, place.sentence
    return nation_before(prose, sentence.first, index) or next(
        (
            mark.value
            for at in range(sentence.last - 1, place.counted.count.last - 1, -1)
            if (mark := nation_at(prose, at)) is not None
            and not is_place(prose, sentence, mark, sentence.last)
            and not is_of_several(prose, mark)
        ),
        None,
    )


def _is_the_contingent(place: Place, index: int) -> bool:
    """`The 150-member contingent`: of the nation spoken of before."""
    prose, count = place.prose, place.counted.count
    near = range(count.last, min(len(prose.words), count.last + AFTER_NOUN))
    return (
        index == count.first - 1
        and "article.definite" in prose.sorts[index]
        and any("contingent" in prose.sorts[at] and "mission" not in prose.sorts[at] for at in near)
    )
