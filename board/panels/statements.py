"""Latest statements.

Who said what, how, and which way it came here: statements, denials and requests not yet answered, newest first.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from board.options import Count, Query, option
from board.panels import _claims, _entries, _health, _names
from board.shapes import Entry, Feed, View
from board.snapshot import Part, Snapshot, StatementRecord
from board.spec import Config, PanelSpec
from board.text.fold import fold

_LOOKED_AT = 20
"""Pages read at most to fill one page where `organisation` leaves most out."""
READS = frozenset({Part.SAID, Part.DECIDED, Part.NOTED, Part.STATES})


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What `[[panel]] kind = "statements"` takes."""

    query: Query = option("keeps what this query is true of", Query(""), example="KFOR AND withdraw*")
    headlines: bool = option("also show headlines, in which nobody but the outlet speaks", True)
    organisation: str = option("keeps what is said for this body", "", example="NATO")
    page: Count = option("statements a page", Count(50))


def build(snapshot: Snapshot, spec: PanelSpec, config: Config, now: datetime) -> View:
    """The newest page; `fresh` counts what is unread, on it and beyond."""
    return around(_page(snapshot, spec, config, None), snapshot, spec, config, now)


def around(feed: Feed, snapshot: Snapshot, spec: PanelSpec, config: Config, now: datetime) -> View:
    """The panel with `feed` as its newest page."""
    options = spec.options
    assert isinstance(options, Options)
    standing = _health.standing(
        snapshot, config, now, lambda source: source.gives == "statements", filled=bool(feed.entries)
    )
    return View(
        name=spec.name,
        kind=spec.kind,
        title=spec.title,
        shape=feed,
        as_of=max((entry.when for entry in feed.entries if entry.when and _has_been(entry)), default=None),
        condition=standing.condition,
        trouble=standing.trouble,
        troubled=standing.troubled,
        empty=standing.empty,
        fresh=_unread(snapshot, options, config, feed),
    )


def _has_been(entry: Entry) -> bool:
    """Whether its date tells how new it is."""
    return not entry.data.get("dated_ahead")


def _unread(snapshot: Snapshot, options: Options, config: Config, feed: Feed) -> int:
    """All that nobody has read; with `organisation`, which no query tells of, those on the page."""
    if options.organisation:
        return sum(entry.new for entry in feed.entries)
    return snapshot.unread(query=options.query, headlines=options.headlines, but=_names.shipped(config))


def page(snapshot: Snapshot, spec: PanelSpec, config: Config, now: datetime, before: int) -> Feed:  # noqa: ARG001
    """The page that follows the entry with the key `before`; it has the signature that every kind's pages have."""
    return _page(snapshot, spec, config, before)


def _page(snapshot: Snapshot, spec: PanelSpec, config: Config, before: int | None) -> Feed:
    options = spec.options
    assert isinstance(options, Options)
    kept: list[StatementRecord] = []
    for _ in range(_LOOKED_AT):
        records = snapshot.statements(
            limit=options.page, before=before, query=options.query, headlines=options.headlines
        )
        kept += [record for record in records if _is_of(record, options.organisation)]
        before = records[-1].id if len(records) == options.page else None
        if before is None or len(kept) >= options.page:
            break
    claims = _claims.claims_on(kept, snapshot, config)
    shipped = _names.shipped(config)
    return Feed(entries=tuple(_entries.entry(record, claims, config, shipped) for record in kept), more=before)


def _is_of(record: StatementRecord, organisation: str) -> bool:
    return not organisation or fold(organisation) in fold(record.statement.organisation)
