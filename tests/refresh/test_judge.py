"""An answer with status 200 is not health: what is empty, less than before, from the future or long since the last."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from board.model import Edition, Item, Row, When
from board.outcome import ItemReading, Reading
from board.refresh.judge import judge
from board.snapshot import SourceHealth, SourceState
from tests.refresh.specs import source

NOW = datetime(2026, 2, 19, 10, tzinfo=UTC)
SPEC = source(expect=timedelta(days=7))
BEFORE = SourceHealth(name="desk", state=SourceState.OK, since=None, reason="", count=20)
NEVER = replace(BEFORE, state=SourceState.WAITING, count=None)


def reading(count: int, published: datetime = NOW - timedelta(hours=1)) -> Reading:
    items = tuple(ItemReading(item=Item(title=f"{n}", published=When(published))) for n in range(count))
    return Reading(items=items, count=count, newest=When(published))


def test_a_full_answer_is_fine() -> None:
    verdict = judge(BEFORE, reading(20), SPEC, NOW)
    assert (verdict.empty, verdict.partial, verdict.warnings) == ("", "", ())


def test_an_answer_without_anything_is_empty_and_tells_what_was_there() -> None:
    assert judge(BEFORE, reading(0), SPEC, NOW).empty == (
        "a good answer with nothing in it, where there were 20 entries before"
    )
    assert judge(replace(BEFORE, count=1), reading(0), SPEC, NOW).empty == (
        "a good answer with nothing in it, where there was 1 entry before"
    )
    assert judge(NEVER, reading(0), SPEC, NOW).empty == "a good answer with nothing in it"


def test_entries_of_which_none_matches_are_not_an_empty_answer() -> None:
    assert judge(BEFORE, Reading(count=20, newest=When(NOW)), SPEC, NOW).empty == ""


@pytest.mark.parametrize(
    ("before", "count", "partial"),
    [(20, 9, "only 9 entries, where there were 20 before"), (20, 10, ""), (5, 1, ""), (None, 1, "")],
)
def test_a_count_that_collapses_is_told(before: int | None, count: int, partial: str) -> None:
    assert judge(replace(BEFORE, count=before), reading(count), SPEC, NOW).partial == partial


def test_articles_that_could_not_be_had_make_it_partial() -> None:
    assert judge(BEFORE, reading(20), SPEC, NOW, failed="2 articles could not be read").partial == (
        "2 articles could not be read"
    )


def test_dates_in_the_future_are_counted() -> None:
    ahead = judge(BEFORE, reading(20, NOW + timedelta(hours=2)), SPEC, NOW)
    assert ahead.warnings == ("20 dates in the future",)
    assert judge(BEFORE, reading(20, NOW + timedelta(minutes=20)), SPEC, NOW).warnings == ()


def test_a_newest_entry_older_than_expected_is_told() -> None:
    old = judge(BEFORE, reading(20, NOW - timedelta(days=30)), SPEC, NOW)
    assert old.warnings == ("the newest entry is of 2026-01-20, 30 days ago",)
    assert judge(BEFORE, reading(20, NOW - timedelta(days=30)), replace(SPEC, expect=None), NOW).warnings == ()


def table(as_of: str, troops: int = 1600) -> Reading:
    row = Row(name="Italy", nation="ITA", troops=troops)
    return Reading(editions=(Edition(force="KFOR", as_of=When.parse(as_of), rows=(row,)),), count=1)


SHOWN = replace(BEFORE, count=1, newest=When.parse("2026-01-10"))


def test_a_page_that_goes_back_to_an_older_table_is_not_just_fine() -> None:
    assert judge(SHOWN, table("2024-03-01"), SPEC, NOW).partial == (
        "it shows a table as of 2024-03-01 (1,600) again, older than the one as of 2026-01-10 it gave before"
    )


@pytest.mark.parametrize("as_of", ["2026-01-10", "2026-02-10", "2026-01", "2026"])
def test_a_table_that_may_be_as_new_as_the_last_is_fine(as_of: str) -> None:
    assert judge(SHOWN, table(as_of), SPEC, NOW).partial == ""


def test_a_person_may_take_the_newest_table_out_of_their_own_file() -> None:
    own = replace(SPEC, url=None, path="own.csv")
    assert judge(SHOWN, table("2024-03-01"), own, NOW).partial == ""


def test_records_with_mistakes_make_a_file_partial_and_are_named() -> None:
    verdict = judge(BEFORE, replace(reading(20), mistakes=("figure 1 (line 5): number is missing",)), SPEC, NOW)
    assert verdict.partial == "not read: figure 1 (line 5): number is missing"
