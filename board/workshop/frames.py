"""How collector and child talk: pickled values, each behind its length."""

from __future__ import annotations

import pickle
import struct
from typing import Any, BinaryIO

_LENGTH = struct.Struct(">Q")
LARGEST = 128 * 1024 * 1024
"""Bytes of one value; a child that says more is not believed."""
HEAD = _LENGTH.size


def pack(value: object) -> bytes:
    """One frame."""
    data = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    return _LENGTH.pack(len(data)) + data


def length(head: bytes) -> int:
    """How many bytes follow. Raises: ValueError where it is more than `LARGEST`."""
    size = int(_LENGTH.unpack(head)[0])
    if size > LARGEST:
        raise ValueError(f"a frame of {size} bytes")
    return size


def unpack(data: bytes) -> Any:
    """The value; both ends are this program."""
    return pickle.loads(data)  # noqa: S301


def read(stream: BinaryIO) -> Any:
    """The next value of a blocking stream. Raises: EOFError at its end."""
    head = stream.read(HEAD)
    if len(head) < HEAD:
        raise EOFError
    return unpack(stream.read(length(head)))
