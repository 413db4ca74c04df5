"""The phrases of a text: which words are what, as the lexicon has it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from board.reading.words.forms import NOTHING, Form
from board.reading.words.lexicon import LAYERS, Mark

BEHIND = 4
"""Words behind the last that may be asked for."""


class Marks:
    """The phrases that cover each word: first those from before it, then those it begins.

    Those of a word that is just what its form is by itself are made when asked for.
    """

    def __init__(self, forms: list[Form]) -> None:
        self._forms = forms
        self._found: list[list[Mark] | None] = [None] * len(forms)
        self._found += [[] for _ in range(BEHIND)]
        self._over: dict[int, list[Mark]] = {}
        """Phrases of several words by each of them but the first."""

    def __getitem__(self, index: int) -> list[Mark]:
        found = self._found[index]
        if found is None:
            found = self._found[index] = [Mark(index, index + 1, kind) for kind in self._forms[index].kinds]
        return found

    def settle(self, index: int, alone: list[Mark], longer: list[Mark]) -> frozenset[str]:
        """Word `index` is what `alone` tells and begins what `longer` does; what it comes to with those over it."""
        form, over = self._forms[index], self._over.get(index)
        others = longer if over is None else over + longer
        self._found[index] = alone + longer if over is None else over + alone + longer
        for mark in longer:
            for covered in range(index + 1, mark.last):
                self._over[covered] = [*self._over.get(covered, ()), mark]
        sorts = form.sorts
        if len(alone) < len(form.kinds):
            sorts = NOTHING.union(*[mark.sorts for mark in alone]) if alone else NOTHING
        for mark in others:
            sorts |= mark.sorts
        return sorts


class Marked(NamedTuple):
    """What the words of a text are."""

    marks: Marks
    sorts: list[frozenset[str]]
    """What each word is: a table's name and `table.key` for each of its phrases. Nothing behind the last word, so that
    the word before the first is nothing too."""
    numeric: list[int]
    """Words that are numbers or parts of them."""


def marked(words: list[Form], silent: Collection[int] = ()) -> Marked:
    """What `words` are; no phrase begins with one of the `silent`.

    Nearly every word is just what its form is by itself. Only where a longer phrase may begin, or hides what is inside
    it, is a word looked at together with its neighbours.
    """
    folded = tuple([word.folded for word in words])
    sorts = [word.sorts for word in words] + [NOTHING] * BEHIND
    marks = Marks(words)
    free, hidden = 0, [0] * LAYERS
    openings = _openings(words, folded)
    for start in sorted(openings.union(silent)):
        index, free = (start, start + 1) if start >= free else (free, free)
        while index < free:
            alone: list[Mark] = []
            longer: list[Mark] = []
            if index in openings:
                longer = _longer(words, folded, index, hidden)
                for end in hidden:
                    free = max(free, end)
            if free == start + 1 and start not in silent:
                break
            if index in silent:
                longer = []
            else:
                layered = words[index].layered
                alone = [Mark(index, index + 1, kind) for kind, layer in layered if hidden[layer] <= index]
            sorts[index] = marks.settle(index, alone, longer)
            index += 1
    return Marked(marks, sorts, [index for index, word in enumerate(words) if word.is_number])


def _openings(words: list[Form], folded: tuple[str, ...]) -> set[int]:
    """The words with which a longer phrase may begin."""
    found = set()
    for index, second in enumerate(folded[1:]):
        word = words[index]
        if second in word.followed or (word.stems and second.startswith(word.stems)):
            found.add(index)
    return found


def _longer(words: list[Form], folded: tuple[str, ...], index: int, hidden: list[int]) -> list[Mark]:
    """The phrases of several words that begin with word `index`.

    `hidden` has the end of the last phrase of each layer.
    """
    found: list[Mark] = []
    third = folded[index + 2] if index + 2 < len(folded) else ""
    for beginning in words[index].before(folded[index + 1]):
        layer = beginning.layer
        if index < hidden[layer] or (beginning.thirds and third not in beginning.thirds):
            continue
        for longer in beginning.phrases:
            stop = index + longer.length
            if stop < hidden[layer]:
                break
            if folded[index + 2 : stop] == longer.tail or (
                longer.starred and _stands(longer.tail, folded[index + 2 : stop])
            ):
                hidden[layer] = stop
                if not longer.capitals or words[index].text[0].isupper() or words[stop - 1].text[0].isupper():
                    found.append(Mark(index, stop, longer.kind))
    return sorted(found, key=_in_order) if len(found) > 1 else found


def _in_order(mark: Mark) -> tuple[int, str, str, str]:
    return mark.last, mark.sort, mark.value, mark.full


def _stands(tail: tuple[str, ...], folded: Sequence[str]) -> bool:
    """Whether the words `folded` are those of `tail`, in which `*` stands for any ending."""
    if len(tail) > len(folded):
        return False
    for pattern, word in zip(tail, folded, strict=True):
        if word != pattern and (pattern[-1] != "*" or not word.startswith(pattern[:-1])):
            return False
    return True
