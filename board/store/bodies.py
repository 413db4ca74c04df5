"""Raw bodies, packed and kept by their hash: one copy however often it came."""

from __future__ import annotations

import zlib
from datetime import datetime
from typing import TYPE_CHECKING

from board.errors import StoreError
from board.outcome import Body
from board.snapshot import RawBody
from board.store.times import from_stamp, to_stamp

if TYPE_CHECKING:
    from board.store.connect import Database

_LARGEST = 64 * 1024 * 1024
"""Bytes of one body unpacked: more than any fetch lets through."""


def keep(database: Database, body: Body, at: datetime) -> None:
    """Keep a body inside a transaction; one already there only counts as newer. Raises: StoreError."""
    known = database.value("SELECT 1 FROM bodies WHERE hash = ?", (body.hash,))
    if known:
        sql = "UPDATE bodies SET kept = ?, charset = coalesce(?, charset) WHERE hash = ?"
        database.run(sql, (to_stamp(at), body.charset, body.hash))
        return
    packed = zlib.compress(body.data, 6)
    sql = "INSERT INTO bodies (hash, size, kept, data, charset) VALUES (?, ?, ?, ?, ?)"
    database.run(sql, (body.hash, len(body.data), to_stamp(at), packed, body.charset))


def body(database: Database, body_hash: str) -> Body | None:
    """The body of a hash; `None` where it was never kept or retention let it go. Raises: StoreError."""
    row = database.row("SELECT data, charset FROM bodies WHERE hash = ?", (body_hash,))
    return None if row is None else Body(hash=body_hash, data=_unpacked(row[0], body_hash, _LARGEST), charset=row[1])


def last(database: Database, source: str, until: int, most: int) -> RawBody | None:
    """The beginning of what a source last answered by the stamp `until`; `None` if it never did. Raises: StoreError."""
    row = database.row(
        "SELECT r.retrieved, r.body_hash, b.size, b.data, b.charset"
        " FROM receipts r LEFT JOIN bodies b ON b.hash = r.body_hash"
        " WHERE r.source = ? AND r.retrieved <= ? ORDER BY r.id DESC LIMIT 1",
        (source, until),
    )
    if row is None:
        return None
    retrieved, body_hash, size, packed, charset = row
    beginning = b"" if packed is None else _unpacked(packed, body_hash, most)
    came = from_stamp(retrieved)
    return RawBody(retrieved=came, body_hash=body_hash, size=size, beginning=beginning, charset=charset)


def _unpacked(packed: bytes, body_hash: str, most: int) -> bytes:
    unpacker = zlib.decompressobj()
    try:
        return unpacker.decompress(packed, most)
    except zlib.error as error:
        raise StoreError("corrupt", f"The kept body {body_hash[:12]} is damaged: {error}.") from error
