"""Unpacking a body a little at a time, so that a small one cannot become a large one."""

from __future__ import annotations

import zlib
from typing import Protocol

from board.errors import FetchError

ACCEPTED = "gzip, deflate"
"""What is asked for; nothing else is unpacked, and never one encoding inside another."""

_GZIP = 16 + zlib.MAX_WBITS
_MEMBERS = 64
"""A gzip body may be several in a row; more than this is somebody's game."""


class Unpacker(Protocol):
    """Takes chunks as they come off the wire."""

    def feed(self, chunk: bytes) -> bytes:
        """Raises: FetchError (`too-large`, `encoding`)."""

    def finish(self) -> None:
        """Raises: FetchError (`encoding`) where the packed data has no end."""


def unpacker(encoding: str, limit: int) -> Unpacker:
    """The one for a `Content-Encoding`, giving at most `limit` bytes. Raises: FetchError (`encoding`) for any other."""
    match encoding.strip().lower():
        case "" | "identity":
            return _Plain(limit)
        case "gzip" | "x-gzip":
            return _Packed(limit, _GZIP)
        case "deflate":
            return _Packed(limit, zlib.MAX_WBITS)
    raise FetchError("encoding", "the answer is packed in a way that was not asked for")


def too_large(limit: int) -> FetchError:
    """The error for a body of more than `limit` bytes."""
    return FetchError("too-large", f"larger than {limit / 1_000_000:.1f} MB")


class _Plain:
    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._room = limit

    def feed(self, chunk: bytes) -> bytes:
        self._room -= len(chunk)
        if self._room < 0:
            raise too_large(self._limit)
        return chunk

    def finish(self) -> None:
        return


class _Packed:
    def __init__(self, limit: int, window: int) -> None:
        self._limit = limit
        self._room = limit
        self._window = window
        self._members = 0
        self._inflate = zlib.decompressobj(window)
        self._begun = False

    def feed(self, chunk: bytes) -> bytes:
        if not chunk:
            return b""
        if not self._begun:
            self._begun = True
            self._guess_window(chunk)
        try:
            return self._unpack(chunk)
        except zlib.error as error:
            raise FetchError("encoding", "the packed answer is damaged") from error

    def finish(self) -> None:
        if self._begun and not self._inflate.eof:
            raise FetchError("encoding", "the packed answer breaks off")

    def _guess_window(self, chunk: bytes) -> None:
        """`deflate` is sent with and without its two bytes of head; the head tells by its low four bits."""
        if self._window == zlib.MAX_WBITS and chunk[0] & 0x0F != 8:
            self._inflate = zlib.decompressobj(-zlib.MAX_WBITS)

    def _unpack(self, chunk: bytes) -> bytes:
        parts = []
        while chunk:
            part = self._inflate.decompress(chunk, self._room + 1)
            self._room -= len(part)
            if self._room < 0:
                raise too_large(self._limit)
            parts.append(part)
            chunk = self._next_member()
        return b"".join(parts)

    def _next_member(self) -> bytes:
        """What follows the end of one gzip member, when another begins there; other trailing bytes are dropped."""
        rest = self._inflate.unused_data
        self._members += 1
        if self._window != _GZIP or not rest.startswith(b"\x1f\x8b") or self._members > _MEMBERS:
            return b""
        self._inflate = zlib.decompressobj(_GZIP)
        return rest
