"""Every screen, opened in the running program with a day's news: it comes, and nothing sticks out of its frame."""

from __future__ import annotations

from collections.abc import Iterator

import pyte
import pytest

from tests.journeys.desk import Desk
from tests.pictures import news
from tests.pictures.screens import LOOKS, SCREENS, SIZES, Look, opened, ready
from tests.pictures.svg import drawn

SMALLEST, *LARGER = SIZES
FEW = frozenset({"board", "troops-end", "sources", "statement", "claim", "problems"})


@pytest.fixture(scope="module")
def told() -> Iterator[Desk]:
    with news.told() as told:
        yield told


@pytest.fixture
def desk(told: Desk) -> Desk:
    """As nobody has looked at it yet: behind a look, nothing has changed."""
    with told.kept() as store, store.database.write():
        store.database.run("DELETE FROM looks")
    return told


def test_a_few_screens_stand_whole_in_the_smallest_size(desk: Desk) -> None:
    _look(desk, LOOKS[0], SMALLEST, FEW)


@pytest.mark.long
@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.name)
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_screen_stands_whole_in_every_size_and_look(desk: Desk, look: Look, size: tuple[int, int]) -> None:
    _look(desk, look, size, frozenset(screen.name for screen in SCREENS))


def _look(desk: Desk, look: Look, size: tuple[int, int], names: frozenset[str]) -> None:
    with desk.open("--theme", look.theme, size=size, environ=dict(look.environ)) as reader:
        ready(reader)
        for screen in SCREENS:
            if screen.name in names:
                with opened(reader, desk, screen):
                    assert _open_lines(reader.text()) == [], f"{screen.name}\n{reader.text()}"
        reader.leaves()


def _open_lines(text: str) -> list[str]:
    """Lines that begin with a frame and do not end with one."""
    return [line for line in text.splitlines() if line[:1] in "│╭╰|" and line.rstrip()[-1:] not in "│┃╮╯|+"]


def test_a_picture_has_the_ground_of_most_of_its_cells_once_under_all_of_them() -> None:
    screen = pyte.Screen(20, 4)
    pyte.Stream(screen).feed("\x1b[48;2;250;250;245m" + "paper" + " " * 75 + "\x1b[1;1H\x1b[48;2;1;2;3mi")
    svg = drawn(screen)
    assert '<rect width="100%" height="100%" rx="6" fill="#fafaf5"/>' in svg
    assert svg.count("fafaf5") == 1
    assert svg.count('fill="#010203"') == 1
