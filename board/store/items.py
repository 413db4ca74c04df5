"""Items: found again under whatever id, kept in every version."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING

from board.model import Item
from board.store.codec import UnreadableError, UnstorableError, dump, load
from board.store.index_items import index_item, reindex_item
from board.store.keys import bare_link, digest, item_keys, squeezed
from board.store.said import Owner, put_headlines, put_said
from board.store.times import placed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from board.outcome import ItemReading
    from board.store.writing import Writing


@dataclass(frozen=True, slots=True)
class _Known:
    """An item that is already kept, with its present version."""

    id: int
    version: int
    extracted_by: str
    item: Item
    """Without words where the kept ones cannot be read any more."""


_LOST = Item(title="")


def put_items(writing: Writing, readings: Sequence[ItemReading]) -> None:
    """Keep every item of a reading. Raises: StoreError.

    They are written from the last to the first, so that of a page's undated items the topmost is the newest.
    """
    touched: set[int] = set()
    seen: list[int] = []
    for reading in reversed(readings):
        try:
            seen.append(_put_item(writing, reading, touched))
        except UnstorableError:
            writing.left_out += 1
    stamps = [(writing.stamp, identity) for identity in seen]
    writing.database.run_many("UPDATE items SET last_seen = max(last_seen, ?) WHERE id = ?", stamps)


def _put_item(writing: Writing, reading: ItemReading, touched: set[int]) -> int:
    item = reading.item
    keys = item_keys(writing.source, item)
    known = _find(writing, keys)
    if known is not None and known.id in touched:
        keys = (digest(writing.source, "again", squeezed(item.title), bare_link(item.link or ""), str(item.published)),)
        known = _find(writing, keys)
    identity = _add(writing, reading) if known is None else _renew(writing, known, reading)
    writing.database.run_many("INSERT OR IGNORE INTO item_keys VALUES (?, ?)", [(key, identity) for key in keys])
    touched.add(identity)
    return identity


def _find(writing: Writing, keys: Sequence[bytes]) -> _Known | None:
    for key in keys:
        row = writing.database.row(
            "SELECT i.id, i.version, i.extracted_by, v.value FROM item_keys k JOIN items i ON i.id = k.item"
            " JOIN item_versions v ON v.id = i.version WHERE k.key = ?",
            (key,),
        )
        if row is not None:
            return _Known(row[0], row[1], row[2], _readable(row[3]))
    return None


def _readable(value: str) -> Item:
    try:
        return load(Item, value)
    except UnreadableError:
        return _LOST


def _add(writing: Writing, reading: ItemReading) -> int:
    value = dump(reading.item)
    identity = writing.new_id("items", placed(reading.item.published, writing.known, writing.known))
    cause = "re-read" if writing.stood_before(reading.item.published) else "new"
    version = _put_version(writing, identity, reading, value, cause)
    writing.database.run(
        "INSERT INTO items VALUES (?, ?, ?, ?, ?, ?)",
        (identity, writing.source, version, writing.receipt.extracted_by, writing.stamp, writing.stamp),
    )
    index_item(writing.database, identity, reading.item, (writing.spec.name, writing.spec.title))
    writing.items.append(f"item:{identity}")
    put_said(writing, Owner(identity, version, reading.item), reading.statements, reading.figures, cause)
    return identity


def _renew(writing: Writing, known: _Known, reading: ItemReading) -> int:
    """Keep a new version where the words changed, and the new reading where the words or the options did."""
    if known.item.text and not reading.item.text:
        return _renew_title(writing, known, reading)
    cause = _cause(known, reading.item, writing.receipt.extracted_by)
    if cause is None:
        return known.id
    version, item = known.version, dataclasses.replace(reading.item, title=known.item.title)
    if not _same_words(known.item, reading.item):
        item = reading.item
        version = _put_version(writing, known.id, reading, dump(reading.item), cause)
        _index_anew(writing, known, reading.item)
        if cause == "edited":
            writing.edited.append(f"item:{known.id}")
    put_said(writing, Owner(known.id, version, item), reading.statements, reading.figures, cause)
    writing.database.run(
        "UPDATE items SET version = ?, extracted_by = ? WHERE id = ?", (version, writing.receipt.extracted_by, known.id)
    )
    return known.id


def _renew_title(writing: Writing, known: _Known, reading: ItemReading) -> int:
    """An item whose article was read before and not this time: its words and what was said in them stay.

    A changed title or summary is an edit all the same, and brings its own headline.
    """
    item = dataclasses.replace(reading.item, text=known.item.text)
    if _same_words(known.item, item):
        return known.id
    version = _put_version(writing, known.id, dataclasses.replace(reading, item=item), dump(item), "edited")
    _index_anew(writing, known, item)
    writing.edited.append(f"item:{known.id}")
    put_headlines(writing, Owner(known.id, version, item), reading.statements, "edited")
    writing.database.run("UPDATE items SET version = ? WHERE id = ?", (version, known.id))
    return known.id


def _index_anew(writing: Writing, known: _Known, item: Item) -> None:
    before = (known.version, None if known.item is _LOST else known.item)
    reindex_item(writing.database, known.id, before, item, (writing.spec.name, writing.spec.title))


def _cause(known: _Known, item: Item, extracted_by: str) -> str | None:
    """Why a known item is read again: its words changed, more of them came, or the options did. `None`: it is not."""
    if known.extracted_by != extracted_by:
        return "re-read"
    if _same_words(known.item, item):
        return None
    filled = dataclasses.replace(known.item, text=item.text)
    return "completed" if not known.item.text and _same_words(filled, item) else "edited"


def _same_words(old: Item, new: Item) -> bool:
    pairs = ((old.title, new.title), (old.summary, new.summary), (old.text, new.text))
    return all(before == after or squeezed(before) == squeezed(after) for before, after in pairs)


def _put_version(writing: Writing, item: int, reading: ItemReading, value: str, cause: str) -> int:
    return writing.database.run(
        "INSERT INTO item_versions (item, receipt, known_from, cause, title, final_url, status, body_hash, value)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (item, writing.receipt_id, writing.stamp, cause, reading.item.title, reading.final_url, reading.status,
         reading.body_hash, value),
    )  # fmt: skip
