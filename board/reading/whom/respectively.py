"""Whose each number of a row is: `Croatia and Slovenia have 152 and 98 soldiers respectively`."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from board.reading.counting.actors import actor_at
from board.reading.whom.noun_phrases import Place
from board.reading.words.number_words import Count, counts_in
from board.reading.words.prose import Prose, Sentence

BETWEEN: Final = 3
"""Words between two numbers of a row, at most."""


def nation_in_order(place: Place) -> str | None:
    """The nation a number is of by its place in a row; `None` where the sentence tells of no order."""
    sentence, mine = place.sentence, place.counted.count
    if "made.respectively" not in sentence.sorts:
        return None
    word = next((mark for mark in sentence.marks.of("made.respectively") if mark.first >= mine.last), None)
    if word is None:
        return None
    row = _row(counts_in(place.prose, sentence.first, word.first))
    at = next((at for at, count in enumerate(row) if count.first == mine.first), None)
    named = _named(place.prose, sentence, row[0].first) if at is not None else []
    return named[at] if at is not None and len(named) == len(row) > 1 else None


def _row(counts: list[Count]) -> list[Count]:
    """The last of `counts` that stand close together."""
    apart = (at for at, (one, other) in enumerate(pairwise(counts), 1) if other.first - one.last > BETWEEN)
    return counts[max(apart, default=0) :]


def _named(prose: Prose, sentence: Sentence, stop: int) -> list[str]:
    """The nations named before the first number, in order, each once; not the lands where they serve."""
    marks = (mark for mark in sentence.marks.of("nation", "stands_for") if mark.first < stop)
    actors = (actor_at(prose, sentence, mark.first, stop) for mark in marks)
    return list(dict.fromkeys(actor.nation for actor in actors if actor is not None and actor.nation is not None))
