"""Text as words with their places: what every later step of reading walks over."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate, repeat
from operator import itemgetter, sub
from typing import NamedTuple

from board.text.fold import fold

LONGEST = 64
"""Characters of a word that are compared; nothing in any language file is longer."""

# A number with grouped thousands is one word, so is `31.12.2020`; `dell'esercito` is two, `don't` one, `Kosovo's` two.
# Every character is matched, the space before a word with it: so places are sums of lengths. Letters come first because
# most words are, and nothing is tried twice for them.
_WORD = re.compile(
    r"\s*(?:"
    r"[^\W\d_]+(?:['’](?:(?<![^\W\d_]{7}['’])(?=[^\W\d_]{3})|(?![sS]\b)[^\W\d_]{1,2}\b))?"
    r"|(?<![\d.,])\d{1,3}(?:[.,'’ \u00a0\u202f]\d{3}){1,5}(?![\d%])"
    r"|\d+(?:[.,:/]\d+){0,5}"
    r"|['’][sS]\b"
    r"|[^\w\s]|_)"
)
_COMPARED = itemgetter(slice(LONGEST))


class Word(NamedTuple):
    """One word, number or mark of punctuation."""

    start: int
    end: int
    text: str
    folded: str


@lru_cache(maxsize=65_536)
def _folded(text: str) -> str:
    return fold(text)


def words_of(text: str) -> list[Word]:
    """The words of `text` in order, each with its place in characters; a very long one is compared by its start."""
    pieces = _WORD.findall(text.rstrip())
    texts = list(map(str.lstrip, pieces))
    ends = list(accumulate(map(len, pieces)))
    starts = map(sub, ends, map(len, texts))
    folded = map(_folded, map(_COMPARED, texts))
    # Word(…) runs Python code for every word; its tuple is made without.
    return list(map(tuple.__new__, repeat(Word), zip(starts, ends, texts, folded, strict=True)))
