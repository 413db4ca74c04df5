"""Every key that moves, marks, filters or looks up does what the table of keys says it does."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual.pilot import Pilot

from board.model import Item
from board.snapshot import ItemVersion, Note
from board.text.ascii import readable
from board.tui.keys import ACTIONS, Action, shown
from board.tui.screens.board import BoardScreen
from board.tui.screens.view import ViewScreen
from board.tui.widgets.table import TablePanel
from tests.panels import boards
from tests.tui.running import kosovo, panel, screen, until, until_drawn


@pytest.mark.parametrize(
    ("keys", "row"),
    [
        (("j",), 1),
        (("down", "down"), 2),
        (("j", "j", "k"), 1),
        (("right", "left"), 0),
        (("G",), 7),
        (("end", "up"), 6),
        (("G", "g"), 0),
        (("G", "home"), 0),
    ],
)
async def test_a_cursor_goes_where_the_key_says(keys: tuple[str, ...], row: int) -> None:
    async with kosovo() as (pilot, app, _door):
        await pilot.press(*keys)
        assert panel(app, "troops").cursor == row


@pytest.mark.parametrize(("further", "back"), [("pagedown", "pageup"), ("ctrl+d", "ctrl+u"), ("space", "b")])
async def test_a_screen_further_and_back_is_where_one_was(further: str, back: str) -> None:
    async with kosovo() as (pilot, app, _door):
        await pilot.press("2", further)
        assert panel(app, "statements").cursor > 1
        await pilot.press(back)
        assert panel(app, "statements").cursor == 0


async def test_the_filter_is_stepped_through_forwards_and_back() -> None:
    async with kosovo() as (pilot, app, _door):
        await pilot.press("/", *"a", "enter")
        troops = panel(app, "troops")
        assert troops.query_text == "a"
        await pilot.press("n", "n")
        assert troops.cursor == 2
        await pilot.press("N")
        assert troops.cursor == 1


async def test_a_table_is_sorted_by_s_and_turned_round_by_capital_s() -> None:
    async with kosovo() as (pilot, app, _door):
        troops = panel(app, "troops")
        assert isinstance(troops, TablePanel)
        before = troops.refs()
        await pilot.press("s")
        assert troops.order is not None
        sorted_once = troops.refs()
        await pilot.press("S")
        assert troops.refs() != sorted_once
        assert sorted(troops.refs()) == sorted(before)


async def test_m_marks_what_the_cursor_is_on_as_read() -> None:
    async with kosovo() as (pilot, app, door):
        await pilot.press("2", "j", "m")
        await _until_done(pilot, door.done, "read")
        assert ("read", panel(app, "statements").ref) in door.done


async def test_o_says_why_no_page_is_opened_where_there_is_no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"):
        monkeypatch.delenv(name, raising=False)
    async with kosovo() as (pilot, app, _door):
        await pilot.press("o")
        await until_drawn(pilot, app, "no display")


async def test_d_shows_what_changed_and_escape_goes_back() -> None:
    async with kosovo() as (pilot, app, _door):
        await pilot.press("d")
        await until_drawn(pilot, app, "Changes since")
        await pilot.press("escape")
        assert isinstance(app.screen, BoardScreen)


async def test_d_on_what_was_edited_shows_its_words_before_and_after_and_capital_d_what_changed() -> None:
    async with kosovo() as (pilot, app, door):
        ref = str(panel(app, "statements").ref)
        versions = tuple(
            ItemVersion(
                item=Item(title="Troops", text=f"{word} change is planned."), retrieved=boards.NOW, body_hash=None
            )
            for word in ("No", "A")
        )
        said = tuple(replace(each, item_ref="item:7") if each.ref == ref else each for each in door.held.all_statements)
        door.held = replace(door.held, all_statements=said, versions={"item:7": versions})
        await pilot.press("2", "d")
        await until_drawn(pilot, app, "[-No-] {+A+} change is planned.")
        await pilot.press("escape", "D")
        await until_drawn(pilot, app, "Changes since")


async def test_capital_m_moves_the_mark_of_the_last_look() -> None:
    async with kosovo() as (pilot, app, door):
        await pilot.press("M")
        await _until_done(pilot, door.done, "look")
        await until_drawn(pilot, app, "the changes are those from now on")


async def test_v_shows_every_note_and_what_it_is_about() -> None:
    async with kosovo() as (pilot, app, door):
        note = Note(ref="tier:3", text="ask the press office", who="duty officer", at=boards.NOW)
        door.held = replace(door.held, all_notes=(note,))
        await pilot.press("v")
        await until_drawn(pilot, app, "ask the press office")
        assert isinstance(app.screen, ViewScreen)
        assert "duty officer" in screen(app)


async def test_nothing_is_held_is_said_where_nothing_is() -> None:
    async with kosovo() as (pilot, app, _door):
        await pilot.press("a")
        await until_drawn(pilot, app, "nothing is proposed or held here")


async def test_past_the_last_change_it_is_now() -> None:
    async with kosovo() as (pilot, app, _door):
        await pilot.press(">")
        await until_drawn(pilot, app, "this is now")


async def test_the_shipped_board_toml_is_not_opened_for_editing() -> None:
    async with kosovo() as (pilot, app, _door):
        from board import paths

        app.tab.config = replace(app.config, file=paths.shipped("board.toml"))
        await pilot.press("E")
        await until_drawn(pilot, app, "board init")


@pytest.mark.parametrize("key", ["q", "ctrl+c"])
async def test_the_program_is_left(key: str) -> None:
    async with kosovo() as (pilot, app, _door):
        await pilot.press(key)
    assert app.return_code == 0


async def _until_done(pilot: Pilot[int], done: list[tuple[str, ...]], deed: str) -> None:
    await until(pilot, lambda: any(each[0] == deed for each in done))


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_a_key_is_told_by_a_name_that_is_no_other_key_where_only_ascii_is_shown(action: Action) -> None:
    others = {key for each in ACTIONS if each != action for key in each.keys}
    told = readable(shown(action.keys), "ascii").split(" ")
    assert len(told) == len(action.keys)
    assert not others & set(told)
