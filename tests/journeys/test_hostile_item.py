"""An item made to take the terminal over is stored, shown as words, and does not stop the next start."""

from __future__ import annotations

import re
from html import escape

from tests.journeys.desk import Desk, Reader
from tests.journeys.test_scrolling import BOARD

_HIDDEN = "\u202e\u2066\u200f\u2028\U000e0041"
_TITLE = (
    "&#27;]0;owned&#7;[/foo] [@click=app.quit]press[/] [bold red]loud[/] &#155;31m &#27;[2J "
    f"{_HIDDEN}turned e{'&#769;' * 10_000} end of title"
)
_LINK = "javascript:alert(1)//&#27;]8;;x"
_COMMANDS = re.compile(rb"\x1b\](?!8;|22;)[^\x07\x1b]*(?:\x07|\x1b\\)")
"""Commands to the terminal but for links and the shape of the pointer."""


def feed() -> str:
    return (
        f'<rss version="2.0"><channel><title>{escape("Desk")}</title><item><title>{_TITLE}</title>'
        f"<link>{_LINK}</link><guid>1</guid><description>KFOR {_TITLE}</description>"
        "<pubDate>Sun, 22 Feb 2026 10:00:00 +0000</pubDate></item></channel></rss>"
    )


def test_a_hostile_item_is_words_on_the_screen_and_the_next_start_works(desk: Desk) -> None:
    desk.write(BOARD)
    desk.site.serve("/feed", feed(), "application/rss+xml")
    for _ in range(2):
        with desk.open() as reader:
            reader.sees("[@click=app.quit]press[/]")
            assert "[/foo]" in reader.text()
            reader.type("g", "\r")
            reader.quiet()
            reader.type("i")
            reader.quiet()
            reader.type("o")
            reader.quiet()
            reader.closes("Where it is from")
            reader.type("\x1b")
            reader.quiet()
            reader.leaves()
            nothing_of_it_is_a_code(reader)


def nothing_of_it_is_a_code(reader: Reader) -> None:
    sent = bytes(reader.raw)
    assert _COMMANDS.findall(sent) == []
    assert b"owned\x07" not in sent
    assert b"\x1b[2Jturned" not in sent
    assert b"javascript:" not in [link.split(b"\x1b")[0] for link in sent.split(b"\x1b]8;")[1:]]
    text = sent.decode()
    assert not set(_HIDDEN) & set(text)
    assert "\x9b" not in text
    assert text.count("\u0301") < 200
