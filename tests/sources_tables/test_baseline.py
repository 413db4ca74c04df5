"""The bundled baseline says what the recorded figures say, row for row, with their notes turned into fields."""

import csv
from datetime import UTC, datetime
from pathlib import Path

import pytest

from board.model import About, Completeness, Edition, Extract, Figure, FigureKind, Identity, Qualifier, Stance, Strength
from board.paths import bundled
from board.reading.tables.editions import editions
from board.sources import csv as csv_kind
from board.sources import curated
from board.text.nations import nation_of

RECORDED = Path(__file__).parent.parent / "cases" / "tables" / "baseline"
RETRIEVED = datetime(2026, 11, 22, tzinfo=UTC)
FORCE = "KFOR"


def recorded(name: str) -> list[dict[str, str]]:
    with (RECORDED / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def extracted(name: str) -> Extract:
    about = About(address=name, retrieved=RETRIEVED)
    return csv_kind.extract(bundled(name).read_bytes(), csv_kind.Options(), about)


def read(name: str) -> tuple[tuple[Edition, ...], tuple[Figure, ...]]:
    return editions(extracted(name), force=FORCE, said_by="the baseline", url=None)


def test_every_recorded_contribution_is_bundled() -> None:
    rows = extracted("contributions.csv").rows
    said = [(str(row.as_of), row.nation, row.troops, row.url, row.note) for row in rows]
    assert said == [
        (row["as_of"], nation_of(row["country"]), int(row["troops"]), row["source_url"], row["note"])
        for row in recorded("contributions.csv")
    ]
    assert len(said) == 123
    assert all(row.said_by and row.completeness for row in rows)


def test_every_recorded_total_is_bundled() -> None:
    figures = extracted("totals.csv").figures
    totals = [figure for figure in figures if figure.kind is not FigureKind.NATIONS]
    assert [(str(figure.as_of), figure.number, figure.url, figure.note) for figure in totals] == [
        (row["as_of"], int(row["total"]), row["source_url"] if "://" in row["source_url"] else None, row["note"])
        for row in recorded("totals.csv")
    ]
    assert len(totals) == 53
    assert all(figure.said_by for figure in totals)


def test_every_recorded_number_of_nations_is_bundled() -> None:
    nations = [figure for figure in extracted("totals.csv").figures if figure.kind is FigureKind.NATIONS]
    stated = [(row["as_of"], int(row["nations"])) for row in recorded("totals.csv") if row["nations"]]
    assert [(str(figure.as_of), figure.number) for figure in nations] == stated


@pytest.mark.parametrize(
    ("as_of", "nation", "troops", "qualifier", "kind", "completeness"),
    [
        ("1999", "GBR", 19000, "about", "present", "single"),
        ("1999-06-08", "GBR", 13000, "exactly", "pledged", "single"),
        ("2008-03", "DEU", 2900, "about", "present", "single"),
        ("2017-01", "USA", 650, "about", "present", "single"),
        ("2017-02", "TUR", 303, "exactly", "present", "complete"),
        ("2020-08-22", "ITA", 500, "about", "present", "single"),
        ("2021-10-06", "BGR", 35, "exactly", "ceiling", "single"),
        ("2022-08", "TUR", 350, "exactly", "present", "partial"),
        ("2023", "TUR", 369, "exactly", "present", "complete"),
        ("2023-06-08", "USA", 591, "about", "present", "single"),
        ("2023-06-13", "GBR", 41, "exactly", "present", "single"),
        ("2023-09-06", "ITA", 850, "more_than", "present", "single"),
        ("2023-10-06", "DEU", 71, "exactly", "present", "single"),
        ("2023-11-20", "TUR", 780, "exactly", "reserve", "single"),
        ("2023-11-29", "CHE", 195, "exactly", "ceiling", "single"),
        ("2024-10", "ITA", 852, "exactly", "ceiling", "single"),
        ("2025-02-20", "USA", 602, "exactly", "present", "partial"),
        ("2025-02-25", "USA", 600, "more_than", "present", "single"),
        ("2025-04", "USA", 600, "less_than", "present", "single"),
        ("2026-02-19", "USA", 590, "exactly", "present", "partial"),
        ("2026-02-19", "USA", 600, "about", "present", "single"),
    ],
)
def test_what_a_note_says_of_a_contribution_is_a_field(
    as_of: str, nation: str, troops: int, qualifier: str, kind: str, completeness: str
) -> None:
    rows = extracted("contributions.csv").rows
    row = next(row for row in rows if (str(row.as_of), row.nation, row.troops) == (as_of, nation, troops))
    assert (row.qualifier, row.kind, row.completeness) == (qualifier, kind, completeness)


@pytest.mark.parametrize(
    ("as_of", "number", "qualifier", "kind"),
    [
        ("1999-09-08", 49000, "exactly", "present"),
        ("2000-12-03", 42500, "about", "present"),
        ("2008-03", 15900, "more_than", "present"),
        ("2009-04", 14000, "more_than", "present"),
        ("2011-02-16", 5000, "exactly", "planned"),
        ("2013-02-18", 6000, "less_than", "present"),
        ("2023-05-30", 3700, "about", "present"),
        ("2023-05-30", 3800, "less_than", "present"),
        ("2023-10-06", 3400, "about", "present"),
        ("2023-10-07", 4500, "more_than", "present"),
        ("2023-12-31", 4700, "about", "present"),
        ("2026-02-12", 4636, "about", "present"),
        ("2026-02-19", 4767, "exactly", "present"),
    ],
)
def test_what_a_note_says_of_a_total_is_a_field(as_of: str, number: int, qualifier: str, kind: str) -> None:
    figures = extracted("totals.csv").figures
    figure = next(figure for figure in figures if (str(figure.as_of), figure.number) == (as_of, number))
    assert (figure.qualifier, figure.kind) == (Qualifier(qualifier), FigureKind(kind))


def test_the_tables_become_editions_and_the_rest_stays_single() -> None:
    tables, figures = read("contributions.csv")
    said = [(str(e.as_of), len(e.rows), e.total_summed, e.total_stated, e.nations_stated, e.complete) for e in tables]
    assert said == [
        ("2017-02", 30, 4273, 4273, 30, True),
        ("2022-08", 16, 3060, 3735, 27, False),
        ("2023", 27, 4353, 4353, 27, True),
        ("2025-02-20", 2, 1860, None, None, False),
        ("2025-04-25", 1, 1258, 4686, 28, False),
        ("2026-02-19", 6, 2851, 4767, 33, False),
    ]
    assert len(figures) == 123 - 82
    assert {figure.subject for figure in figures} == {FORCE}


def test_the_two_complete_tables_pass_every_check() -> None:
    complete = [edition for edition in read("contributions.csv")[0] if edition.complete]
    assert [check.passed for edition in complete for check in edition.checks] == [True] * 12


def test_no_partial_table_fails_one() -> None:
    partial = [edition for edition in read("contributions.csv")[0] if edition.complete is False]
    assert not [check for edition in partial for check in edition.checks if check.passed is False]
    assert {row.completeness for edition in partial for row in edition.rows} == {Completeness.PARTIAL}


def test_the_totals_are_figures_of_the_force() -> None:
    tables, figures = read("totals.csv")
    assert tables == ()
    assert {(figure.subject, figure.nation) for figure in figures} == {(FORCE, None)}


def curated_extract() -> Extract:
    body = bundled("statements.toml").read_bytes()
    return curated.extract(body, curated.Options(), About(address="statements.toml", retrieved=RETRIEVED))


def test_two_denials_of_different_strength_and_two_requests_without_an_answer() -> None:
    statements = curated_extract().statements
    denials = [(one.organisation, one.identity, one.strength) for one in statements if one.stance is Stance.DENIES]
    assert denials == [
        ("US Department of Defense", Identity.UNNAMED, Strength.WEAK),
        ("Ministry of Defence of Kosovo", Identity.ORGANISATION, Strength.STRONG),
        ("Ministry of Defence of Kosovo", Identity.ORGANISATION, Strength.STRONG),
    ]
    silent = [one.organisation for one in statements if one.stance is Stance.NO_COMMENT and "awaited" in one.text]
    assert silent == ["Government of Kosovo", "Ministry of Defence of Kosovo"]


def test_every_curated_statement_has_its_origin_date_and_address() -> None:
    statements = curated_extract().statements
    assert {one.origin for one in statements} == {"RFE/RL", "Politico", "Anadolu"}
    assert {one.carriers for one in statements} == {("BTA", "fakti.bg"), ("Türkiye Today",)}
    assert all(one.published and one.url for one in statements)


def test_no_figure_of_the_tables_is_curated_a_second_time() -> None:
    curated_numbers = {figure.number for figure in curated_extract().figures}
    told = {row.troops for row in extracted("contributions.csv").rows}
    told |= {figure.number for figure in extracted("totals.csv").figures}
    assert curated_numbers.isdisjoint(told)


def test_the_history_of_the_tiers_has_the_dates_that_are_known() -> None:
    events = {str(event.when): event for event in curated_extract().events}
    assert str(events["2017-04"].until) == "2017-06"
    assert {"2026-07", "2018-03", "2023-05-29", "2023-09-24", "2024-02", "2025-09"} <= events.keys()
