"""The board as a whole: what is on it, that it stays where the reader is, and that small screens keep everything."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest

from board.shapes import Feed
from board.store import Announcement
from board.tui.door import PictureBuilt
from board.tui.face import BoardApp
from board.tui.picture import Picture
from board.tui.screens.board import BoardScreen
from board.tui.tab import Opening
from board.tui.widgets.areas import Areas
from board.tui.widgets.bar import Bar
from board.tui.widgets.lines import Lines
from tests.tui import sample
from tests.tui.door import PictureDoor
from tests.tui.running import THEMES, board, cells, panel, screen, until, until_drawn

SIZES = [(80, 24), (120, 40), (200, 60), (20, 5), (40, 12)]


async def test_the_first_frame_has_header_panels_and_footer() -> None:
    async with board() as (_, app, _door):
        lines = cells(app)
        assert lines[0].startswith(" Kosovo: security situation")
        assert "12 ok · 1 stale · 1 failing" in lines[0]
        assert lines[0].rstrip().endswith("15:07 CET · 14:07Z")
        assert "1 KFOR contributions" in lines[1]
        assert "2 Latest statements" in lines[1]
        assert "Italy" in lines[3]
        assert "? help" in lines[-1]
        assert "q quit" in lines[-1]


@pytest.mark.parametrize("size", SIZES)
async def test_no_line_is_wider_or_narrower_than_the_screen(size: tuple[int, int]) -> None:
    from rich.cells import cell_len

    async with board(size=size) as (_, app, _door):
        lines = cells(app)
        assert len(lines) == size[1]
        assert {cell_len(line) for line in lines} == {size[0]}


async def test_on_a_small_screen_the_panel_in_front_is_open_and_every_other_one_is_a_line() -> None:
    async with board(size=(80, 12)) as (pilot, app, _door):
        assert any(line.startswith("▸ 2 Latest statements") for line in cells(app))
        await pilot.press("2")
        await pilot.pause()
        assert any(line.startswith("▸ 1 KFOR contributions") for line in cells(app))
        assert "DENIES weakly" in screen(app)


async def test_below_twenty_by_five_it_says_so_and_comes_back_unharmed() -> None:
    async with board() as (pilot, app, _door):
        await pilot.press("2", "j", "j")
        before = screen(app)
        for size in [(1, 1), (2, 2), (19, 4)]:
            await pilot.resize_terminal(*size)
            await pilot.pause()
        assert "too small" in " ".join(screen(app).split())
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        assert screen(app) == before
        assert panel(app, "statements").ref == "statement:97"


async def test_the_focus_goes_round_with_tab_and_straight_by_number() -> None:
    async with board() as (pilot, app, _door):
        names = []
        for key in ("tab", "tab", "tab", "shift+tab", "2"):
            await pilot.press(key)
            names.append(app.board.panel.name if app.board.panel else None)
        assert names == ["statements", "tiers", "troops", "tiers", "statements"]


async def test_zoom_gives_the_panel_all_and_takes_it_back() -> None:
    async with board() as (pilot, app, _door):
        await pilot.press("3", "z")
        await pilot.pause()
        assert panel(app, "tiers").size == app.board.query_one(Areas).size
        assert "Italy" not in screen(app)
        await pilot.press("escape")
        await pilot.pause()
        assert "Italy" in screen(app)


async def test_a_new_picture_keeps_focus_cursor_and_scroll() -> None:
    many = tuple(sample.entry(1000 - number) for number in range(200))
    async with board(sample.troops(), sample.statements(many)) as (pilot, app, door):
        await pilot.press("2", *["j"] * 40)
        feed = panel(app, "statements")
        ref, line = feed.ref, feed._starts[feed.cursor] - feed.top
        newer = (sample.entry(1002, text="brand new"), sample.entry(1001), *many)
        door.put(sample.picture(sample.troops(), sample.statements(newer)))
        await until_drawn(pilot, app, "of 202")
        assert (feed.ref, feed._starts[feed.cursor] - feed.top) == (ref, line)
        assert app.board.panel is feed


async def test_only_the_panel_whose_view_changed_is_drawn() -> None:
    async with board() as (pilot, app, door):
        drawn: set[str] = set()
        for each in app.board.panels():
            original = each.render_line
            each.render_line = lambda y, n=str(each.name), o=original: drawn.add(n) or o(y)  # type: ignore[method-assign, misc, func-returns-value]
        table = sample.troops()
        door.put(sample.picture(replace(table, title="KFOR contributions, new"), sample.statements(), sample.tiers()))
        await until_drawn(pilot, app, "KFOR contributions, new")
        assert drawn == {"troops"}


async def test_a_minute_that_changes_no_word_draws_the_clock_and_nothing_else() -> None:
    async with board() as (pilot, app, _door):
        drawn: set[str] = set()
        for each in (*app.board.panels(), *app.board.query(Bar)):
            original = each.render_line
            each.render_line = lambda y, n=str(each.id), o=original: drawn.add(n) or o(y)  # type: ignore[func-returns-value]
        assert app.board.picture is not None
        app.board.picture = replace(app.board.picture, now=sample.NOW + timedelta(minutes=1))
        await until_drawn(pilot, app, "14:08Z")
        assert drawn == {"header"}


async def test_further_pages_come_when_the_cursor_nears_the_end() -> None:
    first = tuple(sample.entry(100 - number) for number in range(10))
    second = tuple(sample.entry(90 - number) for number in range(10))
    config = sample.config(panels=sample.panel_specs("troops", "statements"))
    async with board(sample.troops(), sample.statements(first, more=91), config=config) as (pilot, app, door):
        door.pages[91] = Feed(entries=second)
        await pilot.press("2", *["j"] * 8)
        await until_drawn(pilot, app, "of 20")
        await pilot.press("G")
        assert panel(app, "statements").ref == "statement:81"


async def test_the_filter_narrows_while_typing_and_escape_brings_all_back() -> None:
    async with board() as (pilot, app, _door):
        await pilot.press("2", "slash", *"anadolu")
        await pilot.pause()
        assert "four diplomats" not in screen(app)
        assert "Kosovo MoD" in screen(app)
        await pilot.press("enter", "j")
        assert panel(app, "statements").ref == "statement:79"
        await pilot.press("escape")
        await pilot.pause()
        assert "four diplomats" in screen(app)
        assert panel(app, "statements").ref == "statement:79"


async def test_a_table_is_sorted_by_each_column_in_turn_and_turned_round() -> None:
    async with board() as (pilot, app, _door):
        for _ in range(5):
            await pilot.press("s")
            if panel(app, "troops").order.column == "change":  # type: ignore[attr-defined]
                break
        assert [panel(app, "troops").refs()[0], panel(app, "troops").refs()[-1]] == ["nation:DEU", "nation:ITA"]
        await pilot.press("S")
        assert panel(app, "troops").refs()[0] == "nation:ITA"


async def test_keys_can_be_chosen_in_board_toml() -> None:
    async with board(config=sample.config(keys={"zoom": ("x",)})) as (pilot, app, _door):
        await pilot.press("z")
        assert not app.board.query_one(Areas).zoomed
        await pilot.press("x")
        assert app.board.query_one(Areas).zoomed
        assert isinstance(app.screen, BoardScreen)


async def test_what_is_announced_while_it_is_open_is_said_once() -> None:
    def said(number: int) -> Picture:
        note = Announcement(number=number, sentence=f"words: [b] {number}", at=sample.NOW)
        return replace(sample.picture(), announced=note)

    async with board() as (pilot, app, door):
        told: list[str] = []
        app.say = lambda sentence, *, bad=False: told.append(sentence)  # type: ignore[method-assign]
        for number in (1, 1, 2):
            door.put(said(number))
            await until(pilot, partial(_was_taken, app, number))
        assert told == ["words: [b] 1", "words: [b] 2"]


async def test_what_was_announced_before_it_was_opened_is_not_said() -> None:
    old = Announcement(number=7, sentence="long ago", at=sample.NOW)
    picture = replace(sample.picture(), announced=old)
    opening = Opening(config=sample.config(), picture=picture, open_door=lambda: PictureDoor(picture))
    app = BoardApp([opening], THEMES, now=lambda: sample.NOW)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        app.post_message(PictureBuilt(picture))
        await pilot.pause()
        assert not list(app._notifications)


async def test_where_what_the_cursor_was_on_is_gone_the_first_entry_is_whole() -> None:
    view = sample.statements()
    assert isinstance(view.shape, Feed)
    old = replace(view, shape=Feed(entries=view.shape.entries[1:]))
    async with board(view) as (pilot, app, door):
        statements = panel(app, "statements")
        statements.set_reactive(Lines.top, 1)
        door.put(sample.picture(old))
        await until(pilot, lambda: statements.view == old)
        assert (statements.cursor, statements.top) == (0, 0)


def _was_taken(app: BoardApp, number: int) -> bool:
    announced = app.tab.picture.announced
    return announced is not None and announced.number == number
