"""Counts of people as they are printed: `4,767`, `4.767`, `4 767`, `4767[1]`, `3.5 thousand`, `two hundred`."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from board.text.fold import fold

MOST_DIGITS = 18
"""What a 64-bit integer surely holds."""
LONGEST_WORDS = 12
"""Words in the longest number that is still read."""

_FOOTNOTE = re.compile(r"(?:\s*(?:\[[^\[\]]{0,20}\]|\([a-z*]\)|[⁰¹²³⁴-⁹ᵃ-ᶻ]+|[*†‡§¶]+))+$")
_GROUPED = re.compile(r"\d{1,3}(?:(?P<mark>[., '])\d{3}(?:(?P=mark)\d{3})*)")
_WITH_SCALE = re.compile(r"(?P<number>\d+(?:[.,]\d+)?)[ -]?(?P<scale>[a-z]+)")
_STRONG = re.compile(r"[ -](?:strong|man|member|person)$")
_SCALES = {
    1000: "thousand thousands k mije mijera hiljada hiljade hiljadu tisuca tisuce tisucu hiljadi hiljada iljadi iljada "
    "tausend mila mille bin tys tysjac",
    1_000_000: "million millions mln milion milione milioni miliona million millionen milliones milijun milyon",
}
_SCALE = {word: scale for scale, words in _SCALES.items() for word in words.split()}
_UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORDS = {
    **{word: number for number, word in enumerate(_UNITS)},
    **{word: number for number, word in zip(range(20, 100, 10), _TENS, strict=True)},
    "a": 1,
    "an": 1,
}


def read_count(text: str) -> int | None:
    """The number `text` consists of, whatever its grouping, footnote marks or scale; `None` where it is not a count.

    `3.5` alone is no count of people; `3.5 thousand` is. English number words are read: `two hundred and fifty`.
    """
    if text.isascii() and text.isdecimal():
        return int(text) if len(text) <= MOST_DIGITS else None
    bare = _FOOTNOTE.sub("", text.strip())
    bare = _STRONG.sub("", " ".join(fold(unicodedata.normalize("NFKC", bare)).split()))
    if bare.isdecimal():
        return int(bare) if len(bare) <= MOST_DIGITS else None
    if _GROUPED.fullmatch(bare):
        digits = re.sub(r"\D", "", bare)
        return int(digits) if len(digits) <= MOST_DIGITS else None
    if (scaled := _WITH_SCALE.fullmatch(bare)) and len(scaled["number"]) <= MOST_DIGITS:
        return _scaled(scaled["number"], scaled["scale"])
    return read_words(bare)


def _scaled(number: str, word: str) -> int | None:
    scale = _SCALE.get(word)
    if scale is None:
        return None
    value = Decimal(number.replace(",", ".")) * scale
    return int(value) if value == value.to_integral_value() else None


def read_words(text: str) -> int | None:
    """The value of English number words (`four thousand two hundred`); `None` where they do not make one number."""
    words = [word for word in re.split(r"[\s-]+", text.lower()) if word != "and"]
    if not words or len(words) > LONGEST_WORDS or words in (["a"], ["an"]):
        return None
    total = group = 0
    for word in words:
        if word in {"thousand", "million"}:
            total, group = total + (group or 1) * _SCALE[word], 0
        elif word == "hundred":
            group = (group or 1) * 100
        elif word in _WORDS and _fits(group, _WORDS[word]):
            group += _WORDS[word]
        else:
            return None
    return total + group


def _fits(group: int, value: int) -> bool:
    """Whether `value` may follow what was said: `twenty five` and `hundred twelve`, but not `one two`."""
    return group % 100 == 0 or (value < 10 and group % 100 >= 20 and group % 10 == 0)
