"""A text made ready for reading: its words, what each is, its quotations and its sentences."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import compress
from typing import TYPE_CHECKING

from board.reading.words.entries import FALLBACK
from board.reading.words.finding import Finder, Phrases, Words
from board.reading.words.forms import Form
from board.reading.words.lexicon import Lexicon, Mark
from board.reading.words.marking import Marks, marked
from board.reading.words.quotes import Quote, quotes_of, typeset
from board.reading.words.sentences import sentences_of
from board.reading.words.words import stretches

if TYPE_CHECKING:
    from board.reading.words.parts import Parts

LONGEST_SENTENCE = 150
"""Words; what is longer is no prose (a table, a list, an attack) and is read in pieces."""
FIRST_YEAR, LAST_YEAR, YEAR = 1900, 2100, 4
"""Between what a year lies, and its digits."""
_ENDED = re.compile(r"[.!?]")
TELLING = ("role", "unnamed", "force", "parent", "body", "media", "document", "nation", "stands_for", "once")
"""Sorts of phrases that tell somebody."""
_HYPHENED = re.compile(r"-(?<=[^\W\d_]-)[^\W\d_]")
"""A hyphen between two letters; looked for first, because most characters are none."""


class Sentence:
    """One sentence: words `first` to `last` (exclusive) of the prose."""

    __slots__ = ("first", "last", "marks", "paragraph", "quotes", "sorts")

    def __init__(self, first: int, last: int, paragraph: int, quotes: list[Quote], marks: Phrases) -> None:
        self.first, self.last, self.paragraph, self.quotes, self.marks = first, last, paragraph, quotes, marks
        self.sorts = marks.sorts
        """What its words are: tables of which they have marks, and entries of these."""

    def since(self, first: int) -> Sentence:
        """It without what stands before a word, which counts for what it tells all the same."""
        return Sentence(first, self.last, self.paragraph, self.quotes, self.marks)

    def with_quotes(self, quotes: list[Quote]) -> Sentence:
        """It with quotations of another."""
        return Sentence(self.first, self.last, self.paragraph, quotes, self.marks)

    def part(self, first: int, last: int, left_out: range) -> Sentence:
        """Words `first` to `last` of it by themselves, but for those `left_out`."""
        return Sentence(first, last, self.paragraph, self.quotes, self.marks.within(first, last, left_out))


@dataclass(frozen=True, slots=True, eq=False)
class Prose:
    """Everything later steps look at; they never go back to the characters but for the words they give."""

    text: str
    words: list[Form]
    starts: list[int]
    """Where in the text each of them begins."""
    ends: list[int]
    """Where each ends."""
    lexicon: Lexicon
    marks: Marks
    """Marks by every word they cover."""
    sorts: list[frozenset[str]]
    """What each word is: a table's name and `table.key` for each of its marks. Nothing behind the last word, so that
    the word before the first is nothing too."""
    where: Words
    """Words by what they are."""
    finder: Finder
    """Marks by what they are."""
    sentences: list[Sentence]
    begun: list[int]
    """The words with which these begin."""
    force: str
    """The force the text is about: the first named that serves in a land; empty where there is none."""
    quoted: bytearray
    """1 for every word inside quotation marks."""
    telling: bytearray
    """1 for every word that may tell somebody: a capital, or one of `TELLING`."""
    numeric: list[int]
    """Words that are numbers or parts of them."""
    digits: frozenset[int]
    """Those of them that begin with a digit."""
    years: list[int]
    """Those of them that are a year."""
    roles: list[Mark]
    """Marks of the table `role`."""
    bodies: list[Mark]
    """Marks of the table `body`."""
    nations: list[Mark]
    """Marks of nations, and of capitals that speak for one."""
    secretaries: list[Mark]
    """Marks of bodies that a Secretary General heads."""
    hedged: dict[int, int] = field(default_factory=dict)
    """Before whose hedges was looked, by the first word of each number: the word found."""
    tails: dict[Mark, str] = field(default_factory=dict)
    """Names of bodies with what belongs to them, as far as they were asked for."""
    parts: dict[tuple[int, int], Parts] = field(default_factory=dict)
    """Stretches of words (first, last) that were looked through for somebody."""

    def is_a(self, index: int, *sorts: str) -> Mark | None:
        """The mark of one of `sorts` (a table's name, or `table.key`) covering a word."""
        if own := self.sorts[index]:
            for sort in sorts:
                if sort in own:
                    return self._first(index, sorts)
        return None

    def _first(self, index: int, sorts: tuple[str, ...]) -> Mark | None:
        for mark in self.marks[index]:
            if mark.sort in sorts or mark.full in sorts:
                return mark
        return None

    def is_any(self, index: int, sorts: tuple[str, ...]) -> bool:
        """Whether a word is of one of `sorts`."""
        if own := self.sorts[index]:
            for sort in sorts:
                if sort in own:
                    return True
        return False

    def any_in(self, words: Iterable[int], *sorts: str) -> bool:
        """Whether one of `words` is of one of `sorts`."""
        those = self.where[sorts]
        return bool(those) and not those.isdisjoint(words)

    def those(self, words: Iterable[int], *sorts: str) -> list[int]:
        """Which of `words` are of one of `sorts`."""
        those = self.where[sorts]
        return [index for index in words if index in those] if those else []

    def values(self, words: Iterable[int], *sorts: str) -> set[str]:
        """The values of all marks of one of `sorts` (tables' names) that cover one of `words`."""
        return {mark.value for index in self.those(words, *sorts) for mark in self.marks[index] if mark.sort in sorts}

    def phrases(self, *sorts: str) -> list[Mark]:
        """Every mark of one of `sorts` of the text, in order."""
        return self.finder[sorts].phrases

    def slice(self, first: int, last: int) -> str:
        """The text of words `first` to `last` (exclusive) as it is written."""
        return self.text[self.starts[first] : self.ends[last - 1]] if first < last else ""

    def written(self, text: str) -> list[int]:
        """The words that are written just so."""
        places = (match.start() for match in re.finditer(re.escape(text), self.text))
        found = (bisect_right(self.starts, place) - 1 for place in places)
        return [index for index in found if self.words[index].text == text]

    def touches(self, index: int) -> bool:
        """Whether nothing stands between a word and the one before it."""
        return self.starts[index] == self.ends[index - 1]

    def is_capital(self, index: int) -> bool:
        """Whether a word begins with a capital; what is behind the last one does not."""
        return index < len(self.words) and self.words[index].is_capital


def sentences_in(prose: Prose, words: Sequence[int]) -> Iterator[list[int]]:
    """`words`, the places of what is said, sentence by sentence; a quotation may hold several."""
    if not words or not _ENDED.search(prose.text, prose.starts[words[0]], prose.ends[words[-1]]):
        yield list(words)
        return
    sentence: list[int] = []
    for index in words:
        if prose.words[index].text in ".!?" and not prose.sorts[index]:
            yield sentence
            sentence = []
        else:
            sentence.append(index)
    yield sentence


def is_year(text: str) -> bool:
    """Whether a word in digits may be a year."""
    return len(text) == YEAR and text.isdecimal() and FIRST_YEAR < int(text) < LAST_YEAR


def prose_of(text: str, lexicon: Lexicon) -> Prose:
    """`text` ready for reading in the language of `lexicon`. Linear in its length."""
    typed = typeset(text)
    words, starts, ends = _cut(typed, lexicon)
    endings = set[int]() if lexicon.language == FALLBACK else _endings(text, words, starts, ends)
    marks, sorts, numeric = marked(words, endings)
    where, quotes = Words(sorts), quotes_of(typed)
    finder = Finder(marks, where, sorts)
    sentences = list(_sentences(typed, starts, finder, quotes, lexicon))
    return Prose(
        text=text,
        words=words,
        starts=starts,
        ends=ends,
        lexicon=lexicon,
        marks=marks,
        sorts=sorts,
        where=where,
        finder=finder,
        sentences=sentences,
        begun=[sentence.first for sentence in sentences],
        force=_force(finder, lexicon),
        quoted=_quoted(starts, quotes),
        telling=_telling(words, where),
        numeric=numeric,
        digits=frozenset([index for index in numeric if words[index].text[0].isdigit()]),
        years=[index for index in numeric if is_year(words[index].text)],
        roles=finder[("role",)].phrases,
        bodies=finder[("body",)].phrases,
        nations=finder["nation", "stands_for"].phrases,
        secretaries=finder[("has_secretary",)].phrases,
    )


def _cut(text: str, lexicon: Lexicon) -> tuple[list[Form], list[int], list[int]]:
    """The words of a text, and where each begins and ends."""
    words: list[Form] = []
    starts: list[int] = []
    ends: list[int] = []
    place = 0
    for stretch in stretches(text):
        for word, start, end in lexicon.forms.within(stretch):
            words.append(word)
            starts.append(place + start)
            ends.append(place + end)
        place += len(stretch) + 1
    return words, starts, ends


def _force(finder: Finder, lexicon: Lexicon) -> str:
    """One named, else the first of the board where the land it serves in or those who run it are named."""
    forces = finder[("force",)].phrases
    if named := next((mark.value for mark in forces if mark.value in lexicon.multinational), ""):
        return named
    around = {mark.value for mark in finder["theatre", "parent"].phrases}
    return next((force for force, words in lexicon.multinational.items() if around & words), "")


def _quoted(starts: list[int], quotes: list[Quote]) -> bytearray:
    quoted = bytearray(len(starts))
    for quote in quotes:
        first, last = bisect_left(starts, quote.start), bisect_left(starts, quote.end)
        quoted[first:last] = b"\1" * (last - first)
    return quoted


def _telling(words: list[Form], where: Words) -> bytearray:
    telling = bytearray([word.is_capital for word in words])
    for index in where[TELLING]:
        telling[index] = 1
    return telling


def _endings(text: str, words: list[Form], starts: list[int], ends: list[int]) -> set[int]:
    """The ending of `NATO-s` or `НАТО-а`, which is no word of its own."""
    found = _HYPHENED.finditer(text)
    if not any(text[match.start() - 1].isupper() and match.group()[1].islower() for match in found):
        return set()
    texts = [word.text for word in words]
    hyphens = compress(range(1, len(texts) - 1), map("-".__eq__, texts[1:]))
    joined = (index for index in hyphens if ends[index - 1] == starts[index] and ends[index] == starts[index + 1])
    return {
        index + 1
        for index in joined
        if len(texts[index - 1]) > 1 and texts[index - 1].isupper() and texts[index + 1].islower()
    }


def _sentences(
    text: str, starts: list[int], finder: Finder, quotes: list[Quote], lexicon: Lexicon
) -> Iterator[Sentence]:
    opened, closed = [quote.start for quote in quotes], [quote.end for quote in quotes]
    stop = 0
    for stretch in sentences_of(text, quotes, lexicon.abbreviations):
        begin, stop = stop, bisect_left(starts, stretch.end, stop)
        for first in range(begin, stop, LONGEST_SENTENCE):
            last = min(stop, first + LONGEST_SENTENCE)
            quoted = quotes
            if quotes:
                end = starts[last] if last < stop else stretch.end
                quoted = quotes[bisect_right(closed, starts[first]) : bisect_left(opened, end)]
            yield Sentence(first, last, stretch.paragraph, quoted, Phrases(finder, first, last))
