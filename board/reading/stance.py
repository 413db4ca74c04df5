"""What a speaker does with the matter: claims, confirms, denies, announces; and how strongly."""

from __future__ import annotations

from collections.abc import Sequence

from board.model import Stance, Strength
from board.reading.prose import Prose
from board.reading.speakers import Speaker

_WEAK_FROM = frozenset(("claims", "confirms", "reports"))


def stance_of(prose: Prose, verbs: set[str], words: Sequence[int], speaker: Speaker) -> tuple[Stance, Strength]:
    """The stance told by the verbs of saying (their values) and by what is said, for who says it."""
    said = {mark.value for index in words for mark in prose.marks.get(index, ()) if mark.sort == "stance"}
    if "denies" in verbs or "denies_strong" in said or (said & {"denies", "denies_weakly"} and not speaker.media):
        return Stance.DENIES, _strength(said, verbs)
    if "no_comment" in said and not any(prose.words[index].text[0].isdigit() for index in words):
        return Stance.NO_COMMENT, Strength.PLAIN
    if speaker.media or not speaker.official:
        announced = "announces" in verbs and not speaker.media
        return (Stance.ANNOUNCES if announced else Stance.CLAIMS), Strength.PLAIN
    if "announces" in verbs or "announces" in said:
        return Stance.ANNOUNCES, Strength.PLAIN
    if "confirms" in verbs or "confirms" in said or _is_own(prose, words, speaker):
        return Stance.CONFIRMS, Strength.PLAIN
    return Stance.CLAIMS, Strength.PLAIN


def _strength(said: set[str], verbs: set[str]) -> Strength:
    if "denies_strong" in said:
        return Strength.STRONG
    return Strength.WEAK if said & {"denies_weak", "denies_weakly"} and "denies" not in verbs else Strength.PLAIN


def _is_foreign(prose: Prose, words: Sequence[int], speaker: Speaker) -> bool:
    """Said of another nation and not of a force: nobody can confirm what is not his."""
    if any(prose.is_a(index, "force") for index in words):
        return False
    nations = {
        mark.value
        for index in words
        if (mark := prose.is_a(index, "nation", "stands_for")) and not prose.is_a(index, "theatre")
    }
    return bool(nations) and speaker.nation not in nations


def _is_own(prose: Prose, words: Sequence[int], speaker: Speaker) -> bool:
    """Speaks of a force he serves in, of `us` or of his own people, and not of another nation's."""
    runs = {mark.value for index in words for mark in prose.marks.get(index, ()) if mark.sort in {"force", "parent"}}
    if runs:
        if not speaker.organisation:
            return True
        return bool({speaker.organisation} & {*runs, *_those_who_run(prose, runs)})
    if _is_foreign(prose, words, speaker):
        return False
    return any(prose.is_a(index, "pronoun.self", "person.soldier", "contingent", "body") for index in words)


def _those_who_run(prose: Prose, forces: set[str]) -> set[str]:
    return {hint for force in forces for hint in prose.lexicon.multinational.get(force, ())}
