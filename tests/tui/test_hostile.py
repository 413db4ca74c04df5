"""Whatever a source says, the terminal gets text: no markup, no code, no crash."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from board.shapes import View
from board.tui.gate import Alphabet, open_gate, shut_gate
from tests.terminal.pty_run import OnTerminal
from tests.tui import sample
from tests.tui.running import board, panel, screen

NASTY = (
    "[/foo]",
    "[@click=app.quit]Click[/]",
    "[/b] [bold red]x",
    "a\x1b]0;owned\x07b\x1b[2Jc",
    "\x9b31m\x90q\x1b\\",
    "‮evil‬ \U000e0041",
    "\x00\x08\x0b\x7f",
    "a" + "\u0301" * 400,
    "漢字" * 200,
    "x" * 5000,
    "line\nbreak\r\nand\ttab",
    "\ud83d",
)
_FORBIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def spoiled(value: Any, text: str) -> Any:
    """The same view with every word of it exchanged."""
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            field.name: spoiled(getattr(value, field.name), text)
            for field in fields(value)
            if field.name not in ("name", "kind", "ref", "tone", "posture_tone", "condition")
        }
        return replace(value, **changed)
    if isinstance(value, tuple):
        return tuple(spoiled(each, text) for each in value)
    return text if type(value) is str else value


def views(text: str) -> list[View]:
    return [
        spoiled(view, text)
        for view in (sample.troops(), sample.statements(), sample.tiers(), sample.trend(), sample.places())
    ]


@pytest.mark.parametrize("text", [text for text in NASTY if text != "\ud83d"], ids=lambda text: ascii(text)[:24])
async def test_a_board_full_of_it_is_drawn_and_can_be_walked_through(text: str) -> None:
    shut_gate()
    try:
        async with board(*views(text)) as (pilot, app, _door):
            await pilot.press(
                "2", "j", "G", "g", "z", "z", "3", "j", "1", "s", "Y", "4", "j", "f", "escape", "e", "escape"
            )
            await pilot.pause()
            console = Console(color_system="truecolor", force_terminal=True)
            strips = [strip.render(console) for strip in app.screen._compositor.render_strips()]
            bare = re.sub(r"\x1b\[[\d;]*m", "", "".join(strips))
            assert _FORBIDDEN.search(bare) is None
            assert panel(app, "statements").count() > 0
            assert "Kosovo" in screen(app)
    finally:
        open_gate()


def test_a_control_code_in_any_strip_becomes_a_space_and_an_odd_link_goes() -> None:
    shut_gate()
    try:
        console = Console(color_system="truecolor")
        strip = Strip([Segment("a\x1b[31mb\x07\x9dc"), Segment("link", Style(link="javascript:alert(1)"))])
        shown = strip.render(console)
        assert shown.startswith("a [31mb  c")
        assert "javascript" not in shown
        good = Strip([Segment("link", Style(link="https://example.org/"))]).render(console)
        assert "https://example.org/" in good
    finally:
        open_gate()


def test_in_ascii_every_cell_stays_a_cell() -> None:
    shut_gate(Alphabet.ASCII)
    try:
        shown = Strip([Segment("╭─ Türkiye ≈600 漢字 ▃█ ●╮")]).render(Console(color_system=None))
        assert shown == "+- Turkiye ~600 ???? .# *+"
        typed = Strip([Segment("AUT ≥14 "), Segment("≤9 "), Segment("A≥5")]).render(Console(color_system=None))
        assert typed == "AUT>=14<=9 A}5", "at least is never more than"
        moved = Strip([Segment("Italy 907 → 9,070")]).render(Console(color_system=None))
        assert moved == "Italy 907-> 9,070", "what became of a number is not what it is more than"
        assert Strip([Segment("⠉⠤⣀⡇⠀")]).render(Console(color_system=None)) == "'..: "
        assert Strip([Segment("Полиција Љубовије, Đorđe ь")]).render(Console(color_system=None)) == (
            "Policija Lubovije, Dorde ?"
        )
    finally:
        open_gate()


def test_the_linux_console_gets_the_lines_and_half_blocks_its_font_has() -> None:
    shut_gate(Alphabet.CONSOLE)
    try:
        shown = Strip([Segment("╭─ Türkiye ≈600 ▃█ ●╮ ⠉⣀⡇")]).render(Console(color_system=None))
        assert shown == "┌─ Türkiye ~600 ▄█ o┐ ▀▄█"
    finally:
        open_gate()


def test_no_code_of_the_face_gives_a_widget_text_that_could_be_markup() -> None:
    """Words reach Static only as Content, and notices only with markup off."""
    from pathlib import Path

    import board.tui

    for file in Path(board.tui.__file__).parent.rglob("*.py"):
        source = file.read_text()
        for call in re.findall(r"(?:Static|Label)\(([^()]*(?:\([^()]*\))?)", source):
            assert call.startswith("Content("), f"{file.name}: {call}"
        for call in re.findall(r"\.notify\(([^()]*(?:\([^()]*\))?[^()]*)\)", source):
            assert "markup=False" in call, f"{file.name}: {call}"
        assert "border_title" not in source, file.name


def test_the_board_is_opened_on_a_terminal_with_an_odd_title_in_it() -> None:
    with OnTerminal() as terminal:
        terminal.until("Italy")
        assert b"\x1b]0;" not in terminal.raw
        assert b"\x1b]2;" not in terminal.raw
        terminal.send(b"q")
        assert terminal.ended() == 0
