"""What is denied, how strongly, and what one would not tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from board.model import Strength
from board.reading.people.cast import Speaker
from board.reading.stance.content import Content
from board.reading.stance.not_denied import denies_nothing, harms_nobody
from board.reading.stance.own import (
    debates,
    holds_it_no_more,
    is_anothers,
    is_of_land,
    looks_on,
    speaks_of_his_own,
    speaks_officially,
)
from board.reading.words.lexicon import Mark
from board.reading.words.members import PLAIN
from board.reading.words.prose import Prose

FIRST: Final = 7
"""Words of a sentence in which a negation is of the whole of it."""
MAIN: Final = 20
"""Words of the main clause of a sentence in which the negation of its verb stands."""
OPENING: Final = 3
"""Words in which the answer `No.` or `Nobody.` stands."""
TO_AS: Final = 12
"""Words between `dismissed` and `as`."""
TO_REPORT: Final = 6
"""Words between a verb and the report it judges."""
TO_TELL: Final = 6
"""Words between `not` and the verb of telling it is of."""
_VERBS: Final = ("aux", "tense", "stance.future", "stance.announces", "stance.confirms")
_MARKS: Final = frozenset('.,;:!?“”"„«»‘’()—–-…')
_NOT, _NOBODY = "not.not", "answers_no.nobody"


def denies(
    prose: Prose, verbs: Sequence[Mark], how: set[str], said: set[str], words: Content, speaker: Speaker
) -> bool:
    """By the verb, by the answer `No.`, or by a word that denies.

    An outlet only reports what others deny, and an expert or one who once held the office has nothing to deny.
    """
    if "denies" in how:
        return True
    if any("asking" in prose.sorts[verb.first] for verb in verbs):
        return False
    if verbs and all(prose.is_any(verb.first, ("charges", "assesses")) for verb in verbs):
        return False
    if holds_it_no_more(prose, speaker):
        return False
    if "stance.denies_strong" in said or _answers_no(prose, words) or _nobody_told(prose, words):
        return True
    if any(_brands_reports(prose, verb) for verb in verbs):
        return True
    if (
        any("counters" in prose.sorts[verb.first] for verb in verbs)
        and speaker.official
        and not debates(prose, speaker)
    ):
        return True
    return ("stance.denies" in said or "stance.denies_weakly" in said) and not speaker.media


def is_not_so(prose: Prose, verbs: Sequence[Mark], how: set[str], words: Content, speaker: Speaker) -> bool:
    """The first thing said is that it is not so, by who has to know; `did not rule out` says nothing is not so."""
    if any(prose.is_any(verb.first, ("say.denies", "asking", "affirms", "assesses")) for verb in verbs):
        return False
    if speaker.media or ("announces" in how and not words.has("kind.casualties")):
        return False
    if not holds_it_no_more(prose, speaker) and _nobody_did(words):
        return True
    if not speaker.official or debates(prose, speaker):
        return False
    if not words.has(_NOT, _NOBODY):
        return False
    sentences = words.sentences()
    if looks_on(prose, words, speaker) and not speaks_of_his_own(prose, words, speaker):
        return False
    officially = speaks_officially(prose, speaker)
    if any(
        _begins_with_no(prose, each) and not _is_elsewhere(prose, each, speaker)
        for each in sentences[: None if officially else 1]
    ):
        return True
    return officially and any(_goes_on_with_no(prose, each) for each in sentences)


def _nobody_did(words: Content) -> bool:
    """`Nobody had shot at KFOR`, `no Serb had fired`, says a mayor: what those of his town are said to have done."""
    if not (words.opens(1, "not") or words.opens(1, "answers_no.nobody")):
        return False
    return words.opens(OPENING, "tense.had") and not words.opens(FIRST, "told_him.verb", "relayed")


def _goes_on_with_no(prose: Prose, sentence: Content) -> bool:
    """`It is several years old and was not filmed there`: the second clause is that it is not so.

    What is added to `it remained calm` is of the same report.
    """
    for place, index in enumerate(sentence.places):
        if prose.words[index].folded != "and" or sentence.opens(place, "stance.confirms"):
            continue
        for at in sentence.places[place + 1 : place + 1 + OPENING]:
            negation = prose.is_a(at, _NOT)
            if negation and "aux" in prose.sorts[at - 1] and not denies_nothing(prose, negation, sentence.places[0]):
                return True
    return False


def _is_elsewhere(prose: Prose, sentence: Content, speaker: Speaker) -> bool:
    """Of another's force or government; `it has not taken over the tasks of the police` is of his own."""
    if sentence.opens(OPENING, "pronoun.body"):
        return False
    return is_of_land(prose, sentence, speaker) or is_anothers(prose, sentence, speaker)


def calls_names(prose: Prose, verb: Mark) -> bool:
    """`dismissed it as “a parade”`: a judgement; `dismissed the reports as false` is a denial."""
    if "calls_names.verb" not in prose.sorts[verb.first]:
        return False
    calls = False
    for index in range(verb.last, min(len(prose.words), verb.last + TO_AS)):
        if "reported_thing" in prose.sorts[index] or prose.words[index].text in ",.;":
            return calls and "reported_thing" not in prose.sorts[index]
        calls = calls or "calls_names.word" in prose.sorts[index]
    return calls


def _brands_reports(prose: Prose, verb: Mark) -> bool:
    """`described the reports as “noise”`, `called the information premature`."""
    behind = range(verb.last, min(len(prose.words), verb.last + TO_AS))
    return (
        "brands.verb" in prose.sorts[verb.first]
        and prose.any_in(behind[:TO_REPORT], "reported_thing")
        and prose.any_in(behind, "brands.word")
    )


def will_not_tell(prose: Prose, words: Content) -> bool:
    """`I can't tell you who`, `we do not go into details`: `not` and a verb of telling right behind it.

    `We did not discuss it` tells what was not done.
    """
    if not words.has("telling"):
        return False
    said = frozenset(words.places)
    for index in words.those("not", "stance.denies", "stance.denies_weakly", "yet"):
        if "yet" in prose.sorts[index] and index > words.places[0]:
            return False
        if prose.any_in((index - 1, index), "tense.did"):
            continue
        if any(_is_told(prose, at) for at in range(index + 1, index + TO_TELL) if at in said):
            return True
        if prose.is_any(index, ("stance.denies", "stance.denies_weakly")):
            return False
    return False


def says_little(prose: Prose, verbs: Sequence[Mark], speaker: Speaker) -> bool:
    """`A spokesman would only say that talks were going on`; what a politician only says is his view."""
    if speaker.media or not speaker.official or not speaks_officially(prose, speaker):
        return False
    return any("only_says" in prose.sorts[verb.first] for verb in verbs)


def _is_told(prose: Prose, index: int) -> bool:
    return "telling" in prose.sorts[index] and "that.that" not in prose.sorts[index + 1]


def strength_of(said: set[str], verbs: set[str]) -> Strength:
    """How strong a denial is that says `said` by `verbs`."""
    if "stance.denies_strong" in said:
        return Strength.STRONG
    is_weak = "stance.denies_weak" in said or "stance.denies_weakly" in said
    return Strength.WEAK if is_weak and "denies" not in verbs else PLAIN


def _answers_no(prose: Prose, words: Content) -> bool:
    """`“Nobody. It is our own assessment,” he replied`."""
    return any(
        index == words.places[-1] or prose.words[index + 1].text in ".!"
        for index in words.those("answers_no")
        if index in words.places[:OPENING]
    )


def _nobody_told(prose: Prose, words: Content) -> bool:
    """`Nobody at the Pentagon has told me`."""
    if not words.opens(OPENING, "answers_no"):
        return False
    opening = words.places[: FIRST + OPENING]
    return any("told_him.verb" in prose.sorts[index] and "told_him.whom" in prose.sorts[index + 1] for index in opening)


def _begins_with_no(prose: Prose, sentence: Content) -> bool:
    """`Nobody is leaving`, `and will not close the camp`: the main clause is that it is not so."""
    clause = sentence.places[next((at for at, index in enumerate(sentence.places) if not _joins(prose, index)), 0) :]
    words = list(islice((index for index in clause if prose.words[index].text not in _MARKS), FIRST + 1))
    if not words or _is_subordinate(prose, words[0]):
        return False
    if (nobody := prose.is_a(words[0], _NOBODY)) and not prose.any_in(words[1:FIRST], "obliges"):
        return not harms_nobody(prose, nobody)
    for index in islice(_main_clause(prose, clause), MAIN):
        if prose.is_any(index, ("stance.opinion", "inner")) or _is_of_his_mind(prose, index):
            return False
        if (negation := prose.is_a(index, _NOT)) and (index == words[0] or not _is_contrast(prose, index)):
            return not ("stance.confirms" in prose.sorts[index] or denies_nothing(prose, negation, words[0]))
    return False


def _joins(prose: Prose, index: int) -> bool:
    """A mark or an `and` before the clause."""
    return prose.words[index].text in _MARKS or "name_joins.and" in prose.sorts[index]


def _main_clause(prose: Prose, sentence: Sequence[int]) -> Iterator[int]:
    """The words of the first clause, without what stands between commas on its subject."""
    aside = verb = False
    for index in sentence:
        text = prose.words[index].text
        if aside:
            aside = text != ","
        elif text == "," and "relative.who" in prose.sorts[index + 1]:
            aside = True
        elif _ends_clause(prose, index, verb=verb):
            return
        elif text not in _MARKS:
            verb = verb or prose.is_any(index, _VERBS)
            yield index


def _ends_clause(prose: Prose, index: int, *, verb: bool) -> bool:
    """Whether another clause begins; `and` begins one only behind a verb or before one."""
    if "name_joins.and" in prose.sorts[index]:
        return verb or prose.words[index - 1].text == "," or prose.is_any(index + 1, ("aux", "stance.future", "not"))
    if prose.words[index].text in ";:" or prose.is_any(index, ("that.that", "clause.and", "relative.who")):
        return True
    return verb and "coordinate" in prose.sorts[index]


def _is_of_his_mind(prose: Prose, index: int) -> bool:
    """`I do not lie awake`, `you will not find them`; but `I don't have any changes to announce` is a denial."""
    behind = range(index + 1, min(index + OPENING, len(prose.words)))
    if "own_mind.word" not in prose.sorts[index] or not prose.any_in(behind, "not"):
        return False
    return not prose.any_in(range(index + 1, min(index + 1 + OPENING, len(prose.words))), "own_mind.knows")


def _is_subordinate(prose: Prose, first: int) -> bool:
    """`When the crowd did not withdraw, …`: only the setting is negated."""
    return "clause.and" in prose.sorts[first] and not prose.is_any(first, ("coordinate", "stance.denies_weak"))


def _is_contrast(prose: Prose, index: int) -> bool:
    """`police, not soldiers`: the clause is not negated."""
    return prose.words[index - 1].text == ","
