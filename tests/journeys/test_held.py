"""A table that looks wrong is held until a person takes it."""

from __future__ import annotations

from tests.journeys.desk import Desk
from tests.journeys.pages import nations
from tests.journeys.test_figure_moves import BOARD

MORE = """
guard = { max_change = "40%" }

[[panel]]
kind = "sources"
title = "Sources"
"""


def test_a_table_that_jumps_is_held_with_the_reason_until_it_is_accepted(desk: Desk) -> None:
    desk.write(BOARD + MORE)
    desk.site.serve("/nations", nations("19 February 2026"))
    with desk.open() as reader:
        reader.sees("Italy", "907")
        desk.site.serve("/nations", nations("20 November 2026", Italy=9070))
        reader.type("R")
        reader.sees("0 ok", "1 held")
        reader.sees("Italy", "907")
        reader.type("2", "z")
        reader.sees("Contributing nations", "held")
        reader.sees("the total went from 2,851 to 11,014")
        reader.type("z")
        reader.sees("Italy", "907")
        reader.type("1", "a")
        reader.sees("accept", "show it on the board")
        reader.type("\r")
        reader.sees("accepted: why?")
        reader.type(*"by telephone", "\r")
        reader.sees("Italy", "9,070")
        reader.sees("1 ok")
        reader.no_longer_sees(" held")
        reader.leaves()
    with desk.kept() as store:
        decided = store.snapshot().decided("accept")
        assert [(each.value, each.why) for each in decided] == [("accepted", "by telephone")]
