"""When a source is due: floors, back-off, what servers ask for, and clocks that were wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from board import schedule
from board.snapshot import SourceHealth, SourceState
from board.spec import SourceSpec
from tests.refresh.specs import source

NOW = datetime(2026, 2, 19, 10, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
FEED = source(every=30 * MINUTE)
NEW = SourceHealth(name="feed", state=SourceState.WAITING, since=None, reason="")


def known(**changes: object) -> SourceHealth:
    return replace(NEW, **changes)  # type: ignore[arg-type]


def test_a_source_never_read_is_due() -> None:
    assert schedule.is_due(FEED, NEW, NOW)


def test_a_source_is_due_at_its_time_and_not_before() -> None:
    assert not schedule.is_due(FEED, known(next_due=NOW + MINUTE), NOW)
    assert schedule.is_due(FEED, known(next_due=NOW), NOW)


def test_a_source_switched_off_is_never_due() -> None:
    assert not schedule.is_due(replace(FEED, enabled=False), NEW, NOW)


def test_a_blocked_source_waits_although_its_time_has_come() -> None:
    blocked = known(next_due=NOW - HOUR, blocked_until=NOW + HOUR)
    assert not schedule.is_due(FEED, blocked, NOW)
    assert schedule.is_due(FEED, blocked, NOW + HOUR)


def test_a_time_set_by_a_clock_that_was_wrong_silences_nobody() -> None:
    assert schedule.is_due(FEED, known(next_due=NOW + 400 * DAY, blocked_until=NOW + 400 * DAY), NOW)


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        (replace(FEED, every=MINUTE), 15 * MINUTE),
        (FEED, 30 * MINUTE),
        (replace(FEED, every=MINUTE, allow_private=True), MINUTE),
        (replace(FEED, url=None, path="a.csv", every=MINUTE), MINUTE),
    ],
)
def test_the_web_is_asked_at_most_every_quarter_of_an_hour(spec: SourceSpec, expected: timedelta) -> None:
    assert schedule.after_answer(spec, NOW, chance=0.0) == NOW + expected


def test_chance_adds_a_little_and_takes_nothing() -> None:
    assert schedule.after_answer(FEED, NOW, chance=1.0) == NOW + 33 * MINUTE


def test_an_answer_that_stays_good_is_not_asked_for_again() -> None:
    assert schedule.after_answer(FEED, NOW, chance=0.0, fresh_until=NOW + 5 * HOUR) == NOW + 5 * HOUR
    assert schedule.after_answer(FEED, NOW, chance=0.0, fresh_until=NOW + MINUTE) == NOW + 30 * MINUTE


def test_failures_double_the_wait_up_to_a_day() -> None:
    waits = [schedule.after_failure(FEED, NOW, failures=count, chance=0.0) - NOW for count in (1, 2, 3, 7, 100)]
    assert waits == [30 * MINUTE, HOUR, 2 * HOUR, DAY, DAY]


def test_a_source_read_less_than_daily_is_not_tried_more_often_for_failing() -> None:
    weekly = replace(FEED, every=7 * DAY)
    assert schedule.after_failure(weekly, NOW, failures=9, chance=0.0) == NOW + 7 * DAY


def test_what_the_server_asks_for_is_kept() -> None:
    assert schedule.after_failure(FEED, NOW, failures=1, chance=0.0, retry_after=7200.0) == NOW + 2 * HOUR
