"""Entries and rungs to lines: said once, whole as long as there is room, and the marks where they fit."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC

import pytest

from board.model import Identity, Stance, Statement
from board.panels import _stances
from board.shapes import Ladder, Span, Tone
from board.tui.draw.edge import Caption, folded
from board.tui.draw.feed import draw_entry
from board.tui.draw.ladder import draw_ladder
from board.tui.draw.lines import Run, width_of
from tests.tui import sample
from tests.tui.test_drawing import text_of


def drawn(**fields: object) -> list[str]:
    entry = sample.entry(1, **fields)
    return [text_of(line) for line in draw_entry(entry, 0, 50, 8, sample.NOW, UTC)]


def test_the_grade_stands_at_the_end_of_the_line_of_the_way() -> None:
    assert drawn()[1].rstrip().endswith("B2")
    assert "→ RFE/RL" in drawn()[1]


def test_a_grade_that_has_no_room_there_goes_to_the_next_line_that_has() -> None:
    lines = drawn(how="unnamed, in writing", way=("RFE/RL", "Telegrafi", "BTA"), text="short")
    assert [line.rstrip().endswith("B2") for line in lines] == [False, False, True]


def test_carriers_are_counted_only_where_the_way_does_not_name_them_all() -> None:
    named = {"way": ("RFE/RL", "BTA"), "data": {"origin": "RFE/RL"}}
    assert "▸" not in "".join(drawn(**named, carriers=1))
    assert "▸ 4" in "".join(drawn(**named, carriers=4))


def test_what_hangs_on_the_words_follows_them_where_it_fits_and_stands_below_where_not() -> None:
    marks = (Span("denies: us-withdrawal", Tone.DENIES),)
    assert drawn(text="short", marks=marks)[-1].split() == ["short", "denies:", "us-withdrawal"]
    assert drawn(text="x" * 40, marks=marks)[-1].strip() == "denies: us-withdrawal"


def test_no_body_is_named_twice() -> None:
    said = Statement(
        text="no change",
        stance=Stance.DENIES,
        organisation="US Department of Defense",
        speaker="a US Defense Department official",
        identity=Identity.UNNAMED,
    )
    assert _stances.who(said) == "US Department of Defense, official"
    assert _stances.who(replace(said, speaker="a Pentagon official")) == "US Department of Defense, Pentagon official"


def test_tiers_say_less_where_there_is_less_room_and_never_lose_one() -> None:
    ladder = sample.tiers().shape
    assert isinstance(ladder, Ladder)
    whole = list(draw_ladder(ladder, 40, sample.NOW))
    least = len(ladder.rungs) * 2 + 1 + len(ladder.footer)
    short = list(draw_ladder(ladder, 40, sample.NOW, least))
    assert len(short) == least < len(whole)
    assert {line.item for line in short} == {line.item for line in whole}
    assert all(width_of(line.runs) <= 40 for line in short)


def test_a_folded_panel_says_what_is_in_it_and_marks_that_something_is_wrong() -> None:
    caption = Caption(
        number=9,
        title="Sources",
        gist=(Run("4 ok · 1 failing"),),
        below=(Run("! Politico failing since Friday: answered 503", "failing"),),
    )
    narrow, wide = ("".join(run.text for run in folded(caption, width, focused=False)) for width in (44, 100))
    assert "4 ok · 1 failing  !" in narrow
    assert "4 ok · 1 failing  ! Politico failing since Friday: answered 503" in wide


def test_the_words_of_a_statement_are_told_whole() -> None:
    words = " ".join(f"word{number}" for number in range(40))
    lines = " ".join(" ".join(drawn(text=words)).split())
    assert words in lines
    assert "…" not in lines


LONG = "Ministry of the Interior and Public Administration of the Republic, official"


@pytest.mark.parametrize("width", [30, 38, 50, 70])
def test_a_long_name_is_broken_between_words_and_has_one_space_between_them(width: int) -> None:
    entry = sample.entry(1, who=LONG, word="DENIES strongly", how="", way=(), text="", grade="")
    lines = [text_of(line) for line in draw_entry(entry, 0, width, 15, sample.NOW, UTC)]
    assert max(map(len, lines)) <= width
    told = " ".join(line.strip() for line in lines)
    assert LONG in told
