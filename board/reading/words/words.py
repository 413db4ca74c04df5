"""Text as words with their places: what every later step of reading walks over."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from board.text.fold import fold

LONGEST = 64
"""Characters of a word that are compared; nothing in any language file is longer."""

# A number with grouped thousands is one word, so is `31.12.2020`; `dell'esercito` is two, `don't` one, `Kosovo's` two.
# Letters come first because most words are, and nothing is tried twice for them: `++` gives nothing back.
_WORD = re.compile(
    r"(?:"
    r"(?:[A-Za-z]++[^\W\d_]*+|[^\W\d_]++)(?:['’](?:(?<![^\W\d_]{7}['’])(?=[^\W\d_]{3})|(?![sS]\b)[^\W\d_]{1,2}\b))?"
    r"|(?<![\d.,])\d{1,3}(?:[.,'’ \u00a0\u202f]\d{3}){1,5}(?![\d%])"
    r"|\d+(?:[.,:/]\d+){0,5}"
    r"|['’][sS]\b"
    r"|[^\w\s]|_)"
)
_SPACE = re.compile(r" (?:(?<!\d )|(?!\d))")
"""Spaces at which words are told apart: one between two digits may stand inside a number."""
_THOUSANDS = re.compile(r"\d \d")
REMEMBERED = 30_000
"""Stretches without a space whose words are kept at hand."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word, number or mark of punctuation."""

    text: str
    folded: str
    """As it is compared; a very long one by its start."""


class Cut(NamedTuple):
    """A text in words: what is written of each, and its place in characters."""

    texts: list[str]
    starts: list[int]
    ends: list[int]


def cut(text: str) -> Cut:
    """`text` in words, in order."""
    texts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    place = 0
    for stretch in text.split(" ") if not _THOUSANDS.search(text) else _SPACE.split(text):
        for word, start, end in _pieces(stretch):
            texts.append(word)
            starts.append(place + start)
            ends.append(place + end)
        place += len(stretch) + 1
    return Cut(texts, starts, ends)


@lru_cache(maxsize=REMEMBERED)
def _pieces(stretch: str) -> tuple[tuple[str, int, int], ...]:
    """The words of a stretch without a space, each with its place in it."""
    return tuple([(match.group(), match.start(), match.end()) for match in _WORD.finditer(stretch)])


def compared(text: str) -> str:
    """A word as it is compared."""
    return fold(text[:LONGEST])


def words_of(text: str) -> list[Word]:
    """The words of `text` in order."""
    return list(map(_word, cut(text).texts))


@lru_cache(maxsize=65_536)
def _word(text: str) -> Word:
    return Word(text, compared(text))
