"""Sources that died, never answered, came back or fell silent, and those that were read and had nothing new."""

from __future__ import annotations

from collections.abc import Iterator

from board.snapshot import Change, ChangeKind, SourceState
from board.store.between import Between, source_change

_DOWN = frozenset({SourceState.FAILING, SourceState.BLOCKED, SourceState.EMPTY})
_UP = frozenset({SourceState.OK, SourceState.UNCHANGED, SourceState.PARTIAL})
_AILING = _DOWN | {SourceState.STALE}


def stories(between: Between) -> Iterator[Change]:
    """Sources whose last state tells another story than the one they had at the last look, or that were down since."""
    sql = """
        SELECT source, max(at), after, reason, (
            SELECT b.after FROM source_states b WHERE b.source = s.source AND b.at <= ?1
            ORDER BY b.at DESC, b.id DESC LIMIT 1), (
            SELECT min(o.at) FROM observations o WHERE o.source = s.source AND o.good = 1)
        FROM source_states s WHERE at > ?1 AND at <= ?2 GROUP BY source ORDER BY 2 DESC, 1"""
    for source, at, after, reason, before, first in between.rows(sql, *between.bounds):
        gave = first is not None and first <= at
        ailed = _ailed(between, source, first) if gave else ""
        if kind := _story(before, SourceState(after), gave=gave, ailed=bool(ailed)):
            yield source_change(kind, source, at, ailed if kind is ChangeKind.RETURNED else reason)


def _ailed(between: Between, source: str, first: int) -> str:
    """What it last suffered from at the look or since, once it had given something; empty where it was well."""
    sql = """
        SELECT after, reason FROM source_states WHERE source = ?1 AND at >= ?2 AND at <= ?4 AND (at > ?3 OR id = (
            SELECT id FROM source_states WHERE source = ?1 AND at <= ?3 ORDER BY at DESC, id DESC LIMIT 1))
        ORDER BY at DESC, id DESC"""
    states = between.rows(sql, source, first, *between.bounds)
    return next((f"was {after}: {reason}" for after, reason in states if after in _AILING), "")


def _story(before: str | None, after: SourceState, *, gave: bool, ailed: bool) -> ChangeKind | None:
    """Who has never given anything cannot die or return: a first answer is told by what it gave.

    An outage that came and went since the last look is told too.
    """
    if after is SourceState.BLOCKED and gave and before not in _DOWN:
        return ChangeKind.BLOCKED
    if after in _DOWN and before not in _DOWN:
        return ChangeKind.DIED if gave else ChangeKind.NEVER_ANSWERED
    if after is SourceState.STALE and before != SourceState.STALE:
        return ChangeKind.SILENT
    return ChangeKind.RETURNED if after in _UP and ailed else None


def unchanged(between: Between) -> Iterator[Change]:
    """Sources that were read with success since, and gave nothing new."""
    sql = """
        SELECT o.source, max(o.at), count(*) FROM observations o JOIN sources s ON s.name = o.source
        WHERE o.good = 1 AND o.at > ? AND o.at <= ? AND coalesce(s.changed, 0) <= ?
        GROUP BY o.source ORDER BY o.source"""
    for source, at, count in between.rows(sql, *between.bounds, between.bounds[0]):
        times = "once" if count == 1 else f"{count} times"
        yield source_change(ChangeKind.UNCHANGED, source, at, f"read {times}, nothing new")
