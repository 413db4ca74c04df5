"""Looks through everything ever stored that has words, newest first: statements, headlines, articles and notes.

Of a statement in its words, its headline, who speaks, for whom and where. An article is told where its title, summary
or text has what none of its statements has; org: nation: stance: speaker: is:unread find statements only. Figures and
tables are not looked through (`board history` lists every figure).
Words, "phrases", prefix*, AND OR NOT, ( ), and from: org: nation: stance: after: before: is:unread is:edited.
Case, accents and script do not matter; words that board.toml's [alias] puts together are one.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import assert_never

from board.commands import _records
from board.commands._context import add_at, at, at_least_one, now, open_store, read_config
from board.commands._output import err, is_read_on_a_terminal, out, out_json
from board.exits import Exit
from board.snapshot import Found, FoundItem, FoundNote, Sense, Snapshot, StatementRecord
from board.text import records
from board.text.excerpt import headed
from board.text.hits import Aliases, Span, hits
from board.text.iso import iso
from board.text.query import Query, parse

EXAMPLE = (
    "examples:\n  board search 'withdraw* AND org:NATO after:2025-01-01'\n  board search 'Ferizaj' --json --limit 5"
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's options."""
    parser.add_argument("query", metavar="QUERY", help="what to look for; the name of a saved search works too")
    parser.add_argument("--limit", type=at_least_one, default=50, metavar="N", help="at most so many (default: 50)")
    parser.add_argument("--json", action="store_true", help="print one JSON object a line")
    add_at(parser)


def run(args: argparse.Namespace) -> int:
    """Exit 0 also where nothing is found: that is an answer."""
    config, moment = read_config(args), now()
    query = config.searches.get(args.query, args.query)
    with open_store(args, config) as store:
        snapshot = store.snapshot(at(args, config, moment), Sense(args.sense))
        found = _found(snapshot, query, args.limit)
    asked = parse(query)
    for record in found:
        text = _text(record, asked, config.aliases)
        where = hits(asked, text, config.aliases)
        if args.json:
            out_json({**_object(record, text), "hits": where})
        else:
            out(_line(record, _marked(text, where if is_read_on_a_terminal() else ())))
    if not found:
        err("nothing found")
    return Exit.FINE


def _found(snapshot: Snapshot, query: str, limit: int) -> list[Found]:
    """As many as are wanted, page after page. Raises: StoreError; QueryError."""
    found: list[Found] = []
    last: int | None = None
    while len(found) < limit and (page := snapshot.found(limit=limit - len(found), before=last, query=query)):
        found += page
        last = page[-1].id
    return found[:limit]


def _text(found: Found, asked: Query, aliases: Aliases) -> str:
    """What is told of it in words: of an article its title with the words round the first hit."""
    match found:
        case StatementRecord():
            return found.statement.text
        case FoundItem():
            return headed(found.item, asked, aliases)
        case FoundNote():
            return " ".join(found.note.text.split())
        case _:
            assert_never(found)


def _line(found: Found, text: str) -> str:
    """On a terminal with `**` round what was looked for; a file or another program gets the words as they were said."""
    from board.panels import _stances

    match found:
        case StatementRecord(statement=said):
            told = f"{_stances.word(said)}  {_stances.who(said)}: {text}"
            return f"{said.published or 'no date'}  {told}  {said.url or ''}".rstrip()
        case FoundItem(item=item):
            told = f"ARTICLE  {found.provenance.source_title}: {text}"
            return f"{item.published or 'no date'}  {told}  {item.link or ''}".rstrip()
        case FoundNote(note=note):
            return f"{iso(note.at)}  NOTE  {note.who} on {note.ref}: {text}"
        case _:
            assert_never(found)


def _marked(text: str, where: Sequence[Span]) -> str:
    for start, end in reversed(where):
        text = f"{text[:start]}**{text[start:end]}**{text[end:]}"
    return text


def _object(found: Found, text: str) -> _records.Json:
    match found:
        case StatementRecord():
            return _statement(found)
        case FoundItem():
            return {"type": "item", **records.found_item(found, text)}
        case FoundNote(note=note):
            return {"ref": note.ref, "type": "note", "text": text, "who": note.who, "at": iso(note.at)}
        case _:
            assert_never(found)


def _statement(record: StatementRecord) -> _records.Json:
    from board.panels import _put_right

    return {
        "ref": record.ref,
        **_records.statement(record.statement),
        **_put_right.plain(record),
        "source": record.provenance.source,
        "retrieved": iso(record.provenance.retrieved),
        "edited": record.edited,
        "dated_ahead": record.dated_ahead,
        "read": record.read,
        "repeated_by": [said.url for _, said, _ in record.repeats],
    }
