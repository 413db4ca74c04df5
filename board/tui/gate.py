"""The last gate before the terminal: no control code and no odd link leaves by a line of the screen."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from rich.console import Console
from rich.segment import Segment
from textual.strip import Strip

from board.text.gate import gated

_ASCII = (
    dict.fromkeys("╭╮╰╯┌┐└┘├┤┬┴┼┏┓┗┛", "+")
    | dict.fromkeys("─━═▔", "-")
    | dict.fromkeys("│┃║┆┇▏▎▍", "|")
    | dict.fromkeys("█▉▊▋▌▙▛▜▟", "#")
    | dict.fromkeys("▘▝▀", "'")
    | dict.fromkeys("▖▗", ".")
    | dict.fromkeys("▞▐", "/")
    | dict(zip("▚▁▂▃▄▅▆▇●○◆▸▾▴→←↑↓…·•−–—“”„’‘≈≥≤Δ×", '\\__.-=+**o#>v^><^v~.*---"""\'\'~><Dx', strict=True))
)
"""What stands for a sign on a terminal that knows ASCII only, cell for cell."""

_render = Strip.render


def shut_gate(*, ascii_only: bool = False) -> None:
    """Have every line of the screen pass through; calling it again changes the alphabet."""
    change = _to_ascii if ascii_only else gated

    def render(self: Strip, console: Console) -> str:
        return _render(_passed(self, change), console)

    Strip.render = render  # type: ignore[method-assign]


def open_gate() -> None:
    """Take it away again (for tests)."""
    Strip.render = _render  # type: ignore[method-assign]


def _passed(strip: Strip, change: Callable[[str], str]) -> Strip:
    """The strip itself where nothing has to change."""
    segments = list(strip)
    changed = [_segment(segment, change) for segment in segments]
    same = all(before is after for before, after in zip(segments, changed, strict=True))
    return strip if same else Strip(changed, strip.cell_length)


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


def _ascii(character: str) -> str:
    """One ASCII character for one cell; nothing for what has no width."""
    if character.isascii():
        return character
    if known := _ASCII.get(character):
        return known
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Mn", "Me"):
        return ""
    plain = unicodedata.normalize("NFKD", character)[0]
    wide = unicodedata.east_asian_width(character) in "WF"
    return (plain if plain.isascii() else "?") + ("?" if wide else "")
