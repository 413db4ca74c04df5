"""Several boards as tabs: each keeps where its reader was, counts what is new, and is reached by a key or a click."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from board.errors import StoreError
from board.shapes import View
from board.spec import Config
from board.store import Announcement
from board.tui.door import PictureBuilt
from board.tui.draw.header import draw_header
from board.tui.draw.lines import width_of
from board.tui.draw.tabs import TabName, draw_tabs, tab_at
from board.tui.face import BoardApp
from board.tui.tab import Opening
from board.tui.watching import ConfigRead
from tests.tui import sample
from tests.tui.door import PictureDoor
from tests.tui.running import THEMES, cells, panel, screen, until, until_drawn


def named(name: str, title: str) -> Config:
    config = sample.config(panels=sample.panel_specs("troops", "statements", "tiers"))
    return replace(config, file=Path(f"{name}.toml"), board=replace(config.board, title=title))


def renamed(view: View, title: str) -> View:
    return replace(view, title=title)


class Shut(PictureDoor):
    """A store that cannot be opened."""

    def __init__(self) -> None:
        raise StoreError("cannot-open", "bosnia.sqlite cannot be opened: it is damaged")


@asynccontextmanager
async def two_boards(
    *, front: int = 0, damaged: bool = False, at: datetime | None = None
) -> AsyncIterator[tuple[Pilot[int], BoardApp, PictureDoor]]:
    """Kosovo in front, Bosnia beside it; the door is Bosnia's."""
    first = replace(sample.picture(), at=at)
    there = [renamed(view, f"{view.title} of Bosnia") for view in sample.picture().views]
    second = PictureDoor(sample.picture(*there))
    kosovo = Opening(config=named("kosovo", "Kosovo: security"), picture=first, open_door=lambda: PictureDoor(first))
    bosnia = Opening(config=named("bosnia", "Bosnia: security"), open_door=Shut if damaged else lambda: second)
    boards = [kosovo, bosnia]
    if front:
        boards[front] = replace(boards[front], picture=sample.picture(*there))
    app = BoardApp(boards, THEMES, front=front, now=lambda: sample.NOW)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        yield pilot, app, second


async def test_the_one_in_front_has_its_title_and_the_other_its_name_and_what_is_new_there() -> None:
    async with two_boards() as (pilot, app, _door):
        await until_drawn(pilot, app, "2 bosnia 3 new")
        assert cells(app)[0].startswith(" 1 Kosovo: security  2 bosnia 3 new")


@pytest.mark.parametrize("keys", [("]",), ("[",), ("alt+2",), (":", *"open bosnia", "enter")])
async def test_a_key_brings_the_other_one_to_the_front(keys: tuple[str, ...]) -> None:
    async with two_boards() as (pilot, app, _door):
        await pilot.press(*keys)
        await until_drawn(pilot, app, "KFOR contributions of Bosnia")
        assert cells(app)[0].startswith(" 1 kosovo 3 new  2 Bosnia: security")


async def test_a_click_on_its_tab_brings_it_to_the_front() -> None:
    async with two_boards() as (pilot, app, _door):
        await until_drawn(pilot, app, "2 bosnia")
        await pilot.click(offset=(cells(app)[0].index("bosnia"), 0))
        await until_drawn(pilot, app, "KFOR contributions of Bosnia")


@pytest.mark.parametrize("width", [80, 120, 200])
def test_in_the_past_the_tabs_are_still_there_and_that_it_is_the_past_comes_first(width: int) -> None:
    picture = replace(sample.picture(), at=sample.NOW - timedelta(days=300))
    labels = TabName("Kosovo: security situation", 0, True, False), TabName("bosnia", 3, False, False)
    runs = draw_header(picture, labels, UTC, width)
    text = "".join(run.text for run in runs)
    assert text.startswith(" 1 AS IT STOOD 26 Jan 2026 14:07")
    assert "(. " in text
    assert tab_at(runs, text.index("bosnia")) == 1
    assert {run.ink for run in runs} == {"past"}


async def test_out_of_the_past_of_one_board_another_one_is_a_click_away() -> None:
    async with two_boards(at=sample.NOW - timedelta(days=300)) as (pilot, app, _door):
        await until_drawn(pilot, app, "AS IT STOOD")
        await until_drawn(pilot, app, "2 bosnia")
        await pilot.click(offset=(cells(app)[0].index("bosnia"), 0))
        await until_drawn(pilot, app, "KFOR contributions of Bosnia")
        assert "AS IT STOOD" not in screen(app)


async def test_a_tab_that_is_written_into_board_toml_is_opened_at_once() -> None:
    async with two_boards() as (pilot, app, _door):
        serbia = Opening(config=named("serbia", "Serbia: security"), open_door=lambda: PictureDoor(sample.picture()))
        boards = [*(Opening(config=tab.config, open_door=Shut) for tab in app.tabs), serbia]
        app.post_message(ConfigRead(app.tabs[0].config, boards))
        await until_drawn(pilot, app, "serbia opened")
        await until_drawn(pilot, app, "3 serbia 3 new")
        await pilot.press("alt+3")
        await until_drawn(pilot, app, "3 Serbia: security")
        assert "Italy" in screen(app)
        assert len(app.tabs) == 3


@pytest.mark.parametrize("in_front", [False, True])
async def test_a_tab_that_is_no_longer_named_is_closed_at_once(in_front: bool) -> None:
    async with two_boards() as (pilot, app, door):
        if in_front:
            await pilot.press("alt+2")
            await until_drawn(pilot, app, "2 Bosnia: security")
        gone = app.tabs[1]
        app.post_message(ConfigRead(app.tabs[0].config, [Opening(config=app.tabs[0].config, open_door=Shut)]))
        await until_drawn(pilot, app, "bosnia closed")
        await until(pilot, lambda: not gone.clerk.is_alive())
        assert (len(app.tabs), ("close",) in door.done) == (1, True)
        await until(pilot, lambda: "Bosnia" not in screen(app))
        assert "Kosovo: security" in screen(app)
        assert "KFOR contributions of Bosnia" not in screen(app)


async def test_what_a_closed_tab_still_tells_is_of_no_other_and_its_place_is_taken() -> None:
    async with two_boards() as (pilot, app, _door):
        first, late = app.tabs[0].config, PictureBuilt(sample.picture(renamed(sample.troops(), "late")))
        late.tab = app.tabs[1].number
        serbia = Opening(config=named("serbia", "Serbia: security"), open_door=lambda: PictureDoor(sample.picture()))
        app.post_message(ConfigRead(first, [Opening(config=first, open_door=Shut), serbia]))
        await until_drawn(pilot, app, "serbia opened; bosnia closed")
        app.post_message(late)
        await pilot.press("alt+2")
        await until_drawn(pilot, app, "2 Serbia: security")
        assert "late" not in screen(app)
        await pilot.press("[")
        await until_drawn(pilot, app, "1 Kosovo: security")


async def test_who_comes_back_finds_cursor_filter_zoom_and_open_page_as_he_left_them() -> None:
    async with two_boards() as (pilot, app, _door):
        await pilot.press("j", "j", "z", "e", *"half a no")
        before = screen(app)
        assert "half a no" in before
        app.go_to_tab(1)
        await until_drawn(pilot, app, "KFOR contributions of Bosnia")
        assert "half a no" not in screen(app)
        app.go_to_tab(0)
        await until(pilot, lambda: screen(app) == before)
        await pilot.press("escape")
        assert panel(app, "troops").cursor == 2


async def test_a_board_beside_the_one_in_front_is_drawn_when_it_is_gone_to_and_not_before() -> None:
    async with two_boards() as (pilot, app, door):
        await until_drawn(pilot, app, "2 bosnia 3 new")
        more = tuple(sample.entry(200 + number, new=True) for number in range(5))
        there = replace(sample.statements(more), title="Statements there", fresh=5)
        door.put(sample.picture(sample.troops(), there, sample.tiers()))
        await until_drawn(pilot, app, "2 bosnia 5 new")
        assert "Statements there" not in screen(app)
        await pilot.press("]")
        await until_drawn(pilot, app, "Statements there")


async def test_what_is_announced_on_the_other_board_is_said_with_its_name() -> None:
    async with two_boards() as (pilot, app, door):
        await until_drawn(pilot, app, "2 bosnia 3 new")
        news = Announcement(number=1, sentence="troops moved", at=sample.NOW)
        door.put(replace(sample.picture(), announced=news))
        await until_drawn(pilot, app, "bosnia: troops moved")


async def test_a_store_that_cannot_be_opened_troubles_its_own_board_alone() -> None:
    async with two_boards(damaged=True) as (pilot, app, _door):
        await until_drawn(pilot, app, "2 bosnia !")
        assert "Italy" in screen(app)
        await pilot.press("]")
        await until_drawn(pilot, app, "it is damaged")


async def test_the_board_that_was_asked_for_opens_in_front() -> None:
    async with two_boards(front=1) as (pilot, app, _door):
        await until_drawn(pilot, app, "2 Bosnia: security")
        assert "KFOR contributions of Bosnia" in screen(app)


async def test_a_board_nobody_went_to_is_not_noted_as_looked_at() -> None:
    async with two_boards() as (pilot, app, door):
        await until_drawn(pilot, app, "2 bosnia")
        await pilot.press("q")
    app.tabs[1].clerk.join(5)
    assert door.done == [("close",)]


async def test_one_board_alone_has_no_tab_and_its_keys_are_not_listed() -> None:
    from tests.tui.running import board

    async with board() as (pilot, app, _door):
        assert cells(app)[0].startswith(" Kosovo: security situation")
        await pilot.press("]")
        await until_drawn(pilot, app, "this is the only board")
        await pilot.press("?")
        await until(pilot, lambda: len(app.screen_stack) == 2)
        assert "next board" not in screen(app)


@pytest.mark.parametrize("width", range(1, 120, 7))
def test_tabs_fit_any_width(width: int) -> None:
    labels = [TabName("Kosovo: security situation", 0, True, False), TabName("bosnia", 12, False, True)]
    assert width_of(draw_tabs(labels, width)) <= width


def test_where_it_is_narrow_the_title_in_front_is_cut_before_another_board_is_lost() -> None:
    labels = [TabName("Kosovo: security situation", 0, True, False), TabName("bosnia", 1200, False, False)]
    assert "".join(run.text for run in draw_tabs(labels, 40)) == "1 Kosovo: security s…  2 bosnia 999+ new"
