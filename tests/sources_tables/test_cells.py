"""What single cells say."""

import pytest

from board.model import About
from board.sources._cells import is_total, read_cell, stated_as_of, stated_nations
from tests.sources_tables.cases import RETRIEVED

ABOUT = About(address="x", retrieved=RETRIEVED)


@pytest.mark.parametrize(
    ("text", "number", "qualifier"),
    [
        ("907", 907, "exactly"), ("about 600", 600, "about"), ("~600", 600, "about"), ("ca. 4 500", 4500, "about"),
        ("just under 6,000", 6000, "less_than"), ("over 14,000", 14000, "more_than"), ("> 600", 600, "more_than"),
        ("600+", 600, "at_least"), ("up to 400", 400, "up_to"), ("at least 20", 20, "at_least"), ("<5", 5, "less_than"),
        ("rreth 600", 600, "about"), ("око 600", 600, "about"), ("више од 600", 600, "more_than"),
        ("knapp 300", 300, "less_than"),
        ("4,302 military personnel[1]", 4302, "exactly"), ("4,302 personnel (2024)", 4302, "exactly"),
        ("well over 4,500 troops", 4500, "more_than"), ("3.5 thousand", 3500, "exactly"),
        ("n/a", None, "exactly"), ("", None, "exactly"), ("12 (3)", None, "exactly"), ("about", None, "exactly"),
        ("some", None, "exactly"), ("12 or 13", None, "exactly"), ("3.5", None, "exactly"),
    ],
)  # fmt: skip
def test_a_cell_is_a_number_with_its_hedge(text: str, number: int | None, qualifier: str) -> None:
    assert read_cell(text) == (number, qualifier)


@pytest.mark.parametrize("label", ["Total", "TOTAL:", "Totals*", "Grand total", "Ukupno", "Укупно", "Gjithsej", "Общо"])
def test_a_label_of_a_total_is_known(label: str) -> None:
    assert is_total(label)


@pytest.mark.parametrize("label", ["", "Italy", "Totally", "Subtotal", "Tonga", "Sumatra"])
def test_another_label_is_none(label: str) -> None:
    assert not is_total(label)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("4,767 troops from 33 nations", 33),
        ("33 troop contributing nations", 33),
        ("Contributing countries: 28", 28),
        ("Contributing Nations 30", 30),
        ("27 countries, of which 20 nations are members", None),
        ("the nations", None),
    ],
)
def test_the_number_of_nations_is_read_where_only_one_is_stated(text: str, count: int | None) -> None:
    assert stated_nations(text) == count


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Figures as of 12 February 2026.", "2026-02-12"),
        ("Stand: Januar 2022", "2022-01"),
        ("Last updated: 2026-02-12T10:00:00Z", "2026-02-12"),
        ("Stanje na dan 25. aprila 2025.", "2025-04-25"),
        ("as of today", None),
        ("as of 12 February 2036", None),
        ("they stand with 4,767 troops", None),
    ],
)
def test_a_date_is_of_the_table_only_where_the_text_says_so(text: str, date: str | None) -> None:
    when = stated_as_of(text, ABOUT)
    assert (str(when) if when else None) == date


@pytest.mark.parametrize(
    "text", ["Contributing nations 20 November 2026", "Countries: 3. März 2026", "Contributing nations 20.11.2026"]
)
def test_a_date_beside_the_heading_is_no_number_of_nations(text: str) -> None:
    assert stated_nations(text) is None
