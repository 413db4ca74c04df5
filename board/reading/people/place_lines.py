"""The place a text is sent from: `ZAGREB, June 11 -`, and whether it is in the land a force serves in."""

from __future__ import annotations

from board.reading.words.lexicon import Mark
from board.reading.words.prose import Prose

ENOUGH = 60
"""Nations named by which it is clear which lands a text tells of."""
DATELINE = 8
"""Words in which the dash of `ZAGREB, June 11 -` stands."""
AGENCY = 4
"""Words of the agency that stands before the place: `(ANSA) -`."""
_DASHES = frozenset("-–—")


def place_line(prose: Prose) -> str | None:
    """`ZAGREB, June 11 -`: the capital a text is sent from."""
    capital = prose.nations[0] if prose.nations else None
    return capital.value if capital is not None and is_place_line(prose, capital) else None


def is_place_line(prose: Prose, capital: Mark) -> bool:
    """`ZAGREB, June 11 -`, `(ANSA) - Pristina, September 6 -`: at the head of a text and before a dash."""
    if capital.sort != "stands_for" or capital.first > AGENCY:
        return False
    near = range(capital.last, min(len(prose.words), capital.last + DATELINE))
    dash = next((index for index in near if prose.words[index].text in _DASHES), None)
    return dash is not None and not any(prose.words[index].text.islower() for index in range(dash))


def is_of_theatre(prose: Prose, nation: str) -> bool:
    """Whether a force of the board serves in the land, and the text tells of it."""
    return any(mark.value == nation and "theatre" in prose.sorts[mark.first] for mark in prose.nations[:ENOUGH])
