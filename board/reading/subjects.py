"""Whom a number counts: which force, and which nation's part of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from board.model import Confidence, FigureKind
from board.reading.actors import (
    FARTHEST,
    Actor,
    actor_at,
    before_aside,
    first_actor,
    is_place,
    nation_at,
    nation_before,
)
from board.reading.bare_numbers import stands_alone
from board.reading.counting import Counted, Sort
from board.reading.noun_phrases import AFTER_NOUN, Place, Subject, is_of_the_force, own_force, own_nations
from board.reading.prose import Prose, Sentence

PART_OF = 3
"""What is so many times as large as a nation's part is not that nation's."""
_TELLING = frozenset(
    (
        "force",
        "parent",
        "nation",
        "stands_for",
        "armed",
        "body",
        "count_of_nations",
        "pronoun",
        "own",
        "mission",
        "article",
    )
)
_STOPS = frozenset("“„«;.!?:")


class Context(NamedTuple):
    """What the text has spoken of before a sentence."""

    force: str = ""
    topic: Actor | None = None
    """Whom it spoke of last."""
    home: str | None = None
    """The nation it speaks of most; empty where it is those who run the force."""
    goes_on: int = 0
    """For how many sentences more a number without a noun may mean soldiers spoken of before."""
    last: Subject | None = None
    """The subject of the last number, where the sentence before gave one."""
    told: FigureKind | None = None
    """The kind that the sentence before told of last."""
    strengths: Mapping[str, int] = {}
    """The largest number given of each nation's people so far."""


def subject_of(place: Place, context: Context) -> Subject:
    """The subject of a number; by its own noun phrase first, then by the words before it, then by what came before."""
    force = _force(place, context)
    nations = own_nations(place)
    if len(nations) == 1:
        return Subject(force, nations.pop(), Confidence.HIGH)
    if nations or place.counted.sort is Sort.NATIONS:
        return Subject(force, None, Confidence.HIGH)
    if place.last is not None and _is_whole(place):
        return place.last if _has_owner(place) else Subject(force, None, Confidence.MEDIUM)
    if own := own_force(place):
        return Subject(own, None, Confidence.HIGH)
    if is_of_the_force(place):
        return Subject(force, None, Confidence.HIGH)
    return (
        _named_before(place, context, force)
        or _carried_on(place, context)
        or _named_after(place, force)
        or _of_speaker(place, force)
        or _of_topic(place, context, force)
    )


def of_nations_only(subject: Subject, context: Context, prose: Prose, sentence: Sentence, first: int) -> Subject:
    """Ceilings and rotations are those of a nation, where one is spoken of before word `first`."""
    if subject.nation is not None:
        return subject
    if subject.force and subject.force not in prose.lexicon.multinational and not context.home:
        return subject
    nation = nation_before(prose, sentence.first, first) or _nation_of(context.topic) or context.home
    return subject._replace(nation=nation, confidence=Confidence.MEDIUM) if nation else subject


def after(prose: Prose, sentence: Sentence, context: Context, topic: Actor | None = None) -> Context:
    """What the next sentence may mean by `the mission` and `its`; `topic` where the sentence names nobody."""
    forces = [mark.value for mark in sentence.marks if mark.sort == "force"]
    named = {force for force in forces if force in prose.lexicon.multinational}
    force = named.pop() if len(named) == 1 else context.force
    return context._replace(force=force, topic=first_actor(prose, sentence) or topic or context.topic)


def _force(place: Place, context: Context) -> str:
    """The force named nearest to the number in the sentence, else before the sentence."""
    named = [
        mark
        for mark in place.sentence.marks
        if mark.sort == "force" and mark.value in place.prose.lexicon.multinational
    ]
    nearest = min(named, key=lambda mark: abs(mark.first - place.counted.count.first), default=None)
    return nearest.value if nearest is not None else context.force


def _is_whole(place: Place) -> bool:
    """`780 of the approximately 4,500`: the second is what the first is a part of."""
    prose, index = place.prose, place.counted.count.first - 1
    while index >= 0 and prose.is_a(index, "article", "qualifier", "pronoun"):
        index -= 1
    return index > 0 and prose.is_a(index, "counts.share") is not None and prose.words[index - 1].text[0].isdigit()


def _has_owner(place: Place) -> bool:
    """`300 of its 600`."""
    return place.prose.is_a(place.counted.count.first - 1, "pronoun") is not None


def _named_before(place: Place, context: Context, force: str) -> Subject | None:
    """The nation or the force named nearest before the number in its clause; `it` is whoever was named before it."""
    prose, sentence, first = place.prose, place.sentence, place.counted.count.first
    index, start = first, _clause_start(place)
    while index > start:
        index = before_aside(prose, start, index - 1)
        if not _may_tell(prose, index):
            continue
        actor = actor_at(prose, sentence, index, first)
        if actor is not None:
            return Subject(actor.force or force, actor.nation, Confidence.HIGH)
        if prose.is_a(index, "count_of_nations"):
            return Subject(force, None, Confidence.MEDIUM)
        if prose.is_a(index, "pronoun.self"):
            home = _nation_of(context.topic) if context.home is None else context.home
            return Subject(force, _speaker(place, index) or home or None, Confidence.MEDIUM)
        if prose.is_a(index, "pronoun.body", "pronoun.many", "own") or _is_the_contingent(place, index):
            return _meant(place, context, index, force)
        if (
            (mark := prose.is_a(index, "mission"))
            and _is_definite(prose, sentence, index)
            and not is_place(prose, sentence, mark, first)
        ):
            return Subject(force, None, Confidence.MEDIUM)
    return None


def _may_tell(prose: Prose, index: int) -> bool:
    """Whether a word is worth a closer look: a mark that may mean somebody, or a name in capitals."""
    marks = prose.marks.get(index)
    if marks is None:
        return prose.words[index].text.isupper()
    return any(mark.sort in _TELLING for mark in marks)


def _is_definite(prose: Prose, sentence: Sentence, index: int) -> bool:
    return index > sentence.first and prose.is_a(index - 1, "article.definite") is not None


def _meant(place: Place, context: Context, index: int, force: str) -> Subject | None:
    """Whom a pronoun at word `index` means: the one named before it in the sentence, else the one spoken of last."""
    prose, sentence = place.prose, place.sentence
    for before in range(index - 1, max(sentence.first, index - FARTHEST) - 1, -1):
        if (actor := actor_at(prose, sentence, before, sentence.last)) is not None:
            return Subject(actor.force or force, actor.nation, Confidence.MEDIUM)
    if nation := nation_before(prose, sentence.first, index):
        return Subject(force, nation, Confidence.MEDIUM)
    if context.topic is None:
        return Subject(force, context.home, Confidence.MEDIUM) if context.home else None
    return Subject(context.topic.force or force, context.topic.nation, Confidence.MEDIUM)


def _speaker(place: Place, index: int) -> str | None:
    """The nation of the one who says `we`, before or after the words."""
    return nation_before(place.prose, place.sentence.first, index) or nation_before(
        place.prose, place.counted.count.last, place.sentence.last
    )


def _is_the_contingent(place: Place, index: int) -> bool:
    """`The 150-member contingent`: of the nation spoken of before."""
    prose, count = place.prose, place.counted.count
    near = range(count.last, min(len(prose.words), count.last + AFTER_NOUN))
    return (
        index == count.first - 1
        and prose.is_a(index, "article.definite") is not None
        and any(prose.is_a(at, "contingent") and not prose.is_a(at, "mission") for at in near)
    )


def _carried_on(place: Place, context: Context) -> Subject | None:
    """A number without a noun, or of a part, counts the people of the one before it."""
    if place.counted.noun is not None and not place.counted.part:
        return None
    if place.last is not None:
        return place.last
    return context.last if context.last is not None and _clause_start(place) == place.sentence.first else None


def _named_after(place: Place, force: str) -> Subject | None:
    """`With more than 1,200 soldiers, Italy leads`."""
    prose, count, noun = place.prose, place.counted.count, place.counted.noun
    end = noun + 1 if noun is not None and noun >= count.last else count.last
    begins = all(
        prose.is_a(index, "counts.have", "qualifier", "article") for index in range(place.sentence.first, count.first)
    )
    comma = next(
        (index for index in range(end, min(place.stop, end + AFTER_NOUN)) if prose.words[index].text == ","), None
    )
    if not begins or count.first == place.sentence.first or comma is None:
        return None
    for index in range(comma + 1, min(place.stop, comma + 3)):
        if (mark := nation_at(prose, index)) is not None:
            return Subject(force, mark.value, Confidence.MEDIUM)
    return None


def _of_speaker(place: Place, force: str) -> Subject | None:
    """`Hungary's minister said 150 soldiers would follow`: of the speaker's nation, where no other is named."""
    start = _clause_start(place)
    if start <= place.sentence.first or _is_told_of_the_force(place):
        return None
    if any(place.prose.is_a(index, "parent", "force") for index in range(place.sentence.first, start)):
        return None
    nation = nation_before(place.prose, place.sentence.first, start)
    return Subject(force, nation, Confidence.MEDIUM) if nation else None


def _is_told_of_the_force(place: Place) -> bool:
    """`4,500 troops in KFOR`: whoever says so."""
    begin = place.counted.count.last
    near = range(begin, min(len(place.prose.words), begin + AFTER_NOUN))
    return place.counted.sort is not Sort.PEOPLE or any(
        place.prose.is_a(index, "force", "parent", "mission") for index in near
    )


def _of_topic(place: Place, context: Context, force: str) -> Subject:
    """Of the nation spoken of last, unless there are far too many of them for that."""
    topic = context.topic
    if topic is not None and topic.nation is not None and not _is_too_many(place.counted, context):
        return Subject(force, topic.nation, Confidence.MEDIUM)
    if topic is not None and topic.force and topic.force not in place.prose.lexicon.multinational:
        return Subject(topic.force, None, Confidence.MEDIUM)
    return Subject(force, None, Confidence.HIGH if force else Confidence.MEDIUM)


def _is_too_many(counted: Counted, context: Context) -> bool:
    known = context.strengths.get(_nation_of(context.topic) or "")
    return known is not None and counted.count.value > PART_OF * known


def _nation_of(actor: Actor | None) -> str | None:
    return actor.nation if actor is not None else None


def _clause_start(place: Place) -> int:
    """Not before the words that are said: the speaker's own nation is not whom the number counts."""
    prose, count = place.prose, place.counted.count
    farthest = max(place.sentence.first, count.first - FARTHEST)
    for index in range(count.first - 1, farthest - 1, -1):
        if prose.is_a(index, "that.that", "plain") or (
            prose.words[index].text in _STOPS and not _introduces(place, index)
        ):
            return index
    return farthest


def _introduces(place: Place, index: int) -> bool:
    """`Italy: 907`."""
    return place.prose.words[index].text == ":" and stands_alone(place.prose, place.sentence, place.counted.count)
