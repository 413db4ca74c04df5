"""What a speaker does with the matter: claims, confirms, denies, announces; and how strongly."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from board.model import Stance, Strength
from board.reading.people.cast import Speaker
from board.reading.stance.content import Content
from board.reading.stance.denials import calls_names, denies, is_not_so, says_little, strength_of, will_not_tell
from board.reading.stance.news import is_news
from board.reading.stance.not_denied import harms_nobody, told_in
from board.reading.stance.own import (
    acts_for_another,
    commands,
    counts_people,
    debates,
    has_number,
    holds_it_no_more,
    is_body,
    is_foreign,
    is_his,
    is_mostly_quoted,
    is_of_land,
    is_officer,
    is_one_of_many,
    is_own,
    is_voice,
    looks_on,
    speaks_officially,
    studies,
    takes_sides,
    watches,
)
from board.reading.words.lexicon import Mark
from board.reading.words.members import ANNOUNCES, CLAIMS, CONFIRMS, DENIES, NAMED, NO_COMMENT, PLAIN
from board.reading.words.prose import Prose
from board.reading.words.verbs import is_participle

DOER = 4
"""Words in which stand those who do what is told."""
ASKED = 4
"""Words behind a verb of asking in which stands who is asked."""
_VIEWS: Final = ("stance.opinion", "weighed.word", "weighed.may")
_JUDGING: Final = (*_VIEWS, "stance.announces", "stance.future")


def stance_of(prose: Prose, verbs: Sequence[Mark], words: Content, speaker: Speaker) -> tuple[Stance, Strength]:
    """The stance told by the verbs of saying and by what is said, for who says it.

    What one denies or would not say comes before all else. Only who speaks for a body confirms or announces; what is to
    come is announced, what is, in his own house, confirmed, and of everything else he only gives his view.
    """
    how = {verb.value for verb in verbs if not calls_names(prose, verb)}
    said = told_in(prose, words)
    if (refused := _refused(prose, verbs, how, said, words, speaker)) is not None:
        return refused, strength_of(said, how) if refused is DENIES else PLAIN
    is_official = speaker.official and not holds_it_no_more(prose, speaker)
    if speaker.media or not is_official or debates(prose, speaker) or studies(prose, speaker):
        announced = not speaker.media and ("announces" in how or _is_his_plan(prose, words, speaker))
        return (ANNOUNCES if announced else CLAIMS), PLAIN
    return _told(prose, verbs, how, said, words, speaker), PLAIN


def _refused(
    prose: Prose, verbs: Sequence[Mark], how: set[str], said: set[str], words: Content, speaker: Speaker
) -> Stance | None:
    """What he would not tell, or says is not so."""
    if "denies" not in how and will_not_tell(prose, words):
        return NO_COMMENT
    if denies(prose, verbs, how, said, words, speaker):
        return DENIES
    if says_little(prose, verbs, speaker) and not has_number(prose, words.places):
        return NO_COMMENT
    if "stance.no_comment" in said and not has_number(prose, words.places):
        return NO_COMMENT
    return DENIES if is_not_so(prose, verbs, how, words, speaker) else None


def _told(
    prose: Prose, verbs: Sequence[Mark], how: set[str], said: set[str], words: Content, speaker: Speaker
) -> Stance:
    """A plan, a fact or a view of one who speaks for a body."""
    is_new = is_news(prose, words, speaker) and not _is_conditional(words) and not _only_counts(prose, verbs)
    if _awaits(prose, verbs, words, speaker) or _asks_leave(prose, verbs) or words.has("goes_home"):
        return ANNOUNCES
    if "announces" in how and (is_new or not _tells_harm(prose, verbs, words)):
        return ANNOUNCES
    if _is_view(prose, verbs, words, speaker) or _judges_first(prose, words, speaker):
        return CLAIMS
    if _lived_through(prose, words, speaker):
        return CLAIMS
    if any("affirms" in prose.sorts[verb.first] for verb in verbs):
        return CONFIRMS
    if is_new:
        return CLAIMS if acts_for_another(prose, words, speaker) else ANNOUNCES
    if any("say.denies" in prose.sorts[verb.first] for verb in verbs):
        return CLAIMS
    if _supposes(words) and not speaks_officially(prose, speaker):
        return CLAIMS
    return CONFIRMS if _confirms(prose, how, said, words, speaker) else CLAIMS


def _awaits(prose: Prose, verbs: Sequence[Mark], words: Content, speaker: Speaker) -> bool:
    """`He expects the force to reach 5,000`, says the minister of the force."""
    awaits = any("awaits" in prose.sorts[verb.first] for verb in verbs)
    return awaits and counts_people(prose, words.places) and is_his(prose, words, speaker)


def _asks_leave(prose: Prose, verbs: Sequence[Mark]) -> bool:
    """`The government asked parliament to prolong the mission`: its own plan, before those who must approve it."""
    return any(
        "leave.asks" in prose.sorts[verb.first] and prose.any_in(range(verb.last, verb.last + ASKED), "leave.house")
        for verb in verbs
    )


def _only_counts(prose: Prose, verbs: Sequence[Mark]) -> bool:
    """`The ministry counted 800 soldiers, those sent in June included`."""
    return any("says_with.counting" in prose.sorts[verb.first] for verb in verbs)


def _tells_harm(prose: Prose, verbs: Sequence[Mark], words: Content) -> bool:
    """`announced that two soldiers had been hurt`: a fact, made known by a verb of news."""
    return words.has("kind.casualties") and any(
        prose.is_any(verb.first, ("informs", "say.announces")) for verb in verbs
    )


def _is_his_plan(prose: Prose, words: Content, speaker: Speaker) -> bool:
    """`We will ask the minister`, says a member of parliament, who can say so much for himself."""
    himself = debates(prose, speaker) and words.opens(1, "pronoun.self")
    return himself and is_news(prose, words, speaker)


def _is_view(prose: Prose, verbs: Sequence[Mark], words: Content, speaker: Speaker) -> bool:
    """By a verb of judging, warning or asking; a count put at a number is none where it is of one's own.

    A participle or a relative clause only adds how it was said: `…, accusing Belgrade`, `…, who asked both sides`; and
    `thanked them and underlined` underlines.
    """
    main = [verb for verb in verbs if not (is_participle(prose, verb) or _adds_to_it(prose, verb))] or verbs
    if _reports_state(prose, main, words, speaker):
        return False
    if any("opinion" in prose.sorts[verb.first] for verb in main) and all(verb.value != "confirms" for verb in main):
        return True
    puts = any("says_with.number" in prose.sorts[verb.first] for verb in verbs) and not is_voice(prose, speaker)
    is_politician = speaker.identity is NAMED or not speaks_officially(prose, speaker)
    if is_politician and any("assesses" in prose.sorts[verb.first] for verb in verbs):
        return True
    tells = is_politician and any("speaks_of" in prose.sorts[verb.first] for verb in verbs)
    return (puts or tells) and not is_his(prose, words, speaker)


def _reports_state(prose: Prose, verbs: Sequence[Mark], words: Content, speaker: Speaker) -> bool:
    """`The commander described it as calm but fragile`: how it is where he serves."""
    if not all("describes" in prose.sorts[verb.first] for verb in verbs):
        return False
    if words.has("uneasy"):
        return watches(prose, speaker)
    return words.has("stance.confirms") and (watches(prose, speaker) or is_officer(prose, speaker))


def _adds_to_it(prose: Prose, verb: Mark) -> bool:
    """`…, who asked both sides to calm down`."""
    return "relative.who" in prose.sorts[verb.first - 1] and prose.words[verb.first - 2].text == ","


def _judges_first(prose: Prose, words: Content, speaker: Speaker) -> bool:
    """`it was time for the soldiers to come home`: a judgement, and what is to come only within it.

    What stands behind a semicolon only adds to it; how many `may be sent` is a ceiling. That it is `calm but tense` a
    force reports where it serves.
    """
    told = words.of(_JUDGING)
    if not told or any(prose.words[index].text == ";" for index in words.places if index < told[0]):
        return False
    if "uneasy" in prose.sorts[told[0]] and watches(prose, speaker):
        return False
    if "weighed.may" in prose.sorts[told[0]]:
        return not counts_people(prose, [index for index in words.places if index < told[0]])
    return prose.is_any(told[0], _VIEWS)


def _lived_through(prose: Prose, words: Content, speaker: Speaker) -> bool:
    """`“There was mud everywhere,” said a corporal`: his own story; what he counts he may know."""
    return is_one_of_many(prose, speaker) and not _counts(prose, words)


def _is_conditional(words: Content) -> bool:
    """`would leave only with everybody else`: that nothing changes is the point."""
    return words.has("only_if")


def _supposes(words: Content) -> bool:
    """`Serbia would act if nobody else did`."""
    return words.has("weighed.if") and words.has("stance.future", "stance.announces")


def _confirms(prose: Prose, how: set[str], said: set[str], words: Content, speaker: Speaker) -> bool:
    """By the verb, by numbers, by what is his own; a judgement is none of these, nor is another nation's affair."""
    if "confirms" in how:
        return True
    if takes_sides(prose, speaker):
        return False
    if is_foreign(prose, words, speaker) or looks_on(prose, words, speaker) or _charges(prose, words):
        return False
    if "stance.confirms" in said:
        return True
    if _finds_fault(prose, words, speaker):
        return False
    if is_body(prose, speaker):
        return not _only_calls(prose, words)
    if is_voice(prose, speaker) and not is_mostly_quoted(prose, words.places):
        return True
    if not speaks_officially(prose, speaker) and is_mostly_quoted(prose, words.places):
        is_his_duty = words.has("duty") and (is_own(prose, words, speaker) or commands(prose, speaker))
        return _counts(prose, words) or is_his_duty
    if words.has("duty") and is_officer(prose, speaker):
        return True
    return _counts(prose, words) or is_own(prose, words, speaker)


def _finds_fault(prose: Prose, words: Content, speaker: Speaker) -> bool:
    """`It does not contribute to stability`, `Kosovo's government had not consulted us`: not so, in his view."""
    told = words.those("not")
    if not told or _counts(prose, words):
        return False
    judged = any((mark := prose.is_a(at, "not")) and prose.is_any(mark.last, ("judges", "evaluates")) for at in told)
    return judged or is_of_land(prose, words, speaker)


def _charges(prose: Prose, words: Content) -> bool:
    """`A patrol came under fire`: what others did; that somebody was hurt is a fact of his own.

    So is what his soldiers did: `KFOR soldiers used stun grenades`.
    """
    if words.has("kind.casualties"):
        return False
    charged = words.those("assails")
    if not charged:
        return False
    did = words.opens(DOER, "force", "person.soldier", "pronoun.self", "pronoun.body")
    return not (did and all("assails.either" in prose.sorts[index] for index in charged))


def _only_calls(prose: Prose, words: Content) -> bool:
    """`Its troops were the target of “unprovoked attacks”`: what it calls something, and nothing of its duties."""
    if is_mostly_quoted(prose, words.places) or not any(prose.quoted[index] for index in words.places):
        return False
    return not (_counts(prose, words) or words.has("duty"))


def _counts(prose: Prose, words: Content) -> bool:
    """A number, people hurt, or that nobody was."""
    if counts_people(prose, words.places) or words.has("kind.casualties"):
        return True
    return any((mark := prose.is_a(at, "not")) and harms_nobody(prose, mark) for at in words.those("not"))
