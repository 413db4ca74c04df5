"""The clerk, the keeper and what is remembered: they go on where the world does not."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.message import Message

from board import schedule
from board.errors import StoreError
from board.tui import state
from board.tui.collecting import CollectorFell, Keeper
from board.tui.crash import write_crash
from board.tui.door import Clerk, ClerkFell, PictureBuilt, Said, Then
from tests.room import largest_file
from tests.tui import sample
from tests.tui.door import PictureDoor


class Failing(PictureDoor):
    """A store that cannot be read for a while."""

    failing = True

    def stamp(self) -> object:
        if self.failing:
            raise StoreError("busy", "the store is busy")
        return super().stamp()


def until(fact: Callable[[], object], seconds: float = 20.0) -> None:
    end = time.monotonic() + seconds
    while not fact():
        assert time.monotonic() < end
        time.sleep(0.01)


def clerk_of(door: PictureDoor, said: list[Message]) -> Clerk:
    clerk = Clerk(lambda: door, sample.config(), Then(), lambda: sample.NOW, said.append)
    clerk.start()
    return clerk


def test_a_trouble_that_lasts_is_told_of_once_and_so_is_its_end() -> None:
    said: list[Message] = []
    door = Failing(sample.picture())
    clerk = clerk_of(door, said)
    until(lambda: said)
    time.sleep(1.0)
    assert [message.sentence for message in said if isinstance(message, Said)] == ["the store is busy"]
    door.failing = False
    until(lambda: any(isinstance(message, PictureBuilt) for message in said))
    until(lambda: len([message for message in said if isinstance(message, Said)]) == 2)
    clerk.stop()
    clerk.join(2)
    assert not clerk.is_alive()


def test_nothing_is_built_while_nothing_changes() -> None:
    said: list[Message] = []
    door = PictureDoor(sample.picture())
    clerk = clerk_of(door, said)
    until(lambda: said)
    time.sleep(1.2)
    assert len(said) == 1
    door.put(sample.picture())
    until(lambda: len(said) == 2)
    clerk.stop()


def test_a_mistake_of_the_programs_own_is_not_swallowed() -> None:
    said: list[Message] = []
    clerk = clerk_of(PictureDoor(sample.picture()), said)
    clerk.ask(lambda door: 1 / 0)  # type: ignore[arg-type, return-value]
    until(lambda: any(isinstance(message, ClerkFell) for message in said))


def test_what_was_asked_before_the_end_is_still_done() -> None:
    door = PictureDoor(sample.picture())
    clerk = Clerk(lambda: door, sample.config(), Then(), lambda: sample.NOW, lambda _: None)
    clerk.write("noted", lambda each: each.add_note("tier:1", "last words"))
    clerk.stop()
    clerk.start()
    clerk.join(3)
    assert door.done == [("note", "tier:1", "last words"), ("look",), ("close",)]


def start(code: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE)


def test_a_collector_that_falls_is_told_of_and_another_is_started(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schedule, "_AFTER_FALL", 0.05)
    said: list[Message] = []
    starts: list[int] = []

    def starting() -> subprocess.Popen[bytes]:
        starts.append(1)
        return start("import sys; sys.exit(3)")

    keeper = Keeper(starting, said.append)
    keeper.start()
    until(lambda: len(starts) >= 3)
    keeper.stop()
    falls = [message for message in said if isinstance(message, CollectorFell)]
    assert "status 3" in falls[0].sentence


def test_the_collector_ends_with_its_pipe() -> None:
    children: list[subprocess.Popen[bytes]] = []

    def starting() -> subprocess.Popen[bytes]:
        children.append(start("import sys; sys.stdin.read()"))
        return children[-1]

    keeper = Keeper(starting, lambda _: None)
    keeper.start()
    until(lambda: children)
    keeper.stop()
    assert children[0].wait(3) == 0
    keeper.join(3)
    assert not keeper.is_alive()


def test_a_collector_that_is_just_being_started_when_its_board_is_closed_ends_too() -> None:
    def starting() -> subprocess.Popen[bytes]:
        keeper.stop()
        return start("import sys; sys.stdin.read()")

    keeper = Keeper(starting, lambda _: None)
    keeper.start()
    keeper.join(5)
    assert not keeper.is_alive()


def test_a_collector_that_cannot_be_started_is_told_of() -> None:
    said: list[Message] = []

    def starting() -> subprocess.Popen[bytes]:
        raise FileNotFoundError

    keeper = Keeper(starting, said.append)
    keeper.start()
    until(lambda: said)
    keeper.stop()
    assert isinstance(said[0], CollectorFell)


def test_a_trace_goes_to_a_file_only_the_person_can_read(tmp_path: Path) -> None:
    file = tmp_path / "state" / "board.log"
    sentence = write_crash(ValueError("secret\x1b[31m"), file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert "ValueError" in file.read_text()
    assert "secret" not in sentence
    assert str(file) in sentence


def test_a_log_that_cannot_be_written_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert "could not be written" in write_crash(ValueError("x"), tmp_path / "file" / "board.log")


def test_what_is_remembered_is_kept_beside_what_was(tmp_path: Path) -> None:
    file = tmp_path / "new" / "state.toml"
    assert state.read(file) == {}
    assert state.write({"theme": "slate"}, file)
    assert state.write({"instead_of": "night-desk"}, file)
    assert state.read(file) == {"theme": "slate", "instead_of": "night-desk"}
    assert [path.name for path in file.parent.iterdir()] == ["state.toml"]


def test_where_the_disk_is_full_what_was_remembered_stays_and_nothing_else(tmp_path: Path) -> None:
    file = tmp_path / "state.toml"
    assert state.write({"theme": "slate"}, file)
    with largest_file(4):
        assert not state.write({"theme": "forest"}, file)
    assert state.read(file) == {"theme": "slate"}
    assert [path.name for path in tmp_path.iterdir()] == ["state.toml"]


@pytest.mark.parametrize("text", ["theme = ", "\x00", "theme = 3"])
def test_a_broken_memory_is_no_memory(tmp_path: Path, text: str) -> None:
    file = tmp_path / "state.toml"
    file.write_text(text)
    assert state.read(file) == {}


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes anywhere")
def test_a_memory_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert not state.write({"theme": "slate"}, tmp_path / "state.toml")
