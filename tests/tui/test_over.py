"""Screens over the board: none lies there twice, each can be closed, and so many Escapes bring one back to it."""

from __future__ import annotations

import random

import pytest

from board.tui.face import MOST_OVER, BoardApp
from board.tui.screens.ask import AskScreen
from board.tui.screens.board import BoardScreen
from board.tui.screens.over import Over
from board.tui.screens.page import PageScreen
from tests.tui.running import kosovo, screen, until, until_drawn

ESCAPES = MOST_OVER + 4
"""Each screen, and on the board the filter, its words, the zoom, what stands above the panels."""


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


@pytest.mark.parametrize("key", ["D", "v", "?", "i", "ctrl+f", "t", "T", ":"])
async def test_the_same_key_again_and_again_opens_one_screen(key: str) -> None:
    async with kosovo() as (pilot, app, _door):
        await pilot.press(key)
        await until(pilot, lambda: len(app.screen_stack) == 2)
        first = app.screen
        for _ in range(4):
            await pilot.press(key)
        await until(pilot, lambda: app.clerk.is_idle)
        await pilot.pause()
        assert len(app.screen_stack) <= 2
        assert app.screen is first or isinstance(app.screen, BoardScreen)


async def test_what_lies_open_below_comes_to_the_front_again() -> None:
    async with kosovo() as (pilot, app, _door):
        await pilot.press("D")
        await until_drawn(pilot, app, "Changes since")
        changes = app.screen
        await pilot.press("?")
        await until(pilot, lambda: app.screen is not changes)
        await pilot.press(*"since the last look", "enter")
        await until(pilot, lambda: app.screen is changes)
        assert len(app.screen_stack) == 2


async def test_no_more_screens_are_opened_than_a_hand_of_escapes_closes() -> None:
    async with kosovo() as (pilot, app, _door):
        for number in range(20):
            app.open_over(AskScreen(f"question {number}"))
            await pilot.pause()
        assert len(app.screen_stack) == 1 + MOST_OVER
        await until_drawn(pilot, app, "too much lies open")
        await pilot.press(*["escape"] * MOST_OVER)
        assert isinstance(app.screen, BoardScreen)


@pytest.mark.parametrize(
    ("seed", "count"), [(0, 60), (1, 60), *(pytest.param(seed, 400, marks=pytest.mark.long) for seed in range(2, 8))]
)
async def test_after_keys_at_random_so_many_escapes_bring_one_back_to_the_board(seed: int, count: int) -> None:
    dice = random.Random(seed)
    keys = [*"jkgGz123456789sSrRdDMtvw.?:TfiyYcmaenN/b", "tab", "enter", "escape", "ctrl+f", "ctrl+p", "f1", "]", "["]
    async with kosovo() as (pilot, app, _door):
        for _ in range(count):
            await pilot.press(dice.choice(keys))
            over = [each.key for each in app.screen_stack[1:] if isinstance(each, Over)]
            assert len(over) == len(set(over)) <= MOST_OVER
        await until(pilot, lambda: app.clerk.is_idle)
        await pilot.pause()
        await pilot.press(*["escape"] * ESCAPES)
        assert isinstance(app.screen, BoardScreen)
        assert not app.screen.has_class("-filtering")
        assert app.board.areas is not None
        assert not app.board.areas.zoomed


async def test_of_one_thing_its_page_and_where_it_is_from_are_two_screens() -> None:
    async with kosovo() as (pilot, app, _door):
        await pilot.press("2", "enter")
        await until(pilot, lambda: isinstance(app.screen, PageScreen))
        await pilot.press("i")
        await until_drawn(pilot, app, "Where it is from")
        assert len(app.screen_stack) == 3


@pytest.mark.parametrize("count", [2, 3, 4, MOST_OVER])
async def test_each_screen_lies_on_the_one_beneath_it_whichever_of_them_are_drawn_anew(count: int) -> None:
    async with kosovo() as (pilot, app, _door):
        asked = [AskScreen(f"question {number}") for number in range(count)]
        for each in asked:
            await app.push_screen(each)
            await pilot.pause()
        before = screen(app)
        for anew in asked:
            for each in asked:
                each.refresh()
            _draw(app)
            for each in asked:
                each._set_dirty()  # as something on it has changed, and not what it lies on
            anew.refresh()
            _draw(app)
            assert screen(app) == before


async def test_at_most_one_notice_stands_in_the_corner() -> None:
    async with kosovo() as (pilot, app, _door):
        for number in range(5):
            app.say(f"sentence {number}", bad=number % 2 == 0)
        await until_drawn(pilot, app, "sentence 4")
        assert [notice.message for notice in app._notifications] == ["sentence 4"]
        assert "sentence 3" not in screen(app)


def _draw(app: BoardApp) -> None:
    """All of it, as Textual does."""
    app.screen._compositor.render_update(full=True, screen_stack=app._background_screens)
