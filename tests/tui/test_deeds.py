"""What can be done with a line: detail, provenance, copying, deciding, noting, asking, going back in time."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from board.model import Check, Edition
from board.snapshot import HeldReading, Note
from board.tui.door import Clerk, Then
from board.tui.keys import ACTIONS, offered
from board.tui.screens.board import BoardScreen
from board.tui.screens.pick import PickScreen
from board.tui.widgets.picklines import PickLines
from tests.panels import boards
from tests.tui.door import PictureDoor, SnapshotDoor
from tests.tui.running import kosovo, panel, screen, until, until_drawn


async def until_done(pilot: Pilot[int], door: PictureDoor, deed: str) -> tuple[str, ...]:
    await until(pilot, lambda: any(each[0] == deed for each in door.done))
    return next(each for each in door.done if each[0] == deed)


async def test_enter_on_a_nation_shows_its_chart_and_every_figure() -> None:
    async with kosovo() as (pilot, app, _door):
        await pilot.press("j", "enter")
        await until_drawn(pilot, app, "United States in KFOR")
        assert "Over time" in screen(app)
        assert "Every figure" in screen(app)
        assert "≈600" in screen(app)
        await pilot.press("escape")
        assert isinstance(app.screen, BoardScreen)


async def test_enter_on_a_statement_shows_it_whole_and_marks_it_read() -> None:
    async with kosovo() as (pilot, app, door):
        await pilot.press("2", "enter")
        await until_drawn(pilot, app, "said to")
        assert "published" in screen(app)
        assert await until_done(pilot, door, "read") == ("read", str(panel(app, "statements").ref))


async def test_provenance_answers_who_where_as_of_when_and_retrieved_when() -> None:
    async with kosovo() as (pilot, app, _door):
        await pilot.press("i")
        await until_drawn(pilot, app, "Where it is from")
        shown = screen(app)
        for word in ("says", "as of", "published", "source", "retrieved", "read by", "SHA-256"):
            assert word in shown


async def test_provenance_tells_the_checks_of_the_table_and_what_was_decided() -> None:
    async with kosovo() as (pilot, app, door):
        passed = Check(name="sum", passed=True, detail="rows come to what is stated")
        tables = tuple(replace(each, value=replace(each.value, checks=(passed,))) for each in door.held.all_editions)
        ref = str(panel(app, "troops").ref)
        noted = Note(ref=ref, text="called them", who="duty officer", at=boards.NOW)
        door.held = replace(door.held, all_editions=tables, all_notes=(noted,))
        await pilot.press("i")
        await until_drawn(pilot, app, "sum passed: rows come to what is stated")
        await pilot.press("G")
        await until_drawn(pilot, app, "called them")


async def test_provenance_opens_from_a_page_too() -> None:
    async with kosovo() as (pilot, app, _door):
        await pilot.press("2", "enter")
        await until_drawn(pilot, app, "said to")
        await pilot.press("i")
        await until_drawn(pilot, app, "Where it is from")
        await pilot.press("escape", "escape")
        assert isinstance(app.screen, BoardScreen)


@pytest.mark.parametrize(
    ("key", "copied"),
    [("y", "907"), ("Y", "Italy"), ("c", "Italy in KFOR: 907; RFE/RL from nato.int; as of 2026-02-19")],
)
async def test_value_line_and_citation_are_copied(key: str, copied: str) -> None:
    async with kosovo() as (pilot, app, _door):
        await pilot.press(key)
        await until(pilot, lambda: app.clipboard)
        assert copied in app.clipboard


async def test_a_posture_is_decided_by_a_person_with_a_reason() -> None:
    async with kosovo() as (pilot, app, door):
        await pilot.press("3", "j", "j", "a")
        await pilot.pause()
        assert isinstance(app.screen, PickScreen)
        await pilot.press(*"ready", "enter")
        await pilot.pause()
        app.screen.query_one(Input).value = "heard it on the radio"
        await pilot.press("enter")
        assert await until_done(pilot, door, "decide") == (
            "decide",
            "tier:3",
            "posture",
            "ready",
            "heard it on the radio",
        )


async def test_the_cursor_stands_on_what_is_proposed_and_enter_takes_it() -> None:
    async with kosovo() as (pilot, app, door):
        await pilot.press("3", "G", "a")
        await until(pilot, lambda: isinstance(app.screen, PickScreen))
        assert app.screen.query_one(PickLines).ref == "ready"
        await pilot.press("enter")
        await until_drawn(pilot, app, "ready: why?")
        await pilot.press("enter")
        decided = await until_done(pilot, door, "decide")
        assert decided[:4] == ("decide", "tier:3", "posture", "ready")
        assert "ready to respond" in decided[4]


async def test_escape_decides_nothing() -> None:
    async with kosovo() as (pilot, app, door):
        await pilot.press("3", "a", "escape")
        await pilot.press("3", "a", *"ready", "enter", "escape")
        await until(pilot, lambda: app.clerk.is_idle)
        assert not [each for each in door.done if each[0] == "decide"]
        assert isinstance(app.screen, BoardScreen)


async def test_how_likely_a_statement_is_true_is_decided_too() -> None:
    async with kosovo() as (pilot, _app, door):
        await pilot.press("2", "a", "down", "enter")
        await pilot.pause()
        await pilot.press("enter")
        assert (await until_done(pilot, door, "decide"))[2:4] == ("information", "2")


async def test_a_note_is_kept_with_the_line_it_is_on() -> None:
    async with kosovo() as (pilot, _app, door):
        await pilot.press("e", *"ask again", "enter")
        assert await until_done(pilot, door, "note") == ("note", "edition:5#ITA", "ask again")


async def test_a_question_dates_a_statement_as_its_row_does() -> None:
    async with kosovo() as (pilot, app, _door):
        await pilot.press("2")
        entry = panel(app, "statements")
        await pilot.press("e")
        await until_drawn(pilot, app, "A note on")
        asked = next(line for line in screen(app).splitlines() if "A note on" in line)
        assert entry.selected is not None
        assert entry.selected.said[:20] in asked
        assert not re.search(r"\d{4}-\d\d-\d\d", asked)


async def test_refresh_asks_for_what_feeds_the_panel_and_for_all() -> None:
    async with kosovo() as (pilot, app, door):
        await pilot.press("r")
        asked = await until_done(pilot, door, "refresh")
        gives = {source.name: source.gives for source in app.config.sources}
        assert {gives[name] for name in asked[1:]} == {"troops"}
        door.done.clear()
        await pilot.press("R")
        assert await until_done(pilot, door, "refresh") == ("refresh",)


async def test_going_back_in_time_says_so_and_a_dot_comes_back() -> None:
    async with kosovo() as (pilot, app, _door):
        await pilot.press("<")
        await until_drawn(pilot, app, "AS IT STOOD 21 Nov 2026")
        await pilot.press(".")
        await until_drawn(pilot, app, "Kosovo: security situation")
        await pilot.press("t", *"2025-02-25", "enter")
        await until_drawn(pilot, app, "AS IT STOOD 25 Feb 2025")
        await pilot.press("w")
        await until_drawn(pilot, app, "what this board knew then")
        await pilot.press(">")
        await until_drawn(pilot, app, "Kosovo: security situation")


async def test_what_is_no_time_is_said_to_be_none() -> None:
    async with kosovo() as (pilot, app, _door):
        await pilot.press("t", *"gibberish", "enter")
        await until_drawn(pilot, app, "is no time")


async def test_search_finds_and_its_hits_open() -> None:
    async with kosovo() as (pilot, app, _door):
        await pilot.press("ctrl+f", *"troops", "enter")
        await until_drawn(pilot, app, "Search: troops")
        await pilot.press("enter")
        await until_drawn(pilot, app, "said to")


async def test_a_query_that_cannot_be_read_is_said_so_with_its_place() -> None:
    async with kosovo() as (pilot, app, _door):
        await pilot.press("ctrl+f", *"(troops", "enter")
        await until_drawn(pilot, app, "(character")


async def test_help_lists_every_key_can_be_searched_and_does_what_is_chosen() -> None:
    async with kosovo() as (pilot, app, _door):
        await pilot.press("?")
        await pilot.pause()
        assert len(app.screen.query_one(PickLines).refs()) == len(offered(1))
        await pilot.press(*"whole screen")
        await pilot.pause()
        assert app.screen.query_one(PickLines).refs() == ["zoom"]
        await pilot.press("enter")
        await until(pilot, lambda: panel(app, "troops").size.width == 120)


@pytest.mark.parametrize("key", [":", "ctrl+p"])
async def test_the_palette_reaches_actions_of_lines_too(key: str) -> None:
    async with kosovo() as (pilot, app, _door):
        await pilot.press(key, *"last line", "enter")
        await until(pilot, lambda: panel(app, "troops").cursor == panel(app, "troops").count() - 1)


async def test_the_palette_reaches_panels_too() -> None:
    async with kosovo() as (pilot, app, _door):
        await pilot.press(":", *"go to agenda", "enter")
        await until_drawn(pilot, app, "Mandate of EULEX")
        assert app.board.panel is panel(app, "agenda")


async def test_what_is_held_is_accepted_by_a_person() -> None:
    async with kosovo() as (pilot, app, door):
        held = HeldReading(
            ref="edition:9",
            source="kfor",
            edition=Edition(force="KFOR", as_of=None, rows=()),
            reason="the total fell by 80 %",
            since=boards.NOW,
        )
        door.held = replace(door.held, all_held=(held,))
        await pilot.press("a")
        await until_drawn(pilot, app, "the total fell by 80 %")
        await until_drawn(pilot, app, "gone: Italy, last 907")
        await pilot.press("enter")
        await until_drawn(pilot, app, "accepted: why?")
        await pilot.press(*"seen", "enter")
        assert await until_done(pilot, door, "decide") == ("decide", "edition:9", "accept", "accepted", "seen")


async def test_a_letter_jumps_to_the_line_it_stands_on() -> None:
    async with kosovo() as (pilot, app, _door):
        await pilot.press("f")
        await pilot.pause()
        labels = {label: (each, item) for each in app.board.panels() for item, label in each.labels.items()}
        label, (target, item) = next((k, v) for k, v in labels.items() if v[0].name == "statements" and v[1] == 2)
        await pilot.press(*label)
        await pilot.pause()
        assert app.board.panel is target
        assert target.cursor == item
        assert not any(each.labels for each in app.board.panels())


def test_every_action_has_a_tooltip_and_no_key_twice() -> None:
    keys = [key for action in ACTIONS for key in action.keys]
    assert all(action.tooltip for action in ACTIONS)
    assert sorted(set(keys)) == sorted(keys)


async def test_every_action_can_be_carried_out_by_somebody() -> None:
    from board.tui.commands import COMMANDS
    from board.tui.deeds import DEEDS
    from board.tui.keys import Where
    from board.tui.widgets.table import TablePanel

    async with kosovo() as (_, app, _door):
        for action in ACTIONS:
            match action.where:
                case Where.APP:
                    assert action.id in COMMANDS or action.id == "quit"
                case Where.ITEM:
                    assert action.id in DEEDS
                case Where.BOARD:
                    assert hasattr(app.board, f"action_{action.id.rstrip('_0123456789')}")
                case Where.LINES | Where.TABLE:
                    assert hasattr(TablePanel, f"action_{action.id}")


@pytest.mark.parametrize("returned", [False, True])
def test_who_has_seen_only_the_past_has_not_looked_at_the_present(returned: bool) -> None:
    case = boards.board("kosovo")
    door = SnapshotDoor(case.config, case.snapshot, boards.NOW)
    clerk = Clerk(lambda: door, case.config, Then(boards.NOW - timedelta(days=300)), lambda: boards.NOW, lambda _: None)
    clerk.start()
    if returned:
        clerk.show(case.config, Then())
    clerk.stop()
    clerk.join(10)
    assert (("look",) in door.done) is returned


async def test_the_look_is_remembered_when_the_board_is_left() -> None:
    async with kosovo() as (pilot, app, door):
        await pilot.press("q")
    app.clerk.join(2)
    assert ("look",) in door.done
