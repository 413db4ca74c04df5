"""What stands for a character where a stream does not know it: letters without marks, signs as they can be typed."""

from __future__ import annotations

import json
import re
import unicodedata

from board.text.fold import fold

SIGNS = (
    dict.fromkeys("╭╮╰╯┌┐└┘├┤┬┴┼┏┓┗┛", "+")
    | dict.fromkeys("─━═▔", "-")
    | dict.fromkeys("│┃║┆┇▏▎▍", "|")
    | dict.fromkeys("█▉▊▋▌▙▛▜▟", "#")
    | dict.fromkeys("▘▝▀", "'")
    | dict.fromkeys("▖▗", ".")
    | dict.fromkeys("▞▐", "/")
    | dict(zip("▚▁▂▃▄▅▆▇●○◆▸▾▴→←↑↓…·•−–—“”„’‘≈≠≥≤Δ×", '\\__.-=+**o#>v^><^v~.*---"""\'\'~#}{Dx', strict=True))
)
"""A sign for a sign, cell for cell. `>` for "at least" would be another number: in one cell it is `}`."""
_IN_WORDS = {"≠": "!=", "≥": ">=", "≤": "<=", "Δ": "+/-", "…": "..."}
"""Where there is room for more than a cell."""
_FOREIGN = re.compile(r"[^\x00-\x7f](?P<room> *)")


def readable(text: str, encoding: str) -> str:
    """`text` with whatever an encoding lacks put in other words: `−351` as `-351`, `Türkiye` as `Turkiye`.

    A sign that becomes longer takes the room from the spaces after it, so that columns stay where they are.
    """
    return text if _knows(encoding, text) else _FOREIGN.sub(lambda found: _instead(found, encoding), text)


def escaped(text: str, encoding: str) -> str:
    """JSON with whatever an encoding lacks as escapes, which mean the same."""
    return text if _knows(encoding, text) else _FOREIGN.sub(lambda found: json.dumps(found[0])[1:-1], text)


def _knows(encoding: str, text: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _instead(found: re.Match[str], encoding: str) -> str:
    character, room = found[0][0], found["room"]
    if _knows(encoding, character):
        return found[0]
    told = _IN_WORDS.get(character) or SIGNS.get(character) or _letter(character)
    return told + room[min(len(told) - 1, len(room) - 1) :] if room and told else told + room


def _letter(character: str) -> str:
    """The letter without its marks, or that of the other script; nothing for what has no width."""
    if unicodedata.combining(character) or unicodedata.category(character) == "Cf":
        return ""
    plain = "".join(each for each in unicodedata.normalize("NFKD", character) if each.isascii()) or fold(character)
    if not plain.isascii() or not plain:
        return "?"
    return plain.capitalize() if character.isupper() else plain
