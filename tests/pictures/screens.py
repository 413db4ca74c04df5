"""Every screen there is: the keys that lead to it, and the words that tell it is there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from tests.journeys.desk import Desk, Reader

SIZES = ((80, 24), (120, 40), (200, 60))
NAMED = {"Enter": "\r", "Tab": "\t", "C-f": "\x06", "PgDn": "\x1b[6~"}
_ESC = "\x1b[27u"
"""As a terminal tells it that was asked for whole keys: the short one and the key behind it, read at once, are Alt."""


@dataclass(frozen=True)
class Look:
    """A theme, and what the terminal can show."""

    name: str
    theme: str
    environ: tuple[tuple[str, str], ...] = ()


LOOKS = (
    Look("dark", "night-desk"),
    Look("light", "day-desk"),
    Look("plain", "no-colour", (("NO_COLOR", "1"), ("BOARD_ASCII", "1"))),
)


@dataclass(frozen=True)
class Screen:
    """One screen; it is opened from the board as it is at first, and Esc leads back."""

    name: str
    keys: Sequence[str]
    shows: str
    more: str = ""
    """What is put at the end of board.toml while it is looked at."""
    back: Sequence[str] = (_ESC, _ESC)


def _zoomed(number: int, name: str, shows: str, *more: str) -> Screen:
    return Screen(name, (str(number), "z", *more), shows)


SCREENS = (
    Screen("board", (), "KFOR contributions"),
    *(Screen(f"board-{number}", (str(number),), f"{number} ") for number in range(2, 10)),
    _zoomed(1, "troops", "Italy"),
    _zoomed(1, "troops-end", "Spain", "G"),
    _zoomed(2, "statements", "DENIES"),
    _zoomed(3, "tiers", "Kosovo Police"),
    _zoomed(4, "claims", "Serbia is massing"),
    _zoomed(5, "changes", "KFOR"),
    _zoomed(6, "trend", "joined"),
    _zoomed(7, "agenda", "Mandate of EULEX"),
    _zoomed(8, "map", "statements of the last"),
    _zoomed(9, "sources", "KoSSev", "G"),
    Screen("nation", ("1", "g", "Enter"), "Every figure"),
    Screen("statement", ("2", "g", "Enter"), "carried by"),
    Screen("edited", ("2", "/", *"ready to respond", "Enter", "Enter"), "taken out"),
    Screen("tier", ("3", "g", "Enter"), "described by"),
    Screen("claim", ("4", "g", "Enter"), "found by"),
    Screen("source", ("9", "G", "Enter"), "As configured"),
    Screen("provenance", ("1", "g", "i"), "Where it is from"),
    Screen("search", ("C-f", *"withdraw*", "Enter"), "withdraw*"),
    Screen("help", ("?",), "every key"),
    Screen("palette", (":",), "Commands"),
    Screen("themes", ("T",), "Themes"),
    Screen("jump", ("f",), " "),
    Screen("filter", ("1", "/", *"united"), "United Kingdom"),
    Screen("note", ("2", "g", "e"), "ote"),
    Screen("accept", ("1", "a"), "accept"),
    Screen("changes-since", ("d",), " "),
    Screen("notes", ("v",), " "),
    Screen("ask-time", ("t",), " "),
    Screen("time", ("t", *"2025-02-25", "Enter"), "AS IT STOOD", back=(".",)),
    Screen("problems", (), "problem", more='\n[bord]\ntitle = "x"\n\n[source.new]\nkind = "fed"\n'),
)


def ready(reader: Reader) -> None:
    """Wait for the board to stand there. Raises: AssertionError where it does not come."""
    reader.sees("? help", "q quit")
    reader.quiet()


@contextmanager
def opened(reader: Reader, desk: Desk, screen: Screen) -> Iterator[None]:
    """The screen, while it is in front. Raises: AssertionError where it does not come."""
    text = desk.config.read_text() if screen.more else ""
    if screen.more:
        desk.config.write_text(text + screen.more)
    for key in screen.keys:
        reader.type(NAMED.get(key, key))
        if key in NAMED:
            reader.quiet()
    reader.until(screen.shows)
    reader.quiet()
    yield
    if screen.more:
        desk.config.write_text(text)
        reader.no_longer_sees(screen.shows)
    for key in (*screen.back, "1", "g"):
        reader.type(key)
        reader.read(0.15)
