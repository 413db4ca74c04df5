"""Nations that running text names: as names, as peoples, as abbreviations, in the languages of the sources."""

from __future__ import annotations

import pytest

from board.text.nations_in import nations_in


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("The US supports the mission in Kosovo", ("USA", "XKX")),
        ("The U.S. and Bosnia-Herzegovina", ("USA", "BIH")),
        ("Italy's contingent beside Italians and Hungarian engineers", ("ITA", "HUN")),
        ("North Macedonia, New Zealand and the United Kingdom", ("MKD", "NZL", "GBR")),
        ("SHBA po i largon trupat nga Kosova", ("USA", "XKX")),
        ("SAD povlače trupe, kaže Nemačka", ("USA", "DEU")),
        ("САЩ изтеглят войски от Косово", ("USA", "XKX")),
        ("they told us it is a sad day, and no turkey", ()),
        ("Us and them. Sad, but so it is", ()),
        ("", ()),
        ("...", ()),
    ],
)
def test_every_nation_is_found_once_in_its_order(text: str, codes: tuple[str, ...]) -> None:
    assert nations_in(text) == codes


def test_a_long_text_of_names_takes_no_longer_for_each() -> None:
    assert nations_in("Democratic Republic of the Congo " * 20_000) == ("COD",)
