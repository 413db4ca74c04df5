"""The parts of a sentence that are read each by itself: `X said …; Y said …`, `… (“…,” said Z)`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from board.reading.words.lexicon import Mark
from board.reading.words.prose import Prose, Sentence

_ACTS = frozenset(("say", "according"))
_SILENCES = frozenset(("declined", "referred", "silent"))
_TELLING = ("say", "according", "asked")
LONGEST_ASIDE = 60
"""Words in brackets that are looked at."""
NEAR = 4
"""Words between a comma and the word of silence of a relative clause."""


def pieces_of(prose: Prose, sentence: Sentence) -> Iterator[Sentence]:
    """`sentence` in parts, each with words of saying of its own; most sentences are one part."""
    if sentence.sorts.isdisjoint(_TELLING):
        yield sentence
        return
    aside = _aside(prose, sentence)
    tells = [mark for mark in sentence.marks.of(*_TELLING) if _tells(prose, mark) and not _is_inside(mark, aside)]
    first = sentence.first
    for cut in _cuts(prose, tells):
        yield _piece(sentence, first, cut, aside)
        first = cut
    yield _piece(sentence, first, sentence.last, aside)
    if aside is not None:
        yield _piece(sentence, *aside, None)


def _tells(prose: Prose, mark: Mark) -> bool:
    """A word of saying or of silence outside quotation marks."""
    if prose.quoted[mark.first]:
        return False
    return mark.sort in _ACTS or (mark.sort == "asked" and mark.value in _SILENCES)


def _is_inside(mark: Mark, words: tuple[int, int] | None) -> bool:
    return words is not None and words[0] <= mark.first < words[1]


def _aside(prose: Prose, sentence: Sentence) -> tuple[int, int] | None:
    """The words in brackets that quote somebody."""
    if not sentence.quotes or "say" not in sentence.sorts:
        return None
    opened = next((index for index in range(sentence.first, sentence.last) if prose.words[index].text == "("), None)
    if opened is None:
        return None
    stop = min(sentence.last, opened + LONGEST_ASIDE)
    closed = next((index for index in range(opened, stop) if prose.words[index].text == ")"), None)
    if closed is None or not any(prose.quoted[opened:closed]):
        return None
    says = any(opened < mark.first < closed and _tells(prose, mark) for mark in sentence.marks.of("say"))
    return (opened + 1, closed) if says else None


def _cuts(prose: Prose, tells: list[Mark]) -> Iterator[int]:
    """Where a part begins: at a semicolon between two words of saying, and before whoever is silent or speaks then."""
    if tells and tells[0].sort == "according" and prose.words[tells[0].first - 1].text == ";":
        yield tells[0].first
    for one, other in pairwise(tells):
        between = range(one.last, other.first)
        cut = next((index + 1 for index in between if prose.words[index].text == ";"), None)
        if cut is None and "asked" in {one.sort, other.sort}:
            cut = next((index + 1 for index in between if _turns(prose, index) or _asks_on(prose, index, other)), None)
        if cut is not None and cut < other.last:
            yield cut


def _turns(prose: Prose, index: int) -> bool:
    """`…, while the embassy`: a comma or a word that joins two clauses, before somebody who may speak."""
    if prose.quoted[index] or not (prose.words[index].text == "," or "coordinate" in prose.sorts[index]):
        return False
    after = index + 1
    while prose.is_any(after, ("article", "coordinate", "nation")):
        after += 1
    return prose.is_any(after, ("body", "role", "force", "parent", "stands_for"))


def _asks_on(prose: Prose, index: int, silence: Mark) -> bool:
    """`…, which did not reply`: the one just named is silent."""
    near = index < silence.first <= index + NEAR and silence.sort == "asked"
    return near and prose.words[index].text == "," and "relative.who" in prose.sorts[index + 1]


def _piece(sentence: Sentence, first: int, last: int, aside: tuple[int, int] | None) -> Sentence:
    if (first, last) == (sentence.first, sentence.last) and aside is None:
        return sentence
    out = range(*aside) if aside is not None else range(0)
    return sentence.part(first, last, out)
