"""Which numbers of a sentence count people of a force, casualties, or nations, and by what word one knows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from board.model import Confidence
from board.reading.number_words import Count, counts_in
from board.reading.prose import Prose, Sentence
from board.text.months import month_of

REACH = 6
"""Words after a number in which its noun is looked for: `92 lightly armed members`."""
NEAR = 3
FEW = 10
"""Below this a number in words is news of some persons (`three soldiers`), not of a force's strength."""
_YEARS = range(1900, 2101)
_LAST_DAY = 31
_BREAKS = frozenset('.,;:!?()[]"“”„«»…/')
_MONEY = frozenset("€$£")
LEFT, RIGHT = 6, 14
"""Words before and after a number in which people are said to be hurt or killed."""


class Sort(StrEnum):
    PEOPLE = "people"
    CASUALTIES = "casualties"
    NATIONS = "nations"


@dataclass(frozen=True, slots=True)
class Counted:
    """A number that counts: its noun stands at word `noun`, or nowhere (`None`)."""

    count: Count
    sort: Sort
    noun: int | None
    confidence: Confidence = Confidence.HIGH


def counted_in(prose: Prose, sentence: Sentence, *, goes_on: bool = False) -> list[Counted]:
    """The numbers of `sentence` that count, in order; `goes_on` where the sentence before it counted people."""
    counts = [
        count for count in counts_in(prose, sentence.first, sentence.last) if not _is_other(prose, sentence, count)
    ]
    if not counts:
        return []
    evidence = _evidence(sentence) | ({"contingent"} if goes_on else set())
    read = [
        _read(prose, sentence, count, counts[place + 1].first if place + 1 < len(counts) else sentence.last, evidence)
        for place, count in enumerate(counts)
    ]
    _share(prose, counts, read)
    return [counted for counted in read if counted is not None]


def _evidence(sentence: Sentence) -> frozenset[str]:
    """What the sentence speaks of: `person`, `contingent`, `force`, `nations` …"""
    return frozenset(
        f"{mark.sort}.{mark.value}" if mark.sort in {"person", "count_of_nations"} else mark.sort
        for mark in sentence.marks
    )


def _is_other(prose: Prose, sentence: Sentence, count: Count) -> bool:
    """True for dates, years, money, ages and the numbers of laws and streets."""
    words, before = prose.words, count.first - 1
    if count.in_words:
        return False
    if before >= sentence.first:
        if words[before].text in _MONEY or prose.is_a(before, "before"):
            return True
        if words[before].text in "-/" and before > sentence.first and words[before].end == words[count.first].start:
            return not words[before - 1].text[0].isdigit()
    months = [index for index in (before, count.last, count.last + 1) if sentence.first <= index < sentence.last]
    if count.value <= _LAST_DAY and any(
        _is_month(prose, index) for index in months if index != count.last + 1 or words[count.last].text == "."
    ):
        return True
    return count.value in _YEARS and words[count.first].text.isdigit() and not _adjacent_person(prose, sentence, count)


def _is_month(prose: Prose, index: int) -> bool:
    word = prose.words[index].text
    return word.isalpha() and month_of(word) is not None


def _adjacent_person(prose: Prose, sentence: Sentence, count: Count) -> bool:
    """`2000 soldiers` is no year, `in 2000 soldiers` is one."""
    before = count.first - 1
    if before >= sentence.first and (_is_month(prose, before) or prose.is_a(before, "as_of")):
        return False
    return any(prose.is_a(index, "person") for index in range(count.last, min(count.last + 2, sentence.last)))


def _read(prose: Prose, sentence: Sentence, count: Count, stop: int, evidence: frozenset[str]) -> Counted | None:
    noun = _noun_after(prose, count, min(stop, count.last + REACH))
    if noun is not None and (mark := prose.is_a(noun, "unit")):
        return None
    hurt = _is_hurt(prose, sentence, count)
    if noun is None:
        return _without_noun(prose, sentence, count, evidence, hurt=hurt)
    if prose.is_a(noun, "count_of_nations"):
        return Counted(count, Sort.NATIONS, noun) if _may_be_nations(count, evidence) else None
    if hurt:
        return Counted(count, Sort.CASUALTIES, noun)
    mark = prose.is_a(noun, "person")
    if any(prose.is_a(index, "not_a_force") for index in range(noun, min(sentence.last, noun + NEAR))):
        return None
    if mark is None or mark.value == "others" or (_is_few(count) and not evidence & {"force", "contingent", "nation"}):
        return None
    if mark.value == "staff" and not evidence & {"force", "contingent", "person.soldier", "parent"}:
        return None
    return Counted(count, Sort.PEOPLE, noun, Confidence.HIGH if mark.value == "soldier" else Confidence.MEDIUM)


def _is_few(count: Count) -> bool:
    return count.in_words and count.value < FEW


def _may_be_nations(count: Count, evidence: frozenset[str]) -> bool:
    few = count.in_words and count.value < FEW / 2
    return not few and bool(
        evidence & {"force", "contingent", "person.soldier"} or "count_of_nations.sending" in evidence
    )


def _noun_after(prose: Prose, count: Count, stop: int) -> int | None:
    """The word that says what is counted, or one that rules people out."""
    index = count.last
    while index < stop:
        text = prose.words[index].text
        if text in _BREAKS:
            return None
        if prose.is_a(index, "unit"):
            return index
        if prose.is_a(index, "person", "count_of_nations"):
            return _last_noun(prose, index, stop)
        if prose.is_a(index, "say", "that", "clause", "aux", "apart", "kind.casualties") and text != "-":
            return None
        index += 1
    return None


def _last_noun(prose: Prose, index: int, stop: int) -> int:
    """The last of nouns in a row counts: `police officers` are people, `police stations` are none."""
    while index + 1 < stop and prose.is_a(index + 1, "person", "count_of_nations", "unit"):
        index += 1
    return index


def _without_noun(
    prose: Prose, sentence: Sentence, count: Count, evidence: frozenset[str], *, hurt: bool
) -> Counted | None:
    after = prose.is_a(count.last, "counts.after") if count.last < sentence.last else None
    forces = bool(evidence & {"force", "contingent", "person.soldier", "person.staff"})
    if after is not None and (forces or after.last > after.first + 1):
        return Counted(count, *_noun_before(prose, sentence, count), Confidence.HIGH)
    beside = _nation_beside(prose, sentence, count)
    if hurt and not count.in_words and (beside or _hurt_follows(prose, sentence, count)):
        return Counted(count, Sort.CASUALTIES, None, Confidence.MEDIUM)
    if _is_few(count):
        return None
    if _serves(prose, sentence, count):
        return Counted(count, Sort.PEOPLE, None, Confidence.MEDIUM)
    if beside and (forces or evidence & {"theatre", "count_of_nations.nations"}):
        return Counted(count, Sort.PEOPLE, None, Confidence.MEDIUM)
    if not forces or _names_something(prose, count):
        return None
    if _of_more(prose, sentence, count) or _verb_before(prose, sentence, count):
        return Counted(count, *_noun_before(prose, sentence, count), Confidence.MEDIUM)
    return None


def _noun_before(prose: Prose, sentence: Sentence, count: Count) -> tuple[Sort, int | None]:
    """The nearest noun before the number that it may count: `the countries … are a total of 33`."""
    for index in range(count.first - 1, sentence.first - 1, -1):
        if prose.is_a(index, "count_of_nations"):
            return Sort.NATIONS, index
        if prose.is_a(index, "person"):
            return Sort.PEOPLE, index
    return Sort.PEOPLE, None


def _verb_before(prose: Prose, sentence: Sentence, count: Count) -> bool:
    """`numbers 4,500`, `grew to around 4,600`: only hedges and articles may stand between."""
    index = count.first - 1
    while index >= sentence.first and prose.is_a(index, "qualifier", "article"):
        index -= 1
    if index < sentence.first:
        return False
    if prose.is_a(index, "counts.verb"):
        return True
    near = range(max(sentence.first, index - REACH), index)
    return prose.is_a(index, "counts.to") is not None and any(
        prose.is_a(place, "contingent", "person", "force") for place in near
    )


def _serves(prose: Prose, sentence: Sentence, count: Count) -> bool:
    """`About 300 are currently deployed`."""
    index = count.last
    while index < min(sentence.last, count.last + NEAR) and prose.is_a(index, "aux", "kind.now"):
        index += 1
    return index < sentence.last and index > count.last and prose.is_a(index, "counts.serve") is not None


def _of_more(prose: Prose, sentence: Sentence, count: Count) -> bool:
    """`780 of the approximately 4,500`: a part of a number."""
    index = count.last
    if index >= sentence.last or not prose.is_a(index, "counts.share"):
        return False
    while index < sentence.last and prose.is_a(index, "counts.share", "article", "qualifier"):
        index += 1
    return index < sentence.last and prose.words[index].text[0].isdigit()


def _nation_beside(prose: Prose, sentence: Sentence, count: Count) -> bool:
    """`Turkey (382)`, `Italy 907,`, `Hungary has 408`, `600 Americans`, `600 are American`."""
    for index in range(count.last, min(count.last + NEAR, sentence.last)):
        if prose.words[index].text in _BREAKS:
            break
        if prose.is_a(index, "nation") and not prose.is_a(index, "theatre"):
            return True
    index = count.first - 1
    while index >= sentence.first and (
        prose.words[index].text in "(:–—-" or prose.is_a(index, "qualifier", "counts.have", "article")
    ):
        index -= 1
    ends = (
        count.last >= sentence.last
        or prose.words[count.last].text in ".,;()"
        or prose.is_a(count.last, "clause") is not None
    )
    named = index >= sentence.first and prose.is_a(index, "nation", "pronoun.body") is not None
    return ends and named and not prose.is_a(index, "theatre")


def _is_hurt(prose: Prose, sentence: Sentence, count: Count) -> bool:
    """Whether those counted are said to be hurt or killed: close by, and in no other clause."""
    for index in range(count.first - 1, max(sentence.first, count.first - LEFT) - 1, -1):
        if prose.is_a(index, "kind.casualties"):
            return True
        if prose.words[index].text in _BREAKS or prose.words[index].text[0].isdigit() or prose.is_a(index, "clause"):
            break
    for index in range(count.last, min(sentence.last, count.last + RIGHT)):
        if prose.is_a(index, "kind.casualties"):
            return True
        if prose.words[index].text in ";." or prose.is_a(index, "say", "ends_clause", "kind.reinforcement"):
            break
    return False


def _hurt_follows(prose: Prose, sentence: Sentence, count: Count) -> bool:
    return any(
        prose.is_a(index, "kind.casualties") for index in range(count.last, min(sentence.last, count.last + NEAR))
    )


def _share(prose: Prose, counts: list[Count], read: list[Counted | None]) -> None:
    """Numbers joined to one that counts do so too: `300 to 400 soldiers`, `19 NATO and 8 non-NATO nations`."""
    for place in range(len(counts) - 2, -1, -1):
        other = read[place + 1]
        if read[place] is None and other is not None and joined(prose, counts[place], counts[place + 1]):
            read[place] = replace(other, count=counts[place])
    for place in range(1, len(counts)):
        other = read[place - 1]
        if other is None or not joined(prose, counts[place - 1], counts[place]):
            continue
        if read[place] is None and not _names_something(prose, counts[place]):
            read[place] = replace(other, count=counts[place])
        elif (mine := read[place]) is not None and other.sort is Sort.CASUALTIES and mine.noun is None:
            read[place] = replace(mine, sort=Sort.CASUALTIES)


def _names_something(prose: Prose, count: Count) -> bool:
    """A word right after it that the reader does not know: it counts something else."""
    if count.last >= len(prose.words):
        return False
    return prose.words[count.last].text[0].isalpha() and count.last not in prose.marks


def joined(prose: Prose, one: Count, other: Count) -> bool:
    """Only a few words between the two, one of them a joiner."""
    between = range(one.last, other.first)
    if len(between) > REACH or any(prose.words[index].text in ".;()" for index in between):
        return False
    return any(prose.is_a(index, "counts.range", "counts.share") for index in between)
