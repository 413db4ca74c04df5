"""A program on a pseudo-terminal of its own: what it draws, what it leaves behind."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import sys
import tempfile
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Self

import pyte

SAMPLE = (sys.executable, "-m", "tests.tui.show")
ROOT = Path(__file__).parent.parent.parent
PATIENCE = 60.0
"""Seconds to wait for what surely comes; the machine may be busy."""
_ON_AND_OFF = {
    "alternate screen": (b"\x1b[?1049h", b"\x1b[?1049l"),
    "mouse": (b"\x1b[?1000h", b"\x1b[?1000l"),
    "pixel mouse": (b"\x1b[?1016h", b"\x1b[?1016l"),
    "bracketed paste": (b"\x1b[?2004h", b"\x1b[?2004l"),
    "focus": (b"\x1b[?1004h", b"\x1b[?1004l"),
    "hidden cursor": (b"\x1b[?25l", b"\x1b[?25h"),
    "no wrap": (b"\x1b[?7l", b"\x1b[?7h"),
    "keyboard": (b"\x1b[>25u", b"\x1b[<u"),
}


class _Screen(pyte.Screen):
    """Leaves out the private sequences pyte does not know."""

    def select_graphic_rendition(self, *attributes: int, private: bool = False) -> None:
        if not private:
            super().select_graphic_rendition(*attributes)

    def report_device_status(self, mode: int, **kwargs: bool) -> None:
        return


def _as_a_shell_would(tell: int) -> None:
    """Fork: the one who comes back is a job in front of the terminal, which may be stopped and told to go on.

    The other waits for it and ends as it does. Without it nobody could tell a program to go on: none is stopped then.
    """
    job = os.fork()
    if job == 0:
        os.setpgid(0, 0)
        signal.signal(signal.SIGTTOU, signal.SIG_IGN)
        os.tcsetpgrp(0, os.getpid())
        signal.signal(signal.SIGTTOU, signal.SIG_DFL)
        return
    os.write(tell, str(job).encode())
    os.close(tell)
    code = os.waitstatus_to_exitcode(os.waitpid(job, 0)[1])
    os._exit(code if code >= 0 else 128 - code)


class OnTerminal:
    """Use as a context manager: the program is ended when it closes. `of_a_shell` makes it one that can be stopped."""

    def __init__(
        self,
        command: Sequence[str] = SAMPLE,
        size: tuple[int, int] = (100, 30),
        environ: Mapping[str, str] | None = None,
        *,
        of_a_shell: bool = False,
    ) -> None:
        self.raw = bytearray()
        self._screen = _Screen(*size)
        self._text: str | None = None
        self._stream = pyte.ByteStream(self._screen)
        self._home = tempfile.TemporaryDirectory()
        told, tell = os.pipe()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            if of_a_shell:
                _as_a_shell_would(tell)
            self._become(command, size, {"XDG_STATE_HOME": self._home.name, **(environ or {})})
        os.close(tell)
        self._program = int(os.read(told, 20) or self.pid)
        """Whom signals are for: a job of a shell is not the first on its terminal."""
        os.close(told)
        self.before = termios.tcgetattr(self.fd)[3]
        self.status: int | None = None
        self.resize(*size)

    @staticmethod
    def _become(command: Sequence[str], size: tuple[int, int], environ: Mapping[str, str]) -> None:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        os.chdir(ROOT)
        os.environ.update({"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8", **environ})
        os.execvp(command[0], list(command))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.status is None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self.fd)
        self._home.cleanup()

    def resize(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self._screen.resize(rows, columns)
        self._text = None
        os.kill(self.pid, signal.SIGWINCH)

    def send(self, data: bytes) -> None:
        os.write(self.fd, data)

    def kill(self, number: signal.Signals) -> None:
        os.kill(self._program, number)

    @property
    def screen(self) -> pyte.Screen:
        """The cells as they are now, with their colours."""
        return self._screen

    def text(self) -> str:
        """The lines of the screen as they are now."""
        if self._text is None:
            columns = range(self._screen.columns)
            lines = (self._screen.buffer[row] for row in range(self._screen.lines))
            self._text = "\n".join("".join(line[column].data for column in columns) for line in lines)
        return self._text

    def read(self, seconds: float) -> bytes:
        """Everything that comes within this time."""
        return self._pump(lambda: False, seconds)

    def until(self, *texts: str, seconds: float = PATIENCE) -> None:
        """Wait until all texts are on the screen. Raises: AssertionError where one does not come."""
        self._pump(lambda: all(text in self.text() for text in texts), seconds)
        missing = [text for text in texts if text not in self.text()]
        assert not missing, f"no {missing} on\n{self.text()}"

    def comes(self, text: str, seconds: float) -> bool:
        """Whether a text is on the screen within this time."""
        self._pump(lambda: text in self.text(), seconds)
        return text in self.text()

    def until_gone(self, text: str, seconds: float = PATIENCE) -> None:
        """Wait until a text is on the screen no more. Raises: AssertionError where it stays."""
        self._pump(lambda: text not in self.text(), seconds)
        assert text not in self.text(), f"still {text!r} on\n{self.text()}"

    def until_other(self, text: str, seconds: float = PATIENCE) -> None:
        """Wait until the whole screen is another than it was. Raises: AssertionError where it stays."""
        self._pump(lambda: self.text() != text, seconds)
        assert self.text() != text, f"nothing has changed on\n{text}"

    def until_as(self, text: str, seconds: float = PATIENCE) -> None:
        """Wait until the whole screen is as it was. Raises: AssertionError where it does not become so."""
        self._pump(lambda: self.text() == text, seconds)
        assert self.text() == text

    def until_sent(self, code: bytes, seconds: float = PATIENCE) -> None:
        """Wait for bytes sent to the terminal. Raises: AssertionError where they do not come."""
        self._pump(lambda: code in self.raw, seconds)
        assert code in self.raw, f"{code!r} was never sent"

    def until_given_back(self, seconds: float = PATIENCE) -> None:
        """Wait until nothing is switched on any more. Raises: AssertionError where something stays."""
        self._pump(lambda: not self.left_on(), seconds)
        assert self.left_on() == []

    def wiped(self) -> None:
        """Forget what is on the screen, as a shell that wrote over it."""
        self._screen.reset()
        self._text = None

    def continued(self, *texts: str) -> None:
        """Let it go on after a stop, until all texts are there. Raises: AssertionError where one does not come.

        It gives the terminal back a moment before it stops: told to go on in between, it would stop all the same. So it
        is told again, with more and more time to draw.
        """
        for seconds in (0.5, 1.0, 4.0, PATIENCE):
            self.kill(signal.SIGCONT)
            self._pump(lambda: all(text in self.text() for text in texts), seconds)
            if all(text in self.text() for text in texts):
                break
        self.until(*texts, seconds=0.0)
        self.quiet()

    def ended(self, seconds: float = PATIENCE) -> int:
        """Wait for its end; the exit code, negative for a signal. Raises: AssertionError where it does not end."""
        self._pump(self._is_over, seconds)
        self._drain()
        assert self.status is not None, f"still running:\n{self.text()}"
        return self.status

    def left_on(self) -> list[str]:
        """The modes that were set and not ended."""
        raw = bytes(self.raw)
        modes = [name for name, (on, off) in _ON_AND_OFF.items() if raw.rfind(on) > raw.rfind(off)]
        return modes + (["raw mode"] if termios.tcgetattr(self.fd)[3] != self.before else [])

    def sent_away(self) -> int:
        """Esc out of whatever is open, and `q`, until it ends; the exit code.

        A busy machine may take Esc and the key behind it for one: hence again. Raises: AssertionError where it stays.
        """
        end = time.monotonic() + PATIENCE
        while not self._is_over():
            assert time.monotonic() < end, f"still running:\n{self.text()}"
            for key in (b"\x1b", b"q"):
                with contextlib.suppress(OSError):
                    self.send(key)
                self._pump(self._is_over, 0.4)
        return self.ended()

    def quiet(self, seconds: float = PATIENCE) -> None:
        """Wait until it has sent nothing for a while. Raises: AssertionError where it goes on and on."""
        end = time.monotonic() + seconds
        while self.read(0.4):
            assert time.monotonic() < end, "it never comes to rest"

    def _is_over(self) -> bool:
        if self.status is None:
            done, code = os.waitpid(self.pid, os.WNOHANG)
            if done:
                self.status = os.waitstatus_to_exitcode(code)
        return self.status is not None

    def _pump(self, enough: Callable[[], bool], seconds: float) -> bytes:
        start = len(self.raw)
        end = time.monotonic() + seconds
        while not enough() and (left := end - time.monotonic()) > 0:
            if select.select([self.fd], [], [], min(left, 0.05))[0]:
                self._take()
        return bytes(self.raw[start:])

    def _drain(self) -> None:
        """All that was sent before the end, however long the reading of it takes."""
        while select.select([self.fd], [], [], 0.1)[0] and self._take():
            pass

    def _take(self) -> bool:
        """Read once; False where nobody is left to send anything."""
        try:
            data = os.read(self.fd, 65536)
        except OSError:
            return False
        self.raw += data
        self._stream.feed(data)
        self._text = None
        return bool(data)
