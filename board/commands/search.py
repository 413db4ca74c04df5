"""Looks through every statement and headline ever stored, newest first.

In their words, their headline, who speaks, for whom and where; not in whole articles, figures, tables or notes
(`board history` lists every figure).
Words, "phrases", prefix*, AND OR NOT, ( ), and from: org: nation: stance: after: before: is:unread is:edited.
Case, accents and script do not matter; words that board.toml's [alias] puts together are one.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from board.commands import _records
from board.commands._context import add_at, at, at_least_one, now, open_store, read_config
from board.commands._output import err, out, out_json
from board.exits import Exit
from board.snapshot import Sense, StatementRecord
from board.text.hits import Span, hits
from board.text.iso import iso
from board.text.query import parse

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
        found = snapshot.statements(limit=min(args.limit, 1000), query=query)
    asked = parse(query)
    for record in found:
        where = hits(asked, record.statement.text, config.aliases)
        if args.json:
            out_json({**_object(record), "hits": where})
        else:
            out(_line(record, where if sys.stdout.isatty() else ()))
    if not found:
        err("nothing found")
    return Exit.FINE


def _line(record: StatementRecord, where: Sequence[Span]) -> str:
    """On a terminal with `**` round what was looked for; a file or another program gets the words as they were said."""
    from board.panels import _stances

    said = record.statement
    told = f"{_stances.word(said)}  {_stances.who(said)}: {_marked(said.text, where)}"
    return f"{said.published or 'no date'}  {told}  {said.url or ''}".rstrip()


def _marked(text: str, where: Sequence[Span]) -> str:
    for start, end in reversed(where):
        text = f"{text[:start]}**{text[start:end]}**{text[end:]}"
    return text


def _object(record: StatementRecord) -> _records.Json:
    return {
        "ref": record.ref,
        **_records.statement(record.statement),
        "source": record.provenance.source,
        "retrieved": iso(record.provenance.retrieved),
        "edited": record.edited,
        "read": record.read,
        "repeated_by": [said.url for _, said, _ in record.repeats],
    }
