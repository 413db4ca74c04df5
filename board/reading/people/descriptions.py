"""The words around a name or an office that describe who it is."""

from __future__ import annotations

from typing import Final

from board.reading.people.homes import POSSESSIVE
from board.reading.people.phrases import is_nominal
from board.reading.words.names import LONGEST_NAME, is_hyphen, is_particle, name_at
from board.reading.words.prose import Prose

DESCRIPTION: Final = 14
"""Words of the longest description behind a name."""

_JUDGING: Final = frozenset(("evaluates", "evaluates.word"))
"""Of a word that only judges in other places: `security` of `security adviser`."""


def over_nominal(prose: Prose, last: int) -> int:
    """Over `of the Slovenian Defence Ministry`, not over the verb behind it."""
    end = min(last + DESCRIPTION, len(prose.words))
    while last < end and prose.words[last].text not in ",.;:()" and is_nominal(prose, last):
        last += 1
    return last


def start_of_name(prose: Prose, stop: int, begin: int) -> int:
    """Where the name begins that ends before word `stop`, not before word `begin`; `stop` where none does."""
    first = stop
    while first > begin and stop - first < LONGEST_NAME and _may_be_of_name(prose, first - 1, begin):
        first -= 1
    name = name_at(prose, first, stop) if first < stop else None
    return first if name is not None and name.last == stop else stop


def _may_be_of_name(prose: Prose, index: int, begin: int) -> bool:
    """A capital that is nothing else, and `von` behind one."""
    if is_hyphen(prose, index):
        return True
    if prose.sorts[index]:
        return False
    return prose.is_capital(index) or (is_particle(prose, index) and index > begin and prose.is_capital(index - 1))


def phrase_around(prose: Prose, first: int, last: int) -> tuple[int, int]:
    """The words of the same phrase before `first`: `NATO` of `NATO Secretary General`."""
    index = first - 1
    while index >= 0 and (
        prose.is_any(index, ("force", "parent", "body", "nation", "role", "article", "pronoun"))
        or prose.words[index].text in POSSESSIVE
        or (prose.words[index].text == "." and "role" in prose.sorts[index - 1])
        or (prose.words[index + 1].text in POSSESSIVE and prose.is_capital(index))
        or (
            prose.is_capital(index)
            and prose.is_capital(index + 1)
            and not prose.sorts[index]
            and not prose.sorts[index + 1]
        )
        or _is_attribute(prose, index)
        or (prose.sorts[index] <= _JUDGING and index > 0 and "role.former" in prose.sorts[index - 1])
    ):
        index -= 1
    return index + 1, last


def _is_attribute(prose: Prose, index: int) -> bool:
    """`defence` of `Fine Gael's defence spokesman`, `its defence spokesman`: a small word between owner and office."""
    if index < 1 or not (prose.words[index - 1].text in POSSESSIVE or "pronoun.body" in prose.sorts[index - 1]):
        return False
    is_small = prose.words[index].text.islower() and not prose.is_any(index, ("say", "aux", "clause", "pronoun"))
    return is_small or is_nominal(prose, index)
