"""Readings that persons put right: each keeps what was read beside what counts, and is made anew from the two.

A form of a statement or figure whose `read` is set says in `value` what a person made of it, and in `read` what the
reader did; a later reading of the same words is held against the latter, so that what was put right stays.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from board.judging.corrections import KIND, corrected, given_by, standing
from board.model import Figure, Statement
from board.snapshot import Decision
from board.store.codec import UnreadableError, dump, load
from board.store.refs import number_of
from board.store.reindex import index_statements, refill
from board.store.renaming import forget
from board.store.times import FOREVER, from_stamp
from board.store.writing import next_id
from board.text.fold import fold

if TYPE_CHECKING:
    from board.store.connect import Database
    from board.store.lens import Lens

Said = TypeVar("Said", Statement, Figure)

BY_HAND = "by hand"
"""The cause of a form that a decision made."""
TABLES: dict[str, type[Statement] | type[Figure]] = {"statements": Statement, "figures": Figure}


@dataclass(frozen=True, slots=True)
class Form(Generic[Said]):
    """A record as it is kept."""

    record: Said
    value: str
    read: str | None
    """What was read, where a person put it right; `None` where nobody did."""


def form(database: Database, ref: str, record: Said, value: str, stated_in: int | None = None) -> Form[Said]:
    """What was read, with what stands put right of it, and of the statement that a figure is in. Raises: StoreError."""
    sql = "SELECT value FROM decisions WHERE ref = ? AND kind = ? ORDER BY at, id"
    put = standing(row[0] for row in database.rows(sql, (ref, KIND)))
    now = corrected(_given(database, record, stated_in), put)
    said = dump(now)
    return Form(now, said, None if said == value else value)


def _given(database: Database, record: Said, stated_in: int | None) -> Said:
    sql = f"SELECT value, read FROM statements WHERE {_FORMS} AND known_to IS NULL AND read IS NOT NULL"
    row = database.row(sql, (stated_in,)) if isinstance(record, Figure) and stated_in is not None else None
    return given_by(record, load(Statement, row[1]), load(Statement, row[0])) if row else record


def renew(database: Database, ref: str, at: int | None = None) -> None:
    """Let a statement or figure say, from the last decision or `at` on, what was read with what stands put right;
    inside a transaction. Nothing where it says so already, or nobody says it any more. Raises: StoreError.
    """
    table = f"{ref.partition(':')[0]}s"
    root = number_of(ref, table[:-1]) if table in TABLES else None
    if root is None:
        return
    sql = f"SELECT id, value, read, known_from FROM {table} WHERE {_FORMS} AND known_to IS NULL ORDER BY id DESC"
    current = database.row(sql, (root,))
    if current is None:
        return
    number, value, read, since = current
    now = _made(database, ref, table, number, value if read is None else read)
    if now is None or (now.value, now.read) == (value, read):
        return
    if at is None:
        at = database.value("SELECT max(at) FROM decisions WHERE ref = ? AND kind = ?", (ref, KIND))
    _replace(database, table, number, now, max(at or since, since))
    if table == "statements":
        for (figure,) in database.rows("SELECT root FROM figures WHERE statement = ? AND known_to IS NULL", (root,)):
            renew(database, f"figure:{figure}", at)


_FORMS = "(id = ?1 OR (root = ?1 AND root <> id))"


def _made(database: Database, ref: str, table: str, number: int, as_read: str) -> Form[Any] | None:
    sql = "SELECT statement FROM figures WHERE id = ?"
    stated_in = database.value(sql, (number,)) if table == "figures" else None
    try:
        return form(database, ref, load(TABLES[table], as_read), as_read, stated_in)
    except UnreadableError:
        return None


def _replace(database: Database, table: str, number: int, now: Form[Any], stamp: int) -> None:
    """Close a form, and put the new one in its place in time."""
    identity = next_id(database, table, number >> 20 << 20)
    if isinstance(now.record, Statement):
        _add_statement(database, identity, number, now, stamp)
    else:
        _add_figure(database, identity, number, now, stamp)
    database.run(f"UPDATE {table} SET known_to = ? WHERE id = ?", (stamp, number))


def _add_statement(database: Database, identity: int, number: int, now: Form[Statement], stamp: int) -> None:
    database.run(
        "INSERT INTO statements SELECT ?, root, key, source, item, version, receipt, ?, ?, NULL, last_seen, held_by,"
        " ?, ?, ? FROM statements WHERE id = ?",
        (identity, BY_HAND, stamp, now.record.stance is None, now.value, now.read, number),
    )
    index_statements(database, [identity])


def _add_figure(database: Database, identity: int, number: int, now: Form[Figure], stamp: int) -> None:
    """A statement is found by the nations it gives figures of: it is indexed anew with the one that was put right."""
    figure = now.record
    stated_in = database.value("SELECT statement FROM figures WHERE id = ?", (number,))
    told = [row[0] for row in database.rows(f"SELECT id FROM statements WHERE {_FORMS}", (stated_in,))]
    forgotten = forget(database, told, ())
    database.run(
        "INSERT INTO figures SELECT ?, root, key, source, item, version, receipt, statement, ?, ?, NULL, last_seen,"
        " held_by, ?, ?, ?, said, about, ?, ? FROM figures WHERE id = ?",
        (identity, BY_HAND, stamp, fold(figure.subject), figure.nation, figure.kind.value, now.value, now.read, number),
    )
    if forgotten:
        index_statements(database, told)
    else:
        refill(database)


def renew_all(database: Database) -> None:
    """The same of everything that anything was ever put right of: after an import. Raises: StoreError."""
    for (ref,) in database.rows("SELECT DISTINCT ref FROM decisions WHERE kind = ?", (KIND,)):
        renew(database, ref)


def last_words(database: Database, lens: Lens, refs: Iterable[str]) -> dict[str, Decision]:
    """The last decision by which each was put right, known by the time where that is asked. Raises: StoreError."""
    wanted = json.dumps(list(refs))
    if wanted == "[]":
        return {}
    sql = (
        "SELECT ref, kind, value, who, at, why FROM decisions WHERE ref IN (SELECT value FROM json_each(?))"
        " AND kind = ? AND at <= ? ORDER BY at, id"
    )
    rows: Sequence[Any] = database.rows(sql, (wanted, KIND, lens.stamp if lens.looks_back else FOREVER))
    return {r[0]: Decision(ref=r[0], kind=r[1], value=r[2], who=r[3], at=from_stamp(r[4]), why=r[5]) for r in rows}
