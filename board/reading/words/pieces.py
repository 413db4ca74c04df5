"""The parts of a sentence that are read each by itself: `X said …; Y said …`, `… (“…,” said Z)`."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from board.reading.words.lexicon import Mark
from board.reading.words.prose import Prose, Sentence

_ACTS: Final = frozenset(("say", "according"))
_SILENCES: Final = frozenset(("declined", "referred", "silent"))
LONGEST_ASIDE: Final = 60
"""Words in brackets that are looked at."""
NEAR: Final = 4
"""Words between a comma and the word of silence of a relative clause."""


def pieces_of(prose: Prose, sentence: Sentence) -> list[Sentence]:
    """`sentence` in parts, each with words of saying of its own; most sentences are one part."""
    told = sentence.marks.of("say", "according", "asked")
    if not told:
        return [sentence]
    aside = _aside(prose, sentence)
    cuts = _cuts(prose, [mark for mark in told if _tells(prose, mark) and not _is_inside(mark, aside)])
    if not cuts and aside is None:
        return [sentence]
    bounds = pairwise([sentence.first, *cuts, sentence.last])
    pieces = [_piece(sentence, first, last, aside) for first, last in bounds]
    return pieces if aside is None else [*pieces, _piece(sentence, *aside, None)]


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
    opened = _place_of("(", prose, sentence.first, sentence.last)
    if opened is None:
        return None
    closed = _place_of(")", prose, opened, min(sentence.last, opened + LONGEST_ASIDE))
    if closed is None or not any(prose.quoted[opened:closed]):
        return None
    says = any(opened < mark.first < closed and _tells(prose, mark) for mark in sentence.marks.of("say"))
    return (opened + 1, closed) if says else None


def _place_of(text: str, prose: Prose, first: int, last: int) -> int | None:
    """The first of some words that is written so."""
    for index in range(first, last):
        if prose.words[index].text == text:
            return index
    return None


def _cuts(prose: Prose, tells: list[Mark]) -> list[int]:
    """Where a part begins: at a semicolon between two words of saying, and before whoever is silent or speaks then."""
    cuts: list[int] = []
    if tells and tells[0].sort == "according" and prose.words[tells[0].first - 1].text == ";":
        cuts.append(tells[0].first)
    for place in range(1, len(tells)):
        one, other = tells[place - 1], tells[place]
        end = _place_of(";", prose, one.last, other.first)
        if end is None and "asked" in (one.sort, other.sort):
            between = range(one.last, other.first)
            end = next((index for index in between if _turns(prose, index) or _asks_on(prose, index, other)), None)
        if end is not None and end + 1 < other.last:
            cuts.append(end + 1)
    return cuts


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
