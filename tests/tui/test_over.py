"""Screens over the board: however they come to lie over one another, each can be closed."""

from __future__ import annotations

from board.tui.screens.ask import AskScreen
from board.tui.screens.board import BoardScreen
from tests.tui.running import kosovo


async def test_a_screen_that_was_to_close_under_another_one_can_still_be_closed() -> None:
    async with kosovo() as (pilot, app, _door):
        below, above = AskScreen("below"), AskScreen("above")
        await app.push_screen(below)
        await app.push_screen(above)
        below.dismiss(None)
        await pilot.press("escape")
        assert app.screen is below
        await pilot.press("escape")
        assert isinstance(app.screen, BoardScreen)
