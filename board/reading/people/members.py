"""Who spoke and how sure that is, looked up once: Python 3.11 takes its time to find the member of an enumeration."""

from __future__ import annotations

from typing import Final

from board.model import Channel, Confidence, Identity

NAMED: Final = Identity.NAMED
ROLE: Final = Identity.ROLE
ORGANISATION: Final = Identity.ORGANISATION
UNNAMED: Final = Identity.UNNAMED
HIGH: Final = Confidence.HIGH
MEDIUM: Final = Confidence.MEDIUM
LOW: Final = Confidence.LOW
UNKNOWN: Final = Channel.UNKNOWN
"""How it was said, where nothing tells it."""
