"""What stands in a panel's border, where lines are drawn."""

from __future__ import annotations

from dataclasses import replace

from board.render import _phrases
from tests.panels.boards import board
from tests.panels.building import view
from tests.panels.description import described

HEADING = board("kosovo").heading


def test_a_table_without_a_date_has_the_age_of_its_reading() -> None:
    undated = view("troops", described("[[edition]]\nrows = { ITA = 907 }"))
    told = list(_phrases.border(undated, HEADING))
    assert told[1:] == ["as of an unknown date", "retrieved 14:00 (7 min ago)"]


def test_what_needs_no_date_has_no_word_of_one() -> None:
    undated = replace(view("troops", described("[[edition]]\nrows = { ITA = 907 }")), retrieved=None)
    assert len(list(_phrases.border(undated, HEADING))) == 1
