"""The collector as a child process of the face: started, watched by whoever starts it, ended by closing its pipe."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from board import paths
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
