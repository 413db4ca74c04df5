"""Links are opened only where that is safe, and only where there is a display."""

from __future__ import annotations

import pytest

from board.tui.links import command_for


@pytest.mark.parametrize(
    ("link", "opened"),
    [
        ("javascript:alert(1)", False),
        ("file:///etc/passwd", False),
        ("--help", False),
        ("https://user:pass@example.org/", False),
        ("https://example.org/\x1b]0;x\x07", False),
        ("https://example.org/news", True),
    ],
)
def test_only_addresses_of_the_web_are_opened_by_an_argument_list(link: str, opened: bool) -> None:
    command = command_for(link, {"DISPLAY": ":0"})
    if opened and not isinstance(command, str):
        assert command[-1] == link
    else:
        assert isinstance(command, str)


def test_without_a_display_nothing_is_opened() -> None:
    assert "no display" in str(command_for("https://example.org/", {}))
