from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.judging.disagreement import Disagreement, disagreements
from board.judging.ranges import Range, range_of, tolerance
from board.model import Qualifier, Row
from tests.claims.build import cases, edition, figure

NOW = datetime(2026, 6, 1, tzinfo=UTC)
CASES = dict(cases("claims/disagreements.toml"))


def found(case: Mapping[str, Any]) -> tuple[Disagreement, ...]:
    figures = [figure(table, number) for number, table in enumerate(case.get("figures", ()), 1)]
    editions = [edition(table, number) for number, table in enumerate(case.get("editions", ()), 1)]
    return disagreements(figures, editions, NOW)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_what_cannot_both_be_true_is_found(case: Mapping[str, Any]) -> None:
    assert [each.because for each in found(case)] == case["found"]


def test_both_sides_can_be_marked_where_they_stand() -> None:
    (disagreement,) = found(CASES["more than 600 against 590"])
    assert (disagreement.subject, disagreement.nation) == ("KFOR", "USA")
    assert disagreement.concerns("figure:1")
    assert disagreement.concerns("edition:1")
    assert not disagreement.concerns("figure:2")


def test_the_rows_of_one_nation_are_held_against_others_as_their_sum() -> None:
    table = edition({"as_of": "2026-02-19", "complete": True, "troops": {"USA": 500}}, 1)
    headquarters = Row(name="United States (headquarters)", nation="USA", troops=90)
    table = replace(table, value=replace(table.value, rows=(*table.value.rows, headquarters)))
    said = [figure({**CASES["more than 600 against 590"]["figures"][0], "number": 590, "qualifier": "exactly"}, 1)]
    assert disagreements(said, [table], NOW) == ()


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_those_of_one_table_or_figure_are_all_that_concern_it_and_no_others(case: Mapping[str, Any]) -> None:
    figures = [figure(table, number) for number, table in enumerate(case.get("figures", ()), 1)]
    editions = [edition(table, number) for number, table in enumerate(case.get("editions", ()), 1)]
    every = disagreements(figures, editions, NOW)
    for ref in {each.ref for each in figures} | {each.ref for each in editions}:
        its = disagreements(figures, editions, NOW, of=ref)
        assert all(each.concerns(ref) for each in its)
        assert {each for each in every if each.concerns(ref)} <= set(its)


def test_the_window_is_for_the_caller_to_choose() -> None:
    tables = CASES["half a year apart both can be true"]["figures"]
    figures = [figure(table, number) for number, table in enumerate(tables, 1)]
    assert len(disagreements(figures, [], NOW, window=timedelta(days=200))) == 1


@pytest.mark.parametrize(
    ("number", "allowed"),
    [(600, 50), (590, 29), (4500, 225), (4767, 238), (4000, 400), (50_000, 5000), (100, 10), (20, 2), (7, 0), (0, 0)],
)
def test_about_allows_what_rounding_hides_and_little_more(number: int, allowed: int) -> None:
    assert tolerance(number) == allowed


@pytest.mark.parametrize(
    ("qualifier", "expected"),
    [
        (Qualifier.EXACTLY, Range(600, 600)),
        (Qualifier.ABOUT, Range(550, 650)),
        (Qualifier.MORE_THAN, Range(601, None)),
        (Qualifier.AT_LEAST, Range(600, None)),
        (Qualifier.LESS_THAN, Range(0, 599)),
        (Qualifier.UP_TO, Range(0, 600)),
    ],
)
def test_a_qualifier_is_a_range(qualifier: Qualifier, expected: Range) -> None:
    assert range_of(600, qualifier) == expected


numbers = st.integers(min_value=0, max_value=10**6)
qualifiers = st.sampled_from(Qualifier)


@given(numbers, qualifiers, numbers, qualifiers, numbers)
def test_ranges_meet_if_and_only_if_a_count_lies_in_both(
    one: int, hedged: Qualifier, other: int, hedged_too: Qualifier, count: int
) -> None:
    ranges = range_of(one, hedged), range_of(other, hedged_too)
    assert ranges[0].meets(ranges[1]) == ranges[1].meets(ranges[0])
    if all(each.low <= count and (each.high is None or count <= each.high) for each in ranges):
        assert ranges[0].meets(ranges[1])


def test_of_many_figures_every_pair_is_compared() -> None:
    tables = [
        {"nation": "USA", "number": 500 + n, "published": "2026-02-01", "said_by": f"Voice {n}"} for n in range(40)
    ]
    figures = [figure(table, number) for number, table in enumerate(tables, 1)]
    assert len(disagreements(figures, [], NOW)) == 40 * 39 / 2
