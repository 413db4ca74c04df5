"""Raw bodies, packed and kept by their hash: one copy however often it came."""

from __future__ import annotations

import zlib
from datetime import datetime
from typing import TYPE_CHECKING

from board.errors import StoreError
from board.snapshot import RawBody
from board.store.times import from_stamp, to_stamp

if TYPE_CHECKING:
    from board.store.connect import Database

_LARGEST = 64 * 1024 * 1024
"""Bytes of one body unpacked: more than any fetch lets through."""


def keep(database: Database, body_hash: str, body: bytes, at: datetime) -> None:
    """Keep a body inside a transaction; one already there only counts as newer. Raises: StoreError."""
    known = database.value("SELECT 1 FROM bodies WHERE hash = ?", (body_hash,))
    if known:
        database.run("UPDATE bodies SET kept = ? WHERE hash = ?", (to_stamp(at), body_hash))
        return
    packed = zlib.compress(body, 6)
    database.run("INSERT INTO bodies VALUES (?, ?, ?, ?)", (body_hash, len(body), to_stamp(at), packed))


def body(database: Database, body_hash: str) -> bytes | None:
    """The bytes of a hash; `None` where they were never kept or retention let them go. Raises: StoreError."""
    packed = database.value("SELECT data FROM bodies WHERE hash = ?", (body_hash,))
    return None if packed is None else _unpacked(packed, body_hash, _LARGEST)


def last(database: Database, source: str, until: int, most: int) -> RawBody | None:
    """The beginning of what a source last answered by the stamp `until`; `None` if it never did. Raises: StoreError."""
    row = database.row(
        "SELECT r.retrieved, r.body_hash, b.size, b.data FROM receipts r LEFT JOIN bodies b ON b.hash = r.body_hash"
        " WHERE r.source = ? AND r.retrieved <= ? ORDER BY r.id DESC LIMIT 1",
        (source, until),
    )
    if row is None:
        return None
    retrieved, body_hash, size, packed = row
    beginning = b"" if packed is None else _unpacked(packed, body_hash, most)
    return RawBody(retrieved=from_stamp(retrieved), body_hash=body_hash, size=size, beginning=beginning)


def _unpacked(packed: bytes, body_hash: str, most: int) -> bytes:
    unpacker = zlib.decompressobj()
    try:
        return unpacker.decompress(packed, most)
    except zlib.error as error:
        raise StoreError("corrupt", f"The kept body {body_hash[:12]} is damaged: {error}.") from error
