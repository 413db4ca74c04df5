"""From a terminal to the face and back again."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from subprocess import Popen

from board import paths
from board.exits import Exit
from board.spec import Config
from board.tui import state
from board.tui.door import Door, Then
from board.tui.face import BoardApp, now_utc
from board.tui.gate import shut_gate
from board.tui.picture import Picture
from board.tui.stored import StoreDoor
from board.tui.terminal import Guard, alphabet, prepare, refusal, streams
from board.tui.themes import read_themes

_FAREWELL = 2.0
"""Seconds the clerk is given to write what it was asked to before."""


def run(
    config: Config,
    store_path: Path,
    *,
    at: str | None = None,
    theme: str | None = None,
    offline: bool = False,
    start_collector: Callable[[], Popen[bytes]] | None = None,
) -> int:
    """Show the board over the store at `store_path`; returns the exit code.

    Raises: StoreError where the store cannot be opened, BoardError where `at` is no time.
    """
    moment = _moment(at, config) if at else None
    return face(
        config,
        lambda: StoreDoor.open(store_path, config, now_utc, _tell),
        at=moment,
        theme=theme,
        start_collector=None if offline else start_collector,
        offline=offline,
    )


def _tell(sentence: str) -> None:
    """On the terminal before the first frame: the store is brought forward then, or was already."""
    print(f"board: {sentence}", file=sys.stderr, flush=True)  # noqa: T201 - said to a person, while there is no face yet


def _moment(text: str, config: Config) -> datetime:
    from board.text.moments import moment

    return moment(text, now=now_utc(), zone=config.board.time_zone)


def face(
    config: Config,
    open_door: Callable[[], Door],
    *,
    at: datetime | None = None,
    theme: str | None = None,
    start_collector: Callable[[], Popen[bytes]] | None = None,
    offline: bool = False,
    now: Callable[[], datetime] = now_utc,
) -> int:
    """Show the board until it is left; returns the exit code. The first frame has the data in it.

    Raises: StoreError where the store cannot be read at all.
    """
    stdin, stderr = streams()
    if why := refusal(stdin, stderr, os.environ):
        print(f"board: {why}", file=sys.stderr)  # noqa: T201 - said to a person, on the way out
        return Exit.USAGE
    assert stderr is not None
    signs = alphabet(stderr, os.environ)
    prepare(stderr, os.environ)
    shut_gate(signs)
    guard = Guard(stderr.fileno())
    guard.arm()
    folders = paths.theme_folders(config.file)
    colourless = "NO_COLOR" in os.environ
    first = _first_picture(config, open_door, at, now)
    app = BoardApp(
        config,
        first,
        open_door,
        read_themes(folders),
        theme="no-colour" if colourless else theme or _remembered_theme(config),
        plain_colours=colourless,
        guard=guard,
        start_collector=None if first.readonly else start_collector,
        theme_folders=folders,
        offline=offline,
        welcome="welcomed" not in state.read(),
        now=now,
    )
    app.run()
    app.clerk.join(_FAREWELL)
    guard.disarm()
    return _said(app)


def _remembered_theme(config: Config) -> str | None:
    """The theme a person chose with the key, as long as board.toml names the one it was chosen instead of."""
    remembered = state.read()
    return remembered.get("theme") if remembered.get("instead_of") == config.board.theme else None


def _first_picture(
    config: Config, open_door: Callable[[], Door], at: datetime | None, now: Callable[[], datetime]
) -> Picture:
    door = open_door()
    try:
        return door.picture(config, Then(at), now())
    finally:
        door.close()


def _said(app: BoardApp) -> int:
    """One line where it crashed; the exit code either way."""
    if app.crash is not None:
        print(f"board: {app.crash}", file=sys.stderr)  # noqa: T201 - said to a person, on the way out
        return 1
    return app.return_code or 0
