"""The map to lines: every name whole and nearest to its own pin, and the outline left as it is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rich.cells import cell_len

from board.shapes import Map, Pin
from board.tui.draw.map import draw_map
from tests.tui import sample
from tests.tui.test_drawing import text_of


def test_a_map_has_its_outline_and_every_pin_with_its_name() -> None:
    shape = sample.places().shape
    assert isinstance(shape, Map)
    text = "\n".join(text_of(line) for line in draw_map(shape, 60, 20, 0))
    assert "◆" in text
    assert "Pristina (4)" in text
    assert "Zvečan (2)" in text
    assert any("\u2800" < sign <= "\u28ff" for sign in text)


SQUARE = ((20.0, 42.0), (22.0, 42.0), (22.0, 43.0), (20.0, 43.0))
CROWD = tuple(
    Pin(ref=name, latitude=42.5 + n / 40, longitude=21.0 + n / 50, label=name)
    for n, name in enumerate(("Ferizaj", "Bondsteel", "Zvečan", "Mitrovica", "Banjska"))
)


@pytest.mark.parametrize(("width", "height"), [(14, 5), (24, 8), (40, 10), (57, 16), (90, 12), (120, 40)])
@pytest.mark.parametrize("chosen", [None, 0, 3])
def test_every_name_on_a_map_is_whole_wherever_there_is_room(width: int, height: int, chosen: int | None) -> None:
    lines = [text_of(line) for line in draw_map(Map(outline=(SQUARE,), pins=CROWD), width, height, chosen)]
    assert len(lines) <= height
    assert all(cell_len(line) <= width for line in lines)
    if width >= 40:
        assert all(pin.label in "\n".join(lines) for pin in CROWD)


def test_no_name_on_a_map_stands_as_near_to_another_pin_as_to_its_own() -> None:
    pins = tuple(
        Pin(ref=name, latitude=42.5, longitude=at, label=name) for name, at in (("Peja", 20.9), ("Pristina", 21.2))
    )
    lines = [text_of(line) for line in draw_map(Map(outline=(SQUARE,), pins=pins), 60, 16, None)]
    assert not any("● Pristina ●" in line or "● Peja ●" in line for line in lines)
    assert all(any(pin.label in line for line in lines) for pin in pins)


def test_no_name_on_a_map_wipes_out_the_outline() -> None:
    def outline(pins: tuple[Pin, ...]) -> set[tuple[int, int]]:
        lines = [text_of(line) for line in draw_map(Map(outline=(SQUARE,), pins=pins), 57, 16, None)]
        return {(y, x) for y, line in enumerate(lines) for x, sign in enumerate(line) if "\u2800" < sign <= "\u28ff"}

    named = tuple(replace(pin, longitude=pin.longitude + 0.5) for pin in CROWD[:2])
    assert outline(named) == outline(())
