"""A terminal's screen as SVG."""

from __future__ import annotations

from collections import Counter
from html import escape
from itertools import groupby

import pyte

_CELL, _LINE, _SIZE = 8.4, 17.0, 14
_FOREGROUND, _BACKGROUND = "d4d4d4", "0c0c0c"
_FONTS = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace"
_NAMED = {
    "black": "000000", "red": "cd3131", "green": "0dbc79", "brown": "e5e510", "blue": "2472c8", "magenta": "bc3fbc",
    "cyan": "11a8cd", "white": "e5e5e5", "brightblack": "666666", "brightred": "f14c4c", "brightgreen": "23d18b",
    "brightbrown": "f5f543", "brightblue": "3b8eea", "brightmagenta": "d670d6", "brightcyan": "29b8db",
    "brightwhite": "ffffff",
}  # fmt: skip
"""The sixteen colours of a terminal."""


def drawn(screen: pyte.Screen) -> str:
    """The screen as SVG: a rectangle for each run of background, a text for each run of one look."""
    width, height = screen.columns * _CELL, screen.lines * _LINE
    ground = _ground(screen)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" '
        f'font-family="{_FONTS}" font-size="{_SIZE}">',
        f'<rect width="100%" height="100%" rx="6" fill="#{ground}"/>',
    ]
    for row in range(screen.lines):
        parts.extend(_row(screen, row, ground))
    return "\n".join([*parts, "</svg>", ""])


def _ground(screen: pyte.Screen) -> str:
    """What most cells stand on: drawn once under all of them, it shows no seams between the lines."""
    cells = (screen.buffer[row][column] for row in range(screen.lines) for column in range(screen.columns))
    return Counter(_colours(cell)[1] for cell in cells).most_common(1)[0][0]


def _row(screen: pyte.Screen, row: int, ground: str) -> list[str]:
    cells = [(column, screen.buffer[row][column]) for column in range(screen.columns)]
    parts: list[str] = []
    for look, run in groupby(cells, key=lambda cell: (*_colours(cell[1]), cell[1].bold, cell[1].underscore)):
        column, *_ = (placed := list(run))[0]
        text = "".join(cell.data for _, cell in placed)
        parts += _run(row, column, len(placed), text, look, ground)
    return parts


def _run(row: int, column: int, length: int, text: str, look: tuple[str, str, bool, bool], ground: str) -> list[str]:
    """What it stands on where that is not the ground, and the text where there is any."""
    foreground, background, bold, underscore = look
    place = f'x="{column * _CELL:.1f}"'
    parts = []
    if background != ground:
        size = f'width="{length * _CELL + 0.3:.1f}" height="{_LINE + 0.3:.1f}"'
        parts.append(f'<rect {place} y="{row * _LINE:.1f}" {size} fill="#{background}"/>')
    if text.strip():
        weight = ' font-weight="bold"' if bold else ""
        under = ' text-decoration="underline"' if underscore else ""
        fitted = f'xml:space="preserve" textLength="{length * _CELL:.1f}" lengthAdjust="spacingAndGlyphs"'
        looks = f'y="{(row + 0.76) * _LINE:.1f}" fill="#{foreground}"{weight}{under}'
        parts.append(f"<text {place} {looks} {fitted}>{escape(text)}</text>")
    return parts


def _colours(cell: pyte.screens.Char) -> tuple[str, str]:
    """Foreground and background as hex digits."""
    foreground = _FOREGROUND if cell.fg == "default" else _NAMED.get(cell.fg, cell.fg)
    background = _BACKGROUND if cell.bg == "default" else _NAMED.get(cell.bg, cell.bg)
    return (background, foreground) if cell.reverse else (foreground, background)
