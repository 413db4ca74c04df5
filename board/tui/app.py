"""From a terminal to the face and back again."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from subprocess import Popen

from board import paths
from board.exits import Exit
from board.spec import Config
from board.tui import state
from board.tui.door import Then
from board.tui.face import BoardApp
from board.tui.gate import shut_gate
from board.tui.picture import Picture
from board.tui.stored import StoreDoor
from board.tui.tab import Opening
from board.tui.tabs import now_utc
from board.tui.terminal import Guard, alphabet, prepare, refusal, streams
from board.tui.themes import read_themes

_FAREWELL = 2.0
"""Seconds the clerk is given to write what it was asked to before."""


def opening(
    config: Config, store_path: Path, start_collector: Callable[[], Popen[bytes]], *, first: bool = True
) -> Opening:
    """The board over the store at `store_path`; the first one that is opened may say a word of it on the terminal."""
    return Opening(
        config=config,
        open_door=lambda: StoreDoor.open(store_path, config, now_utc, _tell if first else _in_silence),
        start_collector=start_collector,
        watched=(),
    )


def run(
    boards: Sequence[Opening],
    *,
    at: str | None = None,
    theme: str | None = None,
    offline: bool = False,
    front: int = 0,
    again: Callable[[], Sequence[Opening]] | None = None,
) -> int:
    """Show the boards over their stores, `front` first; returns the exit code. `again` gives all there are by now.

    Raises: StoreError where the store of that one cannot be opened, BoardError where `at` is no time.
    """
    moment = _moment(at, boards[front].config) if at else None

    def by_now() -> Sequence[Opening]:
        return _as_asked(again(), by_now, offline=offline) if again else ()

    return face(_as_asked(boards, by_now, offline=offline), at=moment, theme=theme, offline=offline, front=front)


def _as_asked(
    boards: Sequence[Opening], by_now: Callable[[], Sequence[Opening]], *, offline: bool
) -> Sequence[Opening]:
    """The boards with how to find those that are named later, and without collectors where nothing is to be fetched."""
    found = [replace(each, boards=by_now) for each in boards]
    return [replace(each, start_collector=None) for each in found] if offline else found


def _tell(sentence: str) -> None:
    """On the terminal before the first frame: the store is brought forward then, or was already."""
    print(f"board: {sentence}", file=sys.stderr, flush=True)  # noqa: T201 - said to a person, while there is no face yet


def _in_silence(_: str) -> None:
    """The face has the terminal by now."""


def _moment(text: str, config: Config) -> datetime:
    from board.text.moments import moment

    return moment(text, now=now_utc(), zone=config.board.time_zone)


def face(
    boards: Sequence[Opening],
    *,
    at: datetime | None = None,
    theme: str | None = None,
    offline: bool = False,
    front: int = 0,
    now: Callable[[], datetime] = now_utc,
) -> int:
    """Show the boards until they are left; returns the exit code. The first frame has the data in it.

    Raises: StoreError where the store of the one in front cannot be read at all.
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
    folders = paths.theme_folders(boards[0].config.file)
    colourless = "NO_COLOR" in os.environ
    app = BoardApp(
        _read_first(boards, front, folders, at, now),
        read_themes(folders),
        theme="no-colour" if colourless else theme or _remembered_theme(boards[0].config),
        plain_colours=colourless,
        guard=guard,
        offline=offline,
        welcome="welcomed" not in state.read(),
        front=front,
        now=now,
    )
    app.run()
    for tab in app.tabs:
        tab.clerk.join(_FAREWELL)
    guard.disarm()
    return _said(app)


def _read_first(
    boards: Sequence[Opening], front: int, folders: Sequence[Path], at: datetime | None, now: Callable[[], datetime]
) -> list[Opening]:
    """The one in front with its picture; the first one watches the themes too, which are those of all."""
    opened = [replace(boards[0], watched=folders), *boards[1:]]
    opened[front] = replace(opened[front], picture=_first_picture(opened[front], at, now))
    return opened


def _remembered_theme(config: Config) -> str | None:
    """The theme a person chose with the key, as long as board.toml names the one it was chosen instead of."""
    remembered = state.read()
    return remembered.get("theme") if remembered.get("instead_of") == config.board.theme else None


def _first_picture(board: Opening, at: datetime | None, now: Callable[[], datetime]) -> Picture:
    door = board.open_door()
    try:
        return door.picture(board.config, Then(at), now())
    finally:
        door.close()


def _said(app: BoardApp) -> int:
    """One line where it crashed; the exit code either way."""
    if app.crash is not None:
        print(f"board: {app.crash}", file=sys.stderr)  # noqa: T201 - said to a person, on the way out
        return 1
    return app.return_code or 0
