"""Dates are read as precisely as they are written, in the languages of the sources, and never invented."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.text.dates import read_when
from board.text.months import month_of

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
BELGRADE = ZoneInfo("Europe/Belgrade")


def iso(text: str, languages: tuple[str, ...] = (), zone: ZoneInfo | None = None) -> str | None:
    when = read_when(text, now=NOW, languages=languages, zone=zone)
    return None if when is None else str(when)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tue, 04 Mar 2025 10:00:00 +0100", "2025-03-04T09:00:00Z"),
        ("Tue, 04 Mar 2025 10:00:00 GMT", "2025-03-04T10:00:00Z"),
        ("Mon, 04 Mar 2025 10:00:00 GMT", "2025-03-04T10:00:00Z"),
        ("4 Mar 2025 10:00 EST", "2025-03-04T15:00:00Z"),
        ("Tue, 04 Mar 25 10:00:00 GMT", "2025-03-04T10:00:00Z"),
        ("Tue, 04 Mar 2025 10:00:00 GMT+0300", "2025-03-04T07:00:00Z"),
        ("Tue, 04 Mar 2025 10:00:00 +03:00", "2025-03-04T07:00:00Z"),
        ("Tue, 04 Mar 2025 10:00:00 CET", "2025-03-04T09:00:00Z"),
        ("Tue, 04 Mar 2025 10:00:00 QQQ", "2025-03-04"),
        ("Tue, 04 Mar 2025 10:00:00 +9900", "2025-03-04"),
        ("Tue, 04 Mar 2025 25:61:00 GMT", "2025-03-04"),
        ("Mar, 04 mars 2025 10:00:00 +0100", "2025-03-04T09:00:00Z"),
        ("Уто, 04 мар 2025 10:00:00 +0100", "2025-03-04T09:00:00Z"),
        ("E mar, 04 Tet 2025 10:00:00 +0200", "2025-10-04T08:00:00Z"),
    ],
)
def test_mail_dates_with_wrong_zones_and_local_names(text: str, expected: str) -> None:
    assert iso(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-02-19T10:11:12Z", "2026-02-19T10:11:12Z"),
        ("2026-02-19T10:11:12.345+01:00", "2026-02-19T09:11:12Z"),
        ("2026-02-19T10:11+0100", "2026-02-19T09:11:00Z"),
        ("2026-02-19 10:11:12 UTC", "2026-02-19T10:11:12Z"),
        ("2026-02-19T10:11:12", "2026-02-19"),
        ("2026-02-19", "2026-02-19"),
        ("2026/2/9", "2026-02-09"),
        ("20260219", "2026-02-19"),
        ("2026-02", "2026-02"),
        ("2026", "2026"),
    ],
)
def test_iso_dates(text: str, expected: str) -> None:
    assert iso(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("20 Nov. 2023 17:24", "2023-11-20"),
        ("14 June 2023", "2023-06-14"),
        ("June 14, 2023", "2023-06-14"),
        ("Feb 25, 2025 10:07 PM", "2025-02-25"),
        ("30. avgust 2022.", "2022-08-30"),
        ("30. август 2022.", "2022-08-30"),
        ("30. avgusta 2022. godine", "2022-08-30"),
        ("08 qershor 2010", "2010-06-08"),
        ("8 nëntor 2024, ora 11:30", "2024-11-08"),
        ("20 ноември 2023 г., 17:24", "2023-11-20"),
        ("3 јули 2024", "2024-07-03"),
        ("1. März 2023", "2023-03-01"),
        ("20 gennaio 2023", "2023-01-20"),
        ("1er août 2023", "2023-08-01"),
        ("20 Kasım 2023", "2023-11-20"),
        ("12 Ağustos 2021 Perşembe", "2021-08-12"),
        ("14 de junio de 2023", "2023-06-14"),
        ("02.03.2024.", "2024-03-02"),
        ("2. 3. 2024", "2024-03-02"),
        ("19/02/2026", "2026-02-19"),
        ("02/19/2026", "2026-02-19"),
        ("Published on 14th of June 2023 by the press office", "2023-06-14"),
        ("February 2017", "2017-02"),
        ("shkurt 2017", "2017-02"),
        ("септември 2024", "2024-09"),
        ("2023", "2023"),
        ("2022. godine", "2022"),
    ],
)
def test_dates_as_people_write_them(text: str, expected: str) -> None:
    assert iso(text) == expected


def test_a_time_without_offset_is_read_in_the_zone_given() -> None:
    assert iso("20 Nov. 2023 17:24", zone=BELGRADE) == "2023-11-20T16:24:00Z"
    assert iso("Feb 25, 2025 10:07 PM", zone=BELGRADE) == "2025-02-25T21:07:00Z"
    assert iso("2026-07-19T10:11:12", zone=BELGRADE) == "2026-07-19T08:11:12Z"


def test_a_stated_offset_beats_the_zone() -> None:
    assert iso("2026-02-19T10:11:12Z", zone=BELGRADE) == "2026-02-19T10:11:12Z"


def test_a_date_that_may_be_read_both_ways_is_known_to_the_year() -> None:
    assert iso("03/04/2025") == "2025"
    assert iso("03/04/2025", ("sr",)) == "2025-04-03"
    assert iso("03/03/2025") == "2025-03-03"


@pytest.mark.parametrize(
    "text",
    ["", "15", "7", "1234567890", "today", "yesterday", "2 hours ago", "June", "14 June", "Monday", "31 June 2023",
     "2023-13-01", "12 soldiers 2023", "1969-12-31", "Thu, 01 Jan 1900 00:00:00 GMT", "2026-11-24", "4767", "10:30",
     "24/7", "June 2027", "9999", "0000-00-00T00:00:00Z", "x" * 500],
)  # fmt: skip
def test_what_gives_no_possible_date_is_unknown(text: str) -> None:
    assert iso(text) is None


def test_tomorrow_is_possible_because_clocks_differ() -> None:
    assert iso("2026-11-23T11:00:00Z") == "2026-11-23T11:00:00Z"
    assert iso("2026-11-23T13:00:00Z") is None


def test_the_library_reads_a_language_that_has_no_table_here() -> None:
    assert iso("14 maaliskuuta 2023", ("fi",)) == "2023-03-14"
    assert iso("14 maaliskuuta 2023 17:00", ("fi",)) == "2023-03-14"
    assert iso("14 листопада 2023") == "2023-11-14"
    assert iso("2023. március 14.") == "2023-03-14"
    assert iso("14 maaliskuuta 2023", ("no-such-language",)) is None


def test_a_month_is_read_from_any_of_its_names_and_from_no_other_word() -> None:
    assert [month_of(word) for word in ("Sept", "окт", "korrik", "Temmuz", "luglio", "studeni")] == [9, 10, 7, 7, 7, 11]
    assert [month_of(word) for word in ("ma", "soldiers", "march2", "")] == [None] * 4


@given(st.integers(0, int(NOW.timestamp())))
def test_every_instant_survives_its_common_forms(seconds: int) -> None:
    moment = datetime.fromtimestamp(seconds, UTC)
    expected = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
    assert iso(moment.isoformat()) == expected
    assert iso(moment.strftime("%a, %d %b %Y %H:%M:%S +0000")) == expected


@given(st.text(max_size=60) | st.text(st.sampled_from("0123456789 .:/-,TZ+JunMay"), max_size=30))
def test_no_text_raises_and_no_date_lies_outside_what_can_be(text: str) -> None:
    when = read_when(text, now=NOW)
    assert when is None or datetime(1970, 1, 1, tzinfo=UTC) <= when.start <= datetime(2026, 11, 23, 12, tzinfo=UTC)
