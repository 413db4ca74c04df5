"""What is new in what is said: what will be, and what has just been done."""

from __future__ import annotations

from itertools import takewhile
from typing import Final

from board.reading.people.cast import Speaker
from board.reading.stance.content import Content
from board.reading.stance.own import counts_people, has_count, is_mostly_quoted, nation_of_speaker
from board.reading.words.lexicon import Mark
from board.reading.words.members import ORGANISATION
from board.reading.words.prose import Prose

YEAR = 4
"""Digits of a year."""
SUBJECT = 20
"""Words of a sentence in which the verb of a deed stands."""
NEAR = 2
"""Words before a verb in which `not` is of it."""
_STEPS: Final = ("stance.announces",)
_PLANS: Final = ("stance.announces", "stance.future", "aims.plan")


def is_news(prose: Prose, words: Content, speaker: Speaker) -> bool:
    """`we will train them`, `EULEX has rehearsed the call-up`, `flew out this morning`; not what was in 2009.

    What only might be, what is said not to be and what goes on as it was to go is no news. What has been done is news
    by the body that did it, and a report by a person; in his own words, between quotation marks, he announces nothing.
    """
    sentences = words.sentences()
    if is_mostly_quoted(prose, words.places) and speaker.identity is not ORGANISATION:
        opens = sentences[0]
        return _stays_as_long(prose, opens) or _opens_with_plan(prose, opens) or _promises_people(prose, opens)
    person = speaker.identity is not ORGANISATION
    for sentence in sentences:
        if _is_planned(prose, sentence, _STEPS, person=person):
            return True
    if _is_planned(prose, sentences[0], ("stance.future", "aims.plan")) or _is_under_way(prose, sentences[0]):
        return True
    if words.has("perfect.since", "as_before") or any(
        _is_year(prose, index) for index in words.places if index in prose.digits
    ):
        return False
    if not person and words.has("stance.moved"):
        return True
    return any(_is_done(prose, sentence, speaker) for sentence in sentences)


def _opens_with_plan(prose: Prose, sentence: Content) -> bool:
    """`The force will enter “as soon as they leave”`: the plan is told before what is quoted."""
    told = list(takewhile(lambda index: not prose.quoted[index], sentence.places))
    if prose.any_in(told, "supposes.would"):
        return False
    return _is_planned(prose, Content(prose, told), _PLANS, person=True)


def _promises_people(prose: Prose, sentence: Content) -> bool:
    """`“We are sending 100 more soldiers”`: in his own words too, by how many."""
    we = next(iter(sentence.those("pronoun.self")), sentence.places[-1])
    told = [index for index in sentence.places if index > we and not prose.is_any(index, ("tense.past", "shifts.verb"))]
    return counts_people(prose, sentence.places) and _is_planned(prose, Content(prose, told), _STEPS)


def _is_planned(prose: Prose, sentence: Content, sorts: tuple[str, ...], *, person: bool = False) -> bool:
    """By a phrase of `sorts` that tells a plan or a step of his."""
    told = sentence.of(sorts)
    if not told or sentence.has("as_before"):
        return False
    marks = [mark for index in told if (mark := prose.is_a(index, *sorts))]
    if person:
        marks = [mark for mark in marks if not _is_report(prose, mark)]
    return any(not _is_idle(prose, sentence, mark) for mark in marks)


def _is_report(prose: Prose, told: Mark) -> bool:
    """`The battalion has returned`, `it had been agreed before`, but not `the council has decided`."""
    if prose.any_in(range(told.first - NEAR, told.first), "tense.had"):
        return True
    return "perfect.have" in prose.sorts[told.first] and "perfect.decides" not in prose.sorts[told.last - 1]


def _is_under_way(prose: Prose, sentence: Content) -> bool:
    """`is sending 35`, `the contingent grows to 290`, `from Monday they patrol the north`, `stays until spring`."""
    if sentence.has("as_before"):
        return False
    if _stays_on(prose, sentence):
        return True
    told = [
        mark
        for index in sentence.those("shifts.going", "shifts.now")
        if index in sentence.places[:SUBJECT]
        and (mark := prose.is_a(index, "shifts.going", "shifts.now"))
        and _is_verb(prose, mark)
    ]
    stays = sentence.opens(SUBJECT, "shifts.stay", "shifts.stay_on")
    if not stays and not sentence.has("tense.past"):
        told += [mark for index in sentence.those("shifts.time") if (mark := prose.is_a(index, "shifts.time"))]
    return any(not _is_idle(prose, sentence, mark) for mark in told)


def _stays_on(prose: Prose, sentence: Content) -> bool:
    """`stays until spring`, `will keep 130 soldiers`, `the remaining 170 will stay`."""
    if sentence.has("shifts.term") and sentence.has("shifts.stay", "shifts.stay_on"):
        return True
    is_part = sentence.has("shifts.stay_on") and not sentence.opens(SUBJECT, "force")
    return (is_part and counts_people(prose, sentence.places)) or _stays_as_long(prose, sentence)


def _stays_as_long(prose: Prose, sentence: Content) -> bool:
    """`The battalion would stay “for as long as needed”`; that the whole force does is its commitment and no news."""
    if not sentence.has("shifts.as_long", "shifts.term") or sentence.opens(SUBJECT, "force"):
        return False
    return any(not prose.quoted[index] for index in sentence.those("shifts.stay", "shifts.stay_on"))


def _is_verb(prose: Prose, step: Mark) -> bool:
    """`is sending`, but not `before leaving`."""
    return step.value == "now" or "shifts.be" in prose.sorts[step.first - 1]


def _is_idle(prose: Prose, sentence: Content, told: Mark) -> bool:
    """`nobody has signed`, `an option would move them`, `those who will come`, `if we are asked`, `only 41 have`."""
    before = [index for index in sentence.places if index < told.first]
    if prose.any_in(before, "weighed.word", "weighed.may", "answers_no.nobody"):
        return True
    if sentence.has("weighed.if") and prose.any_in(_part(prose, sentence, told), "weighed.if"):
        return True
    if prose.any_in(before[-NEAR:], "not") or prose.any_in(before[-1:], "relative.who"):
        return True
    if told.value == "announces" and prose.any_in(before[-1:], "apart.places", "article", "origin"):
        return True
    if "supposes.would" in prose.sorts[told.first] and _is_supposed(prose, sentence, told):
        return True
    if "aims.plan" in prose.sorts[told.first] and prose.any_in(before[-1:], "aims.word"):
        return True
    return "perfect.have" in prose.sorts[told.first] and sentence.has("so_far", "perfect.since")


def _part(prose: Prose, sentence: Content, told: Mark) -> list[int]:
    """The part of a sentence between semicolons in which `told` stands."""
    stops = [index for index in sentence.places if prose.words[index].text == ";"]
    first = max((stop for stop in stops if stop < told.first), default=-1)
    last = next((stop for stop in stops if stop > told.first), sentence.places[-1] + 1)
    return [index for index in sentence.places if first < index < last]


def _is_supposed(prose: Prose, sentence: Content, would: Mark) -> bool:
    """`“It would force us to leave”`, `an army would be …`: only in reported speech is `would` a plan."""
    supposes = "article.indefinite" in prose.sorts[sentence.places[0]] and not has_count(prose, sentence.places)
    return supposes or bool(prose.quoted[would.first])


def _is_year(prose: Prose, index: int) -> bool:
    text = prose.words[index].text
    return len(text) == YEAR and text.isdigit() and text[:2] in {"19", "20"}


def _is_done(prose: Prose, sentence: Content, speaker: Speaker) -> bool:
    """`has rehearsed the call-up`, `the Council had authorised a reserve`, `opened a base on Thursday`."""
    if sentence.has("so_far"):
        return False
    if speaker.identity is ORGANISATION:
        had, has = sentence.those("tense.had"), sentence.those("perfect.have")
        if any("perfect.decides" in prose.sorts[index + 1] for index in had if index != sentence.places[0]):
            return True
        if any(_has_done(prose, index, speaker) for index in has if index != sentence.places[0]):
            return True
    if not sentence.has("shifts.day"):
        return False
    verbs = sentence.those("shifts.verb")
    return any(_has_shifted(prose, sentence, verb) for verb in verbs if verb in sentence.places[1:SUBJECT])


def _has_shifted(prose: Prose, sentence: Content, index: int) -> bool:
    """A verb of its own behind what does it, not `had left`, `including those sent home` or `those sent are home`."""
    before = [at for at in sentence.places if at < index]
    is_apart = prose.is_a(sentence.places[0], "apart.places") or prose.words[sentence.places[0]].folded.endswith("ing")
    if is_apart and "," not in {prose.words[at].text for at in before}:
        return False
    if prose.any_in(before[-NEAR:], "aux", "not", "relative.who", "had"):
        return False
    behind = (at for at in sentence.places if at > index)
    finite = next((at for at in behind if prose.is_any(at, ("had", "passive", "perfect.have"))), None)
    return finite is None or prose.any_in(range(index, finite), "clause", "coordinate", "relative.who", "that.that")


def _has_done(prose: Prose, index: int, speaker: Speaker) -> bool:
    """`has`, then what was done; who suffers, serves or stays does nothing new."""
    if prose.is_any(index - 1, ("relative.who", "perfect.not_by")):
        return False
    other = prose.is_a(index - 1, "nation", "stands_for", "body.body", "parent")
    if other is not None and not _is_of(prose, other, speaker):
        return False
    done = index + 1
    while "perfect.been" in prose.sorts[done] or (done < len(prose.words) and prose.words[done].folded.endswith("ly")):
        done += 1
    if done >= len(prose.words) or prose.is_any(done, ("perfect.steady", "kind.casualties")):
        return False
    return prose.words[done].folded.endswith("ed") or "perfect.done" in prose.sorts[done]


def _is_of(prose: Prose, nation: Mark, speaker: Speaker) -> bool:
    """`Germany has offered 8,500` is news from Germany, and not from the alliance."""
    name = prose.slice(nation.first, nation.last).casefold()
    return nation.value == nation_of_speaker(speaker) or name in speaker.organisation.casefold()
