"""The rules: what the configured alerts make of what a pass changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from board.alerts.changes import Changes, ClaimChange, TroopChange
from board.judging.claims import Side
from board.model import Confidence, Edition, Statement
from board.snapshot import Recorded, SourceState, StateChange, StatementRecord
from board.spec import AlertSpec
from board.text.nations import display_name
from board.text.query import matches, parse

FRESH = timedelta(days=2)
"""A statement published longer ago is history that was read late, not news."""
MOST_LINES = 5
"""Lines of one notice; the rest are counted."""
_BAD = frozenset({SourceState.FAILING, SourceState.STALE, SourceState.BLOCKED, SourceState.HELD, SourceState.EMPTY})
_GOOD = frozenset({SourceState.OK, SourceState.UNCHANGED, SourceState.PARTIAL})


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What a person is told: one notice an alert and pass, however much changed."""

    alert: str
    title: str
    lines: tuple[str, ...]
    """Each with who says so and as of when."""
    refs: tuple[str, ...]
    at: datetime
    notify: tuple[str, ...]
    allow_private: bool = False
    """Whether a webhook may lie on a private address, or be asked without encryption."""


@dataclass(frozen=True, slots=True)
class _Event:
    """One thing an alert may tell of; `text` is what its query is tried on."""

    ref: str
    line: str
    text: str
    nations: frozenset[str] = field(default=frozenset())
    share: float | None = None


def notices(
    changes: Changes, alerts: Sequence[AlertSpec], now: datetime, names: Mapping[str, str] | None = None
) -> tuple[Notice, ...]:
    """What the alerts make of a pass, in the order of board.toml.

    `names` are what nations and forces are called, and sources by their refs.

    Raises: QueryError where an alert's query cannot be read, which the configuration has checked.
    """
    told = {
        "troops": tuple(_troops(changes.troops, names or {})),
        "statements": tuple(_statements(changes.statements, now)),
        "sources": tuple(_sources(changes.sources, names or {})),
        "claims": tuple(_claims(changes.claims, now)),
    }
    found = (_notice(alert, tuple(_wanted(alert, told[alert.when])), now) for alert in alerts)
    return tuple(notice for notice in found if notice)


def _wanted(alert: AlertSpec, events: Sequence[_Event]) -> Iterator[_Event]:
    query = parse(alert.match)
    for event in events:
        if alert.nation is not None and alert.nation not in event.nations:
            continue
        if alert.change is not None and event.share is not None and event.share < alert.change:
            continue
        if matches(query, event.text):
            yield event


def _notice(alert: AlertSpec, events: Sequence[_Event], now: datetime) -> Notice | None:
    if not events:
        return None
    lines = tuple(event.line for event in events[:MOST_LINES])
    if len(events) > MOST_LINES:
        lines = (*lines, f"and {len(events) - MOST_LINES} more")
    return Notice(
        alert=alert.name,
        title=f"{alert.name}: {len(events)} new" if len(events) > 1 else alert.name,
        lines=lines,
        refs=tuple(event.ref for event in events),
        at=now,
        notify=alert.notify,
        allow_private=alert.allow_private,
    )


def _troops(changes: Sequence[TroopChange], names: Mapping[str, str]) -> Iterator[_Event]:
    for change in changes:
        before, after = change.before.value, change.after.value
        old, new = _counts(before), _counts(after)
        for nation in {**old, **new}:
            was, now_is = old.get(nation), new.get(nation)
            if was != now_is and _is_known(was, before) and _is_known(now_is, after):
                name = names.get(nation or after.force) or (display_name(nation) if nation else after.force)
                yield _troop_event(change.after, name, nation, was, now_is)


def _counts(edition: Edition) -> dict[str | None, int]:
    """Troops by nation, the whole under `None`; without what is no number."""
    total = edition.total_stated if edition.total_stated is not None else _sum_of_whole(edition)
    counts: dict[str | None, int] = {
        row.nation: row.troops for row in edition.by_nation if row.nation and row.troops is not None
    }
    return counts if total is None else {None: total, **counts}


def _sum_of_whole(edition: Edition) -> int | None:
    return edition.total_summed if edition.complete else None


def _is_known(count: int | None, edition: Edition) -> bool:
    """A nation that a partial table does not name may well be there."""
    return count is not None or edition.is_whole


def _troop_event(
    after: Recorded[Edition], name: str, nation: str | None, was: int | None, now_is: int | None
) -> _Event:
    share = abs((now_is or 0) - (was or 0)) / was if was else None
    change = f" ({(now_is or 0) - (was or 0):+,}, {share:.1%})" if share is not None else ""
    edition, source = after.value, after.provenance.source_title
    as_of = f"as of {edition.as_of}" if edition.as_of else "as-of unknown"
    line = f"{name}: {_count(was)} → {_count(now_is)}{change}, {as_of}, {edition.said_by or source}"
    nations = frozenset((nation,) if nation else ())
    return _Event(after.ref, line, f"{line} {edition.force}", nations, share)


def _count(count: int | None) -> str:
    return "none" if count is None else f"{count:,}"


def _statements(records: Sequence[StatementRecord], now: datetime) -> Iterator[_Event]:
    for record in records:
        statement = record.statement
        if statement.confidence is not Confidence.LOW and _is_news(statement, now):
            when = statement.published or "undated"
            line = f"{_who(record)}: {statement.text} ({when}, {record.provenance.source_title})"
            nations = frozenset(figure.value.nation for figure in record.figures if figure.value.nation)
            yield _Event(record.ref, line, f"{line}\n{record.item_title}", nations)


def _is_news(statement: Statement, now: datetime) -> bool:
    return statement.published is None or statement.published.end >= now - FRESH


def _who(record: StatementRecord) -> str:
    statement = record.statement
    who = ", ".join(dict.fromkeys(part for part in (statement.organisation, statement.speaker) if part))
    stance = statement.stance.value.replace("_", " ") if statement.stance else "headline"
    return f"{who or record.provenance.source_title} {stance}"


def _sources(changes: Sequence[StateChange], names: Mapping[str, str]) -> Iterator[_Event]:
    """Only what went wrong, and what went wrong and is well again."""
    for change in changes:
        if change.after in _BAD or (change.before in _BAD and change.after in _GOOD):
            was = f"{change.before} → " if change.before else ""
            reason = f": {change.reason}" if change.reason else ""
            ref = f"source:{change.source}"
            line = f"{names.get(ref) or change.source} {was}{change.after}{reason}"
            yield _Event(ref, line, f"{line} {change.source}")


def _claims(changes: Sequence[ClaimChange], now: datetime) -> Iterator[_Event]:
    """New voices for or against a claim; what a person put there is no news to a person."""
    for change in changes:
        claim = change.after.claim
        known = {(each.record.ref, each.side) for each in change.before.judged}
        for each in (*change.after.on(Side.DENIES), *change.after.on(Side.ASSERTS)):
            if (each.record.ref, each.side) not in known and not each.by_hand and _is_news(each.record.statement, now):
                line = f"{claim.text}: {_who(each.record)}: {each.record.statement.text}"
                yield _Event(each.record.ref, line, f"{line} {claim.name}")
