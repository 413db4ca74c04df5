"""The last gate before the terminal: no control code and no odd link leaves by a line of the screen."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from enum import Enum

from rich.console import Console
from rich.segment import Segment
from textual.strip import Strip

from board.text.ascii import SIGNS
from board.text.fold import fold
from board.text.gate import gated
from board.tui.draw.canvas import BLANK

_CONSOLE = str.maketrans(
    "▏▎▍▌▋▊▉▁▂▃▄▅▆▇●○◆◇≈≠≤≥−→←↑↓▸▾▴…“”„’‘–—┃╭╮╰╯•", '▌▌▌▌▌██▄▄▄▄███o.++~#{}-><^v>v^."""\'\'--│┌┐└┘*'
)
"""What stands for a sign in the font of the Linux console, which has lines and half blocks but little else."""
_TYPED = {"≥": ">=", "≤": "<=", "≠": "!=", "→": "->", "←": "<-"}
_ROOMY = re.compile(" ([≥≤≠→←])")
_UPPER, _LOWER = 0x01 | 0x08 | 0x02 | 0x10, 0x04 | 0x20 | 0x40 | 0x80
"""The dots of the two halves of a braille pattern."""

_render = Strip.render


class Alphabet(Enum):
    """The signs a terminal has."""

    FULL = "full"
    CONSOLE = "console"
    """Those of the Linux console: lines and half blocks."""
    ASCII = "ascii"


def shut_gate(alphabet: Alphabet = Alphabet.FULL) -> None:
    """Have every line of the screen pass through; calling it again changes the alphabet."""
    change = {Alphabet.FULL: gated, Alphabet.CONSOLE: _to_console, Alphabet.ASCII: _to_ascii}[alphabet]

    def render(self: Strip, console: Console) -> str:
        return _render(_passed(self, change), console)

    Strip.render = render  # type: ignore[method-assign]


def open_gate() -> None:
    """Take it away again (for tests)."""
    Strip.render = _render  # type: ignore[method-assign]


def _passed(strip: Strip, change: Callable[[str], str]) -> Strip:
    """The strip itself where nothing has to change."""
    segments = list(strip)
    roomy = segments if change is gated else _with_room(segments)
    changed = [_segment(segment, change) for segment in roomy]
    same = all(before is after for before, after in zip(segments, changed, strict=True))
    return strip if same else Strip(changed, strip.cell_length)


def _with_room(segments: list[Segment]) -> list[Segment]:
    """With `≥`, `≤`, `≠` and arrows as they are typed, where a space before them gives the cell that takes."""
    roomy: list[Segment] = []
    for segment in segments:
        text = _ROOMY.sub(lambda found: _TYPED[found[1]], segment.text)
        if text[:1] in _TYPED and text and roomy and roomy[-1].text.endswith(" "):
            typed = _TYPED[text[0]]
            roomy[-1] = Segment(roomy[-1].text[:-1] + typed[0], roomy[-1].style)
            text = typed[1] + text[1:]
        roomy.append(segment if text == segment.text else Segment(text, segment.style))
    return roomy


def _segment(segment: Segment, change: Callable[[str], str]) -> Segment:
    text, style = change(segment.text), segment.style
    if style is not None and style.link and not _may_link(style.link):
        style = style.update_link(None)
    return segment if text is segment.text and style is segment.style else Segment(text, style)


def _may_link(link: str) -> bool:
    return link.startswith(("http://", "https://")) and gated(link) is link


def _to_ascii(text: str) -> str:
    text = gated(text)
    return text if text.isascii() else "".join(map(_ascii, text))


def _to_console(text: str) -> str:
    text = gated(text)
    return text if text.isascii() else "".join(_half(each, "▀▄█") or each.translate(_CONSOLE) for each in text)


def _half(character: str, signs: str) -> str:
    """The sign for a braille pattern with dots above, below or in both halves; nothing for any other character."""
    dots = ord(character) - BLANK
    if not 0 <= dots <= 0xFF:
        return ""
    return " " if not dots else signs[2 if dots & _UPPER and dots & _LOWER else 1 if dots & _LOWER else 0]


def _ascii(character: str) -> str:
    """One ASCII character for one cell, a Latin letter for a Cyrillic one; nothing for what has no width."""
    if character.isascii():
        return character
    if dots := _half(character, "'.:"):
        return dots
    if known := SIGNS.get(character):
        return known
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Mn", "Me"):
        return ""
    plain = unicodedata.normalize("NFKD", character)[0]
    if not plain.isascii() and (letter := fold(character)[:1]).isascii():
        plain = (letter.upper() if character.isupper() else letter) or "?"
    wide = unicodedata.east_asian_width(character) in "WF"
    return (plain if plain.isascii() else "?") + ("?" if wide else "")
