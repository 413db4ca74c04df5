"""Whom a number counts: which force, and which nation's part of it."""

from __future__ import annotations

from typing import NamedTuple

from board.model import Confidence
from board.reading.counted import Counted, Sort
from board.reading.lexicon import Mark
from board.reading.prose import Prose, Sentence

ACRONYM = 3
"""Letters of the shortest word in capitals that is taken for a body's name."""
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
    counted: bool = False
    """The sentence before gave a strength."""


def subject_of(prose: Prose, sentence: Sentence, counted: Counted, last: Subject | None, context: Context) -> Subject:
    """The subject of a number; by its own noun phrase first, then by the words before it, then by what came before.

    `last` is the subject of the number before it in the sentence.
    """
    force = _force(prose, sentence, counted, context)
    own = _own_nation(prose, sentence, counted)
    if own is not None:
        return Subject(force, own, Confidence.HIGH)
    if last is not None and _is_whole(prose, counted):
        return Subject(force, None, Confidence.MEDIUM)
    start = _clause_start(prose, sentence, counted)
    found = _named_before(prose, sentence, counted, start, context)
    if found is not None:
        return found._replace(force=found.force or force)
    if counted.noun is None and last is not None:
        return last
    if counted.noun is None and context.counted and not any(mark.sort == "force" for mark in sentence.marks):
        return Subject(force, context.nation, Confidence.MEDIUM)
    if (
        start > sentence.first
        and not _in_the_force(prose, counted)
        and (nation := _nation_before(prose, sentence.first, start))
    ):
        return Subject(force, nation, Confidence.MEDIUM)
    force = force or _body(prose, start, counted.count.first)
    return Subject(force, None, Confidence.HIGH if force else Confidence.MEDIUM)


def _is_whole(prose: Prose, counted: Counted) -> bool:
    """`780 of the approximately 4,500`: the second is what the first is a part of."""
    index = counted.count.first - 1
    while index >= 0 and prose.is_a(index, "article", "qualifier"):
        index -= 1
    return index > 0 and prose.is_a(index, "counts.share") is not None and prose.words[index - 1].text[0].isdigit()


def _named_before(prose: Prose, sentence: Sentence, counted: Counted, start: int, context: Context) -> Subject | None:
    """The nation or the force named nearest before the number in its clause; `it` is the nation named before it."""
    for index in range(counted.count.first - 1, start - 1, -1):
        if (mark := _nation(prose, index)) is not None and not _is_place(prose, sentence, mark):
            return Subject("", mark.value, Confidence.HIGH)
        if (mark := prose.is_a(index, "force")) is not None and not _is_place(prose, sentence, mark):
            return Subject(mark.value, None, Confidence.HIGH)
        refers = prose.is_a(index, "pronoun.body", "pronoun.many", "pronoun.self", "own") is not None
        if (refers or _is_the_contingent(prose, counted, index)) and (
            nation := _nation_before(prose, sentence.first, index) or context.nation
        ):
            return Subject("", nation, Confidence.MEDIUM)
    return None


def _in_the_force(prose: Prose, counted: Counted) -> bool:
    """`4,500 troops in KFOR`, `600 KFOR soldiers`, `33 nations`: of the force itself, whoever says so."""
    stop = min(len(prose.words), counted.count.last + AFTER_NOUN)
    return counted.sort is not Sort.PEOPLE or any(
        prose.is_a(index, "force", "parent", "mission") for index in range(counted.count.last, stop)
    )


def _nation_before(prose: Prose, first: int, stop: int) -> str | None:
    return next((mark.value for index in range(stop - 1, first - 1, -1) if (mark := _nation(prose, index))), None)


def _is_the_contingent(prose: Prose, counted: Counted, index: int) -> bool:
    """`The 150-member contingent`: of the nation spoken of before."""
    near = range(counted.count.last, min(len(prose.words), counted.count.last + AFTER_NOUN))
    return (
        index == counted.count.first - 1
        and prose.is_a(index, "article.definite") is not None
        and any(prose.is_a(place, "contingent") for place in near)
    )


def _force(prose: Prose, sentence: Sentence, counted: Counted, context: Context) -> str:
    """The force named nearest before the number, else after it in the sentence, else before the sentence."""
    named = [mark for mark in sentence.marks if mark.sort == "force" and mark.value in prose.lexicon.multinational]
    nearest = min(named, key=lambda mark: abs(mark.first - counted.count.first), default=None)
    return nearest.value if nearest is not None else context.force


def _body(prose: Prose, first: int, last: int) -> str:
    """An armed body that is no force of the board, as it is written: `the Kosovo Security Force`, `KSF`."""
    for index in range(last - 1, first - 1, -1):
        if prose.is_a(index, "armed"):
            begin = index
            while begin > first and prose.is_capital(begin - 1) and not prose.is_a(begin - 1, "article"):
                begin -= 1
            return prose.slice(begin, index + 1)
        if prose.words[index].text.isupper() and len(prose.words[index].text) >= ACRONYM and index not in prose.marks:
            return prose.words[index].text
    return ""


def _nation(prose: Prose, index: int) -> Mark | None:
    """A nation that may send soldiers; the land where they serve is none, unless it is meant as one."""
    mark = prose.is_a(index, "nation", "stands_for")
    return None if mark is None or prose.is_a(index, "theatre") else mark


def _own_nation(prose: Prose, sentence: Sentence, counted: Counted) -> str | None:
    """The one nation between the number and its noun, or right after either: `105 Polish police officers`."""
    count, noun = counted.count, counted.noun
    begin = noun + 1 if noun is not None and noun >= count.last else count.last
    found = {mark.value for index in range(count.last, begin) if (mark := _nation(prose, index))}
    if not found:
        found = {mark.value for mark in _following(prose, begin, min(sentence.last, begin + AFTER_NOUN))}
    return found.pop() if len(found) == 1 else None


def _following(prose: Prose, first: int, stop: int) -> list[Mark]:
    """Nations after the noun that belong to it: `from Hungary`, `are American`; the whole of a list."""
    found: list[Mark] = []
    for index in range(first, stop):
        if mark := _nation(prose, index):
            found.append(mark)
        elif not (
            prose.is_a(index, "origin", "article", "aux", "counts.share") or (found and prose.words[index].text == ",")
        ):
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
