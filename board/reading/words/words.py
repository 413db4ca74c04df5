"""Text as words with their places: what every later step of reading walks over."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from operator import sub
from typing import NamedTuple

from board.text.fold import fold

LONGEST = 64
"""Characters of a word that are compared; nothing in any language file is longer."""

# A number with grouped thousands is one word, so is `31.12.2020`; `dell'esercito` is two, `don't` one, `Kosovo's` two.
# Every character is matched, the space before a word with it: so places are sums of lengths. Letters come first because
# most words are, and nothing is tried twice for them: `++` gives nothing back. Those of most words are told fastest.
_WORD = re.compile(
    r"\s*+(?:"
    r"(?:[A-Za-z]++[^\W\d_]*+|[^\W\d_]++)(?:['’](?:(?<![^\W\d_]{7}['’])(?=[^\W\d_]{3})|(?![sS]\b)[^\W\d_]{1,2}\b))?"
    r"|(?<![\d.,])\d{1,3}(?:[.,'’ \u00a0\u202f]\d{3}){1,5}(?![\d%])"
    r"|\d+(?:[.,:/]\d+){0,5}"
    r"|['’][sS]\b"
    r"|[^\w\s]|_)"
)


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
    pieces = _WORD.findall(text.rstrip())
    texts = list(map(str.lstrip, pieces))
    ends = list(accumulate(map(len, pieces)))
    return Cut(texts, list(map(sub, ends, map(len, texts))), ends)


def compared(text: str) -> str:
    """A word as it is compared."""
    return fold(text[:LONGEST])


def words_of(text: str) -> list[Word]:
    """The words of `text` in order."""
    return list(map(_word, cut(text).texts))


@lru_cache(maxsize=65_536)
def _word(text: str) -> Word:
    return Word(text, compared(text))
