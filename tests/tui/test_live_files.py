"""board.toml and themes, saved while the board runs."""

from __future__ import annotations

import errno
import shutil
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
import watchfiles
from textual.pilot import Pilot

from board import paths
from board.config import load
from board.tui.door import Then
from board.tui.face import BoardApp
from board.tui.tab import Opening
from board.tui.themes import read_themes
from tests.panels import boards
from tests.tui.door import SnapshotDoor
from tests.tui.running import panel, screen, until, until_drawn


@asynccontextmanager
async def kosovo(folder: Path, *, watched: bool = True) -> AsyncIterator[tuple[Pilot[int], BoardApp, Path]]:
    """The board of the case over its own board.toml, watched."""
    file = folder / "board.toml"
    shutil.copy(boards.CASES / "kosovo" / "board.toml", file)
    themes = folder / "themes"
    shutil.copytree(paths.shipped("themes"), themes)
    config = load(file, "board.toml")
    door = SnapshotDoor(config, boards.board("kosovo").snapshot, boards.NOW)
    picture = door.picture(config, Then(), boards.NOW)
    opening = Opening(config=config, picture=picture, open_door=lambda: door, watched=[themes])
    app = BoardApp([opening], read_themes([themes]), now=lambda: boards.NOW)
    async with app.run_test(size=(120, 40)) as pilot:
        if watched:
            await _until_watched(pilot, app, folder)
        yield pilot, app, file


async def _until_watched(pilot: Pilot[int], app: BoardApp, folder: Path) -> None:
    """The system tells of what is saved from now on: until it does, another file is saved again and again."""
    watcher, seen = app.tab._watcher, []
    assert watcher is not None
    read = watcher._read
    watcher._read = lambda paths: (seen.append(paths), read(paths))[1]  # type: ignore[method-assign, func-returns-value]

    def probed() -> bool:
        (folder / "probe").write_text(str(time.monotonic()))
        return bool(seen)

    await until(pilot, probed)


async def test_what_is_saved_is_shown_and_focus_cursor_and_filter_stay(tmp_path: Path) -> None:
    async with kosovo(tmp_path) as (pilot, app, file):
        await pilot.press("2", "j", "j")
        ref = panel(app, "statements").ref
        text = file.read_text()
        file.write_text(text.replace("Kosovo: security situation", "Another title"))
        await until_drawn(pilot, app, "Another title")
        assert app.board.panel is panel(app, "statements")
        assert panel(app, "statements").ref == ref


async def test_keys_that_are_saved_are_bound_at_once_and_stand_in_the_footer(tmp_path: Path) -> None:
    async with kosovo(tmp_path) as (pilot, app, file):
        file.write_text(file.read_text() + '\n[keys]\nhelp = "h"\n')
        await until_drawn(pilot, app, " h help")
        await pilot.press("h")
        await until_drawn(pilot, app, "How to read this board")


async def test_an_editor_that_replaces_the_file_is_seen_twice_over(tmp_path: Path) -> None:
    async with kosovo(tmp_path) as (pilot, app, file):
        for title in ("First title", "Second title"):
            beside = file.with_suffix(".new")
            text = load_text(file)
            beside.write_text(text)
            beside.write_text(set_title(text, title))
            beside.replace(file)
            await until_drawn(pilot, app, title)


async def test_a_mistake_is_shown_with_its_line_and_the_old_board_goes_on(tmp_path: Path) -> None:
    async with kosovo(tmp_path) as (pilot, app, file):
        text = file.read_text()
        file.write_text(text.replace('kind = "tiers"', 'kind = "tierz"'))
        await until_drawn(pilot, app, "1 problem")
        assert "board.toml:" in screen(app)
        assert "tiers" in screen(app)
        assert "Italy" in screen(app)
        file.write_text(text)
        await until(pilot, lambda: "1 problem" not in screen(app))


async def test_a_theme_that_is_saved_is_seen_and_a_bad_one_is_told_of(tmp_path: Path) -> None:
    async with kosovo(tmp_path) as (pilot, app, file):
        theme = file.parent / "themes" / "night-desk.toml"
        good = theme.read_text()
        theme.write_text(good.replace('bar = "#5b8fc7"', 'bar = "#ffffff"'))
        await until(pilot, lambda: panel(app, "troops").palette["bar"].color.name == "#ffffff")  # type: ignore[union-attr]
        (file.parent / "themes" / "slate.toml").write_text("inks = 3")
        await until_drawn(pilot, app, "slate.toml")
        assert "Italy" in screen(app)


def _refusing(monkeypatch: pytest.MonkeyPatch, *, looking: bool) -> None:
    """The system has no watch left to give; where `looking` is refused too, its files cannot be looked at either."""
    watch = watchfiles.watch

    def refused(*folders: Path, force_polling: bool | None, **rest: object) -> Iterator[set[tuple[object, str]]]:
        if looking or not force_polling:
            raise OSError(errno.ENOSPC, "OS file watch limit reached")
        yield from watch(*folders, force_polling=True, **rest)  # type: ignore[arg-type, misc]

    monkeypatch.setattr(watchfiles, "watch", refused)


async def test_where_the_system_has_no_watch_left_what_is_saved_is_seen_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _refusing(monkeypatch, looking=False)
    async with kosovo(tmp_path) as (pilot, app, file):
        file.write_text(file.read_text().replace("Kosovo: security situation", "Another title"))
        await until_drawn(pilot, app, "Another title")


async def test_where_nothing_can_be_watched_the_board_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _refusing(monkeypatch, looking=True)
    async with kosovo(tmp_path, watched=False) as (pilot, app, _):
        await until_drawn(pilot, app, "what is saved is not seen any more")


def load_text(file: Path) -> str:
    return file.read_text()


def set_title(text: str, title: str) -> str:
    lines = [
        f'title = "{title}"' if number == first_title(text) else line for number, line in enumerate(text.split("\n"))
    ]
    return "\n".join(lines)


def first_title(text: str) -> int:
    return next(number for number, line in enumerate(text.split("\n")) if line.startswith("title ="))
