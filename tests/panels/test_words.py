"""Numbers, dates and ages in words."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from board.model import Figure, FigureKind, Qualifier, When
from board.panels import _words
from board.panels._scale import scale
from board.shapes import Mark

NOW = datetime(2026, 11, 22, 13, 7, tzinfo=UTC)
BELGRADE = ZoneInfo("Europe/Belgrade")


@pytest.mark.parametrize(("number", "said"), [(238, "+238"), (-1351, "−1,351"), (0, "0"), (None, "–")])
def test_changes_carry_their_sign(number: int | None, said: str) -> None:
    assert _words.signed(number) == said


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("2023", "2023"),
        ("2017-02", "Feb 2017"),
        ("2026-02-19", "19 Feb 2026"),
        ("2026-02-19T23:30:00Z", "20 Feb 2026"),
    ],
)
def test_dates_are_no_more_precise_than_known_and_only_instants_move_with_the_zone(when: str, said: str) -> None:
    assert _words.date(When.parse(when), BELGRADE) == said


def test_an_unknown_date_is_unknown() -> None:
    assert _words.date(None, UTC) == "unknown"
    assert _words.to_the_minute(None, UTC) == "unknown"


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("2026-11-22T07:24:19Z", "22 Nov 2026 07:24Z"),
        ("2026-11-22T23:30:00Z", "22 Nov 2026 23:30Z"),
        ("2026-11-22", "22 Nov 2026"),
        ("2017-02", "Feb 2017"),
    ],
)
def test_the_hour_is_told_of_an_instant_and_never_of_a_day(when: str, said: str) -> None:
    assert _words.to_the_minute(When.parse(when), BELGRADE) == said


@pytest.mark.parametrize(
    ("time", "said"),
    [
        (timedelta(seconds=59), "0 min"),
        (timedelta(minutes=59), "59 min"),
        (timedelta(hours=12), "12 h"),
        (timedelta(days=3), "3 d"),
        (timedelta(days=61), "2 months"),
        (timedelta(days=276), "9 months"),
        (timedelta(days=800), "2 years"),
    ],
)
def test_a_length_of_time_has_one_unit(time: timedelta, said: str) -> None:
    assert _words.length(time) == said


def test_what_lies_ahead_is_not_past() -> None:
    assert _words.ago(NOW + timedelta(days=3), NOW) == "in 3 d"
    assert _words.ago(NOW - timedelta(seconds=5), NOW) == "just now"
    assert _words.ago(NOW + timedelta(microseconds=400_000), NOW) == "just now"


@pytest.mark.parametrize("values", [(10**17, 10**17 + 1), (10**17, 10**17 + 40), (0, 0), (7, 7), (4_600, 4_767)])
def test_a_chart_of_whatever_numbers_has_a_scale(values: tuple[int, int]) -> None:
    ticks = scale([Mark(ref="edition:1", at=NOW, value=value) for value in values]).ticks(20)
    assert 1 <= len(ticks) <= 21
    assert list(ticks) == sorted(set(ticks))


def test_a_month_that_is_not_over_is_not_old() -> None:
    assert _words.old(When.parse("2026-11"), NOW, UTC) == "under way"
    assert _words.old(When.parse("2026-11-23"), NOW, UTC) == "today", "where the day begins earlier"
    assert _words.old(When.parse("2026-02-19"), NOW, UTC) == "9 months old"


@pytest.mark.parametrize(
    ("when", "now", "said"),
    [
        ("2026-11-22", "2026-11-22T13:07:00Z", "today"),
        ("2026-11-21", "2026-11-22T00:30:00Z", "1 d old"),
        ("2026-11-20", "2026-11-22T09:00:00Z", "2 d old"),
        ("2026-11-21", "2026-11-21T23:30:00Z", "1 d old"),
        ("2026-11-20T09:00:00Z", "2026-11-21T19:00:00Z", "34 h old"),
    ],
)
def test_a_day_is_so_many_days_old_by_the_readers_calendar_and_an_instant_hours(when: str, now: str, said: str) -> None:
    assert _words.old(When.parse(when), datetime.fromisoformat(now), BELGRADE) == said


def test_a_figure_keeps_its_qualifier_and_its_kind() -> None:
    ceiling = Figure(subject="KFOR", number=1852, qualifier=Qualifier.UP_TO, kind=FigureKind.CEILING)
    assert _words.figure(ceiling) == "≤1,852 ceiling"
    assert _words.figure(Figure(subject="KFOR", number=600, qualifier=Qualifier.ABOUT)) == "≈600"


def test_since_says_as_much_as_tells_it_apart_from_now() -> None:
    assert _words.since(NOW - timedelta(hours=1), NOW, BELGRADE) == "since 13:07"
    assert _words.since(NOW - timedelta(days=2), NOW, BELGRADE) == "since Fri 20 Nov"
    assert _words.since(NOW - timedelta(days=400), NOW, BELGRADE) == "since 18 Oct 2025"
