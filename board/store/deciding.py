"""A decision kept, and what follows from it, in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from board.judging.corrections import KIND
from board.options import Choice
from board.outcome import Updated
from board.spec import SourceSpec
from board.store import pending, tables
from board.store.applying import put_reading
from board.store.groups import regroup
from board.store.lens import Lens
from board.store.origins import Fold, group
from board.store.people import LONGEST, moment
from board.store.put_right import renew
from board.store.refs import number_of
from board.store.sources import enter, facts, release, settle
from board.store.times import to_stamp
from board.store.writing import Writing
from board.text.clean import clean

if TYPE_CHECKING:
    from board.outcome import Receipt
    from board.snapshot import Decision
    from board.store.connect import Database


def decide(database: Database, decisions: Sequence[Decision], fold: Fold | None) -> None:
    """Keep decisions and do what follows from them; `fold` puts what is accepted under what it repeats.

    Raises: StoreError.
    """
    with database.write():
        for decision in decisions:
            _keep(database, decision)
            _follow(database, decision, fold)
        for ref in dict.fromkeys(decision.ref for decision in decisions if decision.kind == KIND):
            renew(database, ref)


def _keep(database: Database, decision: Decision) -> None:
    words = [clean(word) for word in (decision.ref, decision.kind, decision.value, decision.who)]
    database.run(
        "INSERT INTO decisions (ref, kind, value, who, at, why) VALUES (?, ?, ?, ?, ?, ?)",
        (*words, to_stamp(decision.at), clean(decision.why, LONGEST, lines=True)),
    )
    moment(database, decision.at)


def _follow(database: Database, decision: Decision, fold: Fold | None) -> None:
    edition, statement = number_of(decision.ref, "edition"), number_of(decision.ref, "statement")
    source = pending.source_of(decision.ref)
    if decision.kind == "fold" and statement is not None:
        regroup(database, statement, decision.value)
    elif decision.kind == "accept" and source is not None:
        _end_waiting(database, source, decision, fold)
    elif decision.kind == "accept" and edition is not None:
        if decision.value == "accepted":
            _replace_corrected(database, edition, decision.at)
        _release_source(database, edition, decision)


def _replace_corrected(database: Database, edition: int, at: datetime) -> None:
    """An accepted edition takes the place of the earlier ones of its date."""
    database.run(
        "UPDATE editions SET known_to = ? WHERE known_to IS NULL AND id <> ? AND held IS NULL"
        " AND json_valid(value) AND json_extract(value, '$.as_of') IS NOT NULL"
        " AND slot = (SELECT slot FROM editions WHERE id = ?)",
        (to_stamp(at), edition, edition),
    )


def _release_source(database: Database, edition: int, decision: Decision) -> None:
    """The source of a held edition is held no more, unless another of its editions waits."""
    row = database.row("SELECT source FROM editions WHERE id = ? AND held IS NOT NULL", (edition,))
    decided = tables.edition(database, Lens(), f"edition:{edition}") if row else None
    if decided is None or any(each.source == row[0] for each in tables.held(database, Lens())):
        return
    release(database, row[0], decided.value, decision.at, accepted=decision.value == "accepted")


def _end_waiting(database: Database, source: str, decision: Decision, fold: Fold | None) -> None:
    """A reading that waited is kept as if it came now, if it is accepted; it waits no longer in either case."""
    waiting = pending.waiting(database, source)
    pending.drop(database, source)
    if waiting is None or decision.value != "accepted":
        release(database, source, None, decision.at, accepted=False)
        return
    last, spec = facts(database, source), _spec(database, source, waiting.receipt)
    receipt = replace(waiting.receipt, retrieved=decision.at, validators=last.validators)
    enter(database, spec)
    writing = Writing(database=database, spec=spec, receipt=receipt, receipt_id=waiting.receipt_id)
    writing.withdraws = waiting.receipt.status is None
    put_reading(writing, waiting.reading)
    group(writing, fold)
    due = last.health.next_due or decision.at
    taken = Updated(source=source, receipt=receipt, reading=waiting.reading, next_due=due)
    settle(database, spec, taken, changed=writing.applied().changed, left_out=writing.left_out)


def _spec(database: Database, source: str, receipt: Receipt) -> SourceSpec:
    """As much of the source as writing asks for."""
    title, grade = database.row("SELECT title, grade FROM sources WHERE name = ?", (source,)) or (source, "F")
    return SourceSpec(name=source, title=title, grade=Choice(grade), kind=receipt.extracted_by.partition(" ")[0])
