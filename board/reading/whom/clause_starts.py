"""Where the clause of a number begins: behind the words that tell who says it."""

from __future__ import annotations

from typing import Final

from board.reading.counting.actors import FARTHEST
from board.reading.counting.bare_numbers import stands_alone
from board.reading.people.homes import POSSESSIVE
from board.reading.whom.noun_phrases import Place
from board.reading.words.prose import Prose

_SAYING: Final = ("that.that", "plain")
_STOPS: Final = frozenset("“„«;.!?:")


def clause_start(place: Place) -> int:
    """Not before the words that are said: the speaker's own nation is not whom the number counts."""
    prose, count = place.prose, place.counted.count
    farthest = max(place.sentence.first, count.first - FARTHEST)
    saying = prose.where[_SAYING]
    for index in range(count.first - 1, farthest - 1, -1):
        if index in saying and not _is_meant(prose, index):
            return index
        if prose.words[index].text in _STOPS and not _introduces(place, index):
            return index
    return farthest


def _is_meant(prose: Prose, index: int) -> bool:
    """`hopes to keep` tells what the one who hopes will do himself."""
    meant = prose.is_a(index, "kind.planned")
    return meant is not None and meant.last > index + 1


def _introduces(place: Place, index: int) -> bool:
    """`Italy: 907`, `the largest is Italy's: 900 soldiers`."""
    prose = place.prose
    if prose.words[index].text != ":":
        return False
    if prose.words[index - 1].text in POSSESSIVE or prose.is_any(index - 1, ("nation", "stands_for")):
        return True
    return stands_alone(prose, place.sentence, place.counted.count)
