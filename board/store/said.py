"""Statements and figures: each kept once, under the same ref through every later reading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from board.model import Figure, Item, Statement
from board.store.codec import UnstorableError, dump
from board.store.groups import leave_groups
from board.store.index import index_statement
from board.store.keys import figure_keys, lone_statement_key, statement_keys
from board.store.put_right import Form, form
from board.store.reconcile import Kept, Plan, followed, reconcile
from board.store.times import believable, from_stamp, not_ahead, placed, said_by, stamp_of, to_stamp
from board.text.fold import fold

if TYPE_CHECKING:
    from board.store.writing import Writing


@dataclass(frozen=True, slots=True)
class Owner:
    """The item that statements and figures were read from."""

    id: int
    version: int
    item: Item
    """With the title of that version, by which what was said in it is searched."""


@dataclass(frozen=True, slots=True)
class _Fresh:
    """A record of this reading that can be kept: its key and its JSON; of a statement the nations it gives figures of,
    of a figure the root of the statement it was given in."""

    record: Any
    key: bytes
    value: str
    nations: str = ""
    stated_in: int | None = None


def put_said(
    writing: Writing, owner: Owner | None, statements: Sequence[Statement], figures: Sequence[Figure], cause: str
) -> None:
    """Keep what one item, or a reading without items, says; what it said before and no longer does is history.

    Raises: StoreError.
    """
    keys = statement_keys(statements) if owner else [lone_statement_key(statement) for statement in statements]
    fresh = _fresh(writing, statements, keys, nations=_nations(statements, figures))
    roots = _put_statements(writing, owner, _kept(writing, "statements", owner), fresh, cause)
    stated = [_at(keys, figure.statement) for figure in figures]
    stated_in = [roots.get(key) if key else None for key in stated]
    given = _fresh(writing, figures, figure_keys(figures, keys), stated_in=stated_in)
    _put_figures(writing, owner, given, cause)


def put_headlines(writing: Writing, owner: Owner, statements: Sequence[Statement], cause: str) -> None:
    """Keep the headlines among `statements` in place of the item's present ones, and touch nothing else.

    Raises: StoreError.
    """
    headlines = [statement for statement in statements if statement.stance is None]
    kept = [record for record in _kept(writing, "statements", owner) if '"stance":null' in record.value]
    _put_statements(writing, owner, kept, _fresh(writing, headlines, statement_keys(headlines)), cause)


def _fresh(writing: Writing, records: Sequence[Any], keys: Sequence[bytes], **more: Sequence[Any]) -> list[_Fresh]:
    """The records that can be kept, each key once; `more` is what goes with each."""
    fresh: dict[bytes, _Fresh] = {}
    for index, (record, key) in enumerate(zip(records, keys, strict=True)):
        try:
            here = {name: values[index] for name, values in more.items()}
            fresh.setdefault(key, _Fresh(record, key, dump(record), **here))
        except UnstorableError:
            writing.left_out += 1
    return list(fresh.values())


def _at(keys: Sequence[bytes], index: int | None) -> bytes | None:
    return keys[index] if index is not None and 0 <= index < len(keys) else None


def _nations(statements: Sequence[Statement], figures: Sequence[Figure]) -> list[str]:
    """For each statement the codes of the nations it gives figures of."""
    found: list[list[str]] = [[] for _ in statements]
    for figure in figures:
        if figure.nation and figure.statement is not None and 0 <= figure.statement < len(found):
            found[figure.statement].append(figure.nation)
    return [" ".join(codes) for codes in found]


def _kept(writing: Writing, table: str, owner: Owner | None) -> list[Kept]:
    """What is kept of it, each as it was read."""
    where = "item = ?" if owner else "item IS NULL AND source = ?"
    sql = f"SELECT id, root, key, coalesce(read, value), known_to IS NULL, read IS NOT NULL FROM {table} WHERE {where}"
    rows = writing.database.rows(sql, (owner.id if owner else writing.source,))
    return [Kept(row[0], row[1], row[2], row[3], bool(row[4]), bool(row[5])) for row in rows]


def _put_statements(
    writing: Writing, owner: Owner | None, kept: Sequence[Kept], fresh: Sequence[_Fresh], cause: str
) -> dict[bytes, int]:
    """Keep statements; the root of each by its key."""
    plan = reconcile(kept, [(record.key, record.value) for record in fresh])
    roots = {known.key: known.root for known in (*plan.same.values(), *plan.replaced.values())}
    for index in reversed(range(len(fresh))):
        if index in plan.new or (writing.held_by is None and index in plan.replaced):
            roots[fresh[index].key] = _add_statement(writing, owner, fresh[index], plan.replaced.get(index), cause)
    _close(writing, "statements", owner, plan)
    return roots


def _add_statement(writing: Writing, owner: Owner | None, fresh: _Fresh, old: Kept | None, cause: str) -> int:
    read: Statement = fresh.record
    item = owner.item if owner else None
    published = read.published or (item.published if item else None)
    identity = writing.new_id("statements", placed(published, writing.known, _first_read(writing, "statements", old)))
    root = old.root if old else identity
    form = _form(writing, "statement", fresh, old)
    writing.database.run(
        "INSERT INTO statements VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?, ?, ?, ?, ?)",
        (identity, root, fresh.key, *_origin(writing, owner), cause, writing.stamp, writing.stamp, writing.held_by,
         form.record.stance is None, form.value, form.read),
    )  # fmt: skip
    _index(writing, identity, form.record, item, fresh.nations, old)
    if old:
        writing.replaced += 1
    else:
        writing.statements.append(f"statement:{root}")
    return root


def _form(writing: Writing, kind: str, fresh: _Fresh, old: Kept | None) -> Form[Any]:
    """As it was read, with what a person put right of its earlier forms."""
    if old is None and fresh.stated_in is None:
        return Form(fresh.record, fresh.value, None)
    ref = f"{kind}:{old.root}" if old else ""
    return form(writing.database, ref, fresh.record, fresh.value, fresh.stated_in)


def _first_read(writing: Writing, table: str, old: Kept | None) -> datetime:
    """When its first form came."""
    if old is None:
        return writing.known
    return from_stamp(writing.database.value(f"SELECT known_from FROM {table} WHERE id = ?", (old.root,)))


def _index(
    writing: Writing, identity: int, statement: Statement, item: Item | None, nations: str, old: Kept | None
) -> None:
    """Enter its words; besides the nations that were read those of figures that a person put right."""
    if old is not None:
        sql = "SELECT DISTINCT nation FROM figures WHERE statement = ? AND nation IS NOT NULL"
        nations = " ".join((nations, *(row[0] for row in writing.database.rows(sql, (old.root,)))))
    source = (writing.spec.name, writing.spec.title)
    index_statement(writing.database, identity, statement, item.title if item else "", source, nations)


def _origin(writing: Writing, owner: Owner | None) -> tuple[str, int | None, int | None, int]:
    return writing.source, owner.id if owner else None, owner.version if owner else None, writing.receipt_id


def _put_figures(writing: Writing, owner: Owner | None, fresh: Sequence[_Fresh], cause: str) -> None:
    said = [(record.key, record.value) for record in fresh]
    plan = reconcile(followed(_kept(writing, "figures", owner), said), said)
    for index in reversed(range(len(fresh))):
        if index in plan.new or (writing.held_by is None and index in plan.replaced):
            _add_figure(writing, owner, fresh[index], plan.replaced.get(index), cause)
    _close(writing, "figures", owner, plan)


def _add_figure(writing: Writing, owner: Owner | None, fresh: _Fresh, old: Kept | None, cause: str) -> None:
    form = _form(writing, "figure", fresh, old)
    figure: Figure = form.record
    published = believable(figure.published or (owner.item.published if owner else None), writing.known)
    said = not_ahead(published or believable(figure.as_of, writing.known), writing.known)
    about = figure.as_of or published
    now, first = writing.stamp, _first_read(writing, "figures", old)
    identity = writing.new_id("figures", placed(said, writing.known, first))
    root = old.root if old else identity
    writing.database.run(
        "INSERT INTO figures VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (identity, root, fresh.key, *_origin(writing, owner), fresh.stated_in, cause, now, now, writing.held_by,
         fold(figure.subject), figure.nation, figure.kind.value, said_by(said, to_stamp(first)),
         stamp_of(about, to_stamp(first)), form.value, form.read),
    )  # fmt: skip
    if old:
        writing.replaced += 1
    else:
        writing.figures.append(f"figure:{root}")


def _close(writing: Writing, table: str, owner: Owner | None, plan: Plan) -> None:
    """End the validity of replaced forms and of what is no longer said; mark the rest as seen, and as held no more.

    A reading that is held ends nothing.
    """
    if writing.held_by is not None:
        return
    gone = [kept.id for kept in plan.replaced.values() if kept.current]
    if owner or writing.withdraws:
        gone += [kept.id for kept in plan.missing]
    else:
        gone += _from_this_body(writing, table, plan.missing)
    sql = f"UPDATE {table} SET known_to = ? WHERE id = ?"
    writing.database.run_many(sql, [(writing.stamp, identity) for identity in gone])
    if table == "statements":
        ended = {kept.root for kept in plan.missing if kept.id in gone}
        leave_groups(writing.database, ended)
    if owner is None:
        sql = f"UPDATE {table} SET last_seen = max(last_seen, ?), held_by = NULL WHERE id = ?"
        writing.database.run_many(sql, [(writing.stamp, kept.id) for kept in plan.same.values()])


def _from_this_body(writing: Writing, table: str, missing: Sequence[Kept]) -> list[int]:
    """Those read from the very same bytes before: with other options, they are not in there."""
    sql = (
        f"SELECT t.id FROM {table} t JOIN receipts r ON r.id = t.receipt"
        " WHERE t.id = ? AND r.body_hash = ? AND r.extracted_by <> ?"
    )
    body, reader = writing.receipt.body_hash, writing.receipt.extracted_by
    return [kept.id for kept in missing if writing.database.row(sql, (kept.id, body, reader))]
