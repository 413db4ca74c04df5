"""Notices delivered: to the desktop, as a bell, as the body of a webhook. Sending that body is the collector's."""

from __future__ import annotations

import html
import json
import shutil
import subprocess
from dataclasses import dataclass

from board.alerts.rules import Notice
from board.text.links import safe_url

BELL = "\a"
"""What the terminal is sent for `bell`; the only control character of all notices."""
_PATIENCE = 5
"""Seconds a desktop may take."""


@dataclass(frozen=True, slots=True)
class Desktop:
    """`desktop`: the notification service of the desktop, where there is one."""


@dataclass(frozen=True, slots=True)
class Bell:
    """`bell`: the terminal's."""


@dataclass(frozen=True, slots=True)
class Webhook:
    """`webhook:ADDRESS`: the notice is posted there as JSON."""

    url: str


Channel = Desktop | Bell | Webhook


def channel(word: str) -> Channel | None:
    """The channel that `notify` names; `None` where it is none or its address is not one."""
    kind, _, address = word.partition(":")
    match kind, address:
        case "desktop", "":
            return Desktop()
        case "bell", "":
            return Bell()
        case "webhook", _:
            url = safe_url(address)
            return Webhook(url) if url else None
        case _:
            return None


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
        "at": notice.at.isoformat().replace("+00:00", "Z"),
    }
    return json.dumps(said, allow_nan=False).encode("ascii")
