"""What reading the kept bodies again needs: the bodies with how they came, and what stands on them now."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from board.outcome import Receipt
from board.store.bodies import body
from board.store.times import from_stamp

if TYPE_CHECKING:
    from board.store.connect import Database

_KEPT = (
    "EXISTS (SELECT 1 FROM bodies b JOIN receipts r ON r.body_hash = b.hash WHERE r.id = {receipt})"
    " AND (v.body_hash IS NULL OR EXISTS (SELECT 1 FROM bodies b WHERE b.hash = v.body_hash))"
)
_RECEIPTS = (
    "SELECT id, retrieved, url, final_url, status, body_hash, extracted_by FROM receipts WHERE source = ?"
    " AND body_hash IN (SELECT hash FROM bodies) ORDER BY id"
)
_ARTICLES = "SELECT value, final_url, status, body_hash FROM item_versions WHERE receipt = ? AND body_hash IS NOT NULL"
_HELD = (
    "SELECT count(*), sum(NOT EXISTS (SELECT 1 FROM decisions d WHERE d.ref = 'edition:' || e.id"
    " AND d.kind = 'accept' AND d.value = 'accepted'))"
    " FROM editions e WHERE e.receipt = ? AND e.held IS NOT NULL AND e.released IS NULL"
)
"""How many editions of a receipt its guard held, and how many of them nobody accepted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptReading:
    """One body of a source as it came, with the articles that were read along with it."""

    receipt: Receipt
    """Its `body` is set."""
    held: bool
    """Whether what was read of it failed its guard."""
    waits: bool
    """Whether it did, and nobody has accepted it."""
    articles: Mapping[str, Receipt] = field(default_factory=dict)
    """Link of an item to the body of its page."""


@dataclass(frozen=True, slots=True, order=True)
class Standing:
    """One record that counts now, named in a way that is the same in every store."""

    kind: str
    """`item`, `statement`, `figure`, `edition`, `row` or `event`."""
    name: str
    value: str = field(compare=False)
    """The noun as JSON."""


def kept_readings(database: Database, source: str) -> Iterator[KeptReading]:
    """The kept bodies of a source, oldest first, one in memory at a time. Raises: StoreError."""
    for row in database.rows(_RECEIPTS, (source,)):
        whole = body(database, row[5])
        if whole is not None:
            receipt = Receipt(
                retrieved=from_stamp(row[1]), url=row[2], final_url=row[3], status=row[4], body_hash=row[5],
                extracted_by=row[6], body=whole.data, charset=whole.charset,
            )  # fmt: skip
            held, waiting = database.row(_HELD, (row[0],))
            articles = dict(_articles(database, row[0], receipt))
            yield KeptReading(receipt=receipt, held=bool(held), waits=bool(waiting), articles=articles)


def _articles(database: Database, number: int, receipt: Receipt) -> Iterator[tuple[str, Receipt]]:
    for value, final_url, status, body_hash in database.rows(_ARTICLES, (number,)):
        page = body(database, body_hash)
        link = json.loads(value).get("link")
        if page is not None and link:
            came = Receipt(
                retrieved=receipt.retrieved, url=link, final_url=final_url or link, status=status,
                body_hash=body_hash, extracted_by=receipt.extracted_by, body=page.data, charset=page.charset,
            )  # fmt: skip
            yield link, came


def standing(database: Database, source: str) -> tuple[Standing, ...]:
    """Everything of a source that counts now and rests on bodies that are kept. Raises: StoreError."""
    names: dict[int, str] = {}
    found: list[Standing] = []
    for number, value in database.rows(_query("items", "i.id, v.value"), (source,)):
        names[number] = _item_name(json.loads(value))
        found.append(Standing("item", names[number], value))
    for kind in ("statement", "figure"):
        for item, value in database.rows(_query(f"{kind}s", "t.item, coalesce(t.read, t.value)"), (source,)):
            found.append(Standing(kind, f"{names.get(item, '')} {_said_name(kind, json.loads(value))}".strip(), value))
    found += _of_tables(database, source)
    for (value,) in database.rows(_query("events", "t.value"), (source,)):
        told = json.loads(value)
        found.append(Standing("event", f"{told.get('when')} {told['title']}", value))
    return tuple(_numbered(found))


def _query(table: str, columns: str) -> str:
    """Records of a source that are valid now and whose bodies are kept."""
    if table == "items":
        kept = _KEPT.format(receipt="v.receipt")
        return f"SELECT {columns} FROM items i JOIN item_versions v ON v.id = i.version WHERE i.source = ? AND {kept}"
    kept = _KEPT.format(receipt="t.receipt")
    version = "t.version" if table in ("statements", "figures") else "NULL"
    joined = f"FROM {table} t LEFT JOIN item_versions v ON v.id = {version}"
    return f"SELECT {columns} {joined} WHERE t.source = ? AND t.known_to IS NULL AND {kept} ORDER BY t.id"


def _item_name(item: Mapping[str, Any]) -> str:
    return str(item.get("link") or item.get("guid") or item.get("title"))


def _said_name(kind: str, said: Mapping[str, Any]) -> str:
    """A statement is known by its words; a figure by what it counts and the words it was read from."""
    if kind == "statement":
        return " ".join(str(said["text"]).split())
    return " ".join(str(said.get(key) or "-") for key in ("subject", "nation", "number", "quote"))


def _of_tables(database: Database, source: str) -> Iterator[Standing]:
    undated: Counter[str] = Counter()
    for number, value in database.rows(_query("editions", "t.id, t.value"), (source,)):
        told = json.loads(value)
        name = f"{told['force']} {told.get('as_of') or 'undated'}"
        undated[name] += 1
        name = name if undated[name] == 1 else f"{name} ({undated[name]})"
        yield Standing("edition", name, value)
        sql = "SELECT value FROM edition_rows WHERE edition = ? ORDER BY position"
        for (row,) in database.rows(sql, (number,)):
            printed = json.loads(row)
            yield Standing("row", f"{name} {printed.get('nation') or printed['name']}", row)


def _numbered(found: list[Standing]) -> Iterator[Standing]:
    """Records of the same name told apart by which of them they are."""
    seen: Counter[tuple[str, str]] = Counter()
    for record in found:
        seen[record.kind, record.name] += 1
        count = seen[record.kind, record.name]
        yield record if count == 1 else Standing(record.kind, f"{record.name} ({count})", record.value)
