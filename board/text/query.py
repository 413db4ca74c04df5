"""The query language: words, "phrases", prefix*, field:value, AND OR NOT and parentheses; side by side means AND.

`parse` gives a tree of the node classes below; `matches` tries it on a text, the store compiles the same tree for its
index. Everything is compared folded (`board.text.fold`), so case, accents and script do not matter.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import assert_never

from board.errors import UsageError
from board.text.fold import fold

LONGEST = 2000
"""Characters of the longest query."""
DEEPEST = 20
"""Parentheses and NOTs within each other."""
_SAID = re.compile(r"\w+")
_TOKEN = re.compile(
    r'(?P<mark>[()])|(?P<field>[^\W\d]\w*):(?=[^\s:()/])|"(?P<phrase>[^"]*)"(?P<more>\*?)|(?P<word>[^\s()"]+)|(?P<open>")'
)


class QueryError(UsageError):
    """The query cannot be read; `position` is the 0-based character where it goes wrong."""

    def __init__(self, message: str, position: int) -> None:
        super().__init__(message)
        self.position = position


@dataclass(frozen=True, slots=True)
class Term:
    """One folded word."""

    word: str
    prefix: bool = False
    """True: any word that begins with it."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Folded words one after another."""

    words: tuple[str, ...]
    prefix: bool = False
    """True: the last word may go on."""


@dataclass(frozen=True, slots=True)
class Field:
    """`name:…`: the part holds of the named field; which names there are is for the caller to say."""

    name: str
    part: Term | Phrase


@dataclass(frozen=True, slots=True)
class Not:
    part: Query


@dataclass(frozen=True, slots=True)
class And:
    parts: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Or:
    parts: tuple[Query, ...]


Query = Term | Phrase | Field | Not | And | Or


def parse(text: str) -> Query:
    """The tree of a query; NOT binds tighter than AND, AND tighter than OR. An empty `And` holds of everything.

    Operators are written in capitals. Words that fold into several (`COVID-19`) become a phrase.

    Raises: QueryError with the position of the mistake.
    """
    if len(text) > LONGEST:
        raise QueryError(f"a query has at most {LONGEST} characters", LONGEST)
    if not text.strip():
        return And(())
    return _Parser(text).whole()


def fields_of(query: Query) -> frozenset[str]:
    """The names of the fields it asks of."""
    match query:
        case Field(name):
            return frozenset((name,))
        case Not(part):
            return fields_of(part)
        case And(parts) | Or(parts):
            return frozenset().union(*map(fields_of, parts))
        case Term() | Phrase():
            return frozenset()
        case _:
            assert_never(query)


def words_of(text: str) -> tuple[str, ...]:
    """The folded words of a text, in order: what queries are compared with."""
    return tuple(_SAID.findall(fold(text)))


def matches(query: Query, text: str, fields: Mapping[str, str] | None = None) -> bool:
    """Whether `text` is what `query` asks for. A field that is not among `fields` holds of nothing."""
    said = {name.lower(): words_of(value) for name, value in (fields or {}).items()}
    return _holds(query, words_of(text), said)


def _holds(query: Query, words: tuple[str, ...], fields: Mapping[str, tuple[str, ...]]) -> bool:
    match query:
        case Term(word, prefix):
            return any(said.startswith(word) for said in words) if prefix else word in words
        case Phrase():
            return _in_order(query, words)
        case Field(name, part):
            return _holds(part, fields.get(name, ()), fields)
        case Not(part):
            return not _holds(part, words, fields)
        case And(parts):
            return all(_holds(part, words, fields) for part in parts)
        case Or(parts):
            return any(_holds(part, words, fields) for part in parts)
        case _:
            assert_never(query)


def _in_order(phrase: Phrase, words: tuple[str, ...]) -> bool:
    wanted, count = phrase.words, len(phrase.words)
    for start in range(len(words) - count + 1):
        *before, last = words[start : start + count]
        fits = last.startswith(wanted[-1]) if phrase.prefix else last == wanted[-1]
        if fits and tuple(before) == wanted[:-1]:
            return True
    return False


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    position: int
    prefix: bool = False


def _tokens(text: str) -> Iterator[_Token]:
    for match in _TOKEN.finditer(text):
        kind, at = str(match.lastgroup), match.start()
        if kind == "open":
            raise QueryError("the quotation mark is not closed", at)
        if kind == "word" and match["word"].endswith(":") and text[match.end() :].startswith("("):
            raise QueryError("a field takes one word or one phrase", at)
        if kind == "word" and match["word"] in {"AND", "OR", "NOT"}:
            yield _Token(match["word"], match["word"], at)
        elif kind == "more":
            yield _Token("phrase", match["phrase"], at, prefix=bool(match["more"]))
        elif kind == "word":
            yield _Token("word", match["word"].rstrip("*"), at, prefix=match["word"].endswith("*"))
        else:
            yield _Token(match[kind] if kind == "mark" else kind, match[kind], at)
    yield _Token("end", "", len(text))


class _Parser:
    """Reads one query, token by token, by descent: OR over AND over NOT over the simple parts."""

    def __init__(self, text: str) -> None:
        self._left = list(_tokens(text))[::-1]
        self._depth = 0

    def whole(self) -> Query:
        query = self._either()
        if self._next.kind == ")":
            raise QueryError("this parenthesis closes nothing", self._next.position)
        return query

    @property
    def _next(self) -> _Token:
        return self._left[-1]

    def _either(self) -> Query:
        parts = [self._both()]
        while self._next.kind == "OR":
            self._left.pop()
            parts.append(self._both())
        return parts[0] if len(parts) == 1 else Or(tuple(parts))

    def _both(self) -> Query:
        parts = [self._one()]
        while self._next.kind not in {"OR", ")", "end"}:
            if self._next.kind == "AND":
                self._left.pop()
            parts.append(self._one())
        return parts[0] if len(parts) == 1 else And(tuple(parts))

    def _one(self) -> Query:
        token = self._left.pop() if self._next.kind != "end" else self._next
        match token.kind:
            case "NOT":
                return Not(self._inside(token, self._one))
            case "(":
                query = self._inside(token, self._either)
                if self._left.pop().kind != ")":
                    raise QueryError("the parenthesis is not closed", token.position)
                return query
            case "field":
                return Field(fold(token.text), self._simple(self._left.pop()))
            case _:
                return self._simple(token)

    def _inside(self, token: _Token, read: Callable[[], Query]) -> Query:
        self._depth += 1
        if self._depth > DEEPEST:
            raise QueryError(f"more than {DEEPEST} levels within each other", token.position)
        query = read()
        self._depth -= 1
        return query

    def _simple(self, token: _Token) -> Term | Phrase:
        if token.kind not in {"word", "phrase"}:
            raise QueryError(_missing(token), token.position)
        words = words_of(token.text)
        if not words:
            raise QueryError(f"there is no word in {token.text!r}", token.position)
        return Term(words[0], token.prefix) if len(words) == 1 else Phrase(words, token.prefix)


def _missing(token: _Token) -> str:
    return "a word is missing at the end" if token.kind == "end" else f"a word is missing before {token.text!r}"
