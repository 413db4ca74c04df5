"""The face on the sample board, for tests that press keys and read cells."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager

from textual.pilot import Pilot

from board import paths
from board.shapes import View
from board.spec import Config
from board.tui.door import Then
from board.tui.face import BoardApp
from board.tui.tab import Opening
from board.tui.themes import read_themes
from board.tui.widgets.panel import Panel
from tests.panels import boards
from tests.tui import sample
from tests.tui.door import PictureDoor, SnapshotDoor

THEMES = read_themes([paths.shipped("themes")])


@asynccontextmanager
async def board(
    *views: View,
    size: tuple[int, int] = (120, 40),
    config: Config | None = None,
    theme: str = "night-desk",
    offline: bool = False,
    welcome: bool = False,
    plain_colours: bool = False,
) -> AsyncIterator[tuple[Pilot[int], BoardApp, PictureDoor]]:
    """The app under a pilot, and the door it reads from."""
    picture = sample.picture(*views)
    door = PictureDoor(picture)
    app = BoardApp(
        [Opening(config=config or sample.config(), picture=picture, open_door=lambda: door)],
        THEMES,
        theme=theme,
        offline=offline,
        welcome=welcome,
        plain_colours=plain_colours,
        now=lambda: sample.NOW,
    )
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        yield pilot, app, door


@asynccontextmanager
async def kosovo(size: tuple[int, int] = (120, 40)) -> AsyncIterator[tuple[Pilot[int], BoardApp, SnapshotDoor]]:
    """The app over the case `kosovo`, with the real panels."""
    case = boards.board("kosovo")
    door = SnapshotDoor(case.config, case.snapshot, boards.NOW)
    picture = door.picture(case.config, Then(), boards.NOW)
    app = BoardApp(
        [Opening(config=case.config, picture=picture, open_door=lambda: door)], THEMES, now=lambda: boards.NOW
    )
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        yield pilot, app, door


def cells(app: BoardApp) -> Sequence[str]:
    """What stands on the screen, line by line."""
    strips = app.screen._compositor.render_strips()
    return ["".join(segment.text for segment in strip) for strip in strips]


def screen(app: BoardApp) -> str:
    return "\n".join(cells(app))


def panel(app: BoardApp, name: str) -> Panel:
    return next(each for each in app.board.panels() if each.name == name)


async def until(pilot: Pilot[int], fact: Callable[[], object], *, seconds: float = 60.0) -> None:
    """Wait until it is so. Raises: AssertionError where it does not come to be."""
    end = time.monotonic() + seconds
    while not fact():
        assert time.monotonic() < end, "it did not come to be"
        await pilot.pause(0.02)


async def until_drawn(pilot: Pilot[int], app: BoardApp, text: str, *, seconds: float = 60.0) -> None:
    """Wait until the screen has this text. Raises: AssertionError where it does not come."""
    end = time.monotonic() + seconds
    while text not in screen(app):
        assert time.monotonic() < end, f"{text!r} is not on the screen:\n{screen(app)}"
        await pilot.pause(0.02)
