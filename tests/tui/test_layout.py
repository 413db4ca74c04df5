"""Where panels stand: they fill the screen, never overlap, and none is out of reach."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from textual.geometry import Region

from board.spec import LayoutSpec
from board.tui.layout import Want, arrange, choose

NAMES = ("troops", "statements", "tiers", "claims", "changes", "trend", "agenda", "sources")
WANTS = st.lists(st.sampled_from(NAMES), min_size=1, max_size=8, unique=True).flatmap(
    lambda names: st.tuples(
        *(st.builds(Want, st.just(name), st.integers(1, 6), st.none() | st.integers(4, 40)) for name in names)
    )
)
MOCK = LayoutSpec(
    min_width=100,
    areas=("troops statements", "troops statements", "tiers claims"),
    columns=(8, 7),
    rows=(1, 1, 1),
)


@given(WANTS, st.integers(20, 240), st.integers(10, 80), st.data())
def test_by_default_panels_fill_their_columns_and_do_not_overlap(
    wants: tuple[Want, ...], width: int, height: int, data: st.DataObject
) -> None:
    focused = data.draw(st.sampled_from([want.name for want in wants]))
    arrangement = arrange(wants, (), width, height, focused, zoomed=False)
    regions = list(arrangement.regions.values())
    assert set(arrangement.regions) == {want.name for want in wants}
    assert sum(region.area for region in regions) == width * height
    for number, region in enumerate(regions):
        assert Region(0, 0, width, height).contains_region(region)
        assert not any(region.overlaps(other) for other in regions[number + 1 :])
    assert focused not in arrangement.folded
    assert all(arrangement.regions[name].height == 1 for name in arrangement.folded)


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
