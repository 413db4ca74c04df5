"""Where panels stand: they fill the screen, never overlap, and none is out of reach."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from textual.geometry import Region

from board.options import Count
from board.shapes import Span, Table
from board.spec import LayoutSpec
from board.tui.layout import Want, arrange, choose
from board.tui.wants import want
from tests.tui import sample

NAMES = ("troops", "statements", "tiers", "claims", "changes", "trend", "agenda", "sources")
WANTS = st.lists(st.sampled_from(NAMES), min_size=1, max_size=8, unique=True).flatmap(
    lambda names: st.tuples(
        *(st.builds(Want, st.just(name), st.integers(1, 6), st.none() | st.integers(4, 40)) for name in names)
    )
)
MOCK = LayoutSpec(
    min_width=100,
    areas=("troops statements", "troops statements", "tiers claims"),
    columns=(Count(8), Count(7)),
    rows=(Count(1), Count(1), Count(1)),
)


@given(WANTS, st.integers(20, 240), st.integers(10, 80), st.data())
def test_by_default_panels_fill_their_columns_and_do_not_overlap(
    wants: tuple[Want, ...], width: int, height: int, data: st.DataObject
) -> None:
    focused = data.draw(st.sampled_from([want.name for want in wants]))
    arrangement = arrange(wants, (), width, height, focused, zoomed=False)
    regions = list(arrangement.regions.values())
    assert len(arrangement.regions) + arrangement.hidden == len(wants)
    below = width if arrangement.hidden else 0
    assert sum(region.area for region in regions) == width * height - below
    for number, region in enumerate(regions):
        assert Region(0, 0, width, height).contains_region(region)
        assert not any(region.overlaps(other) for other in regions[number + 1 :])
    assert focused not in arrangement.folded
    assert all(arrangement.regions[name].height == 1 for name in arrangement.folded)


@given(WANTS, st.integers(20, 240), st.integers(8, 80), st.data())
def test_the_chosen_panel_keeps_lines_of_its_own_however_small_the_screen(
    wants: tuple[Want, ...], width: int, height: int, data: st.DataObject
) -> None:
    chosen = data.draw(st.sampled_from(wants))
    arrangement = arrange(wants, (), width, height, chosen.name, zoomed=False)
    assert arrangement.regions[chosen.name].height >= min(7, chosen.most or 7)


def test_of_the_folded_panels_those_that_come_last_after_the_chosen_one_give_way() -> None:
    wants = tuple(map(Want, NAMES))
    roomy = arrange(wants, (), 60, 15, "claims", zoomed=False)
    assert (set(roomy.regions), roomy.hidden) == (set(NAMES), 0)
    small = arrange(wants, (), 60, 11, "claims", zoomed=False)
    assert list(small.regions) == ["claims", "changes", "trend"]
    assert (small.regions["claims"], small.hidden) == (Region(0, 0, 60, 8), 5)


def test_a_named_layout_that_leaves_the_panels_no_lines_is_not_taken() -> None:
    wants = tuple(map(Want, NAMES))
    flat = LayoutSpec(areas=("troops",))
    assert arrange(wants, (flat,), 60, 16, "troops", zoomed=False).regions["troops"].height == 9
    assert arrange(wants, (flat,), 60, 12, "troops", zoomed=False).regions["troops"].height == 8


@given(WANTS, st.integers(1, 240), st.integers(1, 80))
def test_zoomed_the_focused_panel_has_it_all(wants: tuple[Want, ...], width: int, height: int) -> None:
    arrangement = arrange(wants, (), width, height, wants[-1].name, zoomed=True)
    assert arrangement.regions == {wants[-1].name: Region(0, 0, width, height)}


def test_no_room_at_all_is_no_error() -> None:
    assert arrange((Want("troops"),), (), 0, 0, "troops", zoomed=False).regions == {}


def test_named_areas_span_their_cells_by_weight() -> None:
    wants = tuple(map(Want, ("troops", "statements", "tiers", "claims")))
    regions = arrange(wants, (MOCK,), 120, 30, "troops", zoomed=False).regions
    assert regions == {
        "troops": Region(0, 0, 64, 20),
        "statements": Region(64, 0, 56, 20),
        "tiers": Region(0, 20, 64, 10),
        "claims": Region(64, 20, 56, 10),
    }


def test_a_panel_without_an_area_is_a_line_below_and_opens_there_when_it_is_in_front() -> None:
    wants = tuple(map(Want, ("troops", "statements", "tiers", "claims", "agenda")))
    there = arrange(wants, (MOCK,), 120, 40, "troops", zoomed=False)
    assert there.regions["agenda"] == Region(0, 39, 120, 1)
    opened = arrange(wants, (MOCK,), 120, 40, "agenda", zoomed=False)
    assert opened.regions["agenda"].height > 5
    assert opened.regions["troops"].height > 5


def test_the_largest_layout_that_fits_is_taken() -> None:
    small, wide = LayoutSpec(areas=("a",)), LayoutSpec(min_width=150, areas=("a b",))
    assert choose((small, wide), 120, 40) is small
    assert choose((small, wide), 200, 40) is wide
    assert choose((wide,), 120, 40) is None


def test_a_table_asks_for_the_lines_that_a_long_note_below_it_takes() -> None:
    view = sample.troops()
    assert isinstance(view.shape, Table)
    note = (Span("Names of places and nations are those of the sources; no position on status is meant."),)
    longer = replace(view, shape=replace(view.shape, footer=(*view.shape.footer, note)))
    asked, before = want(longer).most, want(view).most
    assert asked is not None
    assert before is not None
    assert asked - before == 2
