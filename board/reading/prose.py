"""A text made ready for reading: its words, what each is, its quotations and its sentences."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from board.reading.lexicon import Lexicon, Mark
from board.reading.quotes import Quote, quotes_of
from board.reading.sentences import sentences_of
from board.reading.words import Word, words_of

LONGEST_SENTENCE = 150
"""Words; what is longer is no prose (a table, a list, an attack) and is read in pieces."""
BEHIND = 4
"""Words behind the last that may be asked for."""
NOTHING: frozenset[str] = frozenset()
_NAMED = frozenset(("role", "body", "nation", "stands_for", "force", "theatre", "parent", "has_secretary"))


class Sentence(NamedTuple):
    """One sentence: words `first` to `last` (exclusive) of the prose."""

    first: int
    last: int
    paragraph: int
    quotes: tuple[Quote, ...]
    marks: tuple[Mark, ...]
    sorts: frozenset[str]
    """What its words are: tables of which they have marks, and entries of these."""


@dataclass(frozen=True, slots=True)
class Prose:
    """Everything later steps look at; they never go back to the characters but for the words they give."""

    text: str
    words: list[Word]
    lexicon: Lexicon
    marks: dict[int, list[Mark]]
    """Marks by every word they cover."""
    sorts: list[frozenset[str]]
    """What each word is: a table's name and `table.key` for each of its marks. Nothing behind the last word, so that
    the word before the first is nothing too."""
    sentences: list[Sentence]
    force: str
    """The force the text is about: the first named that serves in a land; empty where there is none."""
    quoted: bytearray
    """1 for every word inside quotation marks."""
    numeric: list[int]
    """Words that are numbers or parts of them."""
    roles: list[Mark]
    """Marks of the table `role`."""
    bodies: list[Mark]
    """Marks of the table `body`."""
    nations: list[Mark]
    """Marks of nations, and of capitals that speak for one."""
    secretaries: list[Mark]
    """Marks of bodies that a Secretary General heads."""

    def is_a(self, index: int, *sorts: str) -> Mark | None:
        """The mark of one of `sorts` (a table's name, or `table.key`) covering a word."""
        if not self.sorts[index].isdisjoint(sorts):
            for mark in self.marks[index]:
                if not mark.sorts.isdisjoint(sorts):
                    return mark
        return None

    def any_in(self, words: Iterable[int], *sorts: str) -> bool:
        """Whether one of `words` is of one of `sorts`."""
        return not all(map(frozenset(sorts).isdisjoint, map(self.sorts.__getitem__, words)))

    def slice(self, first: int, last: int) -> str:
        """The text of words `first` to `last` (exclusive) as it is written."""
        return self.text[self.words[first].start : self.words[last - 1].end] if first < last else ""

    def is_capital(self, index: int) -> bool:
        return self.words[index].text[:1].isupper()


def sentences_in(prose: Prose, words: Sequence[int]) -> Iterator[list[int]]:
    """`words`, the places of what is said, sentence by sentence; a quotation may hold several."""
    sentence: list[int] = []
    for index in words:
        if prose.words[index].text in ".!?" and index not in prose.marks:
            yield sentence
            sentence = []
        else:
            sentence.append(index)
    yield sentence


def prose_of(text: str, lexicon: Lexicon) -> Prose:
    """`text` ready for reading in the language of `lexicon`. Linear in its length."""
    words = words_of(text)
    starts = [word.start for word in words]
    found = _without_endings(lexicon.mark(words), words)
    marks, sorts = _by_word(found, len(words))
    quotes = quotes_of(text)
    named = [mark for mark in found if mark.sort in _NAMED]
    return Prose(
        text=text,
        words=words,
        lexicon=lexicon,
        marks=marks,
        sorts=sorts,
        sentences=list(_sentences(text, starts, found, sorts, quotes, lexicon)),
        force=_force(named, lexicon),
        quoted=_quoted(starts, quotes),
        numeric=[index for index, word in enumerate(words) if word.folded in lexicon.numbers or word.text[0].isdigit()],
        roles=[mark for mark in named if mark.sort == "role"],
        bodies=[mark for mark in named if mark.sort == "body"],
        nations=[mark for mark in named if mark.sort in {"nation", "stands_for"}],
        secretaries=[mark for mark in named if mark.sort == "has_secretary"],
    )


def _by_word(found: list[Mark], count: int) -> tuple[dict[int, list[Mark]], list[frozenset[str]]]:
    """The marks of each word that has any, and what each of `count` words and those behind them are."""
    marks: dict[int, list[Mark]] = {}
    sorts = [NOTHING] * (count + BEHIND)
    for mark in found:
        for index in range(mark.first, mark.last):
            if index in marks:
                marks[index].append(mark)
                sorts[index] |= mark.sorts
            else:
                marks[index] = [mark]
                sorts[index] = mark.sorts
    return marks, sorts


def _force(marks: list[Mark], lexicon: Lexicon) -> str:
    """One named, else the first of the board where the land it serves in or those who run it are named."""
    named = [mark.value for mark in marks if mark.sort == "force" and mark.value in lexicon.multinational]
    if named:
        return named[0]
    around = {mark.value for mark in marks if mark.sort in {"theatre", "parent"}}
    return next((force for force, words in lexicon.multinational.items() if around & words), "")


def _quoted(starts: list[int], quotes: list[Quote]) -> bytearray:
    quoted = bytearray(len(starts))
    for quote in quotes:
        first, last = bisect_left(starts, quote.start), bisect_left(starts, quote.end)
        quoted[first:last] = b"\1" * (last - first)
    return quoted


def _without_endings(found: list[Mark], words: list[Word]) -> list[Mark]:
    endings = {index + 1 for index, word in enumerate(words) if word.text == "-" and _is_suffix(words, index + 1)}
    return [mark for mark in found if mark.first not in endings] if endings else found


def _is_suffix(words: list[Word], index: int) -> bool:
    """The ending of `NATO-s` or `НАТО-а` is no word of its own."""
    if index < 2 or index >= len(words) or words[index - 1].text != "-" or words[index - 1].end != words[index].start:
        return False
    stem = words[index - 2]
    return (
        stem.end == words[index - 1].start
        and len(stem.text) > 1
        and stem.text.isupper()
        and words[index].text.islower()
    )


def _sentences(
    text: str,
    starts: list[int],
    marks: list[Mark],
    sorts: list[frozenset[str]],
    quotes: list[Quote],
    lexicon: Lexicon,
) -> Iterator[Sentence]:
    firsts = [mark.first for mark in marks]
    opened, closed = [quote.start for quote in quotes], [quote.end for quote in quotes]
    mark_at = 0
    for stretch in sentences_of(text, quotes, lexicon.abbreviations):
        stop = bisect_left(starts, stretch.end)
        for first in range(bisect_left(starts, stretch.start), stop, LONGEST_SENTENCE):
            last = min(stop, first + LONGEST_SENTENCE)
            begin, mark_at = mark_at, bisect_left(firsts, last, mark_at)
            end = starts[last] if last < stop else stretch.end
            yield Sentence(
                first,
                last,
                stretch.paragraph,
                tuple(quotes[bisect_right(closed, starts[first]) : bisect_left(opened, end)]),
                tuple(marks[begin:mark_at]),
                NOTHING.union(*sorts[first:last]),
            )
