"""What a report does not know: silent sources, tables in part, tables that wait, requests not answered, doubt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from board.model import Confidence, Stance, Strength
from board.panels import _health, _names, _words
from board.shapes import Cell, Column, Condition, Feed, Ladder, Table, TableRow, Tone, View
from board.snapshot import Snapshot, SourceState
from board.spec import Config

_COLUMNS = (
    Column(name="gap", title="Gap", keep=9),
    Column(name="what", title="What", keep=10, stretch=True),
    Column(name="since", title="Since", keep=5),
)


def view(snapshot: Snapshot, config: Config, views: Sequence[View], now: datetime) -> View:
    """The gaps of the board and of what the report shows."""
    rows = (*_sources(snapshot, config, now), *_held(snapshot, config, now))
    for each in views:
        rows += (*_table(each), *_shape(each))
    return View(
        name="gaps",
        kind="gaps",
        title="Gaps",
        shape=Table(columns=_COLUMNS, rows=rows),
        as_of=None,
        condition=Condition.FRESH,
        empty="" if rows else "none that the board knows of",
    )


def _row(ref: str, gap: str, what: str, since: str = "") -> TableRow:
    return TableRow(ref=ref, cells=(Cell(gap, gap, Tone.STALE), Cell(what, what), Cell(since, since or None)))


def _sources(snapshot: Snapshot, config: Config, now: datetime) -> Iterator[TableRow]:
    zone = config.board.time_zone
    known = {health.name: health for health in snapshot.health()}
    enabled = [source for source in config.sources if source.enabled]
    unread = sum(each.name not in known or known[each.name].state is SourceState.WAITING for each in enabled)
    if unread:
        yield _row("source:", "unread", f"{unread} of {_words.plural(len(enabled), 'source')} not read yet")
    for health in known.values():
        source = config.source(health.name)
        if source and source.enabled and health.state in _health.NOT_WELL:
            word = _health.state_word(health, now, zone)
            what = f"{source.title}: {word}" + (f" ({health.reason})" if health.reason else "")
            yield _row(f"source:{health.name}", "source", what, _words.since(health.since, now, zone))


def _held(snapshot: Snapshot, config: Config, now: datetime) -> Iterator[TableRow]:
    for reading in snapshot.held():
        since = _words.since(reading.since, now, config.board.time_zone)
        force = _names.titled(reading.edition.force, config) if reading.edition else ""
        what = f"a table of {force}" if force else f"a reading of {reading.source}"
        yield _row(reading.ref, "held", f"{what} waits: {reading.reason}", since)


def _table(view: View) -> Iterator[TableRow]:
    """Nations a partial table is silent about, checks it failed, and numbers that cannot both be true."""
    edition, known, stated = view.data.get("edition"), view.data.get("nations_known"), view.data.get("nations_stated")
    if isinstance(known, int) and isinstance(stated, int) and known < stated:
        yield _row(str(edition), "partial", f"{stated - known} of {stated} nations are not known")
    checks = view.data.get("checks")
    for check in checks if isinstance(checks, list) else ():
        if isinstance(check, Mapping) and check.get("passed") is False:
            yield _row(str(edition), "check failed", str(check.get("detail")))
    disputes = view.data.get("disagreements")
    for dispute in disputes if isinstance(disputes, list) else ():
        if isinstance(dispute, Mapping):
            yield _row(str(edition), "disagreement", str(dispute.get("because")))


def _shape(view: View) -> Iterator[TableRow]:
    match view.shape:
        case Ladder(rungs=rungs):
            for rung in rungs:
                if rung.posture == "unknown":
                    yield _row(rung.ref, "undecided", f"the posture of {rung.name} is not decided")
        case Feed(entries=entries) if view.kind == "statements":
            for entry in entries:
                if (entry.data.get("stance"), entry.data.get("strength")) == (Stance.NO_COMMENT, Strength.WEAK):
                    yield _row(entry.ref, "no answer", f"{entry.who}: {entry.text}")
                if entry.data.get("confidence") == Confidence.LOW:
                    yield _row(entry.ref, "unsure", f"{entry.who}: {entry.text}")
