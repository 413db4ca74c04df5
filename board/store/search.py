"""Queries made ready for the store: what the word index can answer is put to it in one piece, the rest beside it.

Fields: `from:` (speaker or outlet), `speaker:`, `org:`, `nation:` (a name or code), `stance:`, `source:`, `text:`,
`after:` and `before:` (`2026`, `2026-02`, `2026-02-19`; `after:` includes it, `before:` does not), `is:unread`,
`is:read`, `is:noted`, `is:edited`, `is:headline`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import assert_never

from board.model import When
from board.store.lens import Condition, together
from board.store.times import FOREVER, first_id
from board.text.nations import nation_of
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
_ANYWHERE = "{text speaker organisation source}"
_ROOTS = "SELECT CAST(substr(ref, 11) AS INTEGER) FROM {table} WHERE ref BETWEEN 'statement:' AND 'statement;'"
_TIED = f"SELECT id FROM statements WHERE id IN ({_ROOTS}) OR (root <> id AND root IN ({_ROOTS}))"
EDITED = "SELECT item FROM item_versions WHERE cause = 'edited'"
_SETS = {
    "noted": _TIED.format(table="notes"),
    "read": _TIED.format(table="read_marks"),
    "edited": f"SELECT id FROM statements WHERE item IS NOT NULL AND item IN ({EDITED})",
}
"""The ids of statements of which something is true; often few."""
_IS = ("unread", "read", "noted", "edited", "headline")
_TIMES = ("after", "before")
_MOST_BRANCHES = 32


@dataclass(frozen=True, slots=True)
class Branch:
    """One alternative of a query: all of it must hold."""

    match: str | None = None
    """What the word index walks through; `None` where nothing in it can lead."""
    without: tuple[str, ...] = ()
    """What the word index must not find; only where nothing leads."""
    among: tuple[str, ...] = ()
    """SQL giving the ids it must be among."""
    conditions: tuple[Condition, ...] = ()
    """On the statement `t`."""
    first: int = 0
    last: int = FOREVER
    """Between which ids, both included."""


Aliases = Mapping[tuple[str, ...], tuple[tuple[str, ...], ...]]
"""Folded words to the group of folded words that mean the same."""
_Leaf = tuple[Query, bool]
"""A part that is not taken apart further, and whether it is to hold."""


def compile_query(
    text: str, aliases: Sequence[Sequence[str]] = (), sets: Mapping[str, str] = _SETS
) -> tuple[Branch, ...]:
    """The alternatives of a query; one must hold, and that of an empty query always does.

    `sets` are the ids for words after `is:`, where other things than statements are asked. Raises: QueryError.
    """
    names = _alias_table(aliases)
    alternatives = _alternatives(parse(text), True, names)
    if len(alternatives) > _MOST_BRANCHES:
        raise QueryError("the query has too many alternatives; ask for less at once", 0)
    return tuple(_branch(leaves, names, sets) for leaves in alternatives)


def as_condition(branches: Iterable[Branch], first: int = 0, last: int = FOREVER) -> Condition:
    """The query as a condition on a statement `t`; the word index is asked once, not once a statement.

    Where the ids of interest are known to lie between `first` and `last`, it need not look beyond.
    """
    probe = f"t.id IN (SELECT x.rowid FROM words x WHERE x.words MATCH ? AND x.rowid BETWEEN {first:d} AND {last:d})"
    sqls: list[str] = []
    values: list[object] = []
    for branch in branches:
        sql, more = together(
            ("t.id BETWEEN ? AND ?", (branch.first, branch.last)),
            *((probe, (match,)) for match in (branch.match,) if match is not None),
            *((f"NOT {probe}", (match,)) for match in branch.without),
            *((f"t.id IN ({ids})", ()) for ids in branch.among),
            *branch.conditions,
        )
        sqls.append(f"({sql})")
        values += more
    return " OR ".join(sqls) or "0", tuple(values)


def _alias_table(groups: Sequence[Sequence[str]]) -> Aliases:
    folded = [tuple(words for name in group if (words := words_of(name))) for group in groups]
    return {words: group for group in folded for words in group}


def _alternatives(query: Query, wanted: bool, aliases: Aliases) -> list[tuple[_Leaf, ...]]:
    """`query` as an OR of ANDs, as far as the word index cannot do that itself."""
    if _match(query, aliases) is not None:
        return [((query, wanted),)]
    match query:
        case Not(part):
            return _alternatives(part, not wanted, aliases)
        case And(parts) | Or(parts):
            each = [_alternatives(part, wanted, aliases) for part in parts]
            if isinstance(query, And) is wanted:
                return _all_of(each)
            return [leaves for alternatives in each for leaves in alternatives]
        case Term() | Phrase() | Field():
            return [((query, wanted),)]
        case _:
            assert_never(query)


def _all_of(each: list[list[tuple[_Leaf, ...]]]) -> list[tuple[_Leaf, ...]]:
    count = 1
    for alternatives in each:
        count *= len(alternatives)
        if count > _MOST_BRANCHES:
            raise QueryError("the query has too many alternatives; ask for less at once", 0)
    return [tuple(leaf for leaves in chosen for leaf in leaves) for chosen in product(*each)]


def _branch(leaves: Sequence[_Leaf], aliases: Aliases, sets: Mapping[str, str]) -> Branch:
    leading: list[str] = []
    without: list[str] = []
    among: list[str] = []
    conditions: list[Condition] = []
    first, last = 0, FOREVER
    for query, wanted in leaves:
        if (match := _match(query, aliases)) is not None:
            (leading if wanted else without).append(match)
        elif isinstance(query, Field) and query.name in _TIMES:
            start = _start(query)
            low, high = (start, FOREVER) if (query.name == "after") is wanted else (0, start - 1)
            first, last = max(first, low), min(last, high)
        elif isinstance(query, Field):
            found = _is(query, wanted, sets)
            if isinstance(found, str):
                among.append(found)
            else:
                conditions.append(found)
    lead = _lead(leading, without)
    return Branch(lead, () if lead else tuple(without), tuple(among), tuple(conditions), first, last)


def _lead(leading: list[str], without: list[str]) -> str | None:
    if not leading:
        return None
    return " NOT ".join((f"({' AND '.join(leading)})", *without))


def _match(query: Query, aliases: Aliases) -> str | None:
    """The whole of `query` in the language of FTS5; `None` where it cannot say it."""
    match query:
        case Term() | Phrase():
            return f"({_ANYWHERE} : ({_words(query, aliases)}))"
        case Field(name="nation"):
            return f'(nation : "{_nation(query)}"{"*" if query.part.prefix else ""})'
        case Field():
            column = _COLUMNS.get(query.name)
            return f"({column} : ({_words(query.part, aliases)}))" if column else None
        case And(parts):
            leading = [_match(part, aliases) for part in parts if not isinstance(part, Not)]
            without = [_match(part.part, aliases) for part in parts if isinstance(part, Not)]
            return f"({_lead(_said(leading), _said(without))})" if leading and None not in leading + without else None
        case Or(parts):
            either = [_match(part, aliases) for part in parts]
            return f"({' OR '.join(_said(either))})" if None not in either else None
        case Not():
            return None
        case _:
            assert_never(query)


def _said(matches: list[str | None]) -> list[str]:
    return [match for match in matches if match is not None]


def _words(part: Term | Phrase, aliases: Aliases) -> str:
    """A word or phrase, or any other name of the same thing. Words are letters and digits only: nothing to escape."""
    words = (part.word,) if isinstance(part, Term) else part.words
    star = "*" if part.prefix else ""
    names = (words,) if part.prefix else aliases.get(words, (words,))
    return " OR ".join(f'"{" ".join(name)}"{star}' for name in names)


def _value(field: Field, between: str) -> str:
    return field.part.word if isinstance(field.part, Term) else between.join(field.part.words)


def _nation(field: Field) -> str:
    """The code of the nation meant, else the words as they are; letters and digits only: nothing to escape."""
    said = _value(field, " ")
    return (nation_of(said) or nation_of(said.upper()) or said).casefold()


def _start(field: Field) -> int:
    """The lowest id at the date given. Raises: QueryError."""
    said = _value(field, "-")
    try:
        return first_id(When.parse(said).start)
    except ValueError:
        raise QueryError(f"{field.name}: takes a date such as 2026, 2026-02 or 2026-02-19, not {said!r}", 0) from None


def _is(field: Field, wanted: bool, sets: Mapping[str, str]) -> str | Condition:
    """SQL for ids to be among, or a condition. Raises: QueryError for a field or a word there is not."""
    if field.name != "is":
        known = ", ".join(sorted((*_COLUMNS, *_TIMES, "is")))
        raise QueryError(f"there is no field {field.name!r}; there are {known}", 0)
    word = _value(field, " ")
    if word not in _IS:
        raise QueryError(f"is: takes {', '.join(sorted(_IS))}, not {word!r}", 0)
    if word == "headline":
        return f"t.headline = {int(wanted)}", ()
    if word == "unread":
        word, wanted = "read", not wanted
    if wanted:
        return sets[word]
    if word == "read":
        return "NOT EXISTS (SELECT 1 FROM read_marks x WHERE x.ref = 'statement:' || t.root)", ()
    return f"t.id NOT IN ({sets[word]})", ()
