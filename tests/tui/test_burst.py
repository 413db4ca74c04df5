"""Keys that come in one burst, as a fast hand or a script sends them: each is for what has the focus by then."""

from __future__ import annotations

from textual import events
from textual.widgets import Input

from board.tui.face import BoardApp
from board.tui.screens.ask import AskScreen
from tests.tui import sample
from tests.tui.running import board, panel, screen, until, until_drawn

NAMES = {"\r": "enter", "\x1b": "escape", "/": "slash", ":": "colon", "?": "question_mark"}


def burst(app: BoardApp, keys: str) -> None:
    """All of them in one read."""
    for key in keys:
        app.post_message(events.Key(NAMES.get(key, key), key if key.isprintable() else None))


async def test_words_typed_right_after_the_slash_are_words_of_the_filter() -> None:
    async with board() as (pilot, app, _door):
        burst(app, "/ita")
        await until(pilot, lambda: panel(app, "troops").query_text == "ita")


async def test_what_follows_the_end_of_the_filter_is_a_key_of_the_board_again() -> None:
    async with board() as (pilot, app, _door):
        burst(app, "/a\rj")
        await until(pilot, lambda: panel(app, "troops").cursor == 1)
        assert panel(app, "troops").query_text == "a"
        assert panel(app, "troops").has_focus


async def test_a_time_typed_right_after_its_key_is_not_taken_for_keys_of_the_board() -> None:
    async with board() as (pilot, app, _door):
        burst(app, "tyesterday")
        await until(
            pilot, lambda: isinstance(app.screen, AskScreen) and app.screen.query_one(Input).value == "yesterday"
        )


async def test_a_key_that_comes_when_the_board_has_ended_is_for_nobody() -> None:
    async with board() as (_pilot, app, _door):
        pass
    await app.on_event(events.Key("j", "j"))
    assert not app.screen_stack


async def test_a_letter_to_jump_to_is_taken_right_after_the_key_that_shows_them() -> None:
    async with board() as (pilot, app, _door):
        burst(app, "fs")
        await until(pilot, lambda: panel(app, "troops").cursor == 1 and len(app.screen_stack) == 1)


async def test_a_long_burst_keeps_its_order() -> None:
    async with board() as (pilot, app, _door):
        words = "abcdefghijklmnopqrstuvwxyz" * 4
        burst(app, "/" + words)
        await until(pilot, lambda: panel(app, "troops").query_text == words)


async def test_keys_go_on_after_a_panel_that_had_the_focus_is_gone() -> None:
    async with board(sample.troops(), sample.statements()) as (pilot, app, _door):
        burst(app, "?itaj")
        await until_drawn(pilot, app, "itaj")
        burst(app, "\x1b2z")
        await until(pilot, lambda: len(app.screen_stack) == 1)
        await until(pilot, lambda: "KFOR contributions" not in screen(app))
