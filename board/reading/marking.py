"""The phrases of a text: which words are what, as the lexicon has it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import compress, count
from operator import attrgetter, contains
from typing import NamedTuple

from board.reading.forms import NOTHING, Form
from board.reading.lexicon import LAYERS, Mark
from board.reading.words import Word

BEHIND = 4
"""Words behind the last that may be asked for."""
_new = tuple.__new__
"""Makes a mark without running Python code for it."""
_TEXT, _FOLDED = attrgetter("text"), attrgetter("folded")
_SORTS, _FOLLOWED, _STEMS, _IS_NUMBER = map(attrgetter, ("sorts", "followed", "stems", "is_number"))
_MARKED_AS = attrgetter("sorts")


class Marks(dict[int, list[Mark]]):
    """The phrases that cover each word. Those of a word that is just what its form is are made when asked for."""

    def __init__(self, forms: Sequence[Form]) -> None:
        super().__init__()
        self._forms = forms
        self[-1] = []

    def __missing__(self, index: int) -> list[Mark]:
        kinds = self._forms[index].kinds if index < len(self._forms) else ()
        found = self[index] = [_new(Mark, (index, index + 1, *kind)) for kind in kinds]
        return found

    def settle(self, index: int, phrases: Iterable[Mark]) -> list[Mark]:
        """Take in the `phrases` that begin with word `index`: it is these and those that cover it from before."""
        own = self.setdefault(index, [])
        own += phrases
        for mark in own:
            if mark.first == index and mark.last > index + 1:
                for covered in range(index + 1, mark.last):
                    self.setdefault(covered, []).append(mark)
        return own


class Marked(NamedTuple):
    """What the words of a text are."""

    marks: Marks
    sorts: list[frozenset[str]]
    """What each word is: a table's name and `table.key` for each of its phrases. Nothing behind the last word, so that
    the word before the first is nothing too."""
    numeric: list[int]
    """Words that are numbers or parts of them."""


def marked(words: Sequence[Word], form: Callable[[str], Form], silent: Collection[int] = ()) -> Marked:
    """What `words` are; no phrase begins with one of the `silent`.

    Nearly every word is just what its form is by itself. Only where a longer phrase may begin, or hides what is inside
    it, is a word looked at together with its neighbours.
    """
    forms = list(map(form, map(_TEXT, words)))
    folded = tuple(map(_FOLDED, words))
    sorts = [*map(_SORTS, forms), *[NOTHING] * BEHIND]
    marks = Marks(forms)
    free, hidden = 0, [0] * LAYERS
    for start in sorted({*_openings(folded, forms), *silent}):
        index, free = (start, start + 1) if start >= free else (free, free)
        while index < free:
            phrases = _phrases(forms[index], words, folded, index, hidden)
            free = max(free, *hidden)
            if free == start + 1 and start not in silent:
                break
            own = marks.settle(index, [] if index in silent else phrases)
            sorts[index] = own[0].sorts if len(own) == 1 else NOTHING.union(*map(_MARKED_AS, own))
            index += 1
    return Marked(marks, sorts, list(compress(count(), map(_IS_NUMBER, forms))))


def _openings(folded: Sequence[str], forms: Sequence[Form]) -> Iterator[int]:
    """The words with which a longer phrase may begin."""
    yield from compress(count(), map(contains, map(_FOLLOWED, forms), folded[1:]))
    for index in compress(range(len(forms) - 1), map(_STEMS, forms)):
        if folded[index + 1].startswith(forms[index].stems):
            yield index


def _phrases(form: Form, words: Sequence[Word], folded: Sequence[str], index: int, hidden: list[int]) -> list[Mark]:
    """What begins with word `index`; `hidden` has the end of the last phrase of each layer."""
    found: list[Mark] = []
    for layer, phrases in form.before(folded[index + 1]) if index + 1 < len(folded) else ():
        if index < hidden[layer]:
            continue
        for longer in phrases:
            stop = index + longer.length
            if stop < hidden[layer]:
                break
            if folded[index + 2 : stop] == longer.tail or (
                longer.starred and _stands(longer.tail, folded[index + 2 : stop])
            ):
                hidden[layer] = stop
                if not longer.capitals or words[index].text[0].isupper() or words[stop - 1].text[0].isupper():
                    found.append(_new(Mark, (index, stop, *longer.kind)))
    for head in form.heads:
        if index >= hidden[head.layer] and head.alone:
            found += [_new(Mark, (index, index + 1, *kind)) for kind in head.alone]
    found.sort()
    return found


def _stands(tail: tuple[str, ...], folded: Sequence[str]) -> bool:
    """Whether the words `folded` are those of `tail`, in which `*` stands for any ending."""
    if len(tail) > len(folded):
        return False
    for pattern, word in zip(tail, folded, strict=True):
        if word != pattern and (pattern[-1] != "*" or not word.startswith(pattern[:-1])):
            return False
    return True
