"""board.toml is broken and mended while the board runs."""

from __future__ import annotations

from tests.journeys.desk import Desk
from tests.journeys.pages import nations
from tests.journeys.test_figure_moves import BOARD

MORE = """
[[panel]]
kind = "sources"
title = "Sources"
"""


def test_a_board_is_broken_and_mended_while_it_runs_and_the_reader_stays_where_he_was(desk: Desk) -> None:
    desk.write(BOARD + MORE)
    desk.site.serve("/nations", nations("19 February 2026"))
    with desk.open(size=(100, 24)) as reader:
        reader.sees("Italy", "907")
        reader.type("z", "G", "k")
        reader.quiet()
        before = reader.text().splitlines()[1:]
        assert ["Germany" in line for line in reader.under_the_cursor()] == [True]
        desk.write(BOARD.replace('kind = "html_table"', 'kind = "html_tabel"') + MORE)
        reader.sees("1 problem")
        reader.sees("did you mean 'html_table'?")
        line = next(n for n, words in enumerate(desk.config.read_text().splitlines(), 1) if "html_tabel" in words)
        assert f"board.toml:{line} " in reader.text()
        reader.sees("Italy", "907")
        desk.write((BOARD + MORE).replace("The desk's board", "The mended board"))
        reader.sees("The mended board")
        reader.no_longer_sees("1 problem")
        reader.sees("was read again")
        reader.no_longer_sees("was read again")
        reader.quiet()
        assert reader.text().splitlines()[1:] == before
        assert ["Germany" in line for line in reader.under_the_cursor()] == [True]
        reader.leaves()
