"""What one body says, and what is known of it besides its bytes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from board.model.said import Event, Figure, Item, Statement
from board.model.tables import Row
from board.model.when import When


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Something seen on a page and not taken, with the reason: nothing is dropped in silence."""

    what: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """What one body says: the answer of every source kind."""

    items: tuple[Item, ...] = ()
    rows: tuple[Row, ...] = ()
    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    events: tuple[Event, ...] = ()
    title: str = ""
    language: str | None = None
    as_of: When | None = None
    total_stated: int | None = None
    nations_stated: int | None = None
    links: tuple[str, ...] = ()
    """Addresses of feeds the page offers, for `board try`."""
    left_out: tuple[LeftOut, ...] = ()
    warnings: tuple[str, ...] = ()
    """What is odd about the body though it could be read: `3 dates in the future`, `not well-formed`."""
    mistakes: tuple[str, ...] = ()
    """Records of a person's own that could not be read, with what is wrong: the others were."""


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What is known of a body besides its bytes."""

    address: str
    """Final URL or file name."""
    media_type: str = ""
    """As the server says, without parameters, lower case; empty for files."""
    charset: str | None = None
    retrieved: datetime | None = None
    """Aware UTC."""
    headers: Mapping[str, str] = field(default_factory=dict)
