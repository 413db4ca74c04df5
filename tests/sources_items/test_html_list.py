"""Lists whose selectors are true of nothing: told, whatever else could be read."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from board.model import About
from board.sources.html_list import Options, extract

PAGE = b"<html><body><li><a href='/1'>Bridge closed</a><p class='day'>soon</p></li></body></html>"
ABOUT = About(address="https://news.example/", retrieved=datetime(2026, 11, 22, tzinfo=UTC))


@pytest.mark.parametrize(
    ("options", "warning"),
    [
        (Options(item="li", date=".dat"), "nothing in the items matches date = “.dat”"),
        (Options(item="li", lead=".lead"), "nothing in the items matches lead = “.lead”"),
        (Options(item="li", date=".day"), "no date can be read where date = “.day” is"),
    ],
)
def test_a_selector_that_finds_nothing_is_told(options: Options, warning: str) -> None:
    extracted = extract(PAGE, options, ABOUT)
    assert [item.title for item in extracted.items] == ["Bridge closed"]
    assert warning in extracted.warnings


def test_selectors_that_find_something_are_not() -> None:
    assert extract(PAGE, Options(item="li", lead=".day"), ABOUT).warnings == ()
