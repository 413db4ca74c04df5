"""Notices delivered: to the desktop, as a bell, as the body of a webhook. Sending that body is the collector's."""

from __future__ import annotations

import html
import json
import shutil
import subprocess

from board.alerts.rules import Notice
from board.text.iso import iso

BELL = "\a"
"""What the terminal is sent for `bell`; the only control character of all notices."""
_PATIENCE = 5
"""Seconds a desktop may take."""


def desktop_argv(notice: Notice, program: str = "notify-send") -> tuple[str, ...]:
    """The command that shows a notice. The service reads marks in the body, so the text is escaped."""
    body = "\n".join(html.escape(line, quote=False) for line in notice.lines)
    return (program, "--app-name=board", "--", notice.title, body)


def show_on_desktop(notice: Notice, program: str = "notify-send") -> bool:
    """Whether the desktop took it. False where there is no such service or it does not answer."""
    found = shutil.which(program)
    if found is None:
        return False
    try:
        done = subprocess.run(
            desktop_argv(notice, found), capture_output=True, timeout=_PATIENCE, check=False, stdin=subprocess.DEVNULL
        )
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def webhook_payload(notice: Notice) -> bytes:
    """The JSON that is posted: `alert`, `title`, `lines`, `refs`, `at`; and `text`, which chat services show."""
    said = {
        "alert": notice.alert,
        "title": notice.title,
        "text": "\n".join((notice.title, *notice.lines)),
        "lines": notice.lines,
        "refs": notice.refs,
        "at": iso(notice.at),
    }
    return json.dumps(said, allow_nan=False).encode("ascii")
