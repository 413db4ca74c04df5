"""Where in a text words of some sorts stand, and the phrases that begin there: found once for all who ask."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from board.reading.words.forms import NOTHING
from board.reading.words.lexicon import Mark
from board.reading.words.marking import Marks

NOWHERE: frozenset[int] = frozenset()


class Words(dict[tuple[str, ...], frozenset[int]]):
    """The words of a text that are of one of some sorts (a table's name, or `table.key`)."""

    def __init__(self, sorts: Sequence[frozenset[str]]) -> None:
        super().__init__()
        alike: dict[frozenset[str], list[int]] = {}
        for index, own in enumerate(sorts):
            if own:
                alike.setdefault(own, []).append(index)
        by_sort: dict[str, list[list[int]]] = {}
        for own, words in alike.items():
            for sort in own:
                by_sort.setdefault(sort, []).append(words)
        self._by_sort = by_sort

    def __missing__(self, sorts: tuple[str, ...]) -> frozenset[int]:
        alike = [words for sort in sorts for words in self._by_sort.get(sort, ())]
        found = self[sorts] = NOWHERE.union(*alike)
        return found


class Begun(NamedTuple):
    """Phrases in order, and the words with which they begin."""

    phrases: list[Mark]
    places: list[int]


class Finder(dict[tuple[str, ...], Begun]):
    """The phrases of a text that are of one of some sorts."""

    def __init__(self, marks: Marks, words: Words, sorts: Sequence[frozenset[str]]) -> None:
        super().__init__()
        self.marks, self.words, self.sorts = marks, words, sorts

    def __missing__(self, sorts: tuple[str, ...]) -> Begun:
        marks, near = self.marks, self.words[sorts]
        phrases = [
            mark
            for index in sorted(near)
            for mark in marks[index]
            if mark.first == index and (mark.sort in sorts or mark.full in sorts)
        ]
        found = self[sorts] = Begun(phrases, [mark.first for mark in phrases])
        return found


class Phrases:
    """The phrases that begin with one of some words, in order."""

    __slots__ = ("_finder", "_left_out", "_words", "sorts")

    def __init__(self, finder: Finder, words: range, left_out: range = range(0)) -> None:
        self._finder, self._words, self._left_out = finder, words, left_out
        own = finder.sorts[words.start : words.stop]
        if left_out:
            own = [finder.sorts[index] for index in words if index not in left_out]
        self.sorts = NOTHING.union(*own)
        """What the words are: tables of which they have phrases, and entries of these."""

    def __iter__(self) -> Iterator[Mark]:
        left_out, marks = self._left_out, self._finder.marks
        return (mark for index in self._words if index not in left_out for mark in marks[index] if mark.first == index)

    def of(self, *sorts: str) -> list[Mark]:
        """Those of one of `sorts` (a table's name, or `table.key`)."""
        if self.sorts.isdisjoint(sorts):
            return []
        (phrases, places), words = self._finder[sorts], self._words
        found = phrases[bisect_left(places, words.start) : bisect_left(places, words.stop)]
        return [mark for mark in found if mark.first not in self._left_out] if self._left_out else found

    def within(self, words: range, left_out: range) -> Phrases:
        """Those that begin with one of `words`, but for the words `left_out`."""
        return Phrases(self._finder, words, left_out)
