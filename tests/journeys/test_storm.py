"""Sizes and keys at random: no crash, and a terminal restored."""

from __future__ import annotations

import random

import pytest

from board.tui.face import MOST_OVER
from tests.journeys.desk import Desk, Reader
from tests.journeys.pages import Entry, feed, nations
from tests.journeys.test_figure_moves import BOARD

MORE = """
[[panel]]
kind = "statements"
[[panel]]
kind = "claims"
[[panel]]
kind = "changes"
[[panel]]
kind = "trend"
[[panel]]
kind = "sources"
[claim.patrol]
text = "KFOR patrols"
match = "KFOR AND patrol*"
[source.news]
kind = "feed"
url = "{site}/feed"
allow_private = true
"""
_KEYS = [
    *"jjjjkkkgGzfsSnNmdit<>.w/aeyYcrRT123456 ",
    *("\t", "\r", "\r", "\x1b", "\x1b", "\x1b[A", "\x1b[B", "\x1b[5~", "\x1b[6~", "\x06", "\x7f", "x", "\x1b[Z"),
]
"""Every key but those that leave, edit the file or open a browser, and the two lists in which these can be chosen."""

ESCAPES = MOST_OVER + 4
"""Each screen, and on the board the filter, its words, the zoom, what stands above the panels."""


def storm(desk: Desk, sizes: int, keys: int, seed: int = 20) -> None:
    desk.write(BOARD + MORE)
    desk.site.serve("/nations", nations("19 February 2026"))
    entries = [Entry(f"KFOR patrol {n}", desk.site.url(f"/{n}")) for n in range(30)]
    desk.site.serve("/feed", feed(entries), "application/rss+xml")
    with desk.open() as reader:
        reader.sees("Italy", "907")
        reader.sees("KFOR patrol")
        throw(reader, random.Random(seed), sizes, keys)
        reader.resize(120, 40)
        back_to_the_board(reader)
        reader.type("z")  # however it is sorted now, the whole table stands there
        reader.sees("Italy", "907")
        reader.leaves()


def throw(reader: Reader, dice: random.Random, sizes: int, keys: int) -> None:
    """Sizes and keys in one random order."""
    throws = [True] * sizes + [False] * keys
    dice.shuffle(throws)
    for is_size in throws:
        if is_size:
            reader.resize(dice.randint(1, 220), dice.randint(1, 70))
        else:
            reader.send(dice.choice(_KEYS).encode())
        reader.read(0.01)
        still_runs(reader)


def back_to_the_board(reader: Reader) -> None:
    """Out of whatever was opened, to the first line of the first panel, now."""
    escape(reader)
    reader.type("1")
    escape(reader)
    reader.type(".", "g")
    reader.quiet()
    still_runs(reader)


def still_runs(reader: Reader) -> None:
    """What it had drawn stays on the screen behind a fall: looked at alone, that says nothing of it."""
    assert not reader._is_over(), f"it ended with {reader.status}:\n{reader.text()}"


def escape(reader: Reader) -> None:
    """As many times Esc as there can be something to close, each told from the next one."""
    reader.quiet()
    for _ in range(ESCAPES):
        reader.send(b"\x1b")
        reader.read(0.25)
    reader.quiet()


def test_sizes_and_keys_at_random_break_nothing(desk: Desk) -> None:
    storm(desk, sizes=20, keys=60)


@pytest.mark.long
@pytest.mark.parametrize("seed", [20, 21, 22])
def test_two_hundred_sizes_and_five_hundred_keys_break_nothing(desk: Desk, seed: int) -> None:
    storm(desk, sizes=200, keys=500, seed=seed)
