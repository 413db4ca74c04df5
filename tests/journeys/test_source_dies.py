"""A source dies on Friday and is noticed on Monday."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta

from board.config import load
from tests.journeys.desk import Desk
from tests.journeys.pages import Entry, feed
from tests.refresh import made

BOARD = """
[board]
title = "The desk's board"

[[panel]]
kind = "statements"
title = "Statements"

[[panel]]
kind = "sources"
title = "Sources"

[[layout]]
min_width = 100
areas = ["statements", "sources"]

[source.news]
title = "The Desk News"
kind = "feed"
url = "{site}/feed"
allow_private = true
every = "1h"
grade = "B"
"""
MONDAY = datetime.now(UTC)
FRIDAY = (MONDAY - timedelta(days=3)).replace(hour=12)


def test_a_source_dies_on_friday_is_noticed_on_monday_and_returns(desk: Desk) -> None:
    desk.write(BOARD)
    said = Entry("KFOR will stay, says NATO", desk.site.url("/1"), at=FRIDAY - timedelta(hours=2))
    desk.site.serve("/feed", feed([said]), "application/rss+xml")
    asyncio.run(on_friday(desk))
    with desk.open() as reader:
        reader.sees("KFOR will stay")
        since = f"{FRIDAY:%a} {FRIDAY.day} {FRIDAY:%b}"
        reader.sees("The Desk News", "failing", since, "connection refused")
        reader.sees("0 ok", "1 failing")
        reader.type("d")
        reader.sees("DIED", "The Desk News", f"{FRIDAY.day} {FRIDAY:%b}")
        reader.sees("connection refused")
        reader.closes("Changes since")
        desk.site.come_back()
        reader.type("R")
        reader.sees("1 ok")
        reader.no_longer_sees("failing since")
        reader.type("d")
        reader.sees("BACK", "The Desk News")
        reader.sees("was failing: connection refused")
        reader.closes("Changes since")
        assert "KFOR will stay" in reader.text()
        reader.leaves()


async def on_friday(desk: Desk) -> None:
    """The source was read, somebody looked at the board, and an hour later its server was gone."""
    (source,) = load(desk.config, "board.toml").sources
    desk.store.parent.mkdir(parents=True)
    async with made.desk(desk.store.parent) as at:
        at.clock[0] = FRIDAY
        await at.read(source)
        at.store.look("tui", FRIDAY + timedelta(minutes=5))
        desk.site.go_down()
        at.later(hours=1)
        await at.read(source)
