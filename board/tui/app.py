"""From a terminal to the face and back again."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import datetime

from board import paths
from board.spec import Config
from board.tui.face import BoardApp, now_utc
from board.tui.door import Door
from board.tui.gate import shut_gate
from board.tui.terminal import Guard, prepare, refusal, streams, wants_ascii
from board.tui.themes import read_themes

USAGE = 2


def face(
    config: Config,
    open_door: Callable[[], Door],
    *,
    at: datetime | None = None,
    theme: str | None = None,
    now: Callable[[], datetime] = now_utc,
) -> int:
    """Show the board until it is left; returns the exit code. The first frame has the data in it.

    Raises: StoreError where the store cannot be read at all.
    """
    stdin, stderr = streams()
    if why := refusal(stdin, stderr, os.environ):
        print(f"board: {why}", file=sys.stderr)  # noqa: T201 - said to a person, on the way out
        return USAGE
    assert stderr is not None
    ascii_only = wants_ascii(stderr, os.environ)
    prepare(stderr, os.environ)
    shut_gate(ascii_only=ascii_only)
    guard = Guard(stderr.fileno())
    guard.arm()
    app = _app(config, open_door, at, theme, now, guard)
    app.run()
    guard.disarm()
    return _said(app)


def _app(
    config: Config, open_door: Callable[[], Door], at: datetime | None, theme: str | None, now: Callable[[], datetime], guard: Guard
) -> BoardApp:
    door = open_door()
    picture = door.picture(config, at, now())
    door.close()
    colourless = "NO_COLOR" in os.environ
    themes = read_themes([paths.shipped("themes"), paths.config_folder() / "themes"])
    return BoardApp(
        config,
        picture,
        open_door,
        themes,
        theme="no-colour" if colourless else theme,
        plain_colours=colourless,
        guard=guard,
        now=now,
    )


def _said(app: BoardApp) -> int:
    """One line where it crashed; the exit code either way."""
    if app.crash is not None:
        print(f"board: {app.crash}", file=sys.stderr)  # noqa: T201 - said to a person, on the way out
        return 1
    return app.return_code or 0
