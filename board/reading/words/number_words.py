"""The numbers of a sentence, in digits and in words: `4,767`, `4.7 thousand`, `two hundred`, `zweihundert`."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import Final

from board.reading.words.prose import Prose
from board.text.numbers import read_count

JOINERS: Final = frozenset(("and", "und", "e", "i", "и", "a", "-"))
"""What may stand between two number words that make one number."""
DOZEN: Final = 12
_NO_NUMBERS: Final = frozenset(("što", "што"))
"""Words that are numbers only when their marks are off: `što` is `what`, `sto` a hundred."""
SCALE: Final = 1000
LONGEST_ENDING: Final = 3
"""Letters of an ending that makes a number an ordinal: `53rd`, `39-та`."""
_value = lru_cache(maxsize=4096)(read_count)


class Count:
    """A number: words `first` to `last` (exclusive)."""

    __slots__ = ("first", "in_words", "last", "value")

    def __init__(self, first: int, last: int, value: int, *, in_words: bool) -> None:
        self.first, self.last = first, last
        self.value = value
        self.in_words = in_words


def in_order(one: Count, other: Count) -> tuple[Count, Count]:
    """Two numbers of a sentence as they stand in it."""
    return (one, other) if one.first <= other.first else (other, one)


def counts_in(prose: Prose, first: int, last: int) -> list[Count]:
    """Every whole number among words `first` to `last`, whatever it counts; fractions, dates and times are none.

    Nor is the `K` of `K-For`: a letter is a scale only behind digits.
    """
    found: list[Count] = []
    free = first
    for place in range(bisect_left(prose.numeric, first), len(prose.numeric)):
        index = prose.numeric[place]
        if index >= last:
            break
        if index >= free and (count := _count_at(prose, index, last)) is not None:
            found.append(count)
            free = count.last
    return found


def _count_at(prose: Prose, index: int, last: int) -> Count | None:
    word = prose.words[index]
    if word.text[0].isdigit():
        return None if _is_ordinal(prose, index, last) else _in_digits(prose, index, last)
    if word.folded not in prose.lexicon.numbers or word.text.casefold() in _NO_NUMBERS:
        return None
    if len(word.folded) == 1 and word.text.isascii():
        return None
    if not _is_vague(prose, index) and "qualifier" not in prose.sorts[index]:
        return _in_words(prose, index, last)
    return None


def _is_ordinal(prose: Prose, index: int, last: int) -> bool:
    """Letters stuck to the number that are no scale: `53rd`, `39-та`, `M84`."""
    words, numbers = prose.words, prose.lexicon.numbers
    after = index + 1
    hyphen = after + 1 < last and words[after].text == "-" and prose.starts[after] == prose.ends[index]
    after += hyphen
    if after >= last or not prose.touches(after) or not words[after].text[0].isalpha():
        return False
    if words[after].folded in numbers or prose.is_any(after, ("counts.after", "qualifier", "made.suffix")):
        return False
    return len(words[after].text) <= LONGEST_ENDING and not words[after].text.isupper()


def _is_vague(prose: Prose, index: int) -> bool:
    """`a few hundred` is no number."""
    if "made.vague" in prose.sorts[index] and not (index > 0 and prose.words[index - 1].text[0].isdigit()):
        return True
    return (
        prose.lexicon.numbers[prose.words[index].folded] >= DOZEN
        and index > 0
        and "counts.vague" in prose.sorts[index - 1]
    )


def _in_digits(prose: Prose, index: int, last: int) -> Count | None:
    words = prose.words
    after = index + 1
    if after < last and words[after].text == "-" and after + 1 < last:
        after += 1
    scale = prose.lexicon.numbers.get(words[after].folded, 0) if after < last else 0
    if scale >= 1000:
        value = _value(f"{words[index].text} {'thousand' if scale == 1000 else 'million'}")
        return None if value is None else Count(index, after + 1, value, in_words=False)
    value = _value(words[index].text)
    return None if value is None else Count(index, index + 1, value, in_words=False)


def _in_words(prose: Prose, index: int, last: int) -> Count | None:
    """Adds up number words as far as they make one number: `four thousand two hundred and fifty`."""
    numbers, words = prose.lexicon.numbers, prose.words
    total = group = 0
    previous = 10**9
    place = end = index
    while place < last:
        if half := _half(prose, place, last) if 0 < group < SCALE else 0:
            return Count(index, half, total + group * SCALE + SCALE // 2, in_words=True)
        value = numbers.get(words[place].folded)
        if value is None:
            if words[place].folded in JOINERS and end == place and end > index:
                place += 1
                continue
            break
        if value >= 1000:
            total, group, previous = total + max(group, 1) * value, 0, value
        elif value == 100 and 0 < group < 100:
            group, previous = group * 100, 100
        elif value < previous and (group == 0 or group % 100 == 0 or (group % 10 == 0 and value < 10)):
            group, previous = group + value, value
        elif group and value == DOZEN:
            group *= value
        else:
            break
        place += 1
        end = place
    return Count(index, end, total + group, in_words=True) if end > index else None


def _half(prose: Prose, index: int, last: int) -> int:
    """The end of `and a half thousand` where it begins at `index`, else 0."""
    mark = prose.is_a(index, "counts.half")
    if mark is None or mark.first != index or mark.last >= last:
        return 0
    return mark.last + 1 if prose.lexicon.numbers.get(prose.words[mark.last].folded) == SCALE else 0
