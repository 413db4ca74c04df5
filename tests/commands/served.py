"""A feed and a table on loopback servers, and the board.toml of somebody who reads them."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from tests.loopback import Server

FEED_HOST, TABLE_HOST = "127.0.0.1", "127.0.0.2"
TABLE = b"""<!doctype html><html><head><title>Contributing nations</title></head><body>
<p>As of 19 February 2026. Total: 1,497</p>
<table><tr><th>Country</th><th>Troops</th></tr>
<tr><td>Italy</td><td>907</td></tr><tr><td>United States</td><td>590</td></tr></table></body></html>"""
BOARD = """
[board]
title = "A board of the tests"

[[panel]]
kind = "troops"
force = "KFOR"
[[panel]]
kind = "statements"
[[panel]]
kind = "sources"

[force.KFOR]

[source.news]
kind = "feed"
language = "en"
url = "{feed}"
gives = "statements"
allow_private = true
respect_robots = false

[source.nations]
kind = "html_table"
url = "{table}"
gives = "troops"
force = "KFOR"
columns = {{ nation = "Country", troops = "Troops" }}
allow_private = true
respect_robots = false
"""
_FACTS = (
    "items",
    "item_versions",
    "statements",
    "figures",
    "editions",
    "edition_rows",
    "receipts",
    "bodies",
    "moments",
)


def board_of(servers: dict[str, Server]) -> str:
    return BOARD.format(feed=servers[FEED_HOST].url("/feed"), table=servers[TABLE_HOST].url("/table"))


def facts(store: Path) -> dict[str, int]:
    """How many records of each sort a store has; the log of when sources were asked is none."""
    with sqlite3.connect(store) as connection:
        return {table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in _FACTS}
