"""Where the clause of a number begins: behind the words that tell who says it."""

from __future__ import annotations

import re

from board.reading.counting.actors import FARTHEST
from board.reading.counting.bare_numbers import stands_alone
from board.reading.people.homes import POSSESSIVE
from board.reading.whom.noun_phrases import Place
from board.reading.words.prose import Prose

_SAYING = ("that.that", "plain")
_STOPS = frozenset("“„«;.!?:")
_STOPPED = re.compile(f"[{''.join(sorted(_STOPS))}]")


def clause_start(place: Place) -> int:
    """Not before the words that are said: the speaker's own nation is not whom the number counts."""
    prose, count = place.prose, place.counted.count
    farthest = max(place.sentence.first, count.first - FARTHEST)
    if farthest == count.first or not _may_begin(prose, farthest, count.first):
        return farthest
    for index in range(count.first - 1, farthest - 1, -1):
        if _is_said(prose, index) or (prose.words[index].text in _STOPS and not _introduces(place, index)):
            return index
    return farthest


def _is_said(prose: Prose, index: int) -> bool:
    """`said`, `that`; not `hopes to keep`, which tells what the one who hopes will do himself."""
    if not prose.is_any(index, _SAYING):
        return False
    meant = prose.is_a(index, "kind.planned")
    return meant is None or meant.last <= index + 1


def _may_begin(prose: Prose, first: int, stop: int) -> bool:
    """Whether anything stands between two words with which a clause may begin."""
    if prose.any_in(range(first, stop), "that.that", "plain"):
        return True
    return _STOPPED.search(prose.text, prose.starts[first], prose.ends[stop - 1]) is not None


def _introduces(place: Place, index: int) -> bool:
    """`Italy: 907`, `the largest is Italy's: 900 soldiers`."""
    prose = place.prose
    if prose.words[index].text != ":":
        return False
    if prose.words[index - 1].text in POSSESSIVE or prose.is_any(index - 1, ("nation", "stands_for")):
        return True
    return stands_alone(prose, place.sentence, place.counted.count)
