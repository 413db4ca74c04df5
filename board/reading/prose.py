"""A text made ready for reading: its words, what each is, its quotations and its sentences."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from board.reading.lexicon import Lexicon, Mark
from board.reading.quotes import Quote, quotes_of
from board.reading.sentences import sentences_of
from board.reading.words import Word, words_of

LONGEST_SENTENCE = 150
"""Words; what is longer is no prose (a table, a list, an attack) and is read in pieces."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: words `first` to `last` (exclusive) of the prose."""

    first: int
    last: int
    paragraph: int
    quotes: tuple[Quote, ...]
    marks: tuple[Mark, ...]
    sorts: frozenset[str]
    """Tables of which it has marks."""


@dataclass(frozen=True, slots=True)
class Prose:
    """Everything later steps look at; they never go back to the characters but for the words they give."""

    text: str
    words: list[Word]
    lexicon: Lexicon
    marks: dict[int, tuple[Mark, ...]]
    """Marks by every word they cover."""
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

    def is_a(self, index: int, *sorts: str) -> Mark | None:
        """The mark of one of `sorts` (a table's name, or `table.key`) covering a word."""
        marks = self.marks.get(index)
        if marks is None:
            return None
        for mark in marks:
            if mark.sort in sorts or mark.full in sorts:
                return mark
        return None

    def slice(self, first: int, last: int) -> str:
        """The text of words `first` to `last` (exclusive) as it is written."""
        return self.text[self.words[first].start : self.words[last - 1].end] if first < last else ""

    def is_capital(self, index: int) -> bool:
        return self.words[index].text[:1].isupper()


def prose_of(text: str, lexicon: Lexicon) -> Prose:
    """`text` ready for reading in the language of `lexicon`. Linear in its length."""
    words = words_of(text)
    marks: dict[int, tuple[Mark, ...]] = {}
    endings = {index + 1 for index, word in enumerate(words) if word.text == "-" and _is_suffix(words, index + 1)}
    ordered = [mark for mark in lexicon.mark(words) if mark.first not in endings]
    for mark in ordered:
        for index in range(mark.first, mark.last):
            marks[index] = (*marks[index], mark) if index in marks else (mark,)
    quotes = quotes_of(text)
    return Prose(
        text=text,
        words=words,
        lexicon=lexicon,
        marks=marks,
        sentences=list(_sentences(text, words, ordered, quotes, lexicon)),
        force=_force(ordered, lexicon),
        quoted=_quoted(words, quotes),
        numeric=[index for index, word in enumerate(words) if word.text[0].isdigit() or word.folded in lexicon.numbers],
        roles=[mark for mark in ordered if mark.sort == "role"],
        bodies=[mark for mark in ordered if mark.sort == "body"],
        nations=[mark for mark in ordered if mark.sort in {"nation", "stands_for"}],
    )


def _force(marks: list[Mark], lexicon: Lexicon) -> str:
    """One named, else the first of the board where the land it serves in or those who run it are named."""
    named = [mark.value for mark in marks if mark.sort == "force" and mark.value in lexicon.multinational]
    if named:
        return named[0]
    around = {mark.value for mark in marks if mark.sort in {"theatre", "parent"}}
    return next((force for force, words in lexicon.multinational.items() if around & words), "")


def _quoted(words: list[Word], quotes: list[Quote]) -> bytearray:
    quoted, at = bytearray(len(words)), 0
    for quote in quotes:
        while at < len(words) and words[at].start < quote.start:
            at += 1
        while at < len(words) and words[at].start < quote.end:
            quoted[at] = 1
            at += 1
    return quoted


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
    text: str, words: list[Word], marks: list[Mark], quotes: list[Quote], lexicon: Lexicon
) -> Iterator[Sentence]:
    starts = [word.start for word in words]
    quote_at = mark_at = 0
    for stretch in sentences_of(text, quotes, lexicon.abbreviations):
        whole = bisect_left(starts, stretch.start), bisect_left(starts, stretch.end)
        while quote_at < len(quotes) and quotes[quote_at].end <= stretch.start:
            quote_at += 1
        inside = quote_at
        while inside < len(quotes) and quotes[inside].start < stretch.end:
            inside += 1
        for first in range(whole[0], whole[1], LONGEST_SENTENCE):
            last = min(whole[1], first + LONGEST_SENTENCE)
            begin = mark_at
            while mark_at < len(marks) and marks[mark_at].first < last:
                mark_at += 1
            own = tuple(marks[begin:mark_at])
            sorts = frozenset(mark.sort for mark in own)
            yield Sentence(first, last, stretch.paragraph, tuple(quotes[quote_at:inside]), own, sorts)
