"""Where in a text words of some sorts stand, and the phrases that begin there: found once for all who ask."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from board.reading.words.forms import NOTHING
from board.reading.words.lexicon import Mark
from board.reading.words.marking import Marks

NOWHERE: frozenset[int] = frozenset()


class Words:
    """The words of a text that are of one of some sorts (a table's name, or `table.key`)."""

    def __init__(self, sorts: list[frozenset[str]]) -> None:
        self._found: dict[tuple[str, ...], frozenset[int]] = {}
        alike: dict[frozenset[str], list[int]] = {}
        for index, own in enumerate(sorts):
            if (words := alike.get(own)) is not None:
                words.append(index)
            else:
                alike[own] = [index]
        by_sort: dict[str, list[list[int]]] = {}
        for own, words in alike.items():
            for sort in own:
                if (groups := by_sort.get(sort)) is not None:
                    groups.append(words)
                else:
                    by_sort[sort] = [words]
        self._by_sort = by_sort

    def __getitem__(self, sorts: tuple[str, ...]) -> frozenset[int]:
        found = self._found.get(sorts)
        if found is None:
            alike = [words for sort in sorts for words in self._by_sort.get(sort, ())]
            found = self._found[sorts] = NOWHERE.union(*alike)
        return found


class Begun:
    """Phrases in order, and the words with which they begin."""

    __slots__ = ("phrases", "places")

    def __init__(self, phrases: list[Mark]) -> None:
        self.phrases = phrases
        self.places = [mark.first for mark in phrases]


class Finder:
    """The phrases of a text that are of one of some sorts."""

    def __init__(self, marks: Marks, words: Words, sorts: list[frozenset[str]]) -> None:
        self._found: dict[tuple[str, ...], Begun] = {}
        self.marks, self.words, self.sorts = marks, words, sorts

    def __getitem__(self, sorts: tuple[str, ...]) -> Begun:
        found = self._found.get(sorts)
        if found is None:
            found = self._found[sorts] = self._find(sorts)
        return found

    def _find(self, sorts: tuple[str, ...]) -> Begun:
        marks, wanted = self.marks, frozenset(sorts)
        phrases = [
            mark
            for index in sorted(self.words[sorts])
            for mark in marks[index]
            if mark.first == index and (mark.sort in wanted or mark.full in wanted)
        ]
        return Begun(phrases)


class Phrases:
    """The phrases that begin with one of some words, in order."""

    __slots__ = ("_finder", "_first", "_last", "_left_out", "sorts")

    def __init__(self, finder: Finder, first: int, last: int, left_out: range = range(0)) -> None:
        self._finder, self._first, self._last, self._left_out = finder, first, last, left_out
        own = finder.sorts[first:last]
        if left_out:
            own = [finder.sorts[index] for index in range(first, last) if index not in left_out]
        self.sorts = NOTHING.union(*own)
        """What the words are: tables of which they have phrases, and entries of these."""

    def __iter__(self) -> Iterator[Mark]:
        left_out, marks = self._left_out, self._finder.marks
        words = (index for index in range(self._first, self._last) if index not in left_out)
        return (mark for index in words for mark in marks[index] if mark.first == index)

    def of(self, *sorts: str) -> list[Mark]:
        """Those of one of `sorts` (a table's name, or `table.key`)."""
        for sort in sorts:
            if sort in self.sorts:
                return self._begun(sorts)
        return []

    def _begun(self, sorts: tuple[str, ...]) -> list[Mark]:
        begun = self._finder[sorts]
        found = begun.phrases[bisect_left(begun.places, self._first) : bisect_left(begun.places, self._last)]
        return [mark for mark in found if mark.first not in self._left_out] if self._left_out else found

    def within(self, first: int, last: int, left_out: range) -> Phrases:
        """Those that begin with one of the words `first` to `last`, but for the words `left_out`."""
        return Phrases(self._finder, first, last, left_out)
