"""Numbers that never count people: dates, years, money, ages, the numbers of laws, streets and units."""

from __future__ import annotations

from typing import Final

from board.reading.words.number_words import Count
from board.reading.words.prose import Prose, Sentence
from board.text.months import month_of

_YEARS: Final = range(1900, 2101)
_LAST_DAY: Final = 31
_OLDEST: Final = 100
LARGEST: Final = 500_000
"""People in a force at most; what is more is money or refugees."""
TEN: Final = 10
TO_BAR: Final = 4
"""Words from a number to the bar or `for every` behind it, at most."""
_OF_RATIOS: Final = frozenset(("made.in", "made.ratio"))
_AROUND_AGE: Final = frozenset(",()")


def is_other(prose: Prose, sentence: Sentence, count: Count) -> bool:
    """Whether the words right around a number show that it counts nothing the reader looks for."""
    before = count.first - 1
    if count.value < _OLDEST and _is_of_a_time(prose, sentence, count):
        return True
    if count.value > LARGEST or _is_of_a_ratio(prose, sentence, count) or _is_of_a_vote(prose, sentence, count):
        return True
    if _is_a_difference(prose, sentence, count):
        return True
    if before >= sentence.first and (prose.is_any(before, ("before", "made.ratio")) or _is_against(prose, before)):
        return True
    if count.in_words:
        return count.value == 1 and before >= sentence.first and _is_no_count(prose, sentence, count)
    return (
        _is_in_a_code(prose, sentence, count)
        or _is_day(prose, sentence, count)
        or _is_year(prose, sentence, count)
        or _is_age(prose, sentence, count)
        or _is_in_a_name(prose, sentence, count)
        or _is_of_a_row(prose, sentence, count)
    )


def _is_a_difference(prose: Prose, sentence: Sentence, count: Count) -> bool:
    """`300 fewer than the Italians`: how far apart two numbers are; not `300, more than the Italians`."""
    if count.last + 1 >= sentence.last or "made.compares" not in prose.sorts[count.last]:
        return False
    behind = prose.words[count.last + 2].text if count.last + 2 < sentence.last else ""
    return not behind[:1].isdigit()


def _is_no_count(prose: Prose, sentence: Sentence, count: Count) -> bool:
    """`not one`, `is one of the largest`, `at one time`, `day one`: tells which one, not how many."""
    if prose.is_any(count.first - 1, ("not", "nation", "made.which", "unit")) or "unit" in prose.sorts[count.last]:
        return True
    named = prose.is_a(count.first, "kind.historical")
    if named is not None and named.first < count.first:
        return True
    if "passive" in prose.sorts[count.first - 1] and "counts.share" in prose.sorts[count.last]:
        return True
    index = count.last
    while index < sentence.last and prose.is_any(index, ("counts.share", "article", "pronoun", "qualifier")):
        index += 1
    return count.last < index < sentence.last and prose.words[index].text[0].isdigit()


def _is_of_a_time(prose: Prose, sentence: Sentence, count: Count) -> bool:
    """`Ten years ago`; not `down from 60 a year ago`."""
    after = count.last
    return after < sentence.last and "unit" in prose.sorts[after] and "made.time" in prose.sorts[after]


def is_range(prose: Prose, one: Count, other: Count) -> bool:
    """`12 to 16`, `48 of the 120`: nothing but a joiner between the two."""
    joins = False
    for index in range(one.last, other.first):
        if prose.is_any(index, ("counts.range", "counts.share")):
            joins = True
        elif not prose.is_any(index, ("article", "qualifier")):
            return False
    return joins


def _is_in_a_code(prose: Prose, sentence: Sentence, count: Count) -> bool:
    """`S/2026/214`, `M-84`, `Defence24`, `0500`, `+383 38`: stuck to something else, or one of a row of numbers."""
    words, before = prose.words, count.first - 1
    if words[count.first].text[0] == "0" and words[count.first].text.isdigit():
        return True
    if before < sentence.first:
        return False
    if words[before].text.isalpha() and prose.touches(count.first):
        return True
    if words[before].text in "-/" and before > sentence.first and prose.touches(count.first):
        return not words[before - 1].text[0].isdigit()
    return words[before].text[0].isdigit()


def _is_day(prose: Prose, sentence: Sentence, count: Count) -> bool:
    if count.value > _LAST_DAY or _is_or_more(prose, sentence, count):
        return False
    near = [count.first - 1, count.last]
    if count.last < sentence.last and prose.words[count.last].text == ".":
        near.append(count.last + 1)
    return any(_is_month(prose, index) for index in near if sentence.first <= index < sentence.last)


def _is_or_more(prose: Prose, sentence: Sentence, count: Count) -> bool:
    """`last May 20 or more soldiers`."""
    if count.last >= sentence.last or "counts.range" not in prose.sorts[count.last]:
        return False
    mark = prose.is_a(count.last, "qualifier")
    return mark is not None and mark.first == count.last


def _is_month(prose: Prose, index: int) -> bool:
    word = prose.words[index].text
    return word.isalpha() and month_of(word) is not None


def _is_year(prose: Prose, sentence: Sentence, count: Count) -> bool:
    """`2000 soldiers` is no year, `in 2000 soldiers` is one."""
    if count.value not in _YEARS or not prose.words[count.first].text.isdigit():
        return False
    before = count.first - 1
    if before >= sentence.first and (_is_month(prose, before) or "as_of" in prose.sorts[before]):
        return True
    near = range(count.last, min(count.last + 2, sentence.last))
    if before >= sentence.first and "qualifier" in prose.sorts[before] and prose.any_in(near, "nation"):
        return False
    return not prose.any_in(near, "person")


def _is_age(prose: Prose, sentence: Sentence, count: Count) -> bool:
    """`Besim Kelmendi, 45, said`; `Italy, 45,` is none."""
    before = count.first - 1
    if count.value >= _OLDEST or before <= sentence.first or count.last >= sentence.last:
        return False
    if prose.words[before].text not in _AROUND_AGE or prose.words[count.last].text not in _AROUND_AGE:
        return False
    return not prose.is_any(before - 1, ("nation", "stands_for", "force"))


def _is_against(prose: Prose, index: int) -> bool:
    """`voted 120 to 66`: joined to a number that counts nothing here."""
    if index < 2 or "counts.range" not in prose.sorts[index]:
        return False
    return prose.words[index - 1].text[0].isdigit() and "before" in prose.sorts[index - 2]


def _is_of_a_ratio(prose: Prose, sentence: Sentence, count: Count) -> bool:
    """`one soldier for every 40 inhabitants`, `three in four`; not `teams of 50 at each of the crossings`."""
    if sentence.sorts.isdisjoint(_OF_RATIOS):
        return False
    before, after = count.first - 2, count.last + 1
    if after < sentence.last and "made.in" in prose.sorts[count.last] and _is_small(prose, after):
        return _is_small(prose, count.first)
    if before >= sentence.first and "made.in" in prose.sorts[before + 1] and _is_small(prose, before):
        return _is_small(prose, count.first)
    for index in range(count.last, min(sentence.last, count.last + TO_BAR)):
        if "made.ratio" in prose.sorts[index] and "where" not in prose.sorts[index - 1]:
            return True
    return False


def _is_of_a_vote(prose: Prose, sentence: Sentence, count: Count) -> bool:
    """`526 in favour, 118 against`, `voted by 486 to 150`: with nothing behind it that could be counted."""
    if _is_cast(prose, sentence, count):
        return True
    if "ballot" not in sentence.sorts:
        return False
    if count.first - 2 > sentence.first and "ballot" in prose.sorts[count.first - 2]:
        return prose.is_any(count.first - 1, ("counts.range", "ballot"))
    for index in range(count.last, min(sentence.last, count.last + TO_BAR)):
        if (mark := prose.is_a(index, "ballot")) is not None and mark.first == index:
            ends = mark.last >= sentence.last or not prose.words[mark.last].text[0].isalpha()
            return ends or prose.is_any(mark.last, ("coordinate", "ballot", "where", "counts.have"))
        leads = index + 1 < sentence.last and prose.words[index + 1].text.isdigit()
        if prose.words[index].text[0].isalpha() and "counts.range" not in prose.sorts[index] and not leads:
            return False
    return False


def _is_cast(prose: Prose, sentence: Sentence, count: Count) -> bool:
    """`voted on Thursday by 121 to 66`: one of two numbers behind `by`."""
    words, first = (
        prose.words,
        count.first - (count.first - 2 > sentence.first and "made.at" in prose.sorts[count.first - 1]) * 2,
    )
    if "counts.by" not in prose.sorts[first - 1] or first + 2 >= sentence.last:
        return False
    if not (words[first].text.isdigit() and "made.at" in prose.sorts[first + 1] and words[first + 2].text.isdigit()):
        return False
    return prose.any_in(range(sentence.first, first), "made.votes")


def _is_small(prose: Prose, index: int) -> bool:
    """A number word up to ten."""
    return 0 < prose.lexicon.numbers.get(prose.words[index].folded, 0) <= TEN


def _is_of_a_row(prose: Prose, sentence: Sentence, count: Count) -> bool:
    """`1 of 3 |`: the place of a picture in a row of them."""
    near = prose.words[count.last : min(sentence.last, count.last + TO_BAR)]
    return "|" in [word.text for word in near]


def _is_in_a_name(prose: Prose, sentence: Sentence, count: Count) -> bool:
    """`Leopard 2`, `Sector 3`: right after a name the reader does not know, with no people behind."""
    before = count.first - 1
    if _is_of_a_unit(prose, sentence, count):
        return True
    if before <= sentence.first or not prose.is_capital(before) or not prose.words[before].text.isalpha():
        return False
    return not prose.sorts[before] and not prose.any_in(
        range(count.last, min(count.last + 2, sentence.last)), "person", "nation"
    )


def _is_of_a_unit(prose: Prose, sentence: Sentence, count: Count) -> bool:
    """`307 Marine Regiment`: nothing but capitals up to a word for a unit."""
    if "made.formation" not in sentence.sorts:
        return False
    index = count.last
    while index < min(sentence.last, count.last + TO_BAR) and prose.is_capital(index):
        if "made.formation" in prose.sorts[index]:
            return True
        index += 1
    return False
