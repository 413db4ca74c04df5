"""Times as people type them."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from board.errors import BoardError, UsageError
from board.text.moments import beginning, moment

NOW = datetime(2026, 11, 22, 13, 7, tzinfo=UTC)
BELGRADE = ZoneInfo("Europe/Belgrade")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2025-03-01", "2025-03-01T22:59:59+00:00"),
        ("2025-07", "2025-07-31T21:59:59+00:00"),
        ("2025", "2025-12-31T22:59:59+00:00"),
        ("2026-02-19T10:00:00Z", "2026-02-19T10:00:00+00:00"),
        ("yesterday 18:00", "2026-11-21T17:00:00+00:00"),
        ("last friday", "2026-11-20T22:59:59+00:00"),
        ("3 days ago", "2026-11-19T13:07:00+00:00"),
        ("19.02.2026", "2026-02-19T22:59:59+00:00"),
        ("feb 2025", "2025-02-28T22:59:59+00:00"),
    ],
)
def test_a_time_is_the_last_moment_it_may_mean_on_the_boards_own_clock(typed: str, meant: str) -> None:
    assert moment(typed, now=NOW, zone=BELGRADE).isoformat() == meant


@pytest.mark.parametrize("typed", ["", "soonish", "the day the wall fell", "x" * 10_000])
def test_what_is_no_time_is_refused_with_examples(typed: str) -> None:
    with pytest.raises(BoardError, match="is no time: try"):
        moment(typed, now=NOW, zone=BELGRADE)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025-02-25", "2025-02-24T23:00"),
        ("2025-02", "2025-01-31T23:00"),
        ("today", "2026-11-21T23:00"),
        ("yesterday", "2026-11-20T23:00"),
        ("yesterday 18:00", "2026-11-21T17:00"),
        ("2 hours ago", "2026-11-22T08:00"),
        ("2026-11-22T06:30:00Z", "2026-11-22T06:30"),
    ],
)
def test_since_a_day_means_from_its_midnight_on(text: str, expected: str) -> None:
    now, zone = datetime(2026, 11, 22, 10, tzinfo=UTC), ZoneInfo("Europe/Belgrade")
    assert f"{beginning(text, now=now, zone=zone):%Y-%m-%dT%H:%M}" == expected


@pytest.mark.parametrize("typed", ["0001-01-01", "0001", "9999", "9999-12-31T23:59:59Z"])
def test_the_ends_of_the_calendar_are_no_times_of_a_board(typed: str) -> None:
    for read in (moment, beginning):
        with pytest.raises(UsageError, match="is no time"):
            read(typed, now=NOW, zone=BELGRADE)
