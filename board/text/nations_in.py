"""The nations that running text names or speaks of, wherever in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from board.text.nations import key_of, nations

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+")


def nations_in(text: str) -> tuple[str, ...]:
    """Their alpha-3 codes, each once, in the order they come: `US troops beside Italians` has USA and ITA.

    A name begins with a capital letter, and an abbreviation is all capitals: `us` is nobody.
    """
    words = _WORD.findall(text)
    found: dict[str, None] = {}
    place = 0
    while place < len(words):
        length = 1
        if words[place][0].isupper():
            nation, length = _named(words, place)
            found |= {nation: None} if nation else {}
        place += length
    return tuple(found)


def _named(words: list[str], place: int) -> tuple[str | None, int]:
    """The nation that the longest name beginning here is of, and how many words that is."""
    longest = _longest_by_first_word().get(key_of(words[place]), 0)
    for length in range(min(longest, len(words) - place), 0, -1):
        form = words[place : place + length]
        key = " ".join(map(key_of, form))
        nation = _names().get(key) or (_abbreviations().get(key) if form[0].isupper() else None)
        if nation:
            return nation, length
    return None, 1


def _called() -> Iterator[tuple[str, str]]:
    """Every name and word for a people, with its nation."""
    for nation in nations():
        for name in (nation.name, *nation.names, *nation.demonyms):
            yield name, nation.alpha3


@lru_cache(maxsize=1)
def _names() -> Mapping[str, str]:
    return {key_of(name): nation for name, nation in _called() if not name.isupper()}


@lru_cache(maxsize=1)
def _abbreviations() -> Mapping[str, str]:
    return {key_of(name): nation for name, nation in _called() if name.isupper()}


@lru_cache(maxsize=1)
def _longest_by_first_word() -> Mapping[str, int]:
    """How many words the longest name has that begins with a word; most words begin none."""
    longest: dict[str, int] = {}
    for name, _ in _called():
        words = key_of(name).split(" ")
        longest[words[0]] = max(len(words), longest.get(words[0], 0))
    return longest
