"""The terminal: whether the face can run on it, and how it is given back however the program ends."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import termios
import threading
from collections.abc import Callable, Mapping, MutableMapping
from types import FrameType
from typing import Any, TextIO

from board.tui.gate import Alphabet

RESTORE = (
    b"\x1b[?2026l\x1b[?2048l\x1b[<u\x1b[?1016l\x1b[?1000l\x1b[?1003l\x1b[?1006l\x1b[?1015l\x1b[?1004l\x1b[?2004l"
    b"\x1b[?7h\x1b[?1049l\x1b[?25h\x1b[0m"
)
"""Ends every mode the face may have set."""
SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT)
WEB_DRIVER = "textual.drivers.web_driver:WebDriver"
"""What textual-serve names in `TEXTUAL_DRIVER`."""
GRACE_SECONDS = 2.0


def refusal(stdin: TextIO | None, stderr: TextIO | None, environ: MutableMapping[str, str]) -> str | None:
    """Why the face cannot run here, as one line; `None` where it can."""
    if in_browser(environ):
        return None
    if stdin is None or stderr is None or not stdin.isatty() or not stderr.isatty():
        return "the board needs a terminal on standard input and standard error"
    if environ.get("TERM", "") in ("", "dumb"):
        return "this terminal cannot be drawn on (TERM is unset or dumb)"
    return None


def in_browser(environ: Mapping[str, str]) -> bool:
    """Whether `board serve` runs the face: a browser draws it, and standard input and output are its pipes."""
    return environ.get("TEXTUAL_DRIVER") == WEB_DRIVER


def unfit() -> str | None:
    """Why the face cannot run on the terminal of this process; `None` where it can."""
    return refusal(*streams(), os.environ)


def alphabet(stderr: TextIO, environ: MutableMapping[str, str]) -> Alphabet:
    """The signs this terminal has."""
    if wants_ascii(stderr, environ):
        return Alphabet.ASCII
    return Alphabet.CONSOLE if environ.get("TERM") == "linux" else Alphabet.FULL


def wants_ascii(stderr: TextIO, environ: MutableMapping[str, str]) -> bool:
    """True where only ASCII can be shown: the stream or the locale says so, or `BOARD_ASCII` is set."""
    if environ.get("BOARD_ASCII"):
        return True
    named = environ.get("LC_ALL") or environ.get("LC_CTYPE") or environ.get("LANG") or ""
    charset = named.partition(".")[2].partition("@")[0].replace("-", "").lower()
    spoken = (stderr.encoding or "").replace("-", "").lower()
    return spoken != "utf8" or charset not in ("", "utf8")


def prepare(stderr: TextIO, environ: MutableMapping[str, str]) -> None:
    """The real size counts, not what the environment says; what cannot be encoded is replaced, never raised."""
    for name in () if in_browser(environ) else ("COLUMNS", "LINES"):
        environ.pop(name, None)
    reconfigure = getattr(stderr, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", errors="replace")


class Guard:
    """Gives the terminal back, whatever ends the program.

    Before the loop runs, plain handlers do so at once; while it runs, the app is asked to end, and is not waited for
    longer than `GRACE_SECONDS`.
    """

    def __init__(self, fileno: int) -> None:
        self._fileno = fileno
        self._modes = _modes(fileno)
        self._timer: threading.Timer | None = None

    def arm(self) -> None:
        """Handlers for the time before the loop."""
        for number in SIGNALS:
            signal.signal(number, self._end_now)

    def hand_over(self, loop: asyncio.AbstractEventLoop, leave: Callable[[int], object]) -> None:
        """From now on a signal calls `leave(128 + its number)` in the loop."""
        for number in SIGNALS:
            loop.add_signal_handler(number, self._end_soon, number, leave)

    def restore(self) -> None:
        """End all modes; safe to call more than once, and never waits for a terminal that does not read."""
        try:
            blocking = os.get_blocking(self._fileno)
            os.set_blocking(self._fileno, False)
            os.write(self._fileno, RESTORE)
            os.set_blocking(self._fileno, blocking)
            if self._modes is not None:
                termios.tcsetattr(self._fileno, termios.TCSANOW, self._modes)
        except (OSError, termios.error):
            return  # the terminal is gone: there is nobody to give it back to

    def disarm(self) -> None:
        """The app came to its own end in time."""
        if self._timer is not None:
            self._timer.cancel()

    def _end_soon(self, number: int, leave: Callable[[int], object]) -> None:
        if self._timer is None:
            self._timer = threading.Timer(GRACE_SECONDS, self._end_now, (number, None))
            self._timer.daemon = True
            self._timer.start()
        leave(128 + number)

    def _end_now(self, number: int, _frame: FrameType | None) -> None:
        self.restore()
        os._exit(128 + number)


def _modes(fileno: int) -> list[Any] | None:
    try:
        return termios.tcgetattr(fileno)
    except (termios.error, OSError):
        return None


def streams() -> tuple[TextIO | None, TextIO | None]:
    """The real standard input and error."""
    return sys.__stdin__, sys.__stderr__
