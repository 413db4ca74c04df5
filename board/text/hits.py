"""Where in a text the words of a query stand, to mark them: compared folded, found in the text as it is written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import assert_never

from board.text.query import And, Field, Not, Or, Phrase, Query, Term, words_of

_WRITTEN = re.compile(r"\w[\w\u0300-\u036f]*")
"""A word with the marks that stand on its letters, which a decomposed text has apart."""
_OF_TEXT = "text"
Span = tuple[int, int]
Aliases = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Words in a row; the last may go on where it is a prefix."""

    words: tuple[str, ...]
    prefix: bool = False


def hits(query: Query, text: str, aliases: Aliases = ()) -> tuple[Span, ...]:
    """The stretches of `text` that the query looks for, in order and apart; not what it forbids.

    `aliases` are groups of words that mean one thing.
    """
    groups = [{words_of(name) for name in group} for group in aliases]
    wanted = [other for each in _wanted(query) for other in _meant(each, groups)]
    said = [(match.span(), word) for match in _WRITTEN.finditer(text) for word in words_of(match.group())]
    words = [word for _, word in said]
    found = [
        (said[place][0][0], said[place + len(each.words) - 1][0][1])
        for place in range(len(said))
        for each in wanted
        if _stands(each, words[place : place + len(each.words)])
    ]
    return tuple(_joined(sorted(found)))


def _wanted(query: Query) -> Iterator[_Wanted]:
    match query:
        case Term():
            yield _Wanted((query.word,), query.prefix)
        case Phrase():
            yield _Wanted(query.words, query.prefix)
        case Field():
            if query.name == _OF_TEXT:
                yield from _wanted(query.part)
        case And() | Or():
            for part in query.parts:
                yield from _wanted(part)
        case Not():
            return
        case _:
            assert_never(query)


def _meant(wanted: _Wanted, groups: Sequence[set[tuple[str, ...]]]) -> Iterator[_Wanted]:
    yield wanted
    for group in groups:
        if wanted.words in group and not wanted.prefix:
            yield from (_Wanted(words) for words in group - {wanted.words} if words)


def _stands(wanted: _Wanted, words: Sequence[str]) -> bool:
    if not wanted.words or len(words) < len(wanted.words):
        return False
    *before, last = wanted.words
    return list(words[:-1]) == before and (words[-1].startswith(last) if wanted.prefix else words[-1] == last)


def _joined(spans: Sequence[Span]) -> Iterator[Span]:
    """Those that overlap as one."""
    open_span: Span | None = None
    for start, end in spans:
        if open_span is not None and start <= open_span[1]:
            open_span = (open_span[0], max(end, open_span[1]))
            continue
        if open_span is not None:
            yield open_span
        open_span = (start, end)
    if open_span is not None:
        yield open_span
