"""What a search found as entries of a feed, with the words that were looked for marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from board.panels import _claims, _entries, _names, notes
from board.shapes import Entry, Span, Tone
from board.snapshot import Found, FoundItem, FoundNote, Snapshot, StatementRecord
from board.spec import Config
from board.text import records
from board.text.excerpt import headed
from board.text.hits import hits
from board.text.query import parse


def entries(found: Sequence[Found], query: str, snapshot: Snapshot, config: Config) -> tuple[Entry, ...]:
    """One for each, in the same order. Raises: QueryError."""
    asked = parse(query)
    said = [each for each in found if isinstance(each, StatementRecord)]
    claims, shipped = _claims.claims_on(said, snapshot, config), _names.shipped(config)

    def entry(each: Found) -> Entry:
        match each:
            case StatementRecord():
                return _entries.entry(each, claims, config, shipped)
            case FoundItem():
                return _article(each, headed(each.item, asked, config.aliases))
            case FoundNote():
                return notes.entry(each.id, each.note, snapshot, config)
            case _:
                assert_never(each)

    told = [entry(each) for each in found]
    return tuple(replace(each, hits=hits(asked, each.text, config.aliases)) for each in told)


def _article(found: FoundItem, text: str) -> Entry:
    item, came = found.item, found.provenance
    return Entry(
        ref=found.ref,
        key=found.id,
        when=item.published,
        word="ARTICLE",
        tone=Tone.MUTED,
        who=came.source_title,
        how=", ".join(item.authors),
        text=text,
        marks=(
            *((Span("edited", Tone.STALE),) if found.edited else ()),
            *((_entries.AHEAD,) if found.dated_ahead else ()),
        ),
        grade=came.grade,
        data=records.found_item(found, text),
    )
