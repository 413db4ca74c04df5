"""What a written word is by itself and which phrases it may begin: found out once for every form of every word.

A language has some thousand phrases and a text some hundred words, most of them the same in every text. So the phrases
are never searched for in a text; each form of a word is asked once what it may begin, and the answer is remembered.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from board.reading.words.entries import ABBREVIATION, Entry, Kind
from board.reading.words.words import LONGEST, compared, words_in
from board.text.fold import fold

_T = TypeVar("_T")
NOTHING: frozenset[str] = frozenset()
REMEMBERED = 50_000
"""Words, and stretches of a text without spaces, that are kept at hand."""


@dataclass(frozen=True, slots=True, eq=False)
class Longer:
    """A phrase of several words behind its first."""

    length: int
    """All its words."""
    second: str
    """Its second word; only the part before the `*` where it ends so."""
    tail: tuple[str, ...]
    """The words behind that."""
    starred: bool
    """Whether one of these ends in `*`."""
    kind: Kind
    capitals: bool
    """Meant only where it is written as a name."""


@dataclass(frozen=True, slots=True, eq=False)
class Head:
    """What a word may begin in one layer."""

    layer: int
    alone: tuple[Kind, ...]
    """What the word is by itself."""
    followed: dict[str, tuple[Longer, ...]]
    """Phrases that may stand before a second word, the longest first."""
    stems: tuple[Longer, ...]
    """Those whose second word ends in `*`, which may stand before words that are in none, the longest first."""

    def before(self, second: str) -> Sequence[Longer]:
        """The phrases that may stand where `second` follows, the longest first."""
        found = self.followed.get(second)
        if found is None:
            return [each for each in self.stems if second.startswith(each.second)] if self.stems else ()
        return found


@dataclass(frozen=True, slots=True, eq=False)
class Beginning:
    """Phrases of one layer that may begin with two words, the longest first."""

    layer: int
    phrases: Sequence[Longer]
    thirds: frozenset[str]
    """The words of which one must stand third; empty where that is not known."""


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """A word as it is written."""

    text: str
    folded: str
    """As it is compared."""
    kinds: tuple[Kind, ...]
    """What it is where no longer phrase hides it, in order."""
    layered: tuple[tuple[Kind, int], ...]
    """The same, with the layer in which it is each of these."""
    sorts: frozenset[str]
    """The same as tables and entries of these."""
    heads: tuple[Head, ...]
    followed: dict[str, tuple[Beginning, ...]]
    """What it may begin where one of these words follows."""
    stems: tuple[str, ...]
    """Beginnings of further words it may begin something before."""
    is_number: bool
    """A number or a part of one."""
    is_capital: bool
    """Begins with a capital."""

    def before(self, second: str) -> Sequence[Beginning]:
        """The longer phrases that may stand where `second` follows."""
        found = self.followed.get(second)
        if found is None:
            return _beginnings(self.heads, second) if self.stems and second.startswith(self.stems) else ()
        return found


@dataclass(frozen=True, slots=True, eq=False)
class Layer:
    """Phrases that hide each other where they overlap: the longest counts."""

    number: int
    heads: dict[str, tuple[Entry, ...]]
    """Entries by their first word."""
    stems: dict[str, tuple[Entry, ...]]
    """Those whose first word ends in `*`, by the part before it."""
    lengths: range
    """Of those parts, from the shortest to the longest."""

    def head(self, word: str, text: str) -> Head | None:
        """The entries that `word`, written `text`, may begin."""
        found = list(self.heads.get(word, ()))
        for length in self.lengths:
            if length > len(word):
                break
            found += self.stems.get(word[:length], ())
        if not found:
            return None
        longer = sorted((entry for entry in found if len(entry.phrase) > 1), key=_longest_first)
        stems = tuple(_behind_first(entry) for entry in longer if entry.phrase[1].endswith("*"))
        plain = tuple(_behind_first(entry) for entry in longer if not entry.phrase[1].endswith("*"))
        return Head(
            self.number,
            tuple(each.kind for each in found if len(each.phrase) == 1 and (is_name(text) or not each.capitals)),
            {each.second: _before(each.second, plain, stems) for each in plain},
            stems,
        )


def _longest_first(entry: Entry) -> int:
    return -len(entry.phrase)


def _behind_first(entry: Entry) -> Longer:
    phrase = entry.phrase
    tail = phrase[2:]
    starred = any(word.endswith("*") for word in tail)
    return Longer(len(phrase), phrase[1].removesuffix("*"), tail, starred, entry.kind, entry.capitals)


def _before(second: str, plain: Iterable[Longer], stems: Iterable[Longer]) -> tuple[Longer, ...]:
    found = [each for each in plain if each.second == second]
    found += [each for each in stems if second.startswith(each.second)]
    return tuple(sorted(found, key=lambda each: -each.length))


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
        lengths=range(min(map(len, stems), default=1), max(map(len, stems), default=0) + 1),
    )


class Forms:
    """The words of a language as they are written; what was asked for is kept at hand."""

    def __init__(self, layers: list[Layer], numbers: dict[str, int]) -> None:
        self._layers, self._numbers = layers, numbers
        self._forms: dict[str, Form] = {}
        self._within: dict[str, tuple[tuple[Form, int, int], ...]] = {}

    def of(self, text: str) -> Form:
        """What the word written `text` is by itself."""
        found = self._forms.get(text)
        if found is None:
            found = _form(self._layers, self._numbers, text)
            _keep(self._forms, text, found)
        return found

    def within(self, stretch: str) -> tuple[tuple[Form, int, int], ...]:
        """The words of a stretch of a text without spaces, each with where in it the word begins and ends."""
        found = self._within.get(stretch)
        if found is None:
            found = tuple([(self.of(word), start, end) for word, start, end in words_in(stretch)])
            if len(stretch) <= LONGEST:
                _keep(self._within, stretch, found)
        return found


def _keep(known: dict[str, _T], text: str, found: _T) -> None:
    """What is asked for often is soon there again, so nothing tells which to forget."""
    if len(known) >= REMEMBERED:
        known.clear()
    known[text] = found


def _form(layers: Iterable[Layer], numbers: dict[str, int], text: str) -> Form:
    """What a word is among the phrases of `layers` and the number words of a language."""
    word = fold(text)
    heads = tuple(head for layer in layers if (head := layer.head(word, text)) is not None)
    layered = sorted(((kind, head.layer) for head in heads for kind in head.alone), key=_by_kind)
    kinds = tuple(kind for kind, _ in layered)
    return Form(
        text,
        compared(text),
        kinds,
        tuple(layered),
        NOTHING.union(*(kind.sorts for kind in kinds)),
        heads,
        {second: _beginnings(heads, second) for head in heads for second in head.followed},
        tuple({each.second: 0 for head in heads for each in head.stems}),
        is_number=word in numbers or text[0].isdigit(),
        is_capital=text[0].isupper(),
    )


def _by_kind(told: tuple[Kind, int]) -> tuple[str, str, str, int]:
    kind, layer = told
    return kind.sort, kind.value, kind.full, layer


def _beginnings(heads: Iterable[Head], second: str) -> tuple[Beginning, ...]:
    found = ((head.layer, phrases) for head in heads if (phrases := head.before(second)))
    return tuple(Beginning(layer, phrases, _thirds(phrases)) for layer, phrases in found)


def _thirds(phrases: Sequence[Longer]) -> frozenset[str]:
    """The third words of phrases that all have one, written out."""
    if any(phrase.starred or not phrase.tail for phrase in phrases):
        return NOTHING
    return frozenset(phrase.tail[0] for phrase in phrases)


def is_name(text: str) -> bool:
    """Whether a word is written as a name: with a capital, a short one in capitals throughout."""
    return text.isupper() if len(text) <= ABBREVIATION else text[0].isupper()
