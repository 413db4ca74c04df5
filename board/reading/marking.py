"""The phrases of a text: which words are what, as the lexicon has it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import NamedTuple

from board.reading.forms import NOTHING, Form, Head, Longer
from board.reading.lexicon import LAYERS, Mark
from board.reading.words import Word

BEHIND = 4
"""Words behind the last that may be asked for."""
_new = tuple.__new__
"""Makes a mark without running Python code for it."""


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
    forms = [form(word.text) for word in words]
    folded = [word.folded for word in words]
    sorts = [own.sorts for own in forms] + [NOTHING] * BEHIND
    marks = Marks(forms)
    free, hidden = 0, [0] * LAYERS
    for start in sorted({*_openings(folded, forms), *silent}):
        index, free = (start, start + 1) if start >= free else (free, free)
        while index < free:
            phrases = _phrases(forms[index].heads, words, folded, index, hidden)
            own = marks.settle(index, [] if index in silent else phrases)
            sorts[index] = own[0].sorts if len(own) == 1 else NOTHING.union(*[mark.sorts for mark in own])
            index, free = index + 1, max(free, *hidden)
    return Marked(marks, sorts, [index for index, own in enumerate(forms) if own.is_number])


def _openings(folded: Sequence[str], forms: Sequence[Form]) -> list[int]:
    """The words with which a longer phrase may begin."""
    pairs = zip(forms, folded[1:], strict=False)
    return [
        index
        for index, (form, second) in enumerate(pairs)
        if second in form.seconds or (form.stems and second.startswith(form.stems))
    ]


def _phrases(
    heads: Iterable[Head], words: Sequence[Word], folded: Sequence[str], index: int, hidden: list[int]
) -> list[Mark]:
    """What begins with word `index`; `hidden` has the end of the last phrase of each layer."""
    found: list[Mark] = []
    second = folded[index + 1] if index + 1 < len(folded) else ""
    for head in heads:
        if index < hidden[head.layer]:
            continue
        entries = _longest(head.before(second), folded, index)
        if entries:
            hidden[head.layer] = stop = index + entries[0].length
            is_name = words[index].text[0].isupper() or words[stop - 1].text[0].isupper()
            found += [_new(Mark, (index, stop, *entry.kind)) for entry in entries if is_name or not entry.capitals]
        elif head.alone:
            found += [_new(Mark, (index, index + 1, *kind)) for kind in head.alone]
    found.sort()
    return found


def _longest(phrases: Iterable[Longer], folded: Sequence[str], index: int) -> list[Longer]:
    """Those of `phrases`, the longest first, that stand at word `index` and are as long as the longest that does."""
    found: list[Longer] = []
    for phrase in phrases:
        if found and phrase.length < found[0].length:
            break
        if not phrase.tail or _stands(phrase.tail, folded[index + 2 : index + phrase.length]):
            found.append(phrase)
    return found


def _stands(tail: tuple[str, ...], folded: Sequence[str]) -> bool:
    if len(tail) > len(folded):
        return False
    for pattern, word in zip(tail, folded, strict=True):
        if word != pattern and (pattern[-1] != "*" or not word.startswith(pattern[:-1])):
            return False
    return True
