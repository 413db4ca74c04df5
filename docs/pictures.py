"""Pictures of the board for the README: the real program on a real pseudo-terminal, its screen written as SVG.

python docs/pictures.py            makes every picture of PICTURES anew, from the baseline alone, in an empty home
"""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import sys
import tempfile
import termios
import time
from dataclasses import dataclass
from html import escape
from itertools import groupby
from pathlib import Path

import pyte

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "pictures"
OPEN = "╭─ 1 "
"""The first panel's corner: it is there once the board is open."""
CELL, LINE, SIZE = 8.4, 17.0, 14
FOREGROUND, BACKGROUND = "d4d4d4", "0c0c0c"
NAMED = {
    "black": "000000", "red": "cd3131", "green": "0dbc79", "brown": "e5e510", "blue": "2472c8", "magenta": "bc3fbc",
    "cyan": "11a8cd", "white": "e5e5e5", "brightblack": "666666", "brightred": "f14c4c", "brightgreen": "23d18b",
    "brightbrown": "f5f543", "brightblue": "3b8eea", "brightmagenta": "d670d6", "brightcyan": "29b8db",
    "brightwhite": "ffffff",
}  # fmt: skip
KEYS = {"Enter": "\r", "Esc": "\x1b", "Tab": "\t"}


@dataclass(frozen=True)
class Picture:
    """One file: how large the terminal is, and which keys are typed before it is taken."""

    name: str
    columns: int
    rows: int
    keys: tuple[str, ...] = ()
    theme: str = "night-desk"


PICTURES = (
    Picture("board", 120, 40),
    Picture("board-wide", 200, 60),
    Picture("board-small", 80, 24),
    Picture("board-light", 120, 40, theme="day-desk"),
    Picture("detail", 120, 40, ("Enter",)),
    Picture("help", 120, 40, ("?",)),
    Picture("time-travel", 120, 40, ("t", *"2025-02-25", "Enter")),
    Picture("search", 120, 40, ("\x06", *"withdraw*", "Enter")),
)


def main() -> int:
    """Take every picture; exit 1 where the program did not show a board."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        for picture in PICTURES:
            made = take(picture, Path(home))
            if made is None:
                print(f"{picture.name}: the board did not open", file=sys.stderr)
                return 1
            (FOLDER / f"{picture.name}.svg").write_text(made)
            print(f"{picture.name}.svg  {picture.columns}x{picture.rows}")
    return 0


def take(picture: Picture, home: Path) -> str | None:
    """Run the board, type the keys, and draw what the terminal then shows; `None` where it shows nothing."""
    screen = pyte.Screen(picture.columns, picture.rows)
    stream = pyte.ByteStream(screen)
    child, terminal = pty.fork()
    if child == 0:
        folders = {f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in ("CONFIG", "DATA", "STATE")}
        os.environ.update(folders, PYTHONPATH=str(ROOT), TERM="xterm-256color", COLORTERM="truecolor")
        os.chdir(home)
        os.execv(sys.executable, [sys.executable, "-m", "board", "--offline", "--theme", picture.theme])
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", picture.rows, picture.columns, 0, 0))
    read(terminal, stream, 30.0)
    for key in ("Esc", *picture.keys):  # Esc puts away the line that explains the board at its first start
        os.write(terminal, KEYS.get(key, key).encode())
        read(terminal, stream, 0.3 if len(key) == 1 else 1.5)
    read(terminal, stream, 2.0)
    made = drawn(screen) if any(OPEN in row for row in screen.display) or picture.keys else None
    os.write(terminal, b"\x1b\x1bq")
    read(terminal, stream, 3.0)
    os.close(terminal)
    os.waitpid(child, 0)
    return made


def read(terminal: int, stream: pyte.ByteStream, seconds: float) -> None:
    """Feed what the program writes to the screen until it has been silent for a while, or the time is up."""
    end = time.monotonic() + seconds
    quiet = 1.2
    written = False
    while (left := end - time.monotonic()) > 0:
        if not select.select([terminal], [], [], min(left, quiet if written else left))[0]:
            return
        try:
            data = os.read(terminal, 65536)
        except OSError:
            return
        written = written or len(data) > 2000
        stream.feed(data)


def drawn(screen: pyte.Screen) -> str:
    """The screen as SVG: a rectangle for each run of background, a text for each run of one look."""
    width, height = screen.columns * CELL, screen.lines * LINE
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" '
        f"font-family=\"ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace\" "
        f'font-size="{SIZE}">',
        f'<rect width="100%" height="100%" rx="6" fill="#{BACKGROUND}"/>',
    ]
    for row in range(screen.lines):
        parts.extend(line(screen, row))
    return "\n".join([*parts, "</svg>", ""])


def line(screen: pyte.Screen, row: int) -> list[str]:
    """One row of cells."""
    cells = [(column, screen.buffer[row][column]) for column in range(screen.columns)]
    parts = []
    for look, run in groupby(cells, key=lambda cell: (*colours(cell[1]), cell[1].bold, cell[1].underscore)):
        foreground, background, bold, underscore = look
        run_cells = list(run)
        column, length = run_cells[0][0], len(run_cells)
        text = "".join(cell.data for _, cell in run_cells)
        place = f'x="{column * CELL:.1f}"'
        if background != BACKGROUND:
            parts.append(
                f'<rect {place} y="{row * LINE:.1f}" width="{length * CELL + 0.3:.1f}" height="{LINE + 0.3:.1f}" '
                f'fill="#{background}"/>'
            )
        if text.strip():
            weight = ' font-weight="bold"' if bold else ""
            under = ' text-decoration="underline"' if underscore else ""
            parts.append(
                f'<text {place} y="{(row + 0.76) * LINE:.1f}" fill="#{foreground}"{weight}{under} xml:space="preserve" '
                f'textLength="{length * CELL:.1f}" lengthAdjust="spacingAndGlyphs">{escape(text)}</text>'
            )
    return parts


def colours(cell: pyte.screens.Char) -> tuple[str, str]:
    """Foreground and background as hex digits."""
    foreground = FOREGROUND if cell.fg == "default" else NAMED.get(cell.fg, cell.fg)
    background = BACKGROUND if cell.bg == "default" else NAMED.get(cell.bg, cell.bg)
    return (background, foreground) if cell.reverse else (foreground, background)


if __name__ == "__main__":
    sys.exit(main())
