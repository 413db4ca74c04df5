"""A language's words and a board's names together: marks what each word of a text is for the reader."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from board.reading.vocabulary import Vocabulary
from board.reading.words import Word, words_of
from board.text.fold import fold
from board.text.nations import nations

FALLBACK = "en"
TELLING = {
    "channel": 1,
    "stance": 1,
    "kind": 2,
    "asked": 3,
    "own": 4,
    "as_of": 4,
    "opinion": 4,
    "of_a_state": 3,
    "commands": 3,
    "no_name": 3,
    "answer": 4,
    "speaks_to": 3,
    "where": 4,
    "counts": 4,
    "relative": 4,
    "before": 5,
    **dict.fromkeys(
        (
            "name_joins",
            "introduces",
            "envoy",
            "needs_nation",
            "of_many_nations",
            "has_secretary",
            "parent_noun",
            "home_of",
            "of_office",
            "keeps_bare",
        ),
        3,
    ),
}
"""Tables whose phrases tell something without being part of how a sentence is built, and the layer each lies in."""
LAYERS = 6
NAMES = frozenset(("body.body", "media.media"))
"""Sorts of names; a phrase of one of them without a capital is a common word."""
SHORTENED = frozenset(("nation", "parent", "force"))
"""Sorts whose short names are abbreviations: `US` is one, `us` is none."""
ABBREVIATION = 3
REMEMBERED = 50_000
"""Words whose entries are kept at hand."""
_FOLDER = files("board.reading") / "languages"


class Entry(NamedTuple):
    """A phrase and what it is: `sort` and `value`; a word of it ending in `*` stands for all that begin so."""

    phrase: tuple[str, ...]
    sort: str
    value: str
    full: str
    """`sort.value`."""
    capitals: bool
    """Meant only where it is written as a name: its first letter a capital, a short one all capitals."""


class Mark(NamedTuple):
    """A phrase found: words `first` to `last` (exclusive)."""

    first: int
    last: int
    sort: str
    value: str
    full: str


class Head(NamedTuple):
    """The entries one word may begin."""

    alone: tuple[Entry, ...]
    followed: dict[str, tuple[Entry, ...]]
    """Phrases by their second word, the longest first."""
    stems: tuple[Entry, ...]
    """Phrases whose second word ends in `*`, the longest first."""


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
        followed: dict[str, list[Entry]] = {}
        stems: list[Entry] = []
        for entry in sorted(found, key=lambda entry: -len(entry.phrase)):
            if len(entry.phrase) > 1:
                second = entry.phrase[1]
                (stems if second.endswith("*") else followed.setdefault(second, [])).append(entry)
        return Head(
            tuple(entry for entry in found if len(entry.phrase) == 1),
            {second: tuple(entries) for second, entries in followed.items()},
            tuple(stems),
        )


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """What one language and one vocabulary come to."""

    language: str
    layers: tuple[Layer, ...]
    """Words that build a sentence, and phrases that tell something of it, which may lie over them and each other."""
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

    known: dict[str, tuple[tuple[int, Head], ...]]
    """What words may begin, by layer, as looked up before; emptied when it has grown too large."""

    def mark(self, words: Sequence[Word]) -> list[Mark]:
        """Every phrase found, by its first word."""
        known = self.known
        if len(known) > REMEMBERED:
            known.clear()
        begun: list[list[tuple[int, Head]]] = [[] for _ in self.layers]
        for index, word in enumerate(words):
            folded = word.folded
            if folded not in known:
                known[folded] = self._look_up(folded)
            for layer, head in known[folded]:
                begun[layer].append((index, head))
        return sorted(mark for heads in begun for mark in _marks(words, heads))

    def _look_up(self, word: str) -> tuple[tuple[int, Head], ...]:
        heads = ((number, layer.head(word)) for number, layer in enumerate(self.layers))
        return tuple((number, head) for number, head in heads if head is not None)


def _marks(words: Sequence[Word], begun: list[tuple[int, Head]]) -> Iterator[Mark]:
    """The phrases of one layer, leftmost and longest first, none inside another."""
    free = 0
    for index, head in begun:
        if index < free:
            continue
        found = _longest(head, words, index)
        if not found:
            continue
        free = index + len(found[0].phrase)
        for entry in found:
            if not entry.capitals or _is_name(words, index, free):
                yield Mark(index, free, entry.sort, entry.value, entry.full)


def _is_name(words: Sequence[Word], index: int, stop: int) -> bool:
    text = words[index].text
    if stop - index > 1:
        return text[0].isupper() or words[stop - 1].text[0].isupper()
    return text.isupper() if len(text) <= ABBREVIATION else text[0].isupper()


def _longest(head: Head, words: Sequence[Word], index: int) -> Sequence[Entry]:
    """The entries of the longest phrase that stands at word `index`."""
    if index + 1 < len(words) and (head.followed or head.stems):
        found: list[Entry] = []
        for entry in (*head.followed.get(words[index + 1].folded, ()), *head.stems):
            if _stands(entry.phrase, words, index) and (not found or len(entry.phrase) >= len(found[0].phrase)):
                found = [*found, entry] if found and len(entry.phrase) == len(found[0].phrase) else [entry]
        if found:
            return found
    return head.alone


def _stands(phrase: tuple[str, ...], words: Sequence[Word], index: int) -> bool:
    if index + len(phrase) > len(words):
        return False
    for offset in range(1, len(phrase)):
        pattern, word = phrase[offset], words[index + offset].folded
        if word != pattern and not (pattern.endswith("*") and word.startswith(pattern[:-1])):
            return False
    return True


@cache
def languages() -> tuple[str, ...]:
    """Languages there is a file for, by ISO 639-1."""
    return tuple(sorted(file.name.removesuffix(".toml") for file in _FOLDER.iterdir() if file.name.endswith(".toml")))


@lru_cache(maxsize=64)
def lexicon_of(language: str, vocabulary: Vocabulary) -> Lexicon:
    """The lexicon of `language` (English where there is no file for it) with the names of `vocabulary` in it."""
    if language not in languages():
        language = FALLBACK
    data = _data(language)
    endings = tuple(data["grammar"].get("endings", ()))
    entries = (
        *_entries_of_language(data),
        *_entries_of_nations(language),
        *_entries_of_vocabulary(vocabulary, endings),
    )
    return Lexicon(
        language=language,
        known={},
        layers=tuple(
            _layer(entry for entry in entries if TELLING.get(entry.sort, 0) == number) for number in range(LAYERS)
        ),
        numbers={fold(word): value for word, value in data.get("numbers", {}).items()},
        multinational={
            force.name: frozenset((force.name, force.parent[0]))
            for force in vocabulary.forces
            if force.theatre and force.parent
        },
        abbreviations=frozenset(data["grammar"].get("abbreviations", ())),
        drops_pronouns=data["grammar"].get("drops_pronouns", False),
        says_behind_comma=data["grammar"].get("says_behind_comma", False),
        bare_is_definite=data["grammar"].get("bare_is_definite", False),
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


def _data(language: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / f"{language}.toml").read_text("utf-8"))


def _entries_of_language(data: dict[str, Any]) -> Iterator[Entry]:
    """`[table] key = [phrases]` gives the sort `table` and the value `key`."""
    for table, keys in data.items():
        if table in {"grammar", "numbers"}:
            continue
        sort = "nation" if table == "demonym" else table
        for key, phrases in keys.items():
            for phrase in phrases:
                yield from _entries(phrase, sort, key, full=f"{table}.{key}")


def _entries_of_nations(language: str) -> Iterator[Entry]:
    """Names of nations in every language; English words for their people in English only."""
    for nation in nations():
        for name in (nation.name, *nation.names, *(nation.demonyms if language == FALLBACK else ())):
            yield from _entries(name, "nation", nation.alpha3)


def _entries_of_vocabulary(vocabulary: Vocabulary, endings: tuple[str, ...]) -> Iterator[Entry]:
    for force in vocabulary.forces:
        for name in force.names:
            yield from _entries(name, "force", force.name, endings)
        for name in force.theatre:
            yield from _entries(name, "theatre", force.name, endings)
        for name in force.parent:
            yield from _entries(name, "parent", force.parent[0], endings)
            if name.startswith("the "):
                yield from _entries(name.removeprefix("the "), "parent_noun", force.parent[0])
    for name, nation in vocabulary.nations:
        yield from _entries(name, "nation", nation, endings)


def _entries(phrase: str, sort: str, value: str, endings: tuple[str, ...] = (), *, full: str = "") -> Iterator[Entry]:
    """The phrase as words; with each ending, too, on its last word, where names are declined."""
    words = tuple(word.folded for word in words_of(phrase.replace("*", "")))
    starred = [part.endswith("*") for part in phrase.replace("-", " - ").split()]
    if not words:
        return
    full = full or f"{sort}.{value}"
    capitals = (
        full.startswith("nation.")
        or full in NAMES
        or (sort in SHORTENED and len(words) == 1 and len(words[0]) <= ABBREVIATION)
    )
    if len(starred) == len(words):
        words = tuple(word + "*" * star for word, star in zip(words, starred, strict=True))
    for ending in ("", *endings):
        yield Entry((*words[:-1], words[-1] + fold(ending)), sort, value, full, capitals)
