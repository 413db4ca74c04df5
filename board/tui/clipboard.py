"""The clipboard of this machine, for terminals that do not pass on what they are given for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence

_PATIENCE = 3.0
"""Seconds a program is given to take the text; most stay behind in the background by themselves."""
_OF_WAYLAND = (("wl-copy",),)
_OF_X = (("xclip", "-selection", "clipboard"), ("xsel", "--clipboard", "--input"))


def command_for(environ: Mapping[str, str] = os.environ) -> Sequence[str] | None:
    """The command that takes text for the clipboard; `None` where there is no display, or no such program."""
    if sys.platform == "darwin":
        return ("pbcopy",)
    ways = (*(_OF_WAYLAND if environ.get("WAYLAND_DISPLAY") else ()), *(_OF_X if environ.get("DISPLAY") else ()))
    there = ((shutil.which(program, path=environ.get("PATH")), more) for program, *more in ways)
    return next(((found, *more) for found, more in there if found), None)


def keep(text: str, environ: Mapping[str, str] = os.environ) -> threading.Thread | None:
    """Put it there beside the work in hand; the thread that does so, `None` where it cannot be done."""
    command = command_for(environ)
    if command is None:
        return None
    thread = threading.Thread(target=_give, args=(command, text, environ), name="board-clipboard", daemon=True)
    thread.start()
    return thread


def _give(command: Sequence[str], text: str, environ: Mapping[str, str]) -> None:
    """A program that fails or hangs costs nothing: the terminal was given the text as well."""
    try:
        subprocess.run(
            command,
            input=text.encode("utf-8", "replace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=dict(environ),
            timeout=_PATIENCE,
            start_new_session=True,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return
