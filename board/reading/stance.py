"""What a speaker does with the matter: claims, confirms, denies, announces; and how strongly."""

from __future__ import annotations

from collections.abc import Sequence

from board.model import Identity, Stance, Strength
from board.reading.cast import Speaker
from board.reading.lexicon import Mark
from board.reading.prose import Prose

FIRST = 5
"""Words of a statement in which a negation is of the whole of it."""
OPENING = 3
"""Words in which the answer `No.` or `Nobody.` stands."""
TO_AS = 8
"""Words between `dismissed` and `as`."""


def stance_of(prose: Prose, verbs: Sequence[Mark], words: Sequence[int], speaker: Speaker) -> tuple[Stance, Strength]:
    """The stance told by the verbs of saying and by what is said, for who says it.

    What one denies or would not say comes before all else. Only who speaks for a body confirms or announces; what is to
    come is announced, what is, in his own house, confirmed, and of everything else he only gives his view.
    """
    how = {verb.value for verb in verbs if not _calls_names(prose, verb)}
    said = {mark.value for index in words for mark in prose.marks[index] if mark.sort == "stance"}
    if _denies(prose, verbs, how, said, words, speaker):
        return Stance.DENIES, _strength(said, how)
    if "no_comment" in said and not _has_number(prose, words):
        return Stance.NO_COMMENT, Strength.PLAIN
    if _is_not_so(prose, verbs, how, words, speaker):
        return Stance.DENIES, _strength(said, how)
    if speaker.media or not speaker.official:
        announced = "announces" in how and not speaker.media
        return (Stance.ANNOUNCES if announced else Stance.CLAIMS), Strength.PLAIN
    if "announces" in how:
        return Stance.ANNOUNCES, Strength.PLAIN
    if _is_view(prose, verbs, words) or _judges_first(prose, words):
        return Stance.CLAIMS, Strength.PLAIN
    if any(prose.is_a(verb.first, "affirms") for verb in verbs):
        return Stance.CONFIRMS, Strength.PLAIN
    if "announces" in said and not _is_conditional(prose, words):
        return Stance.ANNOUNCES, Strength.PLAIN
    return (Stance.CONFIRMS if _confirms(prose, how, said, words, speaker) else Stance.CLAIMS), Strength.PLAIN


def _denies(
    prose: Prose, verbs: Sequence[Mark], how: set[str], said: set[str], words: Sequence[int], speaker: Speaker
) -> bool:
    """By the verb, by the answer `No.`, or by a word that denies; an outlet only reports what others deny."""
    if "denies" in how:
        return True
    if any(prose.is_a(verb.first, "asking") for verb in verbs):
        return False
    if "denies_strong" in said or _answers_no(prose, words):
        return True
    return bool(said & {"denies", "denies_weakly"}) and not speaker.media


def _is_not_so(prose: Prose, verbs: Sequence[Mark], how: set[str], words: Sequence[int], speaker: Speaker) -> bool:
    """The first thing said is that it is not so, by who has to know; `did not rule out` says nothing is not so."""
    if any(prose.is_a(verb.first, "say.denies", "asking") for verb in verbs):
        return False
    if speaker.media or not speaker.official or "announces" in how or _has_number(prose, words):
        return False
    return _begins_with_no(prose, words) and not _is_anothers(prose, words, speaker)


def _calls_names(prose: Prose, verb: Mark) -> bool:
    """`dismissed it as “a parade”`: a judgement; `dismissed the reports as false` is a denial."""
    if verb.value != "denies":
        return False
    for index in range(verb.last, min(len(prose.words), verb.last + TO_AS)):
        if prose.is_a(index, "reported_thing") or prose.words[index].text in ",.;":
            return False
        if prose.is_a(index, "calls_names"):
            return True
    return False


def _is_view(prose: Prose, verbs: Sequence[Mark], words: Sequence[int]) -> bool:
    """By a verb of judging, warning or asking; a count put at a number is none where it is of one's own."""
    if any(prose.is_a(verb.first, "opinion") for verb in verbs):
        return True
    puts = any(prose.is_a(verb.first, "says_with.number") for verb in verbs)
    return puts and not prose.any_in(words, "pronoun.body", "pronoun.self")


def _judges_first(prose: Prose, words: Sequence[int]) -> bool:
    """`it was time for the soldiers to come home`: a judgement, and what is to come only within it."""
    marks = (prose.is_a(index, "stance.opinion", "stance.announces") for index in words)
    return next((mark.value == "opinion" for mark in marks if mark is not None), False)


def _is_conditional(prose: Prose, words: Sequence[int]) -> bool:
    """`would leave only with everybody else`: that nothing changes is the point."""
    return prose.any_in(words, "only_if")


def _confirms(prose: Prose, how: set[str], said: set[str], words: Sequence[int], speaker: Speaker) -> bool:
    """By the verb, by numbers, by what is his own; a judgement is none of these, nor is another nation's affair."""
    if "confirms" in how:
        return True
    if _is_foreign(prose, words, speaker):
        return False
    return "confirms" in said or _has_count(prose, words) or _is_own(prose, words, speaker)


def _answers_no(prose: Prose, words: Sequence[int]) -> bool:
    """`“Nobody. It is our own assessment,” he replied`."""
    return any(
        prose.is_a(index, "answers_no") and (index == words[-1] or prose.words[index + 1].text in ".!")
        for index in words[:OPENING]
    )


def _begins_with_no(prose: Prose, words: Sequence[int]) -> bool:
    """`Nobody is leaving`, `we are not closing the camp`: the first thing said is that it is not so."""
    return any(prose.is_a(index, "not") and not prose.is_a(index + 1, "evaluates") for index in words[:FIRST])


def _has_number(prose: Prose, words: Sequence[int]) -> bool:
    return any(prose.words[index].text[0].isdigit() for index in words)


def _has_count(prose: Prose, words: Sequence[int]) -> bool:
    """A number in digits or words, other than `one`; or people hurt."""
    return _has_number(prose, words) or any(
        prose.lexicon.numbers.get(prose.words[index].folded, 1) > 1 or prose.is_a(index, "kind.casualties")
        for index in words
    )


def _strength(said: set[str], verbs: set[str]) -> Strength:
    if "denies_strong" in said:
        return Strength.STRONG
    return Strength.WEAK if said & {"denies_weak", "denies_weakly"} and "denies" not in verbs else Strength.PLAIN


def _is_foreign(prose: Prose, words: Sequence[int], speaker: Speaker) -> bool:
    """A nation's official on another nation, or on a force it does not run: nobody can confirm what is not his."""
    if speaker.nation is None or prose.any_in(words, "pronoun.self"):
        return False
    nations = {
        mark.value
        for index in words
        if (mark := prose.is_a(index, "nation", "stands_for")) and not prose.is_a(index, "theatre")
    }
    if any(prose.is_a(index, "force") for index in words):
        return speaker.nation not in nations and not _is_own(prose, words, speaker)
    return bool(nations) and speaker.nation not in nations


def _is_anothers(prose: Prose, words: Sequence[int], speaker: Speaker) -> bool:
    """Of a nation or a force that is not his: what it did not do is his view of it."""
    names_force = prose.any_in(words, "force", "parent")
    return not _is_own(prose, words, speaker) if names_force else _is_foreign(prose, words, speaker)


def _is_own(prose: Prose, words: Sequence[int], speaker: Speaker) -> bool:
    """Speaks of a force he serves in or that serves him, of `us`, or of his own people."""
    runs = {mark.value for index in words for mark in prose.marks[index] if mark.sort in {"force", "parent"}}
    if runs:
        if not speaker.organisation:
            return True
        return bool(_those_who_run(prose, {speaker.organisation}) & _those_who_run(prose, runs))
    if speaker.identity is Identity.ORGANISATION and any(prose.is_a(index, "pronoun.body") for index in words[:1]):
        return True
    return any(
        prose.is_a(index, "pronoun.self", "person.soldier", "contingent") or _is_his_body(prose, index, speaker)
        for index in words
    )


def _is_his_body(prose: Prose, index: int, speaker: Speaker) -> bool:
    body = prose.is_a(index, "body")
    return body is not None and prose.slice(body.first, body.last).casefold() in speaker.organisation.casefold()


def _those_who_run(prose: Prose, forces: set[str]) -> set[str]:
    return forces | {hint for force in forces for hint in prose.lexicon.multinational.get(force, ())}
