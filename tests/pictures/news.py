"""A day's news on a loopback server, made up: a denial, an edited item, a table that waits, a silent and a dead source.

The board is the shipped one, its baseline with it; only its live sources are those of the server.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from board import paths
from tests.journeys.desk import Desk
from tests.journeys.pages import Entry, article, feed
from tests.journeys.server import Site
from tests.loopback import answer
from tests.terminal.pty_run import ROOT

_NATIONS = {
    "Italy": 907, "United States": 590, "Hungary": 408, "Türkiye": 382, "Germany": 308, "Albania": 256, "Poland": 241,
    "Greece": 208, "Romania": 197, "Croatia": 172, "Austria": 168, "Switzerland": 165, "Slovenia": 101, "Latvia": 98,
    "Moldova": 81, "Bulgaria": 74, "North Macedonia": 66, "Portugal": 61, "Lithuania": 53, "Denmark": 41,
    "Armenia": 38, "Czechia": 34, "Finland": 31, "United Kingdom": 27, "Sweden": 17, "Ireland": 13, "Canada": 8,
    "Kazakhstan": 6, "Luxembourg": 5, "Norway": 4, "Montenegro": 3, "Estonia": 3, "Spain": 1,
}  # fmt: skip
_SOURCES = """
[source.kfor-nations]
title = "KFOR contributing nations"
kind = "html_table"
url = "{site}/nations"
gives = "troops"
force = "KFOR"
every = "12h"
expect = "120d"
grade = "A"
guard = { min_rows = 15, max_change = "40%" }
allow_private = true

[source.evropaelire]
title = "RFE/RL Albanian"
kind = "feed"
url = "{site}/feed"
full_text = true
every = "12h"
expect = "2d"
grade = "B"
allow_private = true

[source.kossev]
title = "KoSSev"
kind = "feed"
url = "{site}/quiet"
every = "12h"
expect = "3d"
grade = "C"
allow_private = true

[source.politico]
title = "Politico Europe"
kind = "feed"
url = "{site}/dead"
every = "12h"
expect = "3d"
grade = "B"
allow_private = true
"""
_DENIAL = (
    "Reports that the United States is withdrawing its troops from Kosovo went round on Saturday.",
    "“The withdrawal of American troops from Kosovo is out of the question,” the Ministry of Defence of Kosovo said "
    "in a written statement.",
    "The ministry added that it is in constant contact with its partners and that coordination continues every week.",
    "A NATO official told the paper that KFOR has about 4,700 troops and that the United States contributes about 590.",
)
_READY = (
    "Tension rose in the north of Kosovo on Saturday after a patrol was stopped near Zvečan.",
    "KFOR is ready to respond if required, the NATO mission in Kosovo said on its website. The patrol had {} vehicles.",
    "EULEX confirmed that its Formed Police Unit is in support of the Kosovo Police in Mitrovica.",
)


def board() -> str:
    """The shipped board with sources of `{site}` in the place of those it reads live."""
    start, *blocks = re.split(r"(?m)^(?=\[)", paths.shipped("board.toml").read_text())
    kept = [block for block in blocks if not (block.startswith("[source.") and "\nurl = " in block)]
    return start + "".join(kept) + _SOURCES


def first(site: Site, now: datetime) -> None:
    """What is read first: a whole table, an article before its edit, a source that is silent, one that answers."""
    site.serve("/nations", _table(now - timedelta(days=3), _NATIONS))
    site.serve("/ready", article("KFOR ready in the north", *_with(_READY, "three")))
    _serve_feed(site, "/feed", [Entry("KFOR ready in the north", site.url("/ready"), at=now - timedelta(hours=5))])
    quiet = Entry("Patrols of KFOR on the Ibar", site.url("/patrols"), at=now - timedelta(days=12))
    _serve_feed(site, "/quiet", [quiet])
    _serve_feed(site, "/dead", [Entry("Kosovo before the vote", site.url("/vote"), at=now - timedelta(days=1))])


def then(site: Site, now: datetime) -> None:
    """What is read next: the denial, the edit, a table that cannot be right, and nobody at one address."""
    site.serve("/nations", _table(now - timedelta(days=1), {**_NATIONS, "Italy": 9070}))
    site.serve("/ready", article("KFOR ready in the north", *_with(_READY, "five")))
    site.serve("/denial", article("Kosovo's ministry denies a withdrawal", *_DENIAL))
    entries = (
        Entry("Kosovo's ministry denies a withdrawal", site.url("/denial"), at=now - timedelta(hours=1)),
        Entry("KFOR ready in the north, and not asked", site.url("/ready"), at=now - timedelta(hours=5)),
    )
    _serve_feed(site, "/feed", entries)
    site.answer("/dead", answer(503))


@contextmanager
def told() -> Iterator[Desk]:
    """A desk on which all of it was read, the server still there."""
    with tempfile.TemporaryDirectory() as folder, Site().running() as site:
        desk = Desk(Path(folder), site)
        desk.write(board())
        now = datetime.now(UTC)
        for serve in (first, then):
            serve(site, now)
            _collect(desk)
        yield desk


def _collect(desk: Desk) -> None:
    command = (sys.executable, "-m", "board", "--config", str(desk.config), "collect", "--once", "--force")
    environ = {**desk.environ(), "PATH": os.environ.get("PATH", "")}
    # A source that fails, as one of these does, is the exit code 1.
    subprocess.run(command, cwd=ROOT, check=False, capture_output=True, env=environ)


def _with(paragraphs: Sequence[str], number: str) -> Iterator[str]:
    return (paragraph.format(number) for paragraph in paragraphs)


def _serve_feed(site: Site, path: str, entries: Sequence[Entry]) -> None:
    site.serve(path, feed(entries), "application/rss+xml")


def _table(as_of: datetime, rows: dict[str, int]) -> str:
    """The page of a publisher who prints a total under the table."""
    body = "".join(f"<tr><td>{name}</td><td>{troops:,}</td></tr>" for name, troops in rows.items())
    total = f"<tr><td>Total</td><td>{sum(rows.values()):,}</td></tr>"
    day = f"{as_of.astimezone(UTC):%d %B %Y}"
    head = "<tr><th>Country</th><th>Troops</th></tr>"
    return f"<html><body><h1>KFOR</h1><p>As of {day}</p><table>{head}{body}{total}</table></body></html>"
