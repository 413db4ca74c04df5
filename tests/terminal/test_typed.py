"""Keys as newer terminals tell them, pastes and focus, typed at the real program on a pseudo-terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal.pty_run import OnTerminal

READY = ("Italy", "q quit")
HOSTILE = b"\x1b[200~q\x1b[31m\x07\x1b]0;owned\x07q\nqR\xe2\x80\xaeend of it\x1b[201~"


def csi_u(key: str, text: str, modifiers: int = 1) -> bytes:
    """A key in the keyboard protocol of kitty, with the text it gives."""
    return f"\x1b[{ord(key)};{modifiers};{ord(text)}u".encode()


def other_keys(key: str, modifiers: int) -> bytes:
    """A key as xterm tells it with modifyOtherKeys."""
    return f"\x1b[27;{modifiers};{ord(key)}~".encode()


TOLD = (
    (csi_u("/", "?", 2), "How to read this board"),
    (csi_u("/", "/"), "words to look for"),
    (csi_u("t", "T", 2), "Themes"),
    (csi_u(";", ":", 2), "Commands"),
    (b"\x1b[112;5u", "Commands"),
    (other_keys("p", 5), "Commands"),
    (other_keys("T", 2), "Themes"),
    (b"\x1b[102;5u", "Search every statement"),
    (b"\x1bOP", "How to read this board"),
)
"""Keys, and what they open."""


@pytest.fixture(scope="module")
def terminal() -> Iterator[OnTerminal]:
    """The program, opened once: each test leaves it on the board, and at the end it is left by a key."""
    with OnTerminal() as terminal:
        terminal.until(*READY)
        yield terminal
        terminal.send(csi_u("q", "q"))
        assert terminal.ended() == 0
        assert terminal.left_on() == []


def test_a_key_is_the_same_key_in_every_way_of_telling_it(terminal: OnTerminal) -> None:
    for typed, shown in TOLD:
        terminal.send(typed)
        terminal.until(shown)
        terminal.send(b"\x1b[27u")
        terminal.until_gone(shown)


def test_a_paste_on_the_board_presses_no_key(terminal: OnTerminal) -> None:
    terminal.quiet()
    before = terminal.text()
    terminal.send(HOSTILE)
    terminal.quiet()
    assert not terminal._is_over()
    assert terminal.text() == before


def test_a_paste_into_a_field_is_its_words_and_no_code_reaches_the_terminal(terminal: OnTerminal) -> None:
    terminal.send(b"e")
    terminal.until("A note on")
    terminal.quiet()
    start = len(terminal.raw)
    terminal.send(HOSTILE)
    terminal.until("end of it")
    sent = bytes(terminal.raw[start:])
    assert b"owned\x07" not in sent
    assert "\u202e".encode() not in sent
    terminal.send(b"\x1b")
    terminal.until_gone("A note on")


def test_a_window_that_loses_and_gets_the_focus_is_the_same_board(terminal: OnTerminal) -> None:
    terminal.quiet()
    before = terminal.text()
    terminal.send(b"\x1b[O\x1b[I\x1b[O\x1b[I")
    terminal.quiet()
    assert terminal.text() == before
    terminal.send(b"2j?")
    terminal.until("How to read this board")
    terminal.send(b"\x1b")
    terminal.until_gone("How to read this board")


def test_boards_are_turned_by_keys_old_terminals_tell_too(tmp_path: Path) -> None:
    for name, title, force in (("kosovo", "Kosovo", "KFOR"), ("bosnia", "Bosnia", "EUFOR")):
        (tmp_path / f"{name}.csv").write_text("nation,troops\nITA,907\n")
        (tmp_path / f"{name}.toml").write_text(
            f'[board]\ntitle = "The board of {title}"\n[[panel]]\nkind = "troops"\ntitle = "{title} table"\n'
            f'[source.table]\nkind = "csv"\npath = "{name}.csv"\ngives = "troops"\nforce = "{force}"\n'
        )
    files = [word for name in ("kosovo", "bosnia") for word in ("--config", str(tmp_path / f"{name}.toml"))]
    command = (sys.executable, "-m", "board", "--offline", *files, "--store", str(tmp_path / "kosovo.sqlite"))
    with OnTerminal(command, environ={"XDG_CONFIG_HOME": str(tmp_path / "config")}) as terminal:
        terminal.until("1 The board of Kosovo", "2 bosnia", "Kosovo table", "Italy")
        for there, back in ((b"]", b"["), (b"\x1b2", b"\x1b1"), (b"\x1b[50;3u", b"\x1b[49;3u")):
            terminal.send(there)
            terminal.until("1 kosovo", "2 The board of Bosnia", "Bosnia table", "Italy")
            terminal.send(back)
            terminal.until("1 The board of Kosovo", "Kosovo table")
        terminal.send(b"q")
        assert terminal.ended() == 0
        assert terminal.left_on() == []
