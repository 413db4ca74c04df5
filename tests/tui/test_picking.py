"""Lists to choose from: what a choice does is whole at any width, and a notice of what waits tells why."""

from __future__ import annotations

import pytest

from board.tui.draw.lines import width_of
from board.tui.keys import ACTIONS, offered
from board.tui.widgets.picklines import Choice, PickLines
from tests.tui.running import board, cells, screen, until, until_drawn

CHOICES = tuple(Choice(each.id, each.label, each.tooltip, " ".join(each.keys)) for each in ACTIONS)


@pytest.mark.parametrize("width", [20, 38, 72, 120])
def test_what_a_choice_does_is_told_whole_on_as_many_lines_as_it_takes(width: int) -> None:
    lines = PickLines("Commands", CHOICES, {}).draw_lines(width)
    assert all(width_of(line.runs) <= width for line in lines)
    for number, choice in enumerate(CHOICES):
        told = "".join(run.text for line in lines if line.item == number for run in line.runs if run.ink == "muted")
        assert "".join(told.split()) == "".join(choice.about.split())


async def test_help_says_on_which_of_its_lines_the_cursor_is() -> None:
    async with board(size=(80, 24)) as (pilot, app, _door):
        await pilot.press("question_mark")
        await until_drawn(pilot, app, f"1 of {len(offered(1))}")
        await pilot.press("down")
        await until_drawn(pilot, app, f"2 of {len(offered(1))}")


@pytest.mark.parametrize("key", ["colon", "T"])
async def test_on_a_narrow_screen_a_list_has_all_of_its_width(key: str) -> None:
    async with board(size=(80, 24)) as (pilot, app, _door):
        await pilot.press(key)
        await until_drawn(pilot, app, "type to narrow")
        await until(pilot, lambda: any(line.startswith("╭─ ") and line.endswith("─╮") for line in cells(app)[1:]))
        assert "…" not in screen(app).split("type to narrow")[1].split("╰─")[0]


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
@pytest.mark.parametrize("key", ["colon", "question_mark", "T"])
async def test_below_the_frame_of_a_list_is_the_board_and_no_empty_ground(key: str, size: tuple[int, int]) -> None:
    async with board(size=size) as (pilot, app, _door):
        await pilot.press(key)
        await until_drawn(pilot, app, "type to narrow")
        await until(pilot, lambda: app.screen.query_one("#choices").region.bottom <= size[1] - 1)
        assert app.screen.query_one("#pick").region.bottom == app.screen.query_one("#choices").region.bottom
        assert app.screen.query_one("#words").region.y >= 1


async def test_letters_to_jump_to_are_seen_where_the_terminal_has_its_own_colours() -> None:
    async with board(theme="no-colour", plain_colours=True, size=(80, 24)) as (pilot, app, _door):
        await pilot.press("f")
        await until(pilot, lambda: len(app.screen_stack) > 1)
        assert "Italy" in screen(app)
