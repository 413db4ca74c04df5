"""What a written word is by itself and which phrases it may begin: found out once for every form of every word.

A language has some thousand phrases and a text some hundred words, most of them the same in every text. So the phrases
are never searched for in a text; each form of a word is asked once what it may begin, and the answer is remembered.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from board.reading.entries import ABBREVIATION, Entry, Kind
from board.text.fold import fold

NOTHING: frozenset[str] = frozenset()


class Head(NamedTuple):
    """The entries of one layer that a word may begin."""

    layer: int
    alone: tuple[Kind, ...]
    """What the word is alone in this layer."""
    followed: dict[str, tuple[Entry, ...]]
    """Longer phrases that may stand before a second word, the longest first."""
    stems: tuple[Entry, ...]
    """Those of them whose second word ends in `*`, which may stand before any."""


class Form(NamedTuple):
    """A word as it is written."""

    kinds: tuple[Kind, ...]
    """What it is where no longer phrase hides it, in order."""
    sorts: frozenset[str]
    """The same as tables and entries of these."""
    heads: tuple[Head, ...]
    seconds: frozenset[str]
    """Second words of the longer phrases it may begin."""
    stems: tuple[str, ...]
    """Beginnings of such second words."""
    is_number: bool
    """A number or a part of one."""


@dataclass(frozen=True, slots=True, eq=False)
class Layer:
    """Phrases that hide each other where they overlap: the longest counts."""

    number: int
    heads: dict[str, tuple[Entry, ...]]
    """Entries by their first word."""
    stems: dict[str, tuple[Entry, ...]]
    """Those whose first word ends in `*`, by the part before it."""
    shortest_stem: int

    def head(self, word: str, text: str) -> Head | None:
        """The entries that `word`, written `text`, may begin."""
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
            self.number,
            tuple(each.kind for each in found if len(each.phrase) == 1 and (is_name(text) or not each.capitals)),
            {second: _longest_first((*entries, *stems)) for second, entries in followed.items() if second[-1] != "*"},
            _longest_first(stems),
        )


def _longest_first(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: -len(entry.phrase)))


def layer_of(number: int, entries: Iterable[Entry]) -> Layer:
    """The layer of `entries`, by what their phrases begin with."""
    heads: dict[str, list[Entry]] = {}
    stems: dict[str, list[Entry]] = {}
    for entry in dict.fromkeys(entries):
        first = entry.phrase[0]
        table, key = (stems, first[:-1]) if first.endswith("*") else (heads, first)
        table.setdefault(key, []).append(entry)
    return Layer(
        number,
        heads={word: tuple(found) for word, found in heads.items()},
        stems={word: tuple(found) for word, found in stems.items()},
        shortest_stem=min((len(stem) for stem in stems), default=1),
    )


def form_of(layers: Sequence[Layer], numbers: dict[str, int], text: str) -> Form:
    """What the word written `text` is among the phrases of `layers` and the number words of a language."""
    word = fold(text)
    heads = tuple(head for layer in layers if (head := layer.head(word, text)) is not None)
    kinds = tuple(sorted(kind for head in heads for kind in head.alone))
    return Form(
        kinds,
        NOTHING.union(*(kind.sorts for kind in kinds)),
        heads,
        frozenset(second for head in heads for second in head.followed),
        tuple(entry.phrase[1][:-1] for head in heads for entry in head.stems),
        is_number=word in numbers or text[0].isdigit(),
    )


def is_name(text: str) -> bool:
    """Whether a word is written as a name: with a capital, a short one in capitals throughout."""
    return text.isupper() if len(text) <= ABBREVIATION else text[0].isupper()
