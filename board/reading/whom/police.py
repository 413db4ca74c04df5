"""Whose police are counted where only `the police` or `officers` are told of: those of the land, not of the force."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from board.reading.counting.armed import body_of, owner_of
from board.reading.whom.noun_phrases import Place, Subject
from board.reading.words.lexicon import Mark
from board.reading.words.members import LOW, MEDIUM
from board.reading.words.prose import Prose, Sentence

_ARMY: Final = "serves_in.army"
_POLICE: Final = "serves_in.police"
FAR: Final = 12
"""Sentences back in which a police is looked for, at most."""


def police_named(place: Place, first: int, stop: int) -> Subject | None:
    """The police that words `first` to `stop` tell of: `Police said 60 officers`; not where soldiers are counted."""
    if not may_be_police(place) or place.prose.any_in(range(first, stop), "parent"):
        return None
    for mark in reversed([mark for mark in place.sentence.marks.of("armed", "force") if first <= mark.first < stop]):
        if name := _police(place.prose, mark):
            return Subject(name, None, MEDIUM)
        if mark.sort == "force":
            return None
    return None


def police_told(place: Place, force: str) -> Subject | None:
    """Whose police are counted in a sentence that names nobody: those told of last, never an army's.

    Without a subject, and unsure, where the text tells of no police at all.
    """
    prose, noun = place.prose, place.counted.noun
    if noun is None or _POLICE not in prose.sorts[noun] or force in prose.lexicon.policing:
        return None
    name = next(_told(prose, place.sentence), "")
    return Subject(name, None, MEDIUM if name else LOW)


def are_soldiers(place: Place) -> bool:
    """Whether those counted are called soldiers, so that they are no police."""
    prose, noun = place.prose, place.counted.noun
    return noun is not None and prose.is_any(noun, (_ARMY, "made.peace"))


def may_be_police(place: Place) -> bool:
    """`officers` and `members` may be; soldiers are not."""
    noun = place.counted.noun
    return noun is not None and _ARMY not in place.prose.sorts[noun] and "person.others" not in place.prose.sorts[noun]


def _told(prose: Prose, sentence: Sentence) -> Iterator[str]:
    at = prose.sentences.index(sentence)
    for before in reversed(prose.sentences[max(0, at - FAR) : at + 1]):
        for mark in reversed(before.marks.of("armed", "force")):
            if name := _police(prose, mark):
                yield name


def _police(prose: Prose, mark: Mark) -> str:
    """The name of a police told of, the board's own where a text only says `the police`; empty for what is none."""
    if mark.sort == "force":
        return mark.value if mark.value in prose.lexicon.policing.difference(prose.lexicon.multinational) else ""
    if _POLICE not in prose.sorts[mark.first] and _POLICE not in prose.sorts[mark.last - 1]:
        return ""
    if (nation := owner_of(prose, mark)) is not None:
        return body_of(prose, mark, nation)
    if prose.is_any(mark.first - 1, ("made.a", "force", "parent")):
        return ""
    if mark.first and prose.is_capital(mark.first) and prose.is_capital(mark.first - 1):
        return ""
    own = sorted(prose.lexicon.policing.difference(prose.lexicon.multinational))
    return own[0] if len(own) == 1 else ""
