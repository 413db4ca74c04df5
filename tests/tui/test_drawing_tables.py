"""Tables to lines: which columns go first, which words wrap, what stands under a row."""

from __future__ import annotations

import pytest

from board.shapes import Cell, Column, Table, TableRow
from board.tui.draw.lines import width_of
from board.tui.draw.table import Order, draw_table, fit_columns, sort_rows
from tests.tui import sample
from tests.tui.test_drawing import text_of


@pytest.mark.parametrize("width", [70, 54, 46, 40, 30, 20])
def test_columns_of_the_lowest_keep_go_first(width: int) -> None:
    table = sample.troops().shape
    assert isinstance(table, Table)
    fitted = fit_columns(table, width)
    shown = {index for index, _ in fitted.shown}
    gone = [column.keep for index, column in enumerate(table.columns) if index not in shown]
    assert fitted.dropped == len(gone)
    assert max(gone, default=-1) < min(table.columns[index].keep for index in shown)
    assert sum(w for _, w in fitted.shown) + len(fitted.shown) - 1 <= width
    assert bool(gone) == (width < 54)


@pytest.mark.parametrize("width", [1, 5, 12, 30, 60, 200])
def test_every_line_of_a_table_fits(width: int) -> None:
    table = sample.troops().shape
    assert isinstance(table, Table)
    lines = list(draw_table(table, table.rows, fit_columns(table, width), None, width))
    assert max(width_of(line.runs) for line in lines) <= width


CLAIMS = Table(
    columns=(
        Column(name="claim", title="Claim", keep=10, stretch=True),
        Column(name="denies", title="Deny it", keep=8),
        Column(name="name", title="Name", keep=1),
    ),
    rows=tuple(
        TableRow(ref=text, cells=(Cell(text, text), Cell("3 (2 origins) strongly", 3), Cell("us-withdrawal", "")))
        for text in ("The United States is withdrawing or cutting its troops in KFOR", "KFOR is being reinforced")
    ),
)


@pytest.mark.parametrize("width", [44, 53, 61, 76, 120])
def test_the_words_of_a_table_are_broken_into_lines_before_they_are_cut(width: int) -> None:
    lines = list(draw_table(CLAIMS, CLAIMS.rows, fit_columns(CLAIMS, width), None, width))
    said = " ".join(" ".join(text_of(line) for line in lines if line.item == 0).split())
    assert {"withdrawing", "cutting", "troops", "KFOR", "(2", "origins)", "strongly"} <= set(said.split())
    assert "…" not in said
    assert max(width_of(line.runs) for line in lines) <= width


def test_a_column_of_words_keeps_a_decent_width_and_others_go_first() -> None:
    assert dict(fit_columns(CLAIMS, 44).shown)[0] >= 24
    assert fit_columns(CLAIMS, 44).dropped == 1
    assert fit_columns(CLAIMS, 120).dropped == 0


def test_words_give_way_further_before_what_is_essential_goes() -> None:
    assert [index for index, _ in fit_columns(CLAIMS, 30).shown] == [0, 1]
    assert dict(fit_columns(CLAIMS, 30).shown)[0] == 16


def test_unknown_values_come_last_whichever_way_a_table_is_sorted() -> None:
    columns = (Column(name="troops", title="Troops"),)
    rows = tuple(TableRow(ref=str(value), cells=(Cell(str(value), value),)) for value in (3, None, 1))
    table = Table(columns=columns, rows=rows)
    assert [row.ref for row in sort_rows(table, Order("troops"))] == ["1", "3", "None"]
    assert [row.ref for row in sort_rows(table, Order("troops", falling=True))] == ["3", "1", "None"]
    assert [row.ref for row in sort_rows(table, Order("gone"))] == ["3", "None", "1"]


SOURCES = Table(
    columns=(
        Column(name="source", title="Source", keep=10, stretch=True),
        Column(name="state", title="State", keep=9),
        Column(name="reason", title="Reason", keep=6, below=True),
        Column(name="moved", title="Moved", keep=8),
    ),
    rows=(
        TableRow(ref="1", cells=(Cell("KoSSev"), Cell("stale"), Cell("nothing new for 12 days"), Cell(""))),
        TableRow(ref="2", cells=(Cell("Koha"), Cell("ok"), Cell(""), Cell(""))),
    ),
)


@pytest.mark.parametrize("width", [16, 30, 80])
def test_a_reason_stands_whole_under_its_row_and_only_there(width: int) -> None:
    lines = list(draw_table(SOURCES, SOURCES.rows, fit_columns(SOURCES, width), None, width))
    under = [text_of(line).strip() for line in lines if line.item == 0][1:]
    assert " ".join(under) == "nothing new for 12 days"
    assert len([line for line in lines if line.item == 1]) == 1
    assert "Reason" not in text_of(lines[0])


def test_a_column_with_nothing_in_it_takes_no_room_and_is_not_missed() -> None:
    fitted = fit_columns(SOURCES, 80)
    assert [index for index, _ in fitted.shown] == [0, 1]
    assert fitted.dropped == 0


def test_a_short_word_is_not_cut_for_a_long_one_beside_it() -> None:
    column = Column(name="newest", title="Newest", keep=6)
    texts = ("nothing said", "a year and a day ago")
    rows = tuple(TableRow(ref=text, cells=(Cell("x" * 40), Cell(text))) for text in texts)
    table = Table(columns=(Column(name="claim", title="Claim", keep=10, stretch=True), column), rows=rows)
    lines = draw_table(table, table.rows, fit_columns(table, 40), None, 40)
    assert any("nothing said" in text_of(line) for line in lines)


SILENT = Table(
    columns=(
        Column(name="claim", title="Claim", keep=10, stretch=True),
        Column(name="silent", title="No answer", right=True, keep=7),
        Column(name="newest", title="Newest", keep=6),
    ),
    rows=(TableRow(ref="1", cells=(Cell("KFOR is being reinforced"), Cell("2", 2), Cell("1 h ago"))),),
)


@pytest.mark.parametrize("width", range(43, 60))
def test_a_number_and_the_words_beside_it_do_not_read_as_one(width: int) -> None:
    row = text_of(list(draw_table(SILENT, SILENT.rows, fit_columns(SILENT, width), None, width))[1])
    assert "2  1 h ago" in row


def test_where_there_is_room_columns_stand_two_cells_apart() -> None:
    row = text_of(list(draw_table(CLAIMS, CLAIMS.rows, fit_columns(CLAIMS, 120), None, 120))[1])
    assert "troops in KFOR  3 (2 origins) strongly  us-withdrawal" in row


def test_the_mark_of_a_row_that_changed_moves_nothing() -> None:
    for width in (40, 120):
        fitted = fit_columns(CLAIMS, width)
        plain, marked = (
            list(draw_table(CLAIMS, CLAIMS.rows, fitted, None, width, of)) for of in ((), {CLAIMS.rows[0].ref})
        )
        assert text_of(marked[1]).replace("•", " ", 1) == text_of(plain[1])
        assert "•" in text_of(marked[1])
