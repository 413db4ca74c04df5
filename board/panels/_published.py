"""What was published in a time, as changes: for a look at the past as it was reported, whenever this board read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime, tzinfo

from board.model import Edition, Figure, Precision, When
from board.snapshot import Change, ChangeKind, Recorded, Sense, Snapshot, StatementRecord
from board.spec import Config

_SAID = frozenset({ChangeKind.STATEMENT, ChangeKind.FIGURE, ChangeKind.CLAIM_GAINED})


def is_by_publication(snapshot: Snapshot) -> bool:
    """Whether a period is one of publications, too: in the past, as reported."""
    return snapshot.at is not None and snapshot.sense is Sense.REPORTED


def with_published(
    known: Iterable[Change], snapshot: Snapshot, config: Config, since: datetime, most: int
) -> list[Change]:
    """The changes that came to be known, and what was published after `since`, at most `most` of a kind; newest first.

    Only a look at the past as reported is given more than it came with. What was published is dated by that; what was
    said stands where it was said, and not where the source that told it happened to be read.
    """
    changes = list(known)
    if is_by_publication(snapshot):
        there = {change.ref for change in changes}
        changes += [change for change in _published(snapshot, config, since, most) if change.ref not in there]
        return sorted(changes, key=lambda change: change.when.start if change.when else change.at, reverse=True)
    return sorted(changes, key=_since_when, reverse=True)


def _since_when(change: Change) -> datetime:
    """When it was said, of words and numbers said before they came to be known; of all else when it came to be."""
    return min(change.at, change.when.start) if change.kind in _SAID and change.when else change.at


def _published(snapshot: Snapshot, config: Config, since: datetime, most: int) -> Iterator[Change]:
    zone = config.board.time_zone
    for record in snapshot.statements(limit=most, headlines=False):
        if _is_after(record.statement.published, since, zone):
            yield _statement(record)
    for force in _forces(config):
        for edition in snapshot.editions(force)[-most:]:
            if _is_after(edition.value.published or edition.value.as_of, since, zone):
                yield _edition(edition)
    for figure in snapshot.figures(limit=most):
        if _is_after(figure.value.published or figure.value.as_of, since, zone):
            yield _figure(figure)


def _forces(config: Config) -> list[str]:
    counted = {source.force for source in config.sources if source.force}
    return sorted(counted | {force.name for force in config.forces})


def _is_after(when: When | None, since: datetime, zone: tzinfo) -> bool:
    """Whether it lies in the period for certain; a day counts from the one on which the period begins."""
    if when is None:
        return False
    if when.precision is Precision.SECOND:
        return when.start > since
    return when.start.date() >= since.astimezone(zone).date()


def _statement(record: StatementRecord) -> Change:
    return _told(ChangeKind.STATEMENT, record, record.statement.text, record.statement.published)


def _edition(record: Recorded[Edition]) -> Change:
    table = record.value
    told = _told(ChangeKind.EDITION, record, table.force, table.as_of or table.published)
    return replace(told, after=table.total_stated)


def _figure(record: Recorded[Figure]) -> Change:
    given = record.value
    told = _told(ChangeKind.FIGURE, record, given.quote or given.subject, given.as_of or given.published)
    return replace(told, nation=given.nation, after=given.number, came=(given,))


def _told(
    kind: ChangeKind, record: StatementRecord | Recorded[Edition] | Recorded[Figure], text: str, when: When | None
) -> Change:
    came = record.provenance
    return Change(kind=kind, ref=record.ref, at=came.retrieved, source=came.source, text=text, when=when)
