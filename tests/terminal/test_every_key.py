"""Every key of the table, pressed at the program on a pseudo-terminal: each does what it says, and none is left out."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from board.tui.keys import ACTIONS
from tests.journeys.desk import Desk
from tests.journeys.server import Site
from tests.terminal.pty_run import SAMPLE, OnTerminal

BYTES: Mapping[str, bytes] = {
    "enter": b"\r", "escape": b"\x1b", "tab": b"\t", "shift+tab": b"\x1b[Z", "pagedown": b"\x1b[6~", "ctrl+f": b"\x06",
    "pageup": b"\x1b[5~", "ctrl+z": b"\x1a",
}  # fmt: skip


@dataclass(frozen=True)
class Step:
    """An action, what is typed before it, what is then seen, and what is typed to be back."""

    action: str
    seen: str
    before: bytes = b""
    after: bytes = b"\x1b"


OPENING = (
    Step("help", "How to read this board"),
    Step("palette", "Commands"),
    Step("theme", "Themes"),
    Step("go_to_time", "The board as it stood at"),
    Step("filter", "words to look for"),
    Step("note", "A note on"),
    Step("search", "Search every statement"),
    Step("detail", "Every figure"),
    Step("provenance", "Where it is from"),
    Step("changes", "Changes since"),
    Step("difference", "Changes since"),
    Step("notes", "nobody has written a note"),
    Step("by_hand", "What is it, by your hand?", before=b"2", after=b"\x1b1"),
)
"""What opens something, which Esc closes."""
SAYING = (
    Step("refresh", "asked for"),
    Step("refresh_all", "asked for every source"),
    Step("copy_value", "copied: 907"),
    Step("copy_row", "copied: 1"),
    Step("copy_citation", "copied: Italy in KFOR"),
    Step("mark_read", "marked as read"),
    Step("look", "seen: the changes are"),
    Step("accept", "nothing is proposed or held"),
    Step("open_link", "no display"),
    Step("next_tab", "this is the only board"),
    Step("forward_in_time", "this is now"),
    Step("previous_tab", "this is the only board"),
    Step("sense", "in the past: what this board knew"),
)
"""What is said in the corner, where a new word takes the place of the one before; no two alike follow each other."""


def keys_of(action: str) -> bytes:
    (key,) = (each.keys[0] for each in ACTIONS if each.id == action)
    return BYTES.get(key, key.replace("alt+", "\x1b").encode())


@pytest.fixture(scope="module")
def terminal() -> Iterator[OnTerminal]:
    """The program, opened once: each test leaves it as it found it, but for the order of the table that one changes."""
    with pytest.MonkeyPatch.context() as environment:
        for name in ("DISPLAY", "WAYLAND_DISPLAY"):
            environment.delenv(name, raising=False)
        with OnTerminal((*SAMPLE, "night-desk", "kosovo"), size=(120, 40), of_a_shell=True) as terminal:
            terminal.until("Italy", "q quit")
            terminal.send(b"\x1b")
            terminal.until_gone("puts this line away")
            yield terminal
            terminal.send(keys_of("quit"))
            assert terminal.ended() == 0
            assert terminal.left_on() == []


def test_what_opens_something_opens_it_and_escape_closes_it(terminal: OnTerminal) -> None:
    for step in OPENING:
        terminal.send(step.before)
        terminal.send(keys_of(step.action))
        terminal.until(step.seen)
        terminal.quiet()
        terminal.send(step.after[:1])
        terminal.until_gone(step.seen)
        terminal.send(step.after[1:])


def test_what_does_something_says_so(terminal: OnTerminal) -> None:
    for step in SAYING:
        terminal.until_gone(step.seen)
        terminal.send(keys_of(step.action))
        terminal.until(step.seen)


def test_what_moves_the_cursor_moves_it(terminal: OnTerminal) -> None:
    for action, place in (
        ("down", "2 of 8"), ("up", "1 of 8"), ("last", "8 of 8"), ("first", "1 of 8"), ("down", "2 of 8"),
        ("page_up", "1 of 8"), ("page_down", "8 of 8"),
    ):  # fmt: skip
        terminal.send(keys_of(action))
        terminal.until(place)
    terminal.send(keys_of("filter"))
    terminal.until("words to look for")
    terminal.send(b"an")
    terminal.until("/an")
    terminal.send(b"\r")
    terminal.until("/an", "q quit")
    terminal.send(keys_of("back"))
    terminal.until_gone("/an")
    terminal.send(keys_of("first"))
    terminal.until("1 of 8")
    terminal.send(keys_of("next_match"))
    terminal.until("2 of 8")
    terminal.send(keys_of("previous_match"))
    terminal.until("1 of 8")


def test_what_orders_and_spreads_the_board_does_so(terminal: OnTerminal) -> None:
    terminal.quiet()
    first = terminal.text()
    terminal.send(keys_of("sort"))
    terminal.until_other(first)
    terminal.quiet()
    sorted_once = terminal.text()
    terminal.send(keys_of("reverse"))
    terminal.until_other(sorted_once)
    terminal.send(keys_of("reverse"))
    terminal.until_as(sorted_once)
    terminal.send(keys_of("zoom"))
    terminal.until_gone("Latest statements")
    terminal.send(keys_of("zoom"))
    terminal.until("Latest statements")
    terminal.send(keys_of("jump"))
    terminal.until_other(terminal.text())
    terminal.quiet()
    terminal.send(b"\x1b")
    terminal.quiet()


def test_panels_are_gone_to_by_turns_and_by_number(terminal: OnTerminal) -> None:
    terminal.send(keys_of("zoom"))
    terminal.until_gone("Latest statements")
    for action, title in (
        ("next_panel", "2 Latest statements"), ("previous_panel", "1 "), ("panel_3", "3 Response tiers"),
        ("panel_1", "1 "), ("panel_2", "2 Latest statements"),
    ):  # fmt: skip
        terminal.send(keys_of(action))
        terminal.until(f"╭─ {title}")
    terminal.send(keys_of("panel_1"))
    terminal.until("╭─ 1 ")
    terminal.send(keys_of("zoom"))
    terminal.until("Latest statements")


def test_the_past_is_gone_to_and_left(terminal: OnTerminal) -> None:
    terminal.send(keys_of("back_in_time"))
    terminal.until("AS IT STOOD")
    terminal.send(keys_of("now"))
    terminal.until_gone("AS IT STOOD")


def test_it_is_stopped_and_goes_on(terminal: OnTerminal) -> None:
    terminal.send(keys_of("suspend"))
    terminal.until_given_back()
    terminal.wiped()
    terminal.continued("Latest statements", "q quit")


def test_each_board_and_each_panel_has_a_number(tmp_path: Path) -> None:
    desk = Desk(tmp_path, Site())
    panels = "".join(f'[[panel]]\nkind = "notes"\nname = "p{n}"\ntitle = "Notes {n}"\n' for n in range(1, 10))
    desk.write(f'[board]\ntitle = "Board 1"\ntabs = {[f"b{n}.toml" for n in range(2, 10)]}\n{panels}')
    for n in range(2, 10):
        (tmp_path / f"b{n}.toml").write_text(f'[board]\ntitle = "Board {n}"\n[[panel]]\nkind = "notes"\n')
    with desk.open("--offline", size=(160, 30)) as terminal:
        terminal.until("1 Board 1", "9 b9", "9 Notes 9", "q quit")
        for number in range(9, 0, -1):
            terminal.send(keys_of(f"tab_{number}"))
            terminal.until(f"{number} Board {number}")
        terminal.until("9 Notes 9")
        terminal.send(keys_of("zoom"))
        for number in range(9, 0, -1):
            terminal.send(keys_of(f"panel_{number}"))
            terminal.until(f"╭─ {number} Notes {number}")
        terminal.send(keys_of("quit"))
        assert terminal.ended() == 0


def test_board_toml_is_edited_in_the_editor_of_the_person(tmp_path: Path) -> None:
    desk = Desk(tmp_path, Site())
    desk.write('[board]\ntitle = "Before"\n[[panel]]\nkind = "notes"\n')
    editor = tmp_path / "editor.py"
    editor.write_text(
        "import pathlib, sys\nfile = pathlib.Path(sys.argv[1])\n"
        "file.write_text(file.read_text().replace('Before', 'After'))\n"
    )
    with desk.open("--offline", environ={"EDITOR": f"{sys.executable} {editor}", "VISUAL": ""}) as terminal:
        terminal.until("Before", "q quit")
        terminal.quiet()
        terminal.send(keys_of("edit_config"))
        terminal.until("After", "q quit")
        terminal.send(keys_of("quit"))
        assert terminal.ended() == 0


def test_no_action_is_left_out() -> None:
    pressed = {step.action for step in (*OPENING, *SAYING)}
    pressed |= {"down", "up", "last", "first", "page_up", "page_down", "next_match", "previous_match", "back"}
    pressed |= {"sort", "reverse", "zoom", "jump", "next_panel", "previous_panel", "back_in_time", "now", "quit"}
    pressed |= {"suspend", "edit_config", *(f"{kind}_{n}" for kind in ("panel", "tab") for n in range(1, 10))}
    assert pressed == {action.id for action in ACTIONS}
