"""Whose a unit is that is told of again: `its reserve battalion`, and later `the battalion, 480 strong`."""

from __future__ import annotations

from typing import Final

from board.reading.counting.actors import actor_at, nation_before
from board.reading.whom.context import Context
from board.reading.words.prose import Prose, Sentence

TO_ARTICLE: Final = 3
"""Words from `the` to the unit, at most: `the reserve battalion`."""
BACK: Final = 12
"""Sentences back in which a unit was told of, at most."""


def owner_told(prose: Prose, sentence: Sentence, index: int, context: Context) -> str | None:
    """The nation whose the unit at word `index` is, told of before."""
    if _is_definite_unit(prose, sentence, index):
        return _owner_of_unit(prose, sentence, index)
    return context.nation or context.home if _is_the_contingent(prose, sentence, index) else None


def _is_definite_unit(prose: Prose, sentence: Sentence, index: int) -> bool:
    """Whether a unit told of before stands at word `index`: `the reserve battalion`, not `the Polish battalion`."""
    if "made.group" not in prose.sorts[index] or prose.is_any(index, ("mission", "made.national")):
        return False
    return _is_definite(prose, sentence, index)


def _is_the_contingent(prose: Prose, sentence: Sentence, index: int) -> bool:
    """`The contingent has 33 infantrymen`: of the nation told of before, whatever force was."""
    if "made.national" not in prose.sorts[index] or "made.attribute" not in prose.sorts[index]:
        return False
    has = prose.any_in(range(max(sentence.first, index - TO_ARTICLE - 1), index), "counts.have", "passive")
    return not has and _is_definite(prose, sentence, index)


def _is_definite(prose: Prose, sentence: Sentence, index: int) -> bool:
    """Whether `the` stands before the unit at word `index`, and nobody whose it would be."""
    for before in range(index - 1, max(sentence.first, index - TO_ARTICLE) - 1, -1):
        if "article.definite" in prose.sorts[before]:
            return True
        if (
            prose.is_any(before, ("nation", "stands_for", "force", "parent"))
            or not prose.words[before].text[0].isalpha()
        ):
            return False
    return False


def _owner_of_unit(prose: Prose, sentence: Sentence, index: int) -> str | None:
    """The nation whose the unit at word `index` was when it was told of before; `None` where none was named."""
    word, at = prose.words[index].folded, prose.sentences.index(sentence)
    for before in reversed(prose.sentences[max(0, at - BACK) : at]):
        for place in range(before.last - 1, before.first - 1, -1):
            if prose.words[place].folded == word and (nation := _owner(prose, before, place)) is not None:
                return nation
    return None


def _owner(prose: Prose, sentence: Sentence, place: int) -> str | None:
    """`a Turkish battalion`, `Türkiye may move its battalion`."""
    near = nation_before(prose, max(sentence.first, place - TO_ARTICLE), place)
    if near is not None:
        return near
    if not prose.any_in(range(max(sentence.first, place - TO_ARTICLE), place), "pronoun.body", "pronoun.many"):
        return None
    for index in range(place - 1, sentence.first - 1, -1):
        if (actor := actor_at(prose, sentence, index, sentence.last)) is not None:
            return actor.nation
    return None


def is_the_land(prose: Prose, index: int) -> bool:
    """`the neutral country`, `the Alpine republic`: the nation told of before, with a word on it."""
    near = range(max(0, index - TO_ARTICLE + 1), index)
    return "made.land" in prose.sorts[index] and prose.any_in(near, "article.definite")
