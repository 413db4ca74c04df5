"""The phrases of a lexicon: those of a language's file, the names of nations and those of a board's vocabulary."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from board.reading.words.vocabulary import Vocabulary
from board.reading.words.words import words_of
from board.text.fold import fold
from board.text.nations import nations

FALLBACK = "en"
NAMES = frozenset(("body.body", "media.media"))
"""Sorts of names; a phrase of one of them without a capital is a common word."""
SHORTENED = frozenset(("nation", "parent", "force"))
"""Sorts whose short names are abbreviations: `US` is one, `us` is none."""
ABBREVIATION = 3
_FOLDER = files("board.reading") / "languages"


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """What a phrase is."""

    sort: str
    """The table it stands in."""
    value: str
    """The key it stands under."""
    full: str
    """`sort.value`."""
    sorts: frozenset[str]
    """`sort` and `full`."""


class Entry(NamedTuple):
    """A phrase and what it is; a word of it ending in `*` stands for all that begin so."""

    phrase: tuple[str, ...]
    kind: Kind
    capitals: bool
    """Meant only where it is written as a name: its first letter a capital, a short one all capitals."""


@cache
def languages() -> tuple[str, ...]:
    """Languages there is a file for, by ISO 639-1."""
    return tuple(sorted(file.name.removesuffix(".toml") for file in _FOLDER.iterdir() if file.name.endswith(".toml")))


def tables_of(language: str) -> dict[str, Any]:
    """What the file of `language` says."""
    return tomllib.loads((_FOLDER / f"{language}.toml").read_text("utf-8"))


def entries_of(language: str, tables: dict[str, Any], vocabulary: Vocabulary) -> Iterator[Entry]:
    """Every phrase known in a language; names of the vocabulary are declined where the language does so."""
    yield from _of_language(tables)
    yield from _of_nations(language)
    yield from _of_vocabulary(vocabulary, tuple(tables["grammar"].get("endings", ())))


def _of_language(tables: dict[str, Any]) -> Iterator[Entry]:
    """`[table] key = [phrases]` gives the sort `table` and the value `key`."""
    for table, keys in tables.items():
        if table in {"grammar", "numbers"}:
            continue
        sort = "nation" if table == "demonym" else table
        for key, phrases in keys.items():
            for phrase in phrases:
                yield from _entries(phrase, sort, key, full=f"{table}.{key}")


def _of_nations(language: str) -> Iterator[Entry]:
    """Names of nations in every language; English words for their people in English only."""
    for nation in nations():
        for name in (nation.name, *nation.names, *(nation.demonyms if language == FALLBACK else ())):
            yield from _entries(name, "nation", nation.alpha3)


def _of_vocabulary(vocabulary: Vocabulary, endings: tuple[str, ...]) -> Iterator[Entry]:
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
        yield Entry((*words[:-1], words[-1] + fold(ending)), kind_of(sort, value, full), capitals)


@cache
def kind_of(sort: str, value: str, full: str = "") -> Kind:
    """What stands in table `sort` under `value`: one object for all its phrases."""
    full = full or f"{sort}.{value}"
    return Kind(sort, value, full, frozenset((sort, full)))
