"""Whom a number counts: which force, and which nation's part of it."""

from __future__ import annotations

from typing import NamedTuple

from board.model import Confidence
from board.reading.counted import Counted
from board.reading.lexicon import Mark
from board.reading.prose import Prose, Sentence

AFTER_NOUN = 4
"""Words after the noun in which its nation may follow: `600 soldiers from the United States`."""


class Subject(NamedTuple):
    force: str
    """Empty where the text tells none."""
    nation: str | None
    confidence: Confidence


class Context(NamedTuple):
    """What the sentences before have spoken of."""

    force: str = ""
    nation: str | None = None


def subject_of(
    prose: Prose, sentence: Sentence, counted: Counted, previous: Counted | None, context: Context
) -> Subject:
    """The subject of a number; by its own noun phrase first, then by the words before it, then by what came before."""
    force = _force(prose, sentence, counted, context)
    own = _own_nation(prose, sentence, counted)
    if own is not None:
        return Subject(force, own, Confidence.HIGH)
    start = _clause_start(prose, sentence, counted)
    for index in range(counted.count.first - 1, start - 1, -1):
        if (mark := _nation(prose, index)) is not None and not _is_place(prose, sentence, mark):
            return Subject(force, mark.value, Confidence.HIGH)
        if (mark := prose.is_a(index, "force")) is not None and not _is_place(prose, sentence, mark):
            return Subject(mark.value, None, Confidence.HIGH)
        if prose.is_a(index, "pronoun.body") and context.nation:
            return Subject(force, context.nation, Confidence.MEDIUM)
    return Subject(force, None, Confidence.HIGH if force else Confidence.MEDIUM)


def _force(prose: Prose, sentence: Sentence, counted: Counted, context: Context) -> str:
    """The force named nearest before the number, else after it in the sentence, else before the sentence."""
    before = [mark for mark in sentence.marks if mark.sort == "force"]
    nearest = min(before, key=lambda mark: abs(mark.first - counted.count.first), default=None)
    return nearest.value if nearest is not None else context.force


def _nation(prose: Prose, index: int) -> Mark | None:
    """A nation that may send soldiers; the land where they serve is none, unless it is meant as one."""
    mark = prose.is_a(index, "nation", "capital")
    return None if mark is None or prose.is_a(index, "theatre") else mark


def _own_nation(prose: Prose, sentence: Sentence, counted: Counted) -> str | None:
    """The one nation between the number and its noun, or right after the noun: `105 Polish police officers`."""
    count, noun = counted.count, counted.noun
    last = noun if noun is not None and noun >= count.last else count.last + 1
    stop = min(sentence.last, last + 1 + AFTER_NOUN)
    found = {mark.value for index in range(count.last, min(sentence.last, last + 1)) if (mark := _nation(prose, index))}
    if not found:
        found = {mark.value for mark in _following(prose, last + 1, stop)}
    return found.pop() if len(found) == 1 else None


def _following(prose: Prose, first: int, stop: int) -> list[Mark]:
    """Nations after the noun that belong to it: `from Hungary`, `are American`; all of a list, so that none is picked."""
    found: list[Mark] = []
    for index in range(first, stop):
        if mark := _nation(prose, index):
            found.append(mark)
        elif not (prose.is_a(index, "origin", "article", "aux") or (found and prose.words[index].text == ",")):
            break
    return found


def _clause_start(prose: Prose, sentence: Sentence, counted: Counted) -> int:
    """Not before the words that are said: the speaker's own nation is not whom the number counts."""
    for index in range(counted.count.first - 1, sentence.first - 1, -1):
        if prose.is_a(index, "that.that") or prose.words[index].text in "“„«;":
            return index
    return sentence.first


def _is_place(prose: Prose, sentence: Sentence, mark: Mark) -> bool:
    """`in Germany`, `with KFOR`: said of where or with whom, not of whose soldiers they are."""
    before = mark.first - 1
    while before >= sentence.first and prose.is_a(before, "article"):
        before -= 1
    return before >= sentence.first and prose.is_a(before, "where") is not None
