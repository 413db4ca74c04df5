"""Rows become editions, which carry how they stand up to their own figures."""

from dataclasses import replace

import pytest

from board.model import Completeness, Edition, Extract, Figure, FigureKind, Row, When
from board.options import Share
from board.reading.tables.editions import editions
from board.reading.tables.guards import guard
from board.spec import GuardSpec

MAY = When.parse("2023-05")
JUNE = When.parse("2023-06")
ITALY = Row(name="Italy", nation="ITA", troops=900, raw="900")
SPAIN = Row(name="Spain", nation="ESP", troops=100, raw="100")


def tables(extract: Extract) -> tuple[Edition, ...]:
    return editions(extract, force="AF", said_by="the page", url="https://page.example/")[0]


def figures(extract: Extract) -> tuple[Figure, ...]:
    return editions(extract, force="AF", said_by="the page", url="https://page.example/")[1]


def check(edition: Edition, name: str) -> bool | None:
    return next(check.passed for check in edition.checks if check.name == name)


def test_rows_of_one_date_and_address_are_one_edition() -> None:
    june = [replace(row, as_of=JUNE) for row in (ITALY, SPAIN)]
    elsewhere = replace(ITALY, as_of=JUNE, url="https://other.example/")
    found = tables(Extract(rows=(*june, replace(ITALY, as_of=MAY), elsewhere)))
    assert [(edition.as_of, edition.url, len(edition.rows)) for edition in found] == [
        (JUNE, "https://page.example/", 2),
        (MAY, "https://page.example/", 1),
        (JUNE, "https://other.example/", 1),
    ]


def test_the_pages_date_owner_and_address_stand_in_for_the_rows() -> None:
    edition = tables(Extract(rows=(ITALY,), as_of=JUNE))[0]
    assert (edition.as_of, edition.said_by, edition.url) == (JUNE, "the page", "https://page.example/")
    assert edition.rows[0].said_by == "the page"


@pytest.mark.parametrize("kind", [kind for kind in FigureKind if kind is not FigureKind.PRESENT])
def test_a_row_of_another_kind_is_never_part_of_a_table(kind: FigureKind) -> None:
    extract = Extract(rows=(ITALY, replace(SPAIN, kind=kind, completeness=Completeness.COMPLETE)))
    assert [row.name for edition in tables(extract) for row in edition.rows] == ["Italy"]
    assert [(figure.nation, figure.kind) for figure in figures(extract)] == [("ESP", kind)]


def test_a_single_row_is_a_figure_and_one_without_a_number_is_none() -> None:
    single = replace(ITALY, completeness=Completeness.SINGLE)
    extract = Extract(rows=(single, replace(single, troops=None, raw="n/a")))
    assert tables(extract) == ()
    assert [(figure.nation, figure.number, figure.quote) for figure in figures(extract)] == [("ITA", 900, "Italy: 900")]


def test_a_total_of_the_same_date_and_address_is_its_editions_too() -> None:
    total = Figure(subject="", number=1000, as_of=JUNE)
    nations = Figure(subject="", number=3, kind=FigureKind.NATIONS, as_of=JUNE)
    extract = Extract(rows=(replace(ITALY, as_of=JUNE), replace(SPAIN, as_of=JUNE)), figures=(total, nations))
    edition = tables(extract)[0]
    assert (edition.total_stated, edition.nations_stated) == (1000, 3)
    assert [(figure.subject, figure.number) for figure in figures(extract)] == [("AF", 1000), ("AF", 3)]
    assert (check(edition, "sum"), check(edition, "nations")) == (True, False)


def test_a_total_of_another_date_is_not() -> None:
    extract = Extract(rows=(replace(ITALY, as_of=JUNE),), figures=(Figure(subject="", number=1000, as_of=MAY),))
    assert tables(extract)[0].total_stated is None


def test_totals_that_contradict_each_other_are_no_total() -> None:
    rows = (replace(ITALY, table_total=1000), replace(SPAIN, table_total=1001))
    edition = tables(Extract(rows=rows))[0]
    assert (edition.total_stated, check(edition, "sum")) == (None, None)


@pytest.mark.parametrize(
    ("completeness", "stated", "passed"),
    [
        (Completeness.COMPLETE, 1000, True),
        (Completeness.COMPLETE, 1200, False),
        (Completeness.COMPLETE, None, None),
        (Completeness.PARTIAL, 1200, None),
        (Completeness.PARTIAL, 800, False),
        (None, 1000, True),
        (None, 999, False),
    ],
)
def test_the_sum_is_checked_as_far_as_the_table_is_whole(
    completeness: Completeness | None, stated: int | None, passed: bool | None
) -> None:
    rows = tuple(replace(row, completeness=completeness) for row in (ITALY, SPAIN))
    assert check(tables(Extract(rows=rows, total_stated=stated))[0], "sum") is passed


def test_lost_labels_odd_numbers_and_repeated_nations_are_told_and_kept() -> None:
    rows = (ITALY, ITALY, replace(SPAIN, name="", nation=None), replace(SPAIN, troops=None, raw="?"))
    edition = tables(Extract(rows=rows))[0]
    assert len(edition.rows) == 4
    failed = {check.name: check.detail for check in edition.checks if check.passed is False}
    assert failed == {
        "labels": "no known nation: no name (100)",
        "numbers": "not a number: Spain: ?",
        "rows": "more than once: Italy",
    }


WHOLE = tables(Extract(rows=(ITALY, SPAIN), total_stated=1000))[0]


@pytest.mark.parametrize(
    ("spec", "reason"),
    [
        (GuardSpec(), ""),
        (GuardSpec(min_rows=2), ""),
        (GuardSpec(min_rows=3), "2 rows, at least 3 are expected"),
        (GuardSpec(max_change=Share(0.5)), ""),
        (GuardSpec(max_change=Share(0.4)), "the total went from 2,000 to 1,000 (-50%), more than 40%"),
        (GuardSpec(must_contain=("Contributing NATIONS",)), ""),
        (GuardSpec(must_contain=("troops",)), "the page does not contain 'troops'"),
        (GuardSpec(total=True), ""),
        (
            GuardSpec(min_rows=3, must_contain=("troops",)),
            "2 rows, at least 3 are expected; the page does not contain 'troops'",
        ),
    ],
)
def test_a_guard_says_why_an_edition_is_held(spec: GuardSpec, reason: str) -> None:
    assert guard(WHOLE, replace(WHOLE, total_stated=2000), spec, "contributing nations") == reason


def test_without_an_edition_before_there_is_no_jump() -> None:
    assert guard(WHOLE, None, GuardSpec(max_change=Share(0.1)), "") == ""


def test_a_part_of_a_table_is_not_compared_by_its_sum() -> None:
    part = replace(WHOLE, total_stated=None, complete=False)
    assert guard(part, replace(WHOLE, total_stated=2000), GuardSpec(max_change=Share(0.1)), "") == ""


def test_a_wrong_sum_is_held_where_the_guard_asks_for_it() -> None:
    wrong = tables(Extract(rows=(ITALY, SPAIN), total_stated=1200))[0]
    assert guard(wrong, None, GuardSpec(total=True), "") == "rows sum to 1,000, the stated total is 1,200"
    assert guard(wrong, None, GuardSpec(), "") == ""


def test_a_page_without_a_table_gives_its_total_as_figures() -> None:
    extract = Extract(total_stated=4302, nations_stated=28, as_of=JUNE)
    assert tables(extract) == ()
    assert [(figure.number, figure.kind, figure.as_of) for figure in figures(extract)] == [
        (4302, FigureKind.PRESENT, JUNE),
        (28, FigureKind.NATIONS, JUNE),
    ]
