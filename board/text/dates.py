"""Dates as feeds, pages and people write them: no more precise than they are written, never guessed, never "now"."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

from board.model import Precision, When
from board.text.fold import fold
from board.text.months import month_of

EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)
LONGEST = 120
"""Characters of the longest text that is looked at."""
_NEIGHBOURS = ("el", "es", "hu", "pl", "pt", "ro", "ru", "sk", "sv", "uk")
"""Languages without month names here that are tried where none is given; all of dateparser's take 70 ms a text."""
_LARGEST_OFFSET = timedelta(hours=14)
# In hours, what e-mail and feeds use by custom; a name not listed leaves only the day sure.
_ZONES = {
    "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "west": 1, "bst": 1, "cet": 1, "cest": 2, "mez": 1, "mesz": 2,
    "eet": 2, "eest": 3, "trt": 3, "msk": 3, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6,
    "pst": -8, "pdt": -7,
}  # fmt: skip
_WORD = r"(?P<word>[^\W\d_]{3,14})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|o)?\.?"
_YEAR = r"(?P<year>\d{4})(?!\d)"
_OF = r"(?:(?:of|de|di|i) )?"
_THE_WORD_YEAR = r"(?: ?g(?:od\w{0,4})?\.?)?"
_DAYS = tuple(
    re.compile(rf"(?<![\w.,:-]){pattern}")
    for pattern in (
        r"(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d)",
        r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?!\w)",
        rf"(?P<day>\d{{1,2}})\. ?(?P<month>\d{{1,2}})\. ?{_YEAR}",
        rf"{_DAY}[ -]?{_OF}{_WORD},?[ -]{_OF}{_YEAR}",
        rf"{_WORD} {_DAY},? {_YEAR}",
        rf"{_YEAR},? {_WORD} {_DAY}(?![\d:])",
        rf"{_DAY}[ -]{_WORD}[ -](?P<short_year>\d\d)(?= \d\d:\d\d)",
    )
)
_SLASHED = re.compile(rf"(?<![\d/-])(?P<first>\d{{1,2}})(?P<mark>[/-])(?P<second>\d{{1,2}})(?P=mark){_YEAR}")
_MONTH_YEAR = re.compile(
    rf"(?:{_WORD},? {_OF}{_YEAR}|(?P<numbered_year>\d{{4}})[-/](?P<month>\d{{1,2}}))\.?{_THE_WORD_YEAR}"
)
_YEAR_ONLY = re.compile(rf"{_YEAR}\.?{_THE_WORD_YEAR}")
_TIME = re.compile(
    r"(?<![\d:.])(?P<hour>\d{1,2})(?P<mark>[:.])(?P<minute>\d{2})(?:(?P=mark)(?P<second>\d{2})(?:[.,]\d{1,9})?)?(?![\d:])"
    r"(?: ?(?P<half>[ap])\.?m\b\.?)?"
    r"(?: ?(?:(?:gmt|utc)?(?P<sign>[+-])(?P<hours>\d{1,2}):?(?P<minutes>\d{2})?(?!\d)|(?P<zone>[a-z]{1,4})\b))?"
)


def read_when(
    text: str, *, now: datetime, languages: tuple[str, ...] = (), zone: ZoneInfo | None = None
) -> When | None:
    """The date `text` gives, as precise as it is given; `None` where it gives none or one that cannot be.

    A time of day without an offset is read in `zone`; without a `zone` only its day is kept. Dates before 1970 or more
    than a day after `now` are unknown: a wrong stamp is not mended. `languages` (ISO 639-1) tell which way round
    `03/04/2025` is; where they do not, such a date is known to the year.
    """
    text = " ".join(text.split())
    if not text or len(text) > LONGEST:
        return None
    when = None
    with suppress(ValueError, OverflowError):
        when = _read(fold(text), languages, zone) or _by_library(text, languages)
    if when is None or when.start < EARLIEST or when.start > now + timedelta(days=1):
        return None
    return when


def _read(text: str, languages: tuple[str, ...], zone: tzinfo | None) -> When | None:
    text = re.sub(r"(?<=\d)t(?=\d\d:?\d\d)", " ", text)
    for pattern in _DAYS:
        for match in pattern.finditer(text):
            if (month := _month(match)) is not None:
                day = When.day(_year(match), month, int(match["day"]))
                return _at_time(day, f"{text[: match.start()]} {text[match.end() :]}".strip(), zone)
    if slashed := _SLASHED.search(text):
        return _slashed(slashed, languages, text[slashed.end() :].strip(), zone)
    if (named := _MONTH_YEAR.fullmatch(text)) and (month := _month(named)) is not None:
        year = int(named["year"] or named["numbered_year"])
        return When(datetime(year, month, 1, tzinfo=UTC), Precision.MONTH)
    if year_only := _YEAR_ONLY.fullmatch(text):
        return When(datetime(int(year_only["year"]), 1, 1, tzinfo=UTC), Precision.YEAR)
    return None


def _month(match: re.Match[str]) -> int | None:
    parts = match.groupdict()
    return month_of(parts["word"]) if parts.get("word") else int(parts["month"])


def _year(match: re.Match[str]) -> int:
    """Two digits are read as RFC 2822 has it, but round the Unix epoch: nothing here is older."""
    parts = match.groupdict()
    if not (short := parts.get("short_year")):
        return int(parts["year"])
    return int(short) + (2000 if int(short) < EARLIEST.year % 100 else 1900)


def _slashed(match: re.Match[str], languages: tuple[str, ...], rest: str, zone: tzinfo | None) -> When:
    """Only English is written both ways round; a date that could be either is known to the year."""
    year, first, second = int(match["year"]), int(match["first"]), int(match["second"])
    day_first = first > 12 or first == second or (bool(languages) and "en" not in languages)
    if day_first:
        return _at_time(When.day(year, second, first), rest, zone)
    if second > 12:
        return _at_time(When.day(year, first, second), rest, zone)
    return When(datetime(year, 1, 1, tzinfo=UTC), Precision.YEAR)


def _at_time(day: When, rest: str, zone: tzinfo | None) -> When:
    """`day` with the time of day in `rest`, where there is one and its offset is known."""
    match = _TIME.search(rest)
    if not match:
        return day
    offset = _offset(match) or zone
    hour, minute, second = int(match["hour"]), int(match["minute"]), int(match["second"] or 0)
    if match["half"] and 1 <= hour <= 12:
        hour = hour % 12 + (12 if match["half"] == "p" else 0)
    if offset is None or hour > 23 or minute > 59 or second > 59:
        return day
    return When(day.start.replace(hour=hour, minute=minute, second=second, tzinfo=offset).astimezone(UTC))


def _offset(match: re.Match[str]) -> tzinfo | None:
    if match["zone"] in _ZONES:
        return timezone(timedelta(hours=_ZONES[match["zone"]]))
    if not match["hours"]:
        return None
    offset = timedelta(hours=int(match["hours"]), minutes=int(match["minutes"] or 0))
    if offset > _LARGEST_OFFSET:
        return None
    return timezone(offset if match["sign"] == "+" else -offset)


@lru_cache(maxsize=1024)
def _by_library(text: str, languages: tuple[str, ...]) -> When | None:
    """What dateparser makes of an absolute date in other languages: to the day or the month, never a time of day.

    It takes some milliseconds and likes to guess, so it is asked only about short texts with a year and a word in it,
    and answers only where it found every part itself.
    """
    if len(text) > 50 or not re.search(r"(?<!\d)(?:19|20)\d\d(?!\d)", text) or not re.search(r"[^\W\d_]{3}", text):
        return None
    import dateparser

    for precision, parts in ((Precision.DAY, ["day", "month", "year"]), (Precision.MONTH, ["month", "year"])):
        found = dateparser.parse(
            text, languages=languages or _NEIGHBOURS, settings={"REQUIRE_PARTS": parts, "PARSERS": ["absolute-time"]}
        )
        if found is not None:
            day = found.day if precision is Precision.DAY else 1
            return When(datetime(found.year, found.month, day, tzinfo=UTC), precision)
    return None
