"""The force that words mean which do not name it: `NATO's forces in Kosovo`, `the mission`."""

from __future__ import annotations

from functools import lru_cache

from board.reading.people.homes import POSSESSIVE, sentence_at
from board.reading.words.lexicon import Mark
from board.reading.words.names import is_where
from board.reading.words.parts import Parts
from board.reading.words.prose import Prose
from board.reading.words.words import words_of

NEAR = 4
"""Words behind NATO in which its force stands."""


def force_led(prose: Prose) -> str:
    """The force soldiers command: the first named that is none of police, else the one the text is about."""
    named = (mark.value for mark in prose.phrases("force") if mark.value in prose.lexicon.multinational)
    return next((force for force in named if force not in prose.lexicon.policing), prose.force)


def force_of(prose: Prose, parent: str) -> str:
    """The force of a text that a body runs, by the body's name; empty where it runs none told of."""
    force = force_led(prose)
    return force if parent in prose.lexicon.multinational.get(force, ()) else ""


@lru_cache(maxsize=1024)
def bodies_in(organisation: str) -> frozenset[str]:
    """A body, and those its name tells it is of: `EU Special Representative`, `SACEUR (NATO, US European Command)`."""
    return frozenset((organisation, *(word.text for word in words_of(organisation) if word.text.isupper())))


def force_run(prose: Prose, parent: Mark) -> str:
    """`the NATO-led force` and `NATO's forces in Kosovo` are the force it runs; empty for NATO itself."""
    if parent.sort != "parent":
        return ""
    if parent.last + 1 < len(prose.words) and prose.words[parent.last].text == "-":
        return prose.force if "led" in prose.sorts[parent.last + 1] else ""
    near = range(parent.last, min(len(prose.words), parent.last + NEAR))
    noun = next((index for index in near if prose.is_any(index, ("mission", "person.soldier"))), None)
    if noun is None or prose.is_any(noun, ("unnamed", "made.adjective")):
        return ""
    between = range(parent.last, noun)
    is_here = prose.any_in(between, "theatre") or not _is_elsewhere(prose, noun + 1)
    if not is_here or not all(_is_of_force(prose, index) for index in between):
        return ""
    return next((force for force, hints in prose.lexicon.multinational.items() if parent.value in hints), "")


def _is_elsewhere(prose: Prose, index: int) -> bool:
    """`in southern Europe`, `in Afghanistan` behind a force."""
    if "where" not in prose.sorts[index]:
        return False
    near = range(index + 1, min(len(prose.words), index + NEAR))
    place = next((place for place in near if prose.is_capital(place)), None)
    return place is not None and "theatre" not in prose.sorts[place]


def _is_of_force(prose: Prose, index: int) -> bool:
    """What stands between NATO and its force: `'s`, `peacekeeping`, `Kosovo`."""
    if prose.words[index].text in POSSESSIVE or "theatre" in prose.sorts[index]:
        return True
    return not prose.sorts[index] and prose.words[index].text.islower()


def force_meant(prose: Prose, parts: Parts, mission: Mark) -> str:
    """`the mission` is the force a text is about; `the UN mission` and `the mission in Mali` are others."""
    if is_where(prose, mission.last + 1) and "theatre" not in prose.sorts[mission.last + 1]:
        return ""
    before = [mark.value for mark in parts.bodies if mark.sort == "parent" and mark.first < mission.first]
    if before:
        return next((force for force, hints in prose.lexicon.multinational.items() if before[0] in hints), "")
    others = [mark for mark in parts.bodies if mark.full == "body.body"]
    return _told_of(prose, mission) or prose.force if not parts.nation and not others else ""


def _told_of(prose: Prose, mission: Mark) -> str:
    """`The paper asked EULEX. The mission said …`: the force the sentence before in the paragraph tells of first."""
    place = sentence_at(prose, mission.first)
    before = prose.sentences[max(0, place - 1)]
    if before.paragraph != prose.sentences[place].paragraph:
        return ""
    is_force = "force" in prose.words[mission.last - 1].folded
    others = prose.lexicon.policing if is_force else set[str]()
    told = (mark.value for mark in before.marks.of("force") if is_force or mark.value in prose.lexicon.multinational)
    return next((force for force in told if force not in others), "")
