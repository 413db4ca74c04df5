"""Negations that deny nothing: that nobody was hurt, what cannot be, what somebody else is said to have denied."""

from __future__ import annotations

from typing import Final

from board.reading.stance.content import Content
from board.reading.words.lexicon import Mark
from board.reading.words.prose import Prose

HARM = 5
"""Words behind a negation in which stands that nobody was hurt."""
BEFORE = 12
"""Words before a negation in which stands whose word it is."""
_MARKS: Final = frozenset(".!?;:")


def told_in(prose: Prose, words: Content) -> set[str]:
    """What `words` are that are in the `stance` table, less those that deny nothing: `stance.denies`, and all else."""
    told: set[str] = set()
    for index in words.those("stance"):
        negation = prose.is_a(index, "stance.denies", "stance.denies_weakly", "stance.denies_strong")
        if negation is None or not denies_nothing(prose, negation, words.places[0]):
            told.update(prose.sorts[index])
    return told


def denies_nothing(prose: Prose, negation: Mark, first: int) -> bool:
    """Whether a phrase of denial only tells how little came of something, or what others had said.

    `first` is the first word of what is said: `KFOR told us that no …` relays nothing, and what is not `without`
    something else hangs on it. That a commitment `has not changed` is no denial either.
    """
    if "unable" in prose.sorts[negation.first] or prose.is_any(negation.last, ("evaluates", "judges")):
        return True
    begin, stop = max(first, negation.first - BEFORE), negation.first
    if "not.without" in prose.sorts[first]:
        return True
    if "constant.same" in prose.sorts[stop] and prose.any_in(range(begin, stop), "constant.what"):
        return True
    return harms_nobody(prose, negation) or _is_relayed(prose, begin, stop)


def harms_nobody(prose: Prose, negation: Mark) -> bool:
    """`Nobody was hurt`, `neither is in danger`: a fact that nobody had disputed; `none of our soldiers was hurt` is
    said of those who might have been."""
    if not any(prose.is_any(index, ("not", "answers_no")) for index in range(negation.first, negation.last)):
        return False
    for index in range(negation.first, min(negation.last + HARM, len(prose.words))):
        if "that.that" in prose.sorts[index] or prose.words[index].text in _MARKS:
            return False
        if "harm" in prose.sorts[index]:
            return True
        if "kind.casualties" in prose.sorts[index]:
            return "whoever" in prose.sorts[negation.first]
    return False


def _is_relayed(prose: Prose, first: int, stop: int) -> bool:
    """`We were told there were no plans`: it is somebody else's word that is told of."""
    for index in range(stop - 1, first - 1, -1):
        if prose.words[index].text in _MARKS:
            return False
        if "relayed" in prose.sorts[index]:
            return True
    return False
