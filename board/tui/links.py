"""Opening a link: checked again, by an argument list, and only where there is a display to open it on."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence

from board.text.links import safe_url

_OPENERS = ("xdg-open", "gio", "wslview")


def command_for(link: str, environ: Mapping[str, str] = os.environ) -> Sequence[str] | str:
    """The command that opens it, or a sentence why it is not opened."""
    address = safe_url(link)
    if address is None:
        return "this address may not be opened"
    if sys.platform == "darwin":
        return ("open", address)
    if not environ.get("DISPLAY") and not environ.get("WAYLAND_DISPLAY"):
        return "there is no display to open a browser on; c copies the citation with the address"
    opener = next((path for name in _OPENERS if (path := shutil.which(name))), None)
    if opener is None:
        return "no program to open links with was found (xdg-open)"
    return (opener, "open", address) if opener.endswith("gio") else (opener, address)


def open_link(link: str) -> str:
    """Open it without waiting; says what was done."""
    command = command_for(link)
    if isinstance(command, str):
        return command
    try:
        subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        return f"the browser did not start: {error.strerror}"
    return "opened in the browser"
