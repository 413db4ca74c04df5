"""Queries for the word index: what FTS5 can answer is put to it in one piece, the rest becomes conditions on its hits.

Fields: `from:` (speaker or outlet), `org:`, `nation:` (alpha-3), `stance:`, `source:`, `text:`, `after:` and `before:`
(a date, `2026-02` or `2026-02-19`), `is:unread`, `is:read`, `is:edited`, `is:headline`, `is:noted`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import assert_never

from board.model import When
from board.store.lens import Condition
from board.store.times import FOREVER, first_id
from board.text.query import And, Field, Not, Or, Phrase, Query, QueryError, Term, parse, words_of

_COLUMNS = {
    "from": "{speaker source}",
    "speaker": "speaker",
    "org": "organisation",
    "organisation": "organisation",
    "nation": "nation",
    "stance": "stance",
    "source": "source",
    "text": "text",
}
_NOTED = "EXISTS (SELECT 1 FROM {table} x WHERE x.ref = 'statement:' || t.root)"
_IS = {
    "unread": f"NOT {_NOTED.format(table='read_marks')}",
    "read": _NOTED.format(table="read_marks"),
    "noted": _NOTED.format(table="notes"),
    "edited": "EXISTS (SELECT 1 FROM item_versions x WHERE x.item = t.item AND x.cause = 'edited')",
    "headline": "t.headline = 1",
}
PROBE = "EXISTS (SELECT 1 FROM words x WHERE x.words MATCH ? AND x.rowid = t.id)"
"""Whether FTS5 finds the statement `t`: cheap where few are left to ask about."""


@dataclass(frozen=True, slots=True)
class Search:
    """A query, ready for the store."""

    match: str | None = None
    """What FTS5 walks through; `None` where nothing in the query can lead."""
    conditions: tuple[Condition, ...] = ()
    """What each hit must fulfil besides."""
    first: int = 0
    last: int = FOREVER


Aliases = Mapping[tuple[str, ...], tuple[tuple[str, ...], ...]]
"""Folded words to the groups of folded words that mean the same."""


def compile_query(text: str, aliases: Sequence[Sequence[str]] = ()) -> Search:
    """The search for a query; an empty one finds all. Raises: QueryError."""
    tree = parse(text)
    names = _alias_table(aliases)
    leading, conditions, first, last = [], [], 0, FOREVER
    for part in tree.parts if isinstance(tree, And) else (tree,):
        if isinstance(part, Field) and part.name in ("after", "before"):
            low, high = _ids(part)
            first, last = max(first, low), min(last, high)
        elif (match := _match(part, names)) is not None:
            leading.append(match)
        else:
            conditions.append(_condition(part, names))
    return Search(" AND ".join(leading) or None, tuple(conditions), first, last)


def _alias_table(groups: Sequence[Sequence[str]]) -> Aliases:
    folded = [tuple(words for name in group if (words := words_of(name))) for group in groups]
    return {words: group for group in folded for words in group}


def _match(query: Query, aliases: Aliases) -> str | None:
    """The whole of `query` in the language of FTS5; `None` where it cannot say it."""
    match query:
        case Term() | Phrase():
            return f"{{text speaker organisation source}} : ({_words(query, aliases)})"
        case Field():
            column = _COLUMNS.get(query.name)
            return f"{column} : ({_words(query.part, aliases)})" if column else None
        case And(parts):
            return _joined(" AND ", [_match(part, aliases) for part in parts])
        case Or(parts):
            return _joined(" OR ", [_match(part, aliases) for part in parts])
        case Not():
            return None
        case _:
            assert_never(query)


def _joined(operator: str, parts: list[str | None]) -> str | None:
    said = [part for part in parts if part is not None]
    return f"({operator.join(said)})" if said and len(said) == len(parts) else None


def _words(part: Term | Phrase, aliases: Aliases) -> str:
    """A word or phrase, or any other name of the same thing. Words are letters and digits only: nothing to escape."""
    words = (part.word,) if isinstance(part, Term) else part.words
    star = "*" if part.prefix else ""
    names = (words,) if part.prefix else aliases.get(words, (words,))
    return " OR ".join(f'"{" ".join(name)}"{star}' for name in names)


def _condition(query: Query, aliases: Aliases) -> Condition:
    """`query` as a condition on a statement `t`, whatever it is. Raises: QueryError for a field there is not."""
    if (match := _match(query, aliases)) is not None:
        return PROBE, (match,)
    match query:
        case Not(part):
            sql, values = _condition(part, aliases)
            return f"NOT ({sql})", values
        case And(parts):
            return _all(" AND ", "1", [_condition(part, aliases) for part in parts])
        case Or(parts):
            return _all(" OR ", "0", [_condition(part, aliases) for part in parts])
        case Field():
            return _FIELDS.get(query.name, _unknown)(query)
        case _:
            raise AssertionError(query)


def _all(operator: str, none: str, parts: list[Condition]) -> Condition:
    sql = operator.join(f"({condition})" for condition, _ in parts)
    return sql or none, tuple(value for _, values in parts for value in values)


def _in_time(field: Field) -> Condition:
    return "t.id BETWEEN ? AND ?", _ids(field)


def _ids(field: Field) -> tuple[int, int]:
    """The ids of that time: `after:2026-02` begins with February, `before:2026-02` ends with January."""
    said = "-".join((field.part.word,) if isinstance(field.part, Term) else field.part.words)
    try:
        when = When.parse(said)
    except ValueError:
        raise QueryError(f"{field.name}: takes a date such as 2026, 2026-02 or 2026-02-19, not {said!r}", 0) from None
    return (first_id(when.start), FOREVER) if field.name == "after" else (0, first_id(when.start) - 1)


def _is(field: Field) -> Condition:
    word = field.part.word if isinstance(field.part, Term) else " ".join(field.part.words)
    if word not in _IS:
        raise QueryError(f"is: takes {', '.join(sorted(_IS))}, not {word!r}", 0)
    return _IS[word], ()


def _unknown(field: Field) -> Condition:
    known = ", ".join(sorted((*_COLUMNS, *_FIELDS)))
    raise QueryError(f"there is no field {field.name!r}; there are {known}", 0)


_FIELDS: Mapping[str, Callable[[Field], Condition]] = {"after": _in_time, "before": _in_time, "is": _is}
