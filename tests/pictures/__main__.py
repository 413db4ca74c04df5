"""Pictures of the board: the real program on a real pseudo-terminal, its screens written as SVG.

python -m tests.pictures                         those of README, from the baseline alone, into docs/pictures
python -m tests.pictures every FOLDER [WORD]     every screen, or those with the word in their name, in three sizes and
                                                 three looks, with a day's news made up
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import product
from pathlib import Path

from tests.journeys.desk import Desk, Reader
from tests.journeys.server import Site
from tests.pictures import news
from tests.pictures.screens import LOOKS, SCREENS, SIZES, Look, opened
from tests.pictures.svg import drawn

_README = Path(__file__).parents[2] / "docs" / "pictures"
_SHOWN = (
    ("board", "board", (120, 40), "night-desk"),
    ("board-wide", "board", (200, 60), "night-desk"),
    ("board-small", "board", (80, 24), "night-desk"),
    ("board-light", "board", (120, 40), "day-desk"),
    ("detail", "nation", (120, 40), "night-desk"),
    ("help", "help", (120, 40), "night-desk"),
    ("time-travel", "time", (120, 40), "night-desk"),
    ("search", "search", (120, 40), "night-desk"),
)
"""Files of README: which screen, how large, in which theme."""
Keep = Callable[[Reader, str], None]
"""What becomes of a screen that was opened."""


def main(arguments: list[str]) -> int:
    """Make the pictures. Raises: AssertionError where a screen does not open."""
    match arguments:
        case []:
            readme(_README)
        case ["every", folder, *words] if len(words) < 2:
            every(lambda reader, name: _write(Path(folder), name, reader), *words)
        case _:
            print(__doc__, file=sys.stderr)
            return 2
    return 0


def _write(folder: Path, name: str, reader: Reader) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.svg").write_text(drawn(reader.screen))
    print(f"{name}.svg", flush=True)


def every(keep: Keep, only: str = "") -> None:
    """Every screen in every size and look, or those whose name has a word in it."""
    with tempfile.TemporaryDirectory() as folder, Site().running() as site:
        desk = Desk(Path(folder), site)
        desk.write(news.board())
        now = datetime.now(UTC)
        for serve in (news.first, news.then):
            serve(site, now)
            _board(desk, "collect", "--once", "--force")
        for look, size in product(LOOKS, SIZES):
            _screens(desk, look, size, keep, only)


def _board(desk: Desk, *arguments: str) -> None:
    command = (sys.executable, "-m", "board", "--config", str(desk.config), *arguments)
    subprocess.run(command, check=False, capture_output=True, env={**desk.environ(), "PATH": "/usr/bin:/bin"})


def _opened(reader: Reader) -> None:
    reader.sees("? help", "q quit")
    reader.quiet()


def _screens(desk: Desk, look: Look, size: tuple[int, int], keep: Keep, only: str) -> None:
    with desk.open("--theme", look.theme, size=size, environ=dict(look.environ)) as reader:
        _opened(reader)
        for number, screen in enumerate(SCREENS):
            name = f"{number:02}-{screen.name}-{size[0]}x{size[1]}-{look.name}"
            if only in name:
                with opened(reader, desk, screen):
                    keep(reader, name)


def readme(folder: Path) -> None:
    """Those README shows: nothing in them is made up."""
    by_name = {screen.name: screen for screen in SCREENS}
    for name, screen, size, theme in _SHOWN:
        with tempfile.TemporaryDirectory() as home:
            desk = Desk(Path(home), Site())
            with desk.open_shipped("--offline", "--theme", theme, size=size) as reader:
                _opened(reader)
                with opened(reader, desk, by_name[screen]):
                    _write(folder, name, reader)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
