"""A figure moves, and the reader finds out who said it."""

from __future__ import annotations

from tests.journeys.desk import Desk
from tests.journeys.pages import nations

BOARD = """
[board]
title = "The desk's board"

[[panel]]
kind = "troops"
title = "Contributions"

[force.KFOR]

[source.nations]
title = "Contributing nations"
kind = "html_table"
url = "{site}/nations"
gives = "troops"
force = "KFOR"
every = "12h"
grade = "A"
allow_private = true
"""


def test_a_figure_moves_and_the_reader_finds_who_said_it_and_copies_the_citation(desk: Desk) -> None:
    desk.write(BOARD)
    desk.site.serve("/nations", nations("19 February 2026"))
    with desk.open() as reader:
        reader.sees("Italy", "907")
        desk.site.serve("/nations", nations("20 November 2026", Italy=880))
        reader.type("R")
        reader.sees("Italy", "880", "−27")
        reader.sees("Contributions", "as of 20 Nov 2026")
        reader.type("g", "\r")
        reader.sees("Italy in KFOR")
        reader.type("i")
        reader.sees("says", "Contributing nations")
        reader.sees("where", desk.site.url("/nations"))
        reader.sees("retrieved", "HTTP 200")
        assert "in 0 min" not in reader.text()
        reader.type("c")
        cited = reader.copied()
        reader.closes("Where it is from")
        reader.closes("Every figure")
        reader.leaves()
    assert cited.startswith("Italy in KFOR: 880; Contributing nations; as of 2026-11-20; ")
    assert desk.site.url("/nations") in cited
    assert cited.endswith("via Contributing nations (grade A)")
