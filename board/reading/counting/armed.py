"""Armies, police and gendarmeries: of which nation one is, and what it is called."""

from __future__ import annotations

from typing import Final

from board.reading.words.entries import FALLBACK
from board.reading.words.lexicon import Mark
from board.reading.words.prose import Prose
from board.text.fold import fold
from board.text.nations import adjective

POSSESSIVE: Final = frozenset(("'s", "’s", "'", "’"))
TO_BODY: Final = 5
"""Words from a nation to its army, at most: `Kosovo's own standing army`."""


def body_of(prose: Prose, mark: Mark, nation: str) -> str:
    """An army or police as it is called: `Serbian army`; the board's own name for it, where it has one."""
    called = prose.slice(mark.first, mark.last) if prose.lexicon.language == FALLBACK else mark.value
    return called if "stands_for" in prose.sorts[mark.first] else body_called(prose, called, nation)


def body_called(prose: Prose, called: str, nation: str) -> str:
    """A body of a nation by its English name, as the board spells it where it knows it, or whose branch it is."""
    name, whole = (f"{adjective(nation)} {body}" for body in (called, called.rpartition(" ")[2]))
    known = {fold(force): force for force in prose.lexicon.outside}
    return known.get(fold(name)) or known.get(fold(whole)) or name


def owner_of(prose: Prose, mark: Mark) -> str | None:
    """The nation named right before a body, or behind it: `the Serbian Army`, `Kosovo's standing army`."""
    if (own := prose.is_a(mark.first, "stands_for")) is not None:
        return own.value
    for index in range(mark.first - 1, max(-1, mark.first - TO_BODY), -1):
        if (nation := prose.is_a(index, "nation", "stands_for")) is not None:
            return nation.value
        text = prose.words[index].text
        if text not in POSSESSIVE and (not text[0].isalpha() or prose.is_any(index, ("article", "pronoun", "where"))):
            break
    return _owner_behind(prose, mark.last)


def _owner_behind(prose: Prose, index: int) -> str | None:
    """`the army of Serbia`, `vojska Srbije`, `Forca e Sigurisë e Kosovës`."""
    english = prose.lexicon.language == FALLBACK
    if english and "counts.share" not in prose.sorts[index]:
        return None
    for place in (index + 1,) if english else (index, index + 1):
        if place < len(prose.words) and (nation := prose.is_a(place, "nation", "stands_for")) is not None:
            return nation.value
    return None
