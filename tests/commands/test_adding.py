"""Names that `board add` makes of addresses."""

from __future__ import annotations

import pytest

from board.commands.add import name_for


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://www.koha.net/rss", "koha"),
        ("http://127.0.0.1:8080/feed.xml", "127-0-0-1-8080-feed"),
        ("http://127.0.0.1:8080/other", "127-0-0-1-8080-other"),
        ("http://[::1]:8080/feed", "1-8080-feed"),
        ("tables/kfor.csv", "kfor"),
    ],
)
def test_two_addresses_of_one_machine_get_names_of_their_own(address: str, name: str) -> None:
    assert name_for(address) == name
