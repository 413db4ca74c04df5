"""What a text as a whole is about: which force, which nation, in whose lands, and whether some replace others."""

from __future__ import annotations

from collections import Counter
from typing import Final

from board.model import FigureKind
from board.reading.counting.actors import nation_at
from board.reading.words.lexicon import Mark
from board.reading.words.prose import Prose

TITLE: Final = 3
"""Times that a nation in the title weighs more than one in the text."""
OFTEN: Final = 2
_ROTATION, _REINFORCEMENT = (f"kind.{kind}" for kind in (FigureKind.ROTATION, FigureKind.REINFORCEMENT))


def force_of(title: Prose, prose: Prose) -> str:
    """The force a text is about: the board's, unless another one is named oftener than it."""
    others = Counter([mark.value for mark in _named("mission_other", title, prose)])
    if others:
        other, times = max(others.items(), key=lambda item: item[1])
        own = [mark for mark in _named("force", title, prose) if mark.value in prose.lexicon.multinational]
        if times > len(own):
            return other
    return prose.force or title.force


def home_of(title: Prose, prose: Prose, lands: frozenset[str]) -> str | None:
    """The nation a text is about, where one is named often; empty where those who run the force are named oftener."""
    named: dict[str, int] = {}
    for weight, part in ((TITLE, title), (1, prose)):
        for mark in part.phrases("parent", "nation", "stands_for"):
            nation = "" if mark.sort == "parent" else mark.value
            if nation not in lands and (not nation or nation_at(part, mark.first) is not None):
                named[nation] = named.get(nation, 0) + weight
    often = max(named.values(), default=0)
    return next((nation for nation, times in named.items() if times == often), None) if often >= OFTEN else None


def lands_of(title: Prose, prose: Prose) -> frozenset[str]:
    """The nations named in whose lands a force serves."""
    parts = (title, prose)
    return frozenset([mark.value for part in parts for mark in part.nations if "theatre" in part.sorts[mark.first]])


def tells_of_swaps(title: Prose, prose: Prose) -> bool:
    """Whether a text is about those who come for others who go, and not about more of them."""
    return len(_named(_ROTATION, title, prose)) > len(_named(_REINFORCEMENT, title, prose))


def _named(sort: str, title: Prose, prose: Prose) -> list[Mark]:
    return title.phrases(sort) + prose.phrases(sort)
