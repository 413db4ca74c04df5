"""A language's words and a board's names together: marks what each word of a text is for the reader."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import pairwise, repeat
from typing import NamedTuple

from board.reading.entries import ABBREVIATION, FALLBACK, Entry, entries_of, languages, tables_of
from board.reading.vocabulary import Vocabulary
from board.reading.words import Word
from board.text.fold import fold

_ABOVE = {
    1: "channel stance",
    2: "kind",
    3: """abroad asked aside commands commands_part counterpart envoy guard has_secretary heads_place home_of introduces
    keeps_bare led lower_rank mere_office mission_noun motion name_joins needs_nation no_name of_a_state
    of_body_before of_many_nations of_office office outlet_noun parent_noun second_to serves site speaks_to station""",
    4: "answer as_of counts opinion own relative where",
    5: "before change made of_defence state_of tense",
}
TELLING = {table: layer for layer, tables in _ABOVE.items() for table in tables.split()}
"""Tables whose phrases tell something without being part of how a sentence is built, and the layer each lies in: they
may lie over the words that build it, and over each other."""
LAYERS = 6
REMEMBERED = 50_000
"""Words whose entries are kept at hand."""


class Mark(NamedTuple):
    """A phrase found: words `first` to `last` (exclusive)."""

    first: int
    last: int
    sort: str
    value: str
    full: str
    """`sort.value`."""
    sorts: frozenset[str]
    """`sort` and `full`."""


class Head(NamedTuple):
    """The entries one word may begin."""

    alone: tuple[Entry, ...]
    followed: dict[str, tuple[Entry, ...]]
    """Longer phrases that may stand before a second word, the longest first."""
    stems: tuple[Entry, ...]
    """Those of them whose second word ends in `*`, which may stand before any."""


@dataclass(frozen=True, slots=True, eq=False)
class Layer:
    """Phrases that hide each other where they overlap: the longest counts."""

    heads: dict[str, tuple[Entry, ...]]
    """Entries by their first word."""
    stems: dict[str, tuple[Entry, ...]]
    """Those whose first word ends in `*`, by the part before it."""
    shortest_stem: int

    def head(self, word: str) -> Head | None:
        """The entries that `word` may begin."""
        found = list(self.heads.get(word, ()))
        for length in range(self.shortest_stem, len(word) + 1):
            found += self.stems.get(word[:length], ())
        if not found:
            return None
        longer = [entry for entry in found if len(entry.phrase) > 1]
        stems = [entry for entry in longer if entry.phrase[1].endswith("*")]
        followed: dict[str, list[Entry]] = {}
        for entry in longer:
            followed.setdefault(entry.phrase[1], []).append(entry)
        return Head(
            tuple(entry for entry in found if len(entry.phrase) == 1),
            {second: _longest_first((*entries, *stems)) for second, entries in followed.items() if second[-1] != "*"},
            _longest_first(stems),
        )


def _longest_first(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: -len(entry.phrase)))


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """What one language and one vocabulary come to."""

    language: str
    numbers: dict[str, int]
    """Number words and their values."""
    multinational: dict[str, frozenset[str]]
    """Forces that serve in a land for somebody, with the values of the marks that hint at them."""
    abbreviations: frozenset[str]
    drops_pronouns: bool
    """A verb without a subject goes on for whoever spoke before."""
    says_behind_comma: bool
    """`sagte am Montag, die Armee bleibe`: what is said stands behind a comma, without a word for `that`."""
    bare_is_definite: bool
    """A noun without `a` is one spoken of before: there is no word for `the`."""

    heads: Callable[[str], tuple[tuple[int, Head], ...]]
    """What a word may begin, by layer; remembers the words asked for last."""

    def mark(self, words: Sequence[Word]) -> list[Mark]:
        """Every phrase found, by its first word; in one layer leftmost and longest first, none inside another."""
        found: list[tuple[int, int, str, str, str, frozenset[str]]] = []
        free = [0] * LAYERS
        for index, (word, second) in enumerate(pairwise((*(word.folded for word in words), ""))):
            for layer, head in self.heads(word):
                if index < free[layer]:
                    continue
                longer = head.followed.get(second, head.stems)
                for entry in _longest(longer, words, index) or head.alone if longer else head.alone:
                    free[layer] = stop = index + len(entry.phrase)
                    if not entry.capitals or _is_name(words, index, stop):
                        found.append((index, stop, *entry.kind))
        # Mark(…) runs Python code for every mark; its tuple is made without.
        return list(map(tuple.__new__, repeat(Mark), sorted(found)))


def _heads(layers: Sequence[Layer], word: str) -> tuple[tuple[int, Head], ...]:
    heads = ((number, layer.head(word)) for number, layer in enumerate(layers))
    return tuple((number, head) for number, head in heads if head is not None)


def _is_name(words: Sequence[Word], index: int, stop: int) -> bool:
    text = words[index].text
    if stop - index > 1:
        return text[0].isupper() or words[stop - 1].text[0].isupper()
    return text.isupper() if len(text) <= ABBREVIATION else text[0].isupper()


def _longest(entries: Iterable[Entry], words: Sequence[Word], index: int) -> Sequence[Entry]:
    """Those of `entries`, the longest first, that stand at word `index` and are as long as the longest that does."""
    found: list[Entry] = []
    for entry in entries:
        if found and len(entry.phrase) < len(found[0].phrase):
            break
        if _stands(entry.phrase, words, index):
            found.append(entry)
    return found


def _stands(phrase: tuple[str, ...], words: Sequence[Word], index: int) -> bool:
    if index + len(phrase) > len(words):
        return False
    for offset in range(1, len(phrase)):
        pattern, word = phrase[offset], words[index + offset].folded
        if word != pattern and not (pattern.endswith("*") and word.startswith(pattern[:-1])):
            return False
    return True


@lru_cache(maxsize=64)
def lexicon_of(language: str, vocabulary: Vocabulary) -> Lexicon:
    """The lexicon of `language` (English where there is no file for it) with the names of `vocabulary` in it."""
    if language not in languages():
        language = FALLBACK
    tables = tables_of(language)
    entries = tuple(entries_of(language, tables, vocabulary))
    layers = [
        _layer(entry for entry in entries if TELLING.get(entry.kind.sort, 0) == number) for number in range(LAYERS)
    ]
    return Lexicon(
        language=language,
        heads=lru_cache(REMEMBERED)(partial(_heads, layers)),
        numbers={fold(word): value for word, value in tables.get("numbers", {}).items()},
        multinational={
            force.name: frozenset((force.name, force.parent[0]))
            for force in vocabulary.forces
            if force.theatre and force.parent
        },
        abbreviations=frozenset(tables["grammar"].get("abbreviations", ())),
        drops_pronouns=tables["grammar"].get("drops_pronouns", False),
        says_behind_comma=tables["grammar"].get("says_behind_comma", False),
        bare_is_definite=tables["grammar"].get("bare_is_definite", False),
    )


def _layer(entries: Iterable[Entry]) -> Layer:
    heads: dict[str, list[Entry]] = {}
    stems: dict[str, list[Entry]] = {}
    for entry in dict.fromkeys(entries):
        first = entry.phrase[0]
        table, key = (stems, first[:-1]) if first.endswith("*") else (heads, first)
        table.setdefault(key, []).append(entry)
    return Layer(
        heads={word: tuple(found) for word, found in heads.items()},
        stems={word: tuple(found) for word, found in stems.items()},
        shortest_stem=min((len(stem) for stem in stems), default=1),
    )
