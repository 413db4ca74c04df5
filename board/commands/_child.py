"""The collector as a child process of the face: started, watched by whoever starts it, ended by closing its pipe."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from board import paths
from board.schedule import until_another_collector
from board.spec import Config

FIRST_READING = 20.0
"""Seconds the local files are given on a first start; what is not read by then comes while the board is up."""


def start_collector(config: Config, store: Path) -> subprocess.Popen[bytes]:
    """Start a collector that ends with this process. If another one holds the store, it ends at once by itself."""
    descriptor = _log()
    try:
        return subprocess.Popen(
            _argv(config, store, "--child"),
            stdin=subprocess.PIPE,
            stdout=descriptor,
            stderr=descriptor,
            start_new_session=True,
        )
    finally:
        os.close(descriptor)


class Kept:
    """A collector that is started again when it has ended: because another one held the store, or because it fell."""

    def __init__(
        self, start: Callable[[], subprocess.Popen[bytes]], clock: Callable[[], float] = time.monotonic
    ) -> None:
        """`clock` gives seconds. Raises: OSError where it cannot be started."""
        self._start, self._clock = start, clock
        self._child = start()
        self._falls = 0
        self._again: float | None = None

    def look(self) -> str:
        """Start another where its time has come; a sentence where one fell, once. Raises: OSError."""
        status = self._child.poll()
        if status is None:
            return ""
        if self._again is None:
            return self._ended(status)
        if self._clock() >= self._again:
            self._child, self._again = self._start(), None
        return ""

    def _ended(self, status: int) -> str:
        self._falls = self._falls + 1 if status else 0
        wait = until_another_collector(status, self._falls)
        self._again = self._clock() + wait
        return f"the collector ended (status {status}); another starts in {wait:.0f} s" if status else ""

    def close(self) -> None:
        """Let it end, by closing its pipe."""
        if self._child.stdin is not None:
            self._child.stdin.close()


def _log() -> int:
    """The log, opened to be added to; where it cannot be, what the collector says is lost, and nothing else."""
    log = paths.log_file()
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        return os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    except OSError:
        return os.open(os.devnull, os.O_WRONLY)


def read_local_files(config: Config, store: Path) -> None:
    """Before the very first frame: read the sources that are files, so that the board does not open empty."""
    if store.exists() or not any(source.file for source in config.sources):
        return
    command = _argv(config, store, "--once", "--local")
    try:
        subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=FIRST_READING, check=False)
    except subprocess.TimeoutExpired:
        return


def _argv(config: Config, store: Path, *flags: str) -> Sequence[str]:
    """Of this board alone, whatever tabs its file names."""
    places = ("--config", str(config.file), "--store", str(store))
    return [sys.executable, "-m", "board", "collect", *places, "--alone", *flags]
