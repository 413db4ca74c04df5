"""One person hurt or killed, told without a number: `a policeman was shot dead`, `another was wounded`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from board.reading.counting.counting import CASUALTIES, Counted
from board.reading.words.members import MEDIUM
from board.reading.words.number_words import JOINERS, Count
from board.reading.words.prose import Prose, Sentence

TO_NOUN: Final = 5
TO_VERB: Final = 5
"""Words from `a` to the noun, and from there to what was done to him, at most."""

_PEOPLE: Final = ("person.soldier", "person.staff", "person.others", "made.man")


def singles_hurt(prose: Prose, sentence: Sentence) -> list[Counted]:
    """Every single one hurt or killed of a sentence that does not call it untrue."""
    is_told = "kind.casualties" in sentence.sorts and "made.untrue" not in sentence.sorts
    return list(_singles(prose, sentence)) if is_told else []


def _singles(prose: Prose, sentence: Sentence) -> Iterator[Counted]:
    starts = [mark.first for mark in sentence.marks.of("made.a")]
    ones = [index for index in range(sentence.first, sentence.last) if _is_one(prose, index)]
    for first in sorted({*starts, *ones}):
        if (noun := _noun(prose, sentence, first + 1)) is not None:
            yield Counted(Count(first, first + 1, 1, in_words=True), CASUALTIES, noun, MEDIUM)


def _is_one(prose: Prose, index: int) -> bool:
    """`one`, not that of `sixty-one`."""
    return prose.lexicon.numbers.get(prose.words[index].folded) == 1 and prose.words[index - 1].text != "-"


def _noun(prose: Prose, sentence: Sentence, first: int) -> int | None:
    """The noun of somebody who was hurt, where that is told right behind it."""
    for index in range(first, min(sentence.last, first + TO_NOUN)):
        mark = prose.is_a(index, *_PEOPLE)
        if mark is not None and not prose.is_any(mark.last, _PEOPLE):
            behind = _behind_more(prose, _behind_name(prose, sentence, mark.last))
            hurt = _is_hurt_by(prose, sentence, first) or _is_hurt(prose, sentence, behind)
            return mark.last - 1 if hurt else None
        if _is_no_single(prose, index) or prose.is_any(index, ("clause", "aux", "where")):
            return None
    return None


def _is_no_single(prose: Prose, index: int) -> bool:
    """`a dozen soldiers`, `another 20`: a number tells how many there are."""
    word = prose.words[index]
    return not word.text[0].isalpha() or word.folded in prose.lexicon.numbers


def _is_hurt_by(prose: Prose, sentence: Sentence, first: int) -> bool:
    """`killing one sergeant and wounding another officer`: the verb right before `a`."""
    verb = first - 2
    return verb > sentence.first and "made.hurts" in prose.sorts[verb]


def _behind_name(prose: Prose, sentence: Sentence, index: int) -> int:
    """Behind `, Afrim Bunjaku,`: who it was."""
    if index >= len(prose.words) or prose.words[index].text != ",":
        return index
    near = range(index + 1, min(sentence.last, index + 1 + TO_NOUN))
    comma = next((at for at in near if prose.words[at].text == ","), None)
    named = comma is not None and all(prose.is_capital(at) for at in range(index + 1, comma))
    return comma + 1 if comma is not None and named else index


def _behind_more(prose: Prose, index: int) -> int:
    """Behind `and three of the attackers`, who are told of together with him: `a policeman and three … were killed`."""
    if index + 1 >= len(prose.words) or prose.words[index].folded not in JOINERS:
        return index
    if prose.words[index + 1].folded not in prose.lexicon.numbers and not prose.words[index + 1].text.isdigit():
        return index
    near = range(index + 2, min(len(prose.words), index + 2 + TO_NOUN))
    return next((at for at in near if "passive" in prose.sorts[at]), index)


def _is_hurt(prose: Prose, sentence: Sentence, first: int) -> bool:
    """`was slightly injured`: nothing but a verb and how between."""
    while first < sentence.last and prose.is_any(first, ("origin", "nation", "force", "article")):
        if "passive" in prose.sorts[first]:
            break
        first += 1
    if first >= sentence.last or not prose.is_any(first, ("passive", "aux", "kind.casualties")):
        return False
    for index in range(first, min(sentence.last, first + TO_VERB)):
        if "kind.casualties" in prose.sorts[index]:
            return True
        if prose.is_any(index, ("not", "where", "clause")):
            return False
    return False
