"""Readings that are held until a person has looked at them."""

from __future__ import annotations

import pytest

from board.model import Edition, Row, When
from board.outcome import Reading
from board.refresh.guard import objections
from board.spec import GuardSpec
from tests.refresh.specs import guard


def table(*troops: int, stated: int | None = None, complete: bool | None = True) -> Edition:
    rows = tuple(Row(name=f"Nation {n}", troops=number) for n, number in enumerate(troops))
    return Edition(force="KFOR", as_of=When.parse("2026-02"), rows=rows, total_stated=stated, complete=complete)


def held(kept: GuardSpec, edition: Edition, *, last: Edition | None = None, body: bytes = b"") -> tuple[str, ...]:
    return objections(rule, Reading(editions=(edition,), count=len(edition.rows)), body, last)


def test_without_a_guard_nothing_is_held() -> None:
    assert held(guard(), table(1, stated=99), last=table(1000)) == ()


def test_too_few_rows_are_held() -> None:
    assert held(guard(min_rows=3), table(1, 2)) == ("2 rows where at least 3 were expected",)
    assert held(guard(min_rows=2), table(1, 2)) == ()


@pytest.mark.parametrize("now", [600, 1400])
def test_a_total_may_move_so_far(now: int) -> None:
    assert held(guard(max_change=0.4), table(now), last=table(1000)) == ()


@pytest.mark.parametrize(("now", "share"), [(590, "41%"), (4500, "350%"), (0, "100%")])
def test_and_no_further(now: int, share: str) -> None:
    assert held(guard(max_change=0.4), table(now), last=table(1000)) == (
        f"the total went from 1,000 to {now:,}, by {share} where 40% is allowed",
    )


def test_the_first_edition_has_nothing_to_jump_from() -> None:
    assert held(guard(max_change=0.4), table(5)) == ()


def test_words_that_must_stand_on_the_page() -> None:
    rule = guard(must_contain=("Contributing", "Country"))
    assert held(rule, table(1), body=b"<h1>Contributing nations</h1>") == ("the page does not contain 'Country'",)


def test_rows_that_do_not_sum_to_the_stated_total_are_held_for_a_whole_table_only() -> None:
    rule = guard(total=True)
    assert held(rule, table(1, 2, stated=4)) == ("the rows sum to 3 where the table states 4",)
    assert held(rule, table(1, 2, stated=3)) == ()
    assert held(rule, table(1, 2, stated=4, complete=False)) == ()
    assert held(rule, table(1, 2)) == ()
