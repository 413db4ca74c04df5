"""A trouble that several panels have is told in one of them, in words; the others say in which, or show its mark."""

from __future__ import annotations

from dataclasses import replace

from board.shapes import Condition, View
from board.tui.draw.edge import Caption, bottom_edge
from board.tui.draw.lines import Run, width_of
from board.tui.troubles import told_in
from tests.tui import sample
from tests.tui.running import board, cells, panel, until, until_drawn

SAID = "KoSSev stale since 11:02"


def troubled(view: View, *sources: str, trouble: str = SAID) -> View:
    return replace(view, trouble=trouble, troubled=sources, condition=Condition.FRESH)


VIEWS = (
    troubled(sample.troops(), "nato", trouble="held since 11:02: the total went from 4,767 to 12,930"),
    troubled(sample.statements(), "kossev", "politico"),
    troubled(sample.tiers(), "kossev", "politico"),
    troubled(sample.trend(), "nato", trouble="NATO held since 11:02"),
)


def test_the_first_panel_tells_it() -> None:
    assert told_in(VIEWS, {view.name for view in VIEWS}) == {VIEWS[2].name: 2, VIEWS[3].name: 1}


def test_an_open_panel_tells_it_before_a_folded_one() -> None:
    assert told_in(VIEWS, {VIEWS[2].name}) == {VIEWS[1].name: 3, VIEWS[3].name: 1}


def test_of_what_is_wrong_with_one_source_more_a_panel_tells_itself() -> None:
    more = troubled(sample.places(), "kossev", "other")
    assert told_in((*VIEWS, more), ()) == {VIEWS[2].name: 2, VIEWS[3].name: 1}


def test_a_panel_without_trouble_is_sent_nowhere() -> None:
    assert told_in((sample.troops(), replace(sample.tiers(), trouble="", troubled=())), ()) == {}


async def test_the_words_go_with_the_panel_that_is_opened() -> None:
    async with board(*VIEWS, size=(80, 24)) as (pilot, app, _door):
        await pilot.press("2")
        await until_drawn(pilot, app, f"! {SAID}")
        await pilot.press("3")
        await until(pilot, lambda: panel(app, VIEWS[2].name).size.height > 1)
        await until_drawn(pilot, app, f"! {SAID}")
        assert "\n".join(cells(app)).count(SAID) == 1


async def test_side_by_side_the_second_panel_says_where_it_is_told() -> None:
    async with board(*VIEWS[1:3], size=(120, 40)) as (pilot, app, _door):
        await until_drawn(pilot, app, "! as in panel 1")
        assert "\n".join(cells(app)).count(SAID) == 1
        await pilot.press("2", "z")
        await until(pilot, lambda: "as in panel" not in "\n".join(cells(app)))
        await until_drawn(pilot, app, f"! {SAID}")


def test_what_can_be_done_about_it_stands_where_its_words_are_cut() -> None:
    held = Run("! held since 11:02: the total went from 4,767 to 12,930 (+171%), more than 40%", "stale")
    caption = Caption(number=1, title="KFOR", below=(held,), deed=(Run("a", "key"), Run(" accepts", "muted")))
    edge = bottom_edge(caption, 60, focused=True)
    assert "…  a accepts ─" in "".join(run.text for run in edge)
    assert width_of(edge) == 60
