"""Shapes to lines: what fits, what goes first where it does not, and that nothing is cut without a mark."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from board.model import When
from board.panels._bars import bar, sparkline
from board.shapes import Chart, Ladder, Mark
from board.snapshot import SourceHealth, SourceState
from board.tui.draw.chart import draw_chart, legend
from board.tui.draw.edge import Caption, bottom_edge, folded, thumb, top_edge
from board.tui.draw.feed import draw_entry, short_date
from board.tui.draw.footer import draw_footer
from board.tui.draw.header import draw_header
from board.tui.draw.ladder import draw_ladder
from board.tui.draw.lines import Drawn, Run, crop, fit, indented, marked_within, spread, width_of, wrap
from tests.tui import sample

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=60)
WIDTHS = st.integers(1, 80)


def text_of(line: Drawn) -> str:
    return "".join(run.text for run in line.runs)


@given(TEXTS, WIDTHS)
def test_fit_is_exactly_as_wide_as_asked(text: str, width: int) -> None:
    assert cell_len(fit(text, width)) == width


@given(st.lists(TEXTS, max_size=4), WIDTHS)
def test_what_is_cropped_is_no_wider_and_says_so(texts: list[str], width: int) -> None:
    runs = [Run(text) for text in texts]
    cut = crop(runs, width)
    assert width_of(cut) <= width
    if width_of(runs) > width:
        assert "…" in "".join(run.text for run in cut)


@given(TEXTS, st.integers(8, 60))
def test_lines_that_hang_begin_further_in_and_are_no_wider(text: str, width: int) -> None:
    first, *rest = ["".join(run.text for run in line) for line in wrap((Run(text),), width, 4)]
    assert all(line.startswith("    ") for line in rest)
    assert all(cell_len(line) <= width for line in (first, *rest))
    assert "".join("".join((first, *rest)).split()) == "".join(text.split())


def test_a_word_longer_than_a_line_is_broken_evenly() -> None:
    lines = ["".join(run.text for run in line) for line in wrap((Run("0123456789abcdef" * 4),), 63)]
    assert [len(line) for line in lines] == [32, 32]


@pytest.mark.parametrize("width", range(16, 27))
def test_what_is_cropped_ends_in_a_word_and_not_in_what_joins_it_to_the_next(width: int) -> None:
    runs = (Run("2 claim it"), Run(" · ", "muted"), Run("4 deny it"), Run(" · 2 no answer", "muted"))
    text = "".join(run.text for run in crop(runs, width))
    assert text.endswith("…")
    assert text[-2].isalnum()


def test_the_end_of_a_line_within_a_text_is_a_space_of_the_line_it_comes_to_stand_on() -> None:
    (line,) = wrap((Run("five vehicles.\nEULEX confirmed"),), 40)
    assert line == (Run("five vehicles. EULEX confirmed"),)


@given(TEXTS, st.integers(2, 60))
def test_wrapping_loses_no_letter_and_no_line_is_too_wide(text: str, width: int) -> None:
    lines = ["".join(run.text for run in line) for line in wrap((Run(text),), width)]
    assert all(cell_len(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


def test_left_gives_way_to_right_on_a_narrow_line() -> None:
    line = spread((Run("a long title of a panel"),), (Run("9 months old"),), 24)
    assert "".join(run.text for run in line) == "a long tit… 9 months old"


def test_a_text_longer_than_its_lines_ends_with_a_mark() -> None:
    lines = list(indented((Run("one two three four five six"),), 10, 0, None, 2))
    assert [text_of(line) for line in lines] == ["one two", "three fo… …"] or text_of(lines[-1]).endswith("…")
    assert all(width_of(line.runs) <= 10 for line in lines)


def test_a_bar_shows_something_for_anything_above_nothing() -> None:
    assert bar(1.0, 4) == "████"
    assert bar(0.5, 4) == "██"
    assert bar(0.001, 4) == "▏"
    assert bar(0.0, 4) == ""


def test_an_unknown_value_is_a_dot_in_a_sparkline_not_a_nought() -> None:
    assert sparkline((1.0, None, 3.0)) == "▃·█"
    assert sparkline((0.0, 5.0)) == "▁█"
    assert sparkline(()) == ""


def test_a_small_change_looks_small_in_a_sparkline() -> None:
    assert sparkline((635.0, 602.0, 590.0)) == "███"


@pytest.mark.parametrize("width", [12, 30, 54, 120])
def test_every_line_of_an_entry_fits_and_says_who_and_what(width: int) -> None:
    for entry in sample.entries():
        lines = list(draw_entry(entry, 0, width, 15, sample.NOW, UTC))
        assert all(width_of(line.runs) <= max(width, 32) for line in lines)
        said = " ".join(" ".join(text_of(line) for line in lines).split())
        if width >= 30:
            assert entry.word in said
            assert entry.who.split()[0] in said


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (None, "undat."),
        (When.parse("2025"), "2025"),
        (When.parse("2025-02"), "Feb"),
        (When.parse("2025-02-05"), " 5 Feb"),
        (When.parse("2026-11-22T08:30:00Z"), "08:30"),
        (When.parse("2026-11-21T08:30:00Z"), "21 Nov"),
    ],
)
def test_a_date_says_no_more_than_is_known(when: When | None, said: str) -> None:
    assert short_date(when, sample.NOW, UTC) == said


def test_a_ladder_tells_posture_since_when_and_what_is_proposed() -> None:
    ladder = sample.tiers().shape
    assert isinstance(ladder, Ladder)
    text = "\n".join(text_of(line) for line in draw_ladder(ladder, 60, sample.NOW))
    assert "● on duty" in text
    assert "12 h" in text
    assert "? proposed" in text
    assert "ready to respond if required" in text


def test_a_chart_can_be_read_without_colour() -> None:
    chart = sample.trend().shape
    assert isinstance(chart, Chart)
    lines = [text_of(line) for line in draw_chart(chart, 60, 14, None)]
    text = "\n".join(lines)
    assert len(lines) == 14
    assert "●" in text
    assert "○" in text
    assert "5,000 ┤" in text
    assert "2017" in lines[-1]
    assert all(cell_len(line) <= 60 for line in lines)


def test_figures_far_apart_get_a_logarithmic_scale_that_says_so() -> None:
    marks = tuple(
        Mark(ref=str(value), at=datetime(year, 1, 1, tzinfo=UTC), value=value)
        for year, value in ((1999, 50_000), (2010, 10_000), (2026, 4_767))
    )
    chart = Chart(title="", line=marks)
    text = "\n".join(text_of(line) for line in draw_chart(chart, 60, 14, None))
    assert "log scale" in "".join(span.text for span in legend(chart))
    assert "50,000 ┤" in text
    assert "5,000 ┤" in text


@pytest.mark.parametrize("count", [0, 1])
def test_a_chart_of_hardly_anything_does_not_fail(count: int) -> None:
    marks = tuple(Mark(ref="a", at=sample.NOW, value=0.0) for _ in range(count))
    assert bool(list(draw_chart(Chart(title="", line=marks), 40, 10, 0))) == bool(count)


CAPTION = Caption(
    number=1,
    title="KFOR contributions",
    right=((Run("as of 19 Feb 2026 · 9 months old"),), (Run("9 months old"),)),
    below=(Run("! failing since Friday: no answer", "failing"),),
    place="1 of 6",
)


@pytest.mark.parametrize("width", [2, 5, 8, 12, 20, 40, 60, 120])
def test_edges_are_exactly_as_wide_as_the_panel(width: int) -> None:
    for focused in (True, False):
        assert width_of(top_edge(CAPTION, width, focused=focused)) == width
        assert width_of(bottom_edge(CAPTION, width, focused=focused)) == width


def test_the_title_is_whole_before_the_date_is_long() -> None:
    assert "9 months old" in "".join(run.text for run in top_edge(CAPTION, 44, focused=False))
    assert "KFOR contributions" in "".join(run.text for run in top_edge(CAPTION, 44, focused=False))


def test_trouble_stands_in_words_below_and_as_a_mark_where_the_panel_is_folded() -> None:
    assert "failing since Friday" in "".join(run.text for run in bottom_edge(CAPTION, 60, focused=False))
    assert " ! failing" in "".join(run.text for run in folded(CAPTION, 60, focused=False))
    assert width_of(folded(CAPTION, 60, focused=False)) == 60


def test_the_thumb_shows_where_one_is_and_only_where_not_all_is_in_sight() -> None:
    assert not any(thumb(line, 10, 0, 10) for line in range(10))
    assert [line for line in range(10) if thumb(line, 10, 0, 20)] == [0, 1, 2, 3, 4]
    assert [line for line in range(10) if thumb(line, 10, 10, 20)] == [5, 6, 7, 8, 9]


@pytest.mark.parametrize("width", [20, 40, 60, 80, 120, 200])
def test_header_and_footer_fit_and_keep_what_matters(width: int) -> None:
    header = "".join(run.text for run in draw_header(sample.picture(), "Kosovo: security situation", UTC, width))
    assert cell_len(header) == width
    if width >= 80:
        assert "12 ok · 1 stale · 1 failing" in header
    footer = "".join(run.text for run in draw_footer({}, width))
    assert cell_len(footer) <= width
    assert "? help" in footer


def test_where_one_clock_has_room_it_is_that_of_the_panels() -> None:
    zone = ZoneInfo("Europe/Belgrade")
    title = "Kosovo: security situation"
    headers = {width: draw_header(sample.picture(), title, zone, width) for width in (80, 120)}
    narrow, wide = ("".join(run.text for run in header) for header in headers.values())
    assert narrow.endswith("  15:07 CET ")
    assert wide.endswith("  15:07 CET · 14:07Z ")


def test_every_source_is_in_one_of_the_numbers_of_the_header() -> None:
    health = tuple(SourceHealth(name=state, state=state, since=None, reason="") for state in SourceState)
    picture = replace(sample.picture(), health=health)
    header = "".join(run.text for run in draw_header(picture, "t", UTC, 200))
    numbers = [int(word) for word in header.replace("·", " ").split() if word.isdecimal()]
    assert sum(number for number in numbers if number < 20) == len(SourceState)


def test_the_past_is_said_first_and_in_an_ink_of_its_own() -> None:
    picture = replace(sample.picture(), at=datetime(2025, 2, 25, 12, tzinfo=UTC))
    runs = draw_header(picture, "Kosovo", UTC, 120)
    assert "".join(run.text for run in runs).startswith(" AS IT STOOD 25 Feb 2025 12:00")
    assert {run.ink for run in runs} == {"past"}


def test_a_past_before_anything_was_read_says_nothing_of_the_sources() -> None:
    waiting = (SourceHealth(name="a", state=SourceState.WAITING, since=None, reason=""),)
    past = replace(sample.picture(), at=datetime(2025, 2, 25, 12, tzinfo=UTC), health=waiting, cut_off=None)
    header = "".join(run.text for run in draw_header(past, "Kosovo", UTC, 120))
    assert "waiting" not in header
    assert "read yet" not in header


def test_what_was_looked_for_is_in_an_ink_of_its_own_and_no_word_is_broken_for_it() -> None:
    text = "They withdraw; (withdrawal) is “over”."
    found = replace(sample.entry(1), text=text, quote=True, grade="", carriers=0, hits=((5, 13), (16, 26)))
    for width in range(20, 60):
        lines = [line.runs for line in draw_entry(found, 1, width, 6, sample.NOW, UTC)]
        assert [run.text.strip() for runs in lines for run in runs if run.ink == "match"] == ["withdraw", "withdrawal"]
        shown = " ".join("".join(run.text for run in runs).strip() for runs in lines)
        assert f"“{text}”" in " ".join(shown.split())


def test_between_two_editions_a_chart_shows_no_number_that_nobody_gave() -> None:
    marks = tuple(
        Mark(ref=str(year), at=datetime(year, 1, 1, tzinfo=UTC), value=value)
        for year, value in ((2017, 300), (2022, 350), (2026, 350))
    )
    lines = [text_of(line)[8:] for line in draw_chart(Chart(title="", line=marks), 60, 14, None)][:-2]
    rows = [row for row in lines if "─" in row]
    assert len(rows) == 2
    assert not any(sign in row for row in lines if row not in rows for sign in "╯╭╮╰")


@pytest.mark.parametrize("last", ["2026-02-19", "2026-01-02", "2026-11-30", "2025-12-31"])
@pytest.mark.parametrize("width", [40, 60, 120])
def test_the_year_of_the_last_point_is_always_told_and_runs_into_no_other(last: str, width: int) -> None:
    moments = [datetime(1999, 6, 1, tzinfo=UTC), When.parse(last).start]
    line = tuple(Mark(ref="x", at=at, value=600) for at in moments)
    *_, years = [text_of(drawn) for drawn in draw_chart(Chart(title="", line=line), width, 12, None)]
    told = years.split()
    assert (told[0], told[-1]) == ("1999", last[:4])
    assert all(len(year) == 4 for year in told)
    assert len(years) == width


@pytest.mark.parametrize(
    ("moments", "told"),
    [
        (["2026-11-10", "2026-11-15", "2026-11-22"], ["10 Nov 2026", "13 Nov", "15 Nov", "17 Nov", "19 Nov", "22 Nov"]),
        (["2026-02", "2026-11-22"], ["Feb 2026", "Apr 2026", "Jun 2026", "Aug 2026", "Nov 2026"]),
        (["2026-02", "2026-03"], ["Feb 2026", "Mar 2026"]),
        (["2024", "2025"], ["2024", "2025"]),
        (["2026-11-20"], ["20 Nov 2026"]),
        (["2026-02"], ["Feb 2026"]),
    ],
    ids=["days", "months", "known to the month", "known to the year", "one day", "one month"],
)
def test_under_a_short_chart_stand_months_or_days_but_no_day_that_nobody_gave(
    moments: list[str], told: list[str]
) -> None:
    line = tuple(Mark(ref="x", at=When.parse(moment).start, value=600) for moment in moments)
    *_, below = [text_of(drawn) for drawn in draw_chart(Chart(title="", line=line), 60, 12, None)]
    assert re.split(r"\s{2,}", below.strip()) == told


def test_the_mark_that_a_row_goes_on_touches_none_of_its_numbers() -> None:
    row = (Run("Serbia is massing "), Run("forces    ", "strong"), Run("0", "muted"))
    assert "".join(run.text for run in marked_within(row)) == "Serbia is massing forces …  0"
    assert [run.ink for run in marked_within(row)] == ["plain", "strong", "muted", "strong", "muted"]
    full = (Run("no gap here at all"),)
    assert marked_within(full) == full
