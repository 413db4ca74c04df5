"""A language's words and a board's names together: marks what each word of a text is for the reader."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from board.reading.vocabulary import Vocabulary
from board.reading.words import Word, words_of
from board.text.fold import fold

FALLBACK = "en"
_FOLDER = files("board.reading") / "languages"


class Entry(NamedTuple):
    """A phrase and what it is: `sort` and `value`; a word of it ending in `*` stands for all that begin so."""

    phrase: tuple[str, ...]
    sort: str
    value: str


class Mark(NamedTuple):
    """A phrase found: words `first` to `last` (exclusive)."""

    first: int
    last: int
    sort: str
    value: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What one language and one vocabulary come to."""

    language: str
    heads: dict[str, tuple[Entry, ...]]
    """Entries by their first word, the longest first."""
    stems: dict[str, tuple[Entry, ...]]
    """Those whose first word ends in `*`, by the part before it."""
    numbers: dict[str, int]
    """Number words and their values."""
    abbreviations: frozenset[str]
    shortest_stem: int

    def mark(self, words: Sequence[Word]) -> Iterator[Mark]:
        """Every phrase found, leftmost and longest first, none inside another; one phrase may be of several sorts."""
        index, count = 0, len(words)
        while index < count:
            found = self._longest(words, index)
            for entry in found:
                yield Mark(index, index + len(entry.phrase), entry.sort, entry.value)
            index += len(found[0].phrase) if found else 1

    def _longest(self, words: Sequence[Word], index: int) -> list[Entry]:
        found: list[Entry] = []
        for entry in _candidates(self, words[index].folded):
            if found and len(entry.phrase) < len(found[0].phrase):
                break
            if len(entry.phrase) == 1 or _follows(entry.phrase, words, index):
                found.append(entry)
        return found

    def __hash__(self) -> int:
        return id(self)

    def __eq__(self, other: object) -> bool:
        return self is other


@lru_cache(maxsize=65_536)
def _candidates(lexicon: Lexicon, word: str) -> tuple[Entry, ...]:
    found = list(lexicon.heads.get(word, ()))
    for length in range(lexicon.shortest_stem, len(word) + 1):
        found += lexicon.stems.get(word[:length], ())
    return tuple(sorted(found, key=lambda entry: -len(entry.phrase)))


def _follows(phrase: tuple[str, ...], words: Sequence[Word], index: int) -> bool:
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
    entries = [*_entries_of_language(data), *_entries_of_vocabulary(vocabulary, endings)]
    heads: dict[str, list[Entry]] = {}
    stems: dict[str, list[Entry]] = {}
    for entry in dict.fromkeys(entries):
        first = entry.phrase[0]
        table, key = (stems, first[:-1]) if first.endswith("*") else (heads, first)
        table.setdefault(key, []).append(entry)
    return Lexicon(
        language=language,
        heads={word: tuple(found) for word, found in heads.items()},
        stems={word: tuple(found) for word, found in stems.items()},
        numbers={fold(word): value for word, value in data.get("numbers", {}).items()},
        abbreviations=frozenset(data["grammar"].get("abbreviations", ())),
        shortest_stem=min((len(stem) for stem in stems), default=1),
    )


def _data(language: str) -> dict[str, Any]:
    return tomllib.loads((_FOLDER / f"{language}.toml").read_text("utf-8"))


def _entries_of_language(data: dict[str, Any]) -> Iterator[Entry]:
    """`[table] key = [phrases]` gives the sort `table` and the value `key`."""
    for table, keys in data.items():
        if table in {"grammar", "numbers"}:
            continue
        for key, phrases in keys.items():
            for phrase in phrases:
                yield from _entries(phrase, table, key)


def _entries_of_vocabulary(vocabulary: Vocabulary, endings: tuple[str, ...]) -> Iterator[Entry]:
    for force in vocabulary.forces:
        for name in force.names:
            yield from _entries(name, "force", force.name, endings)
        for name in force.theatre:
            yield from _entries(name, "theatre", force.name, endings)
        for name in force.parent:
            yield from _entries(name, "parent", force.parent[0], endings)
    for name, nation in vocabulary.nations:
        yield from _entries(name, "nation", nation, endings)


def _entries(phrase: str, sort: str, value: str, endings: tuple[str, ...] = ()) -> Iterator[Entry]:
    """The phrase as words; with each ending, too, on its last word, where names are declined."""
    words = tuple(word.folded for word in words_of(phrase.replace("*", "")))
    starred = [part.endswith("*") for part in phrase.replace("-", " - ").split()]
    if not words:
        return
    if len(starred) == len(words):
        words = tuple(word + "*" * star for word, star in zip(words, starred, strict=True))
    yield Entry(words, sort, value)
    for ending in endings:
        yield Entry((*words[:-1], words[-1] + fold(ending)), sort, value)
