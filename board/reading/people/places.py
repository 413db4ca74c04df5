"""Places told before: of which town a mere `the mayor` or `the municipality` is."""

from __future__ import annotations

from board.reading.words.names import LONGEST_NAME, may_name
from board.reading.words.prose import Prose

FARTHEST = 120
"""Words back in which the place is told whose mayor is meant."""
_DASHES = frozenset("-–—")


def municipality_before(prose: Prose, index: int) -> str:
    """The municipality of the place told last before word `index`; empty where none is."""
    return municipality_of(place_before(prose, index))


def municipality_of(place: str) -> str:
    """A place's own body; empty for no place."""
    return f"Municipality of {place}" if place else ""


def place_before(prose: Prose, index: int) -> str:
    """The place told last before word `index`, `in Zvecan`, else the one the text is sent from; empty for none."""
    return _place_told(prose, index) or _dateline(prose, index)


def _place_told(prose: Prose, index: int) -> str:
    """`in Zvecan`, `residents of North Mitrovica`."""
    for first in range(index - 1, max(0, index - FARTHEST), -1):
        if prose.is_any(first - 1, ("where", "origin")) and _is_place(prose, first):
            return prose.slice(first, _end(prose, first, index))
    return ""


def _dateline(prose: Prose, index: int) -> str:
    """`Severna Mitrovica – …`: the place a text is sent from."""
    end = _end(prose, 0, index)
    return prose.slice(0, end) if 0 < end < len(prose.words) and prose.words[end].text in _DASHES else ""


def _end(prose: Prose, first: int, stop: int) -> int:
    last = first
    while last < min(stop, first + LONGEST_NAME) and _is_place(prose, last):
        last += 1
    return last


def _is_place(prose: Prose, index: int) -> bool:
    return prose.is_capital(index) and may_name(prose, index) and len(prose.words[index].text) > 1
