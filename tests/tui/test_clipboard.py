"""The clipboard of the machine: by the program of its display, as it really runs, and never in the way."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from board.tui.clipboard import command_for, keep

pytestmark = pytest.mark.skipif(sys.platform == "darwin", reason="there it is always pbcopy")


def program(folder: Path, name: str, does: str) -> None:
    (folder / name).write_text(f"#!/bin/sh\n{does}\n")
    (folder / name).chmod(0o755)


@pytest.mark.parametrize(
    ("there", "displays", "expected"),
    [
        (("wl-copy", "xclip"), ("WAYLAND_DISPLAY", "DISPLAY"), ["wl-copy"]),
        (("xclip", "xsel"), ("WAYLAND_DISPLAY", "DISPLAY"), ["xclip", "-selection", "clipboard"]),
        (("xsel",), ("DISPLAY",), ["xsel", "--clipboard", "--input"]),
        (("wl-copy",), ("DISPLAY",), None),
        (("wl-copy", "xclip"), (), None),
        ((), ("DISPLAY",), None),
    ],
)
def test_the_program_is_that_of_the_display(
    tmp_path: Path, there: tuple[str, ...], displays: tuple[str, ...], expected: list[str] | None
) -> None:
    for name in there:
        program(tmp_path, name, "exit 0")
    command = command_for({"PATH": str(tmp_path), **dict.fromkeys(displays, ":0")})
    found = [Path(command[0]).name, *command[1:]] if command else None
    assert found == expected


def test_it_is_given_the_text_as_it_is(tmp_path: Path) -> None:
    program(tmp_path, "wl-copy", f"/bin/cat > {tmp_path}/kept")
    thread = keep("Зубин поток: “600”\nand $(more)", {"PATH": str(tmp_path), "WAYLAND_DISPLAY": "wayland-0"})
    assert thread is not None
    thread.join(10)
    assert (tmp_path / "kept").read_text() == "Зубин поток: “600”\nand $(more)"


def test_one_that_fails_is_no_trouble(tmp_path: Path) -> None:
    program(tmp_path, "xsel", "exec <&-; exit 3")
    thread = keep("x" * 1_000_000, {"PATH": str(tmp_path), "DISPLAY": ":0"})
    assert thread is not None
    thread.join(10)
    assert not thread.is_alive()
