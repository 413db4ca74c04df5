"""What a person meets first: the line that explains the board, that it is offline, and what a folded panel holds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from board.shapes import Feed, Table
from board.tui import state
from board.tui.draw.gist import gist
from board.tui.draw.lines import width_of
from board.tui.draw.welcome import draw_welcome
from board.tui.keys import ACTIONS
from tests.tui import sample
from tests.tui.running import board, cells, screen, until_drawn


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    return tmp_path


async def test_the_board_explains_itself_in_one_line_until_escape_puts_it_away_for_good() -> None:
    async with board(welcome=True) as (pilot, app, _door):
        assert "Esc puts this line away" in cells(app)[1]
        await pilot.press("escape")
        await pilot.pause()
        assert "puts this line away" not in screen(app)
        assert cells(app)[1].startswith("╭")
    assert "welcomed" in state.read()


async def test_who_has_put_it_away_does_not_meet_it_again() -> None:
    async with board(welcome=False) as (_pilot, app, _door):
        assert "puts this line away" not in screen(app)


@pytest.mark.parametrize("width", [80, 60, 120, 200])
def test_the_line_fits_and_says_last_of_all_how_to_be_rid_of_it(width: int) -> None:
    line = draw_welcome({"back": ("x",)}, width)
    assert width_of(line) <= width
    assert "".join(run.text for run in line).endswith("x puts this line away")
    assert {action.id for action in ACTIONS} >= {"detail", "provenance", "next_panel", "help", "back"}


@pytest.mark.parametrize("offline", [True, False])
async def test_offline_is_said_in_the_header(offline: bool) -> None:
    async with board(offline=offline) as (_pilot, app, _door):
        assert ("offline" in cells(app)[0]) == offline


async def test_a_folded_panel_says_what_is_in_it() -> None:
    async with board(size=(80, 24)) as (_pilot, app, _door):
        folded = next(line for line in cells(app) if line.startswith("▸ 3"))
        assert "Kosovo Police" in folded


async def test_a_row_that_changed_is_marked_and_the_others_are_not() -> None:
    view = sample.troops(6)
    assert isinstance(view.shape, Table)
    first, *others = view.shape.rows
    cells_now = tuple(replace(cell, text="908", value=908) if cell.text == "907" else cell for cell in first.cells)
    rows = (replace(first, cells=cells_now), *others)
    async with board(view) as (pilot, app, door):
        assert "•" not in screen(app)
        door.put(sample.picture(replace(view, shape=replace(view.shape, rows=rows))))
        await until_drawn(pilot, app, "908")
        assert [line for line in cells(app) if "•" in line] == [line for line in cells(app) if "908" in line]


def test_the_gist_of_a_feed_is_its_newest_entry_and_of_a_table_its_first_row() -> None:
    feed, table = sample.statements(), sample.troops(6)
    assert isinstance(feed.shape, Feed)
    assert isinstance(table.shape, Table)
    assert feed.shape.entries[0].who in "".join(run.text for run in gist(feed))
    assert "907" in "".join(run.text for run in gist(table))


async def test_an_entry_that_goes_on_below_the_edge_of_its_panel_says_so() -> None:
    long = sample.entry(9, text="word " * 40, way=())
    view = sample.statements((sample.entry(99), long, sample.entry(8)))
    async with board(view, size=(60, 10)) as (pilot, app, _door):
        await until_drawn(pilot, app, "word")
        *_, last, edge, _footer = cells(app)
        assert "╰" in edge
        assert last.rstrip("│┃ ").endswith("…")
        assert "…" not in "".join(cells(app)[1:-3])


async def test_an_entry_that_ends_at_the_edge_of_its_panel_has_no_mark() -> None:
    view = sample.statements(
        (sample.entry(99, text="first", way=()), *(sample.entry(key, text="x", way=()) for key in (8, 7)))
    )
    async with board(view, size=(60, 7)) as (pilot, app, _door):
        await until_drawn(pilot, app, "first")
        assert "…" not in "".join(cells(app)[1:])


async def test_why_a_panel_is_empty_is_told_whole_on_a_narrow_screen() -> None:
    why = "no source is configured: see board.toml, which says how one is written"
    view = replace(sample.statements(()), empty=why)
    async with board(view, size=(40, 12)) as (pilot, app, _door):
        await until_drawn(pilot, app, "no source")
        assert why in " ".join("".join(cells(app)[2:-2]).replace("│", " ").split())


async def test_what_goes_on_is_marked_within_a_line_that_is_full_and_touches_no_number() -> None:
    view = sample.statements((sample.entry(99, how="unnamed, in writing", text="below " * 9), sample.entry(8)))
    async with board(view, size=(60, 6)) as (pilot, app, _door):
        await until_drawn(pilot, app, "in writing")
        line = cells(app)[3].rstrip("│┃ ")
        assert ("in writing" in line, line.endswith(" B2"), " …  " in line) == (True, True, True)
