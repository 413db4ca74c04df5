"""Looks at the pages behind items: kept so that one collector after another spares a server."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from board.outcome import Look
from board.store.keys import bare_link
from board.store.times import from_stamp, to_stamp

if TYPE_CHECKING:
    from board.store.connect import Database

KEPT = timedelta(days=90)
"""After this an item has long left its page."""


def article_looks(database: Database, source: str, links: Iterable[str]) -> Mapping[str, Look]:
    """The last look at each of these pages, by the link it is asked for with. Raises: StoreError."""
    sql = "SELECT at, title, dated, failed FROM article_looks WHERE source = ? AND link = ?"
    rows = ((link, database.row(sql, (source, bare_link(link)))) for link in links)
    return {
        link: Look(link=link, at=from_stamp(row[0]), title=row[1], dated=row[2], failed=row[3])
        for link, row in rows
        if row is not None
    }


def keep_looks(database: Database, source: str, looks: Iterable[Look]) -> None:
    """Keep the last look at each page, in a transaction. Raises: StoreError."""
    rows = [(source, bare_link(look.link), to_stamp(look.at), look.title, look.dated, look.failed) for look in looks]
    database.run_many("INSERT OR REPLACE INTO article_looks VALUES (?, ?, ?, ?, ?, ?)", rows)


def forget_looks(database: Database, now: datetime) -> None:
    """Let go of those that are of no more use, in a transaction. Raises: StoreError."""
    database.run("DELETE FROM article_looks WHERE at < ?", (to_stamp(now - KEPT),))
