"""What a person did: decisions and notes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a person decided, with who, when and why; the last one per `ref` and `kind` counts."""

    ref: str
    """What it is about: `tier:3`, `edition:8`, `statement:5`."""
    kind: str
    """`posture`, `accept`, `claim`, `information`, `fold`, `confidence`, `reading`."""
    value: str
    """The new posture; `accepted` or `refused`; `+NAME` or `-NAME` of a claim; `1` to `6`; of a reading that is put
    right `FIELD=VALUE`, or `FIELD` as it was read; …"""
    who: str
    at: datetime
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    ref: str
    text: str
    who: str
    at: datetime
