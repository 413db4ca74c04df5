"""Text as words with their places: what every later step of reading walks over."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

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


@dataclass(frozen=True, slots=True)
class Word:
    """One word, number or mark of punctuation."""

    text: str
    folded: str
    """As it is compared; a very long one by its start."""


def stretches(text: str) -> list[str]:
    """`text` cut at its spaces, but for those between two digits, which may stand inside a number."""
    found: list[str] = []
    ends_in_digit = False
    for stretch in text.split(" "):
        if ends_in_digit and stretch and stretch[0].isdigit():
            found[-1] = f"{found[-1]} {stretch}"
        else:
            found.append(stretch)
        ends_in_digit = bool(stretch) and stretch[-1].isdigit()
    return found


def words_in(stretch: str) -> list[tuple[str, int, int]]:
    """The words of a stretch in order, each with its place in it: where it begins and ends."""
    return [(match.group(), match.start(), match.end()) for match in _WORD.finditer(stretch)]


def compared(text: str) -> str:
    """A word as it is compared."""
    return fold(text[:LONGEST])


def words_of(text: str) -> list[Word]:
    """The words of `text` in order."""
    return [_word(word) for stretch in stretches(text) for word, _, _ in words_in(stretch)]


@lru_cache(maxsize=65_536)
def _word(text: str) -> Word:
    return Word(text, compared(text))
