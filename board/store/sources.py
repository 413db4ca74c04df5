"""What is kept of each source: its title and grade, its health and every change of it, and what to ask it again by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from board.model import Edition, Item
from board.outcome import Empty, Held, Outcome, Unchanged, Updated, Validators
from board.snapshot import SourceHealth, SourceState, StateChange
from board.store.codec import dump
from board.store.health import after, hiding, newer, readable, tried, waiting
from board.store.keys import item_keys
from board.store.people import moment
from board.store.renaming import rename
from board.store.times import maybe_from_stamp, to_stamp

if TYPE_CHECKING:
    from board.spec import SourceSpec
    from board.store.connect import Database

_FINE = frozenset({SourceState.OK, SourceState.UNCHANGED})


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFacts:
    """What the collector needs to know of a source before it asks again."""

    health: SourceHealth
    validators: Validators
    body_hash: str | None = None
    """SHA-256 of the last body that was read."""
    extracted_by: str | None = None
    """Kind and options hash it was read with: another one now means reading again."""
    changed: datetime | None = None
    """When it last gave something new."""


def register(database: Database, specs: Sequence[SourceSpec], now: datetime) -> None:
    """Make the configured sources known; others stay in the history but are no longer on the board.

    Raises: StoreError.
    """
    with database.write():
        database.run("UPDATE sources SET configured = 0")
        for spec in specs:
            enter(database, spec)
            health = facts(database, spec.name).health
            if not spec.enabled:
                _settle(database, health, hiding(health, SourceState.OFF, "switched off"), now)
            elif health.state is SourceState.OFF:
                _settle(database, health, replace(health, state=SourceState.WAITING, reason="switched on again"), now)


def enter(database: Database, spec: SourceSpec) -> None:
    """Know a source as it is configured now, in a transaction. Raises: StoreError."""
    title = database.value("SELECT title FROM sources WHERE name = ?", (spec.name,))
    if title is not None and title != spec.title:
        rename(database, spec.name, spec.title)
    database.run(
        "INSERT INTO sources (name, title, grade, health) VALUES (?, ?, ?, ?) ON CONFLICT (name) DO UPDATE"
        " SET grade = excluded.grade, configured = 1",
        (spec.name, spec.title, spec.grade, dump(waiting(spec.name))),
    )


def facts(database: Database, name: str) -> SourceFacts:
    """What is known of a source; a `WAITING` one where it was never heard of. Raises: StoreError."""
    sql = "SELECT health, etag, last_modified, body_hash, extracted_by, changed FROM sources WHERE name = ?"
    row = database.row(sql, (name,))
    if row is None:
        return SourceFacts(health=waiting(name), validators=Validators())
    return SourceFacts(
        health=readable(name, row[0]),
        validators=Validators(etag=row[1], last_modified=row[2]),
        body_hash=row[3],
        extracted_by=row[4],
        changed=maybe_from_stamp(row[5]),
    )


def settle(
    database: Database, spec: SourceSpec, outcome: Outcome, *, changed: bool, left_out: int
) -> StateChange | None:
    """Write down what became of a source, in a transaction; the change of its state, if any. Raises: StoreError."""
    known = facts(database, spec.name)
    now = tried(outcome)
    changed_at = now if changed else known.changed
    health = after(known.health, outcome, spec.expect, changed_at)
    if left_out:
        health = replace(health, warnings=(*health.warnings, f"{left_out} records could not be kept"))
    _observe(database, spec.name, outcome, health)
    _remember(database, spec.name, outcome)
    if changed_at is not None:
        database.run("UPDATE sources SET changed = ? WHERE name = ?", (to_stamp(changed_at), spec.name))
    return _settle(database, known.health, health, now)


def _observe(database: Database, name: str, outcome: Outcome, health: SourceHealth) -> None:
    good = health.last_good == tried(outcome)
    row = (name, to_stamp(tried(outcome)), type(outcome).__name__.lower(), good)
    database.run("INSERT OR REPLACE INTO observations VALUES (?, ?, ?, ?)", row)


def _remember(database: Database, name: str, outcome: Outcome) -> None:
    """Keep the validators, and the body's hash, of what was understood; a failed reading is asked for again in full."""
    match outcome:
        case Updated() | Held() | Empty():
            receipt = outcome.receipt
            sql = "UPDATE sources SET etag = ?, last_modified = ?, body_hash = ?, extracted_by = ? WHERE name = ?"
            ways = receipt.validators
            values = (ways.etag, ways.last_modified, receipt.body_hash, receipt.extracted_by, name)
            database.run(sql, values)
        case Unchanged(validators=Validators(etag=etag, last_modified=modified)) if etag or modified:
            database.run("UPDATE sources SET etag = ?, last_modified = ? WHERE name = ?", (etag, modified, name))
        case _:
            return


def release(database: Database, name: str, edition: Edition | None, now: datetime, *, accepted: bool) -> None:
    """A source whose held table, or whatever else was held of it, was decided on is held no more, in a transaction.

    Raises: StoreError.
    """
    old = facts(database, name).health
    if SourceState.HELD not in (old.state, old.flaw):
        return
    new = replace(old, flaw=None, flaw_reason="")
    if edition is not None and accepted:
        new = replace(new, newest=newer(old.newest, edition.as_of), count=len(edition.rows))
    if old.state is SourceState.HELD:
        state, reason = (SourceState.OK, "") if accepted else (SourceState.UNCHANGED, "what was held is refused")
        new = replace(
            new, state=state, reason=reason, since=now, last_good=old.last_tried if accepted else old.last_good
        )
    _settle(database, old, new, now)


def _settle(database: Database, old: SourceHealth, new: SourceHealth, now: datetime) -> StateChange | None:
    """Write the present health; a change worth telling goes into the log (fine and unchanged are one to it)."""
    if new.state is not old.state and new.since != now:
        new = replace(new, since=now)
    database.run("UPDATE sources SET health = ? WHERE name = ?", (dump(new), new.name))
    if new.state is old.state or {new.state, old.state} <= _FINE:
        return None
    change = StateChange(source=new.name, at=now, before=old.state, after=new.state, reason=new.reason)
    database.run(
        "INSERT INTO source_states (source, at, before, after, reason, health) VALUES (?, ?, ?, ?, ?, ?)",
        (new.name, to_stamp(now), old.state.value, new.state.value, change.reason, dump(new)),
    )
    moment(database, now)
    return change


def full_texts(database: Database, source: str, items: Iterable[Item], reader: str | None) -> list[bool]:
    """For each item whether its article has been read already, by that `reader` if one is given, in the same order.

    Raises: StoreError.
    """
    sql = (
        "SELECT 1 FROM item_keys k JOIN items i ON i.id = k.item JOIN item_versions v ON v.id = i.version"
        " WHERE k.key = ?1 AND json_valid(v.value) AND json_extract(v.value, '$.text') <> ''"
        " AND (?2 IS NULL OR i.extracted_by = ?2)"
    )
    return [any(database.row(sql, (key, reader)) for key in item_keys(source, item)) for item in items]
