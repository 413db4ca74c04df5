"""Titles and sum of a table stay in sight while its rows go by."""

from __future__ import annotations

from tests.tui import sample
from tests.tui.running import board, cells, panel


async def test_titles_and_sum_stay_in_sight_to_the_last_row() -> None:
    async with board(sample.troops(33), size=(80, 24)) as (pilot, app, _door):
        for key in ("z", "G"):
            await pilot.press(key)
            await pilot.pause()
        lines = cells(app)
        assert "Nation" in lines[2]
        assert any("33 of 33" in line for line in lines)
        assert "6 of 33 nations known" in lines[-3]


async def test_a_click_below_the_titles_is_on_the_row_that_is_seen_there() -> None:
    async with board(sample.troops(33), size=(80, 24)) as (pilot, app, _door):
        await pilot.press("z")
        await pilot.pause()
        row = next(y for y, line in enumerate(cells(app)) if " 5 " in line and "Germany" in line)
        await pilot.click(offset=(10, row))
        await pilot.pause()
        assert panel(app, "troops").cursor == 4


async def test_a_table_that_is_in_sight_as_a_whole_has_its_footer_right_under_it() -> None:
    async with board(sample.troops(3), size=(80, 24)) as (pilot, app, _door):
        await pilot.press("z")
        await pilot.pause()
        lines = cells(app)
        sums = next(y for y, line in enumerate(lines) if "nations known" in line)
        assert "Hungary" in lines[sums - 2]
