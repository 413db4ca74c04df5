"""Pictures of the board: the real program on a real pseudo-terminal, its screens written as SVG.

python -m tests.pictures                         those of README, from the baseline alone, into docs/pictures
python -m tests.pictures every FOLDER [WORD]     every screen, or those with the word in their name, in three sizes and
                                                 three looks, with a day's news made up
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from itertools import product
from pathlib import Path

from tests.journeys.desk import Desk, Reader
from tests.journeys.server import Site
from tests.pictures import news
from tests.pictures.screens import LOOKS, SCREENS, SIZES, Look, opened, ready
from tests.pictures.svg import drawn

_README = Path(__file__).parents[2] / "docs" / "pictures"
_SHOWN = (
    ("board", "board", (120, 40), "night-desk"),
    ("board-wide", "board", (200, 60), "night-desk"),
    ("board-small", "board", (80, 24), "night-desk"),
    ("board-light", "board", (120, 40), "day-desk"),
    ("detail", "nation", (120, 40), "night-desk"),
    ("time-travel", "time", (120, 40), "night-desk"),
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
    with news.told() as desk:
        for look, size in product(LOOKS, SIZES):
            _screens(desk, look, size, keep, only)


def _screens(desk: Desk, look: Look, size: tuple[int, int], keep: Keep, only: str) -> None:
    named = [(f"{number:02}-{each.name}-{size[0]}x{size[1]}-{look.name}", each) for number, each in enumerate(SCREENS)]
    wanted = [(name, screen) for name, screen in named if only in name]
    if not wanted:
        return
    with desk.open("--theme", look.theme, size=size, environ=dict(look.environ)) as reader:
        ready(reader)
        for name, screen in wanted:
            with opened(reader, desk, screen):
                keep(reader, name)


def readme(folder: Path) -> None:
    """Those README shows: nothing in them is made up."""
    by_name = {screen.name: screen for screen in SCREENS}
    for name, screen, size, theme in _SHOWN:
        with tempfile.TemporaryDirectory() as home:
            desk = Desk(Path(home), Site())
            with desk.open_shipped("--offline", "--theme", theme, size=size) as reader:
                ready(reader)
                with opened(reader, desk, by_name[screen]):
                    _write(folder, name, reader)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
