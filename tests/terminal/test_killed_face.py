"""kill -9 of the face while a person types: what it said was noted is kept, the store is whole, the next one starts."""

from __future__ import annotations

import random
import signal
import sys
from pathlib import Path

import pytest

from board.store import Store
from tests.terminal.pty_run import OnTerminal

BOARD = """
[[panel]]
kind = "troops"

[force.KFOR]

[source.table]
kind = "csv"
path = "table.csv"
gives = "troops"
force = "KFOR"
every = "1s"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "board.toml").write_text(BOARD)
    (tmp_path / "table.csv").write_text("nation,troops\nITA,907\n")
    return tmp_path


def on(folder: Path) -> OnTerminal:
    """The face with a collector of its own, as `board` starts it."""
    places = ("--config", str(folder / "board.toml"), "--store", str(folder / "board.sqlite"))
    home = {f"XDG_{name}_HOME": str(folder / name.lower()) for name in ("STATE", "CONFIG", "DATA")}
    return OnTerminal((sys.executable, "-m", "board", *places), environ=home)


def note(terminal: OnTerminal, text: str) -> bool:
    """Write a note on the first line; whether the face said so in time."""
    terminal.send(b"e")
    terminal.until("A note on")
    terminal.send(f"{text}\r".encode())
    try:
        terminal.until("noted", seconds=3.0)
    except AssertionError:
        return False
    return True


def kept(folder: Path) -> list[str]:
    with Store.open(folder / "board.sqlite") as store:
        assert store.database.value("PRAGMA integrity_check") == "ok"
        assert len(store.snapshot().editions("KFOR")) >= 1
        return [note.text for note in store.snapshot().noted(limit=1000)]


@pytest.mark.parametrize("rounds", [3, pytest.param(200, marks=pytest.mark.long)])
def test_a_face_killed_again_and_again_loses_no_note_it_told_of(rounds: int, folder: Path) -> None:
    chance = random.Random(rounds)
    told: list[str] = []
    for number in range(rounds):
        (folder / "table.csv").write_text(f"nation,troops\nITA,{907 + number}\n")
        with on(folder) as terminal:
            if number % 3 == 1:
                terminal.read(chance.random())
            else:
                terminal.until("Italy")
                if note(terminal, f"note {number}"):
                    told.append(f"note {number}")
                terminal.send(b"e")
                terminal.read(0.2)
                terminal.send(f"half {number}\r".encode())
                terminal.read(chance.random() * 0.3)
            terminal.kill(signal.SIGKILL)
            assert terminal.ended() == -signal.SIGKILL
        assert set(told) <= set(kept(folder))
    assert len(told) >= rounds // 2
    with on(folder) as terminal:
        terminal.until("Italy")
        terminal.send(b"q")
        assert terminal.ended() == 0
