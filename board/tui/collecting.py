"""The collector that runs with the face: started, watched, started again when it falls."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Callable

from board.schedule import until_another_collector
from board.tui.door import FromTab

_FAREWELL = 3.0
_NOT_STARTED = 127


class CollectorFell(FromTab):
    """The collector ended by itself; what is on the board stays, and another is started after a while."""

    def __init__(self, status: int, seconds: float) -> None:
        super().__init__()
        self.sentence = f"the collector ended (status {status}); another starts in {seconds:.0f} s"


class Keeper(threading.Thread):
    """Keeps one collector running until told to stop; it ends with its pipe."""

    def __init__(self, start: Callable[[], subprocess.Popen[bytes]], post: Callable[[FromTab], object]) -> None:
        super().__init__(name="board-keeper", daemon=True)
        self._start = start
        self._post = post
        self._stopping = threading.Event()
        self._child: subprocess.Popen[bytes] | None = None

    def run(self) -> None:
        falls = 0
        while not self._stopping.is_set():
            status = self._one()
            if self._stopping.is_set():
                return
            falls = falls + 1 if status else 0
            wait = until_another_collector(status, falls)
            if status:
                self._post(CollectorFell(status, wait))
            self._stopping.wait(wait)

    def _one(self) -> int:
        """Run one collector to its end; its status, or that of a program that cannot be started."""
        try:
            self._child = self._start()
        except OSError:
            return _NOT_STARTED
        if self._stopping.is_set() and self._child.stdin is not None:
            self._child.stdin.close()  # whoever told it to stop found none yet
        return self._child.wait()

    def stop(self) -> None:
        """Close the pipe, which tells it to end; end it the hard way where it does not."""
        self._stopping.set()
        child = self._child
        if child is None:
            return
        if child.stdin is not None:
            child.stdin.close()
        try:
            child.wait(_FAREWELL)
        except subprocess.TimeoutExpired:
            child.kill()
