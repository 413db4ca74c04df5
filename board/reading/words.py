"""Text as words with their places: what every later step of reading walks over."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from board.text.fold import fold

LONGEST = 64
"""Characters of a word that are compared; nothing in any language file is longer."""

# A number with grouped thousands is one word, so is `31.12.2020`; `dell'esercito` is two, `don't` one, `Kosovo's` two.
_WORD = re.compile(
    r"(?<![\d.,])\d{1,3}(?:[.,'’ \u00a0\u202f]\d{3}){1,5}(?![\d%])"
    r"|\d+(?:[.,:/]\d+){0,5}"
    r"|['’][sS]\b"
    r"|[^\W\d_]{1,6}['’](?=[^\W\d_]{3})"
    r"|[^\W\d_]+(?:['’](?![sS]\b)[^\W\d_]{1,2}\b)?"
    r"|[^\w\s]|_"
)


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
    # Word(…) runs Python code for every word; its tuple is made without.
    make, fold_word = Word._make, _folded
    return [make((*match.span(), word := match[0], fold_word(word[:LONGEST]))) for match in _WORD.finditer(text)]
