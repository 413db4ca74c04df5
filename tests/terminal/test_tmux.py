"""The face inside tmux: left and taken up again, with a pointer far to the right, stopped and continued."""

from __future__ import annotations

import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal.pty_run import ROOT, SAMPLE, OnTerminal

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="tmux is not installed")
READY = "Italy"
FAR_RIGHT = b"\x1b[M" + bytes((32 + 35, 32 + 100, 32 + 5))
"""A pointer at column 100 as a terminal without UTF-8 mouse codes tells it: no text, and beyond ASCII."""


class Tmux:
    """A server of its own, so that nobody's sessions are touched."""

    def __init__(self, socket: Path) -> None:
        self._command = ("tmux", "-S", str(socket), "-f", "/dev/null")

    def run(self, *arguments: str) -> str:
        done = subprocess.run([*self._command, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
        return done.stdout

    def attach(self) -> OnTerminal:
        return OnTerminal((*self._command, "attach"), size=(120, 40))

    def shown(self) -> str:
        return self.run("capture-pane", "-p", "-t", "board")

    def until(self, text: str, seconds: float = 20.0) -> None:
        """Raises: AssertionError where it does not come."""
        end = time.monotonic() + seconds
        while text not in self.shown() and time.monotonic() < end:
            time.sleep(0.1)
        assert text in self.shown(), self.shown()


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[Tmux]:
    server = Tmux(tmp_path / "socket")
    home = f"XDG_STATE_HOME={tmp_path}"
    shell = ("env", "LANG=C.UTF-8", home, "sh")
    server.run("new-session", "-d", "-s", "board", "-x", "120", "-y", "40", *shell)
    server.run("send-keys", "-t", "board", " ".join(SAMPLE), "Enter")
    server.until(READY)
    yield server
    server.run("kill-server")


def test_it_outlives_its_terminal_and_a_pointer_beyond_column_95(tmux: Tmux) -> None:
    with tmux.attach() as terminal:
        terminal.until(READY)
    with tmux.attach() as terminal:
        terminal.until(READY)
        terminal.send(FAR_RIGHT * 3)
        terminal.quiet()
        terminal.send(b"\t")
        terminal.quiet()
    assert READY in tmux.shown()
    raw = [f"{byte:x}" for byte in FAR_RIGHT]
    tmux.run("send-keys", "-t", "board", "-H", *raw)
    tmux.run("send-keys", "-t", "board", "?")
    tmux.until("every key")


def test_stopped_and_continued_it_is_drawn_again(tmux: Tmux) -> None:
    pid = tmux.run("list-panes", "-t", "board", "-F", "#{pane_pid}").strip()
    face = subprocess.run(["pgrep", "-P", pid], capture_output=True, text=True, check=True).stdout.split()[0]
    subprocess.run(["kill", "-TSTP", face], check=True)
    end = time.monotonic() + 10
    while READY in tmux.shown() and time.monotonic() < end:
        time.sleep(0.1)
    assert READY not in tmux.shown()
    tmux.run("send-keys", "-t", "board", "fg", "Enter")
    tmux.until(READY)
