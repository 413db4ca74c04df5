"""Numbers without a noun that count people all the same: `numbers 4,500`, `Italy (907)`, `three of them`."""

from __future__ import annotations

from typing import Final

from board.reading.words.number_words import Count
from board.reading.words.prose import Prose, Sentence

NEAR: Final = 3
MEMBERS: Final = 60
"""Members of an alliance at most."""
REACH: Final = 6
_HEDGES: Final = frozenset(("qualifier", "article", "kind.now", "made.only"))
_LIMITS: Final = ("qualifier.less_than", "qualifier.more_than", "qualifier.at_least")
_BREAKS: Final = frozenset('.,;:!?()[]"“”„«»…/')
_AFTER_ALONE: Final = frozenset('.,;:!?()[]"“”„«»…–—-')
_ALONE: Final = (
    *("clause", "coordinate", "ends_clause", "relative", "aux", "say", "that", "not", "joins", "pronoun", "article"),
    *("apart", "origin", "where", "as_of", "counts.range", "counts.share", "counts.part"),
    *("kind.now", "kind.historical", "kind.planned", "made.modal", "made.maybe", "made.before", "counts.down"),
    *("made.at", "change.compared", "change.end"),
)
"""Words that build a sentence: a number before one of these has no noun."""
_REACHES: Final = (
    *("contingent", "person", "force", "made.figure", "made.limit"),
    *("counts.change", "counts.up", "counts.down"),
)
"""What stands at a number, grows to it or falls to it."""


def stands_alone(prose: Prose, sentence: Sentence, count: Count) -> bool:
    """Whether no word follows that it could count: the sentence ends or goes on with a word that builds it."""
    index = count.last + _is_more_of_them(prose, sentence, count)
    if index >= sentence.last or prose.words[index].text in _AFTER_ALONE:
        return True
    return prose.is_any(index, _ALONE) or prose.words[index].folded in prose.lexicon.numbers


def _is_more_of_them(prose: Prose, sentence: Sentence, count: Count) -> bool:
    """`50 more`, not `50 more than`."""
    index = count.last
    return index < sentence.last and "made.more" in prose.sorts[index]


def is_part(prose: Prose, sentence: Sentence, count: Count) -> bool:
    """`three of them`, `about 90 of whom`; `of whom 612`, `including 105 members`."""
    index = before_hedges(prose, sentence, count)
    if count.last < sentence.last and (mark := prose.is_a(count.last, "counts.part")) and mark.first == count.last:
        return not (index > sentence.first and "there" in prose.sorts[index - 1])
    if _is_of_number(prose, sentence, index):
        return True
    while (
        index >= sentence.first
        and prose.is_any(index, ("aux", "origin.from"))
        and "counts.parts" not in prose.sorts[index]
    ):
        index -= 1
    if index >= sentence.first and prose.words[index].text == ",":
        index -= 1
    return index >= sentence.first and "counts.parts" in prose.sorts[index]


def _is_of_number(prose: Prose, sentence: Sentence, index: int) -> bool:
    """`Of the 440, about 190`: the sentence begins with a share of a number that ends at word `index`."""
    if "counts.share" not in prose.sorts[sentence.first] or index <= sentence.first:
        return False
    within = range(sentence.first + 1, index)
    if len(within) > 2 * REACH or prose.any_in(within, "aux", "passive", "counts.have"):
        return False
    if prose.words[index].text != "," and len(within) < 2:
        return False
    return not prose.digits.isdisjoint(within)


def are_all_members(prose: Prose, sentence: Sentence, count: Count, noun: int) -> bool:
    """`the consent of all 32 members`: those of an alliance, not `all 32 members of the platoon`."""
    if count.value > MEMBERS or noun != count.last or "made.member" not in prose.sorts[noun]:
        return False
    ends = noun + 1 >= sentence.last or "counts.share" not in prose.sorts[noun + 1]
    return count.first > sentence.first and "made.all" in prose.sorts[count.first - 1] and ends


def before_hedges(prose: Prose, sentence: Sentence, count: Count) -> int:
    """The word before a number and its hedges, articles and `now`; before the sentence where there is none."""
    found = prose.hedged.get(count.first)
    if found is None:
        found = prose.hedged[count.first] = _over_hedges(prose, sentence, count.first - 1)
    return found


def _over_hedges(prose: Prose, sentence: Sentence, index: int) -> int:
    sorts = prose.sorts
    while (
        index >= sentence.first
        and "counts.verb" not in sorts[index]
        and (not _HEDGES.isdisjoint(sorts[index]) or _is_of_now(prose, index))
    ):
        index -= 1
    return index


def _is_of_now(prose: Prose, index: int) -> bool:
    """The ending of `today's 44`."""
    return prose.words[index].text in ("'s", "’s") and "kind.now" in prose.sorts[index - 1]


def verb_before(prose: Prose, sentence: Sentence, count: Count) -> bool:
    """`numbers 4,500`, `grew to around 4,600`, `has 590`: only hedges and articles may stand between."""
    index = before_hedges(prose, sentence, count)
    if index < sentence.first:
        return False
    if "counts.verb" in prose.sorts[index]:
        return True
    if _is_reached(prose, sentence, index) or _is_of_a_figure(prose, sentence, index):
        return True
    near = range(max(sentence.first, index - REACH), index)
    return "counts.to" in prose.sorts[index] and prose.any_in(
        *(
            near,
            "contingent",
            "person",
            "force",
            "counts.change",
            "counts.up",
            "counts.down",
            "made.figure",
            "made.limit",
        )
    )


def _is_reached(prose: Prose, sentence: Sentence, index: int) -> bool:
    """`the strength could fall below 3,000`."""
    if "change.word" not in prose.sorts[index] or not prose.is_any(index + 1, _LIMITS):
        return False
    near = range(max(sentence.first, index - REACH), index)
    return prose.any_in(near, "made.figure", "contingent", "force")


def _is_of_a_figure(prose: Prose, sentence: Sentence, index: int) -> bool:
    """`The upper limit is 60`, `the number of Germans was 40`."""
    if "passive" not in prose.sorts[index]:
        return False
    near = range(max(sentence.first, index - REACH), index)
    return prose.any_in(near, "made.figure", "kind.ceiling")


def changes(prose: Prose, sentence: Sentence, count: Count) -> bool:
    """`raised the number of soldiers that may be sent to Kosovo from 20 to 40`: far behind what changes."""
    index = before_hedges(prose, sentence, count)
    if index - 1 > sentence.first and "change.end" in prose.sorts[index] and prose.words[index - 1].text.isdigit():
        index -= 2
    if index <= sentence.first or "change.start" not in prose.sorts[index]:
        return False
    near = range(max(sentence.first, index - 3 * REACH), index)
    return prose.any_in(near, "made.figure", "made.limit") and prose.any_in(near, "change.word")


def has_before(prose: Prose, sentence: Sentence, count: Count) -> bool:
    """`Hungary has 408`, `with 307`, `of whom 590 are`."""
    index = before_hedges(prose, sentence, count)
    while index > sentence.first and prose.is_any(index, ("pronoun.body", "pronoun.many", "made.only")):
        index -= 1
    return index >= sentence.first and "counts.have" in prose.sorts[index]


def more_are(prose: Prose, sentence: Sentence, count: Count) -> bool:
    """`an additional 20 could be sent`, `whether 50 more may go`."""
    if _is_more_of_them(prose, sentence, count):
        return True
    index = count.first - 1
    while index >= sentence.first and prose.is_any(index, ("qualifier", "article")) and not _is_more(prose, index):
        index -= 1
    return index >= sentence.first and _is_more(prose, index)


def _is_more(prose: Prose, index: int) -> bool:
    return "kind.reinforcement" in prose.sorts[index]


def of_a_group(prose: Prose, sentence: Sentence, count: Count) -> bool:
    """`a medical team of six`, `a company of about 120`."""
    index = before_hedges(prose, sentence, count)
    while index > sentence.first and prose.is_any(index, ("qualifier", "article")):
        index -= 1
    if index <= sentence.first or "counts.share" not in prose.sorts[index]:
        return False
    return prose.is_any(index - 1, ("made.group", "contingent"))


def goes_on_with_a_deed(prose: Prose, sentence: Sentence, count: Count) -> bool:
    """`An advance party of 100 landed`, `a company of 134 goes to Gjilan`."""
    return count.last < sentence.last and prose.is_any(
        count.last, ("kind", "counts.serve", "joins", "motion", "passive")
    )


def in_brackets_after_a_group(prose: Prose, sentence: Sentence, count: Count) -> bool:
    """`a staff cell (three officers)`, `It has 41 members: seven sappers …`."""
    index = before_hedges(prose, sentence, count)
    if index <= sentence.first or prose.words[index].text not in "(,":
        return False
    return prose.is_any(index - 1, ("made.group", "contingent"))


def there_are(prose: Prose, sentence: Sentence, count: Count) -> bool:
    """`there are currently 98 of them`."""
    index = before_hedges(prose, sentence, count)
    while index > sentence.first and prose.is_any(index, ("aux", "passive", "tense", "kind.historical")):
        index -= 1
    return index >= sentence.first and "there" in prose.sorts[index]


def serves(prose: Prose, sentence: Sentence, count: Count) -> bool:
    """`About 300 are currently deployed`, `some 150 were on the scene`."""
    index = count.last
    while (
        index < min(sentence.last, count.last + NEAR)
        and prose.is_any(index, ("aux", "kind.now"))
        and "counts.serve" not in prose.sorts[index]
    ):
        index += 1
    return index < sentence.last and "counts.serve" in prose.sorts[index]


def of_more(prose: Prose, sentence: Sentence, count: Count) -> bool:
    """`780 of the approximately 4,500`, `300 of its 600`: a part of a number."""
    return is_of_more(prose, sentence, count.last)


def is_of_more(prose: Prose, sentence: Sentence, index: int) -> bool:
    """Whether `of the approximately 4,500` begins at word `index`."""
    if index >= sentence.last or "counts.share" not in prose.sorts[index]:
        return False
    while index < sentence.last and prose.is_any(index, ("counts.share", "article", "qualifier", "pronoun")):
        index += 1
    return index < sentence.last and prose.words[index].text[0].isdigit()


def nation_beside(prose: Prose, sentence: Sentence, count: Count) -> bool:
    """`Turkey (382)`, `Italy 907,`, `Hungary has 408`, `600 Americans`, `600 are American`."""
    if sentence.sorts.isdisjoint(("nation", "pronoun.body")):
        return False
    for index in range(count.last, min(count.last + NEAR, sentence.last)):
        if prose.words[index].text in _BREAKS or (index == count.last + 1 and "counts.share" in prose.sorts[index]):
            break
        if "nation" in prose.sorts[index] and "theatre" not in prose.sorts[index]:
            return True
    index = count.first - 1
    while index >= sentence.first and (
        prose.words[index].text in "(:–—-," or prose.is_any(index, ("qualifier", "counts.have", "article"))
    ):
        index -= 1
    named = index >= sentence.first and prose.is_any(index, ("nation", "pronoun.body"))
    return named and stands_alone(prose, sentence, count) and "theatre" not in prose.sorts[index]
