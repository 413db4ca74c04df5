"""Rows of another store put among our own: found there by their keys, or entered under a number that is free."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from board.store.columns import Columns
from board.store.export import KINDS
from board.store.groups import put_together
from board.store.incoming import Incoming, UnfitError
from board.store.refs import number_of
from board.store.settle import settle

if TYPE_CHECKING:
    from board.store.connect import Database

_SAME: Mapping[str, tuple[str, ...]] = {
    "receipt": ("source", "retrieved", "body_hash", "extracted_by"),
    "item_version": ("item", "known_from", "value"),
    "statement": ("source", "item", "key", "value", "read"),
    "figure": ("source", "item", "key", "value", "read"),
    "edition": ("slot", "content", "known_from"),
    "event": ("source", "key", "value"),
    "source_state": ("source", "at", "after"),
    "decision": ("ref", "kind", "value", "who", "at"),
    "note": ("ref", "text", "who", "at"),
}
"""Columns by which a row is found to be there already. The other types have a key that SQLite holds unique."""
_POINTS = {
    "item": "item",
    "version": "item_version",
    "receipt": "receipt",
    "edition": "edition",
    "held_by": "edition",
    "statement": "statement",
    "origin": "statement",
}
"""Columns that hold the number of a record which has come before."""
_OWN_WAY = frozenset({("item", "version"), ("item_key", "item")})


@dataclass(slots=True)
class Merge:
    """One import under way, in one transaction."""

    database: Database
    columns: Columns
    numbers: dict[tuple[str, int], int] = field(default_factory=dict)
    """Type and number in the export, to the number here; of statements and figures, to the root."""
    waiting: dict[int, dict[str, Any]] = field(default_factory=dict)
    """Items whose keys have not come yet."""
    joined: set[tuple[str, int]] = field(default_factory=set)
    """Type and root of what had a form here and got another."""
    statements: list[int] = field(default_factory=list)
    """Those that were new, for the word index."""
    slots: set[bytes] = field(default_factory=set)
    """Of the editions that were new."""
    receipts: set[int] = field(default_factory=set)
    """Those that were new."""

    def take(self, record: Incoming) -> bool:
        """Enter one record; whether it was new. Raises: StoreError, UnfitError."""
        row = self.columns.checked(KINDS[record.kind], record.row)
        for name, kind in _POINTS.items():
            if row.get(name) is not None and (record.kind, name) not in _OWN_WAY:
                row[name] = self._number(kind, row[name])
        return _HANDLERS.get(record.kind, Merge.put_plain)(self, record.kind, row)

    def finish(self) -> None:
        """Of several forms of one record let only the latest count. Raises: StoreError."""
        settle(self.database, self.joined, self.slots)

    def _number(self, kind: str, number: int) -> int:
        try:
            return self.numbers[kind, number]
        except KeyError:
            raise UnfitError(f"it points to {kind} {number}, which has not come before") from None

    def _insert(self, kind: str, row: dict[str, Any]) -> bool:
        """Whether the row could be entered; one whose own key is there already is not."""
        names, marks = ", ".join(row), ", ".join("?" * len(row))
        before = self.database.connection.total_changes
        self.database.run(f"INSERT OR IGNORE INTO {KINDS[kind]} ({names}) VALUES ({marks})", tuple(row.values()))
        return self.database.connection.total_changes > before

    def put_plain(self, kind: str, row: dict[str, Any]) -> bool:
        """A row with a key of its own: entered unless it is there."""
        return self._insert(kind, row)

    def put_numbered(self, kind: str, row: dict[str, Any]) -> bool:
        """A row known by what it says: entered under a free number unless it is there."""
        there = self._there(kind, row, _SAME[kind])
        given, here = self._enter(kind, row, there)
        self.numbers[kind, given] = here
        return there is None

    def _enter(self, kind: str, row: dict[str, Any], there: int | None) -> tuple[int, int]:
        """The number in the export, and the one here."""
        given: int = row["id"]
        if there is None:
            row["id"] = self._free(kind, given)
            self._insert(kind, row)
            return given, row["id"]
        if "last_seen" in row:
            sql = f"UPDATE {KINDS[kind]} SET last_seen = max(last_seen, ?) WHERE id = ?"
            self.database.run(sql, (row["last_seen"], there))
        return given, there

    def _there(self, kind: str, row: dict[str, Any], columns: tuple[str, ...]) -> int | None:
        # `IS ?` would keep SQLite from using the indexes that leave NULL out.
        where = " AND ".join(f"{column} IS NULL" if row.get(column) is None else f"{column} = ?" for column in columns)
        values = [row[column] for column in columns if row.get(column) is not None]
        found = self.database.value(f"SELECT id FROM {KINDS[kind]} WHERE {where}", values)
        return None if found is None else int(found)

    def _free(self, kind: str, number: int) -> int:
        while self.database.value(f"SELECT 1 FROM {KINDS[kind]} WHERE id = ?", (number,)):
            number += 1
        return number

    def put_item(self, _: str, row: dict[str, Any]) -> bool:
        """An item waits for its keys, which say whether it is here already."""
        self.waiting[row["id"]] = row
        return False

    def put_item_key(self, _: str, row: dict[str, Any]) -> bool:
        given = row["item"]
        here = self.database.value("SELECT item FROM item_keys WHERE key = ?", (row["key"],))
        is_new = False
        if ("item", given) not in self.numbers:
            waiting = self.waiting.pop(given, None)
            if waiting is None:
                raise UnfitError(f"it points to item {given}, which has not come before")
            is_new = here is None
            self.numbers["item", given] = self._enter("item", waiting, here)[1]
        self._insert("item_key", {"key": row["key"], "item": self.numbers["item", given]})
        return is_new

    def put_said(self, kind: str, row: dict[str, Any]) -> bool:
        """A statement or figure: a form of one that is here, or the first of its own. Roots come before other forms."""
        form = self._there(kind, row, ("source", "item", "key"))
        there = self._same_form(kind, row)
        given, here = self._enter(kind, row, there)
        root = here if form is None else self.database.value(f"SELECT root FROM {KINDS[kind]} WHERE id = ?", (form,))
        self.numbers[kind, given] = root
        if there is None:
            self.database.run(f"UPDATE {KINDS[kind]} SET root = ? WHERE id = ?", (root, here))
            self.joined.add((kind, root))
            if kind == "statement":
                self.statements.append(here)
        return there is None

    def _same_form(self, kind: str, row: dict[str, Any]) -> int | None:
        """The form here that says the same; not one that had ended when this one, which counts, came again."""
        there = self._there(kind, row, (*_SAME[kind], "known_from"))
        if there is not None or row.get("known_to") is not None:
            return there if there is not None else self._there(kind, row, _SAME[kind])
        found = self._there(kind, row, _SAME[kind])
        sql = f"SELECT 1 FROM {KINDS[kind]} WHERE id = ? AND known_to <= ?"
        return None if self.database.value(sql, (found, row["known_from"])) else found

    def put_edition(self, kind: str, row: dict[str, Any]) -> bool:
        """A dated edition is the same whenever it was seen; an undated one may have come, gone and come again."""
        undated = '"as_of":null' in row["value"]
        there = self._there(kind, row, _SAME[kind] if undated else ("slot", "content"))
        given, here = self._enter(kind, row, there)
        self.numbers[kind, given] = here
        if there is None and not undated:
            self.slots.add(row["slot"])
        return there is None

    def put_receipt(self, kind: str, row: dict[str, Any]) -> bool:
        given = row["id"]
        is_new = self.put_numbered(kind, row)
        if is_new:
            self.receipts.add(self.numbers[kind, given])
        return is_new

    def put_pending(self, kind: str, row: dict[str, Any]) -> bool:
        """A reading that waits; not where it was decided on here, or the source has given something later."""
        later = "SELECT 1 FROM sources WHERE name = ? AND changed > ?"
        if row["receipt"] not in self.receipts or self.database.value(later, (row["source"], row["since"])):
            return False
        return self._insert(kind, row)

    def put_group(self, _: str, row: dict[str, Any]) -> bool:
        """Two statements of one origin; what is together here stays so."""
        before = self.database.connection.total_changes
        put_together(self.database, row["statement"], row["origin"], decided=bool(row["decided"]))
        return self.database.connection.total_changes > before

    def put_tied(self, kind: str, row: dict[str, Any]) -> bool:
        """What is tied to a ref follows it."""
        row["ref"] = self._ref(row["ref"])
        if kind == "decision" and row["kind"] == "fold":
            row["value"] = self._ref(row["value"])
        return self.put_numbered(kind, row) if kind in _SAME else self.put_plain(kind, row)

    def _ref(self, ref: str) -> str:
        whole, sign, part = ref.partition("#")
        kind = whole.partition(":")[0]
        number = number_of(whole, kind)
        return ref if number is None else f"{kind}:{self.numbers.get((kind, number), number)}{sign}{part}"


_HANDLERS: Mapping[str, Callable[[Merge, str, dict[str, Any]], bool]] = {
    **dict.fromkeys(_SAME, Merge.put_numbered),
    "receipt": Merge.put_receipt,
    "pending": Merge.put_pending,
    "item": Merge.put_item,
    "item_key": Merge.put_item_key,
    "statement": Merge.put_said,
    "figure": Merge.put_said,
    "edition": Merge.put_edition,
    "origin_group": Merge.put_group,
    **dict.fromkeys(("decision", "note", "read_mark"), Merge.put_tied),
}
