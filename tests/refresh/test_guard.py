"""Readings that are held until a person has looked at them."""

from __future__ import annotations

from board.model import Edition, Row, When
from board.outcome import Reading
from board.refresh.guard import objections
from tests.refresh.specs import guard


def table(*troops: int) -> Reading:
    rows = tuple(Row(name=f"Nation {n}", troops=number) for n, number in enumerate(troops))
    edition = Edition(force="KFOR", as_of=When.parse("2026-02"), rows=rows, complete=True)
    return Reading(editions=(edition,), count=len(rows))


LAST = table(1000).editions[0]


def test_without_a_guard_nothing_is_held() -> None:
    assert objections(guard(), table(1), b"", LAST) == ""


def test_each_table_of_a_reading_is_looked_at() -> None:
    two = Reading(editions=(*table(1000).editions, *table(4500).editions), count=2)
    assert "1,000 to 4,500" in objections(guard(max_change=0.4), two, b"", LAST)


def test_too_few_rows_or_entries_are_held() -> None:
    assert "2 rows" in objections(guard(min_rows=3), table(1, 2), b"", None)
    assert objections(guard(min_rows=3), Reading(count=2), b"", None) == "2 entries, at least 3 are expected"
    assert objections(guard(min_rows=2), Reading(count=2), b"", None) == ""


def test_words_that_must_stand_in_the_answer() -> None:
    rule = guard(must_contain=("Contributing", "Country"))
    assert objections(rule, Reading(count=1), b"CONTRIBUTING nations", None) == "the answer does not contain 'Country'"
    serbian = guard(must_contain=("Учешће",))
    assert objections(serbian, Reading(count=1), "учешће".encode("windows-1251"), None, "windows-1251") == ""
