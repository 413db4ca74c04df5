"""TOML values to typed ones: each reader gives the value or says what would be right."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from board.config.report import nearest
from board.model import When
from board.options import Choice, Count, Nation, Query, Share, WebAddress, Words
from board.text.clean import clean
from board.text.links import safe_url
from board.text.nations import nation_of
from board.text.query import QueryError, fields_of, parse

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604800}
_DURATION = re.compile(r"(?:\d{1,12}[smhdw])+")
_ALPHA_3 = re.compile(r"[A-Z]{3}")


class WrongValueError(Exception):
    """A value that cannot be used: what is wrong, and what would be right."""

    def __init__(self, message: str, suggestion: str = "") -> None:
        super().__init__(message)
        self.suggestion = suggestion


def duration(value: object) -> timedelta:
    """`15m`, `12h`, `1h30m`, `120d`."""
    text = value.replace(" ", "") if isinstance(value, str) else ""
    if not _DURATION.fullmatch(text):
        raise WrongValueError(f"{value!r:.40} is no duration", 'a number and s, m, h, d or w, such as "15m" or "12h"')
    seconds = sum(int(number) * _UNITS[unit] for number, unit in re.findall(r"(\d+)([smhdw])", text))
    if not 0 < seconds <= 36525 * 86400:
        raise WrongValueError(f"{value!r} is out of range", "longer than nothing, at most a century")
    return timedelta(seconds=seconds)


def share(value: object) -> Share:
    """`"40%"` or `0.4`."""
    text = str(value).strip().removesuffix("%").strip()
    scale = 100 if isinstance(value, str) and value.strip().endswith("%") else 1
    try:
        number = float(text) / scale
    except ValueError:
        number = -1.0
    if isinstance(value, bool) or not 0 <= number <= 100:
        raise WrongValueError(f"{value!r} is no share", 'such as "40%" or 0.4')
    return Share(number)


def when(value: object) -> When:
    """A TOML date or date-time, or a string at any precision of ISO 8601."""
    if isinstance(value, datetime):
        value = value.isoformat()
    if isinstance(value, date):
        return When.day(value.year, value.month, value.day)
    try:
        return When.parse(str(value))
    except ValueError:
        raise WrongValueError(
            f"{value!r} is no date", 'such as "2026-02-19", "2026-02" or "2026-02-19T14:00:00Z"'
        ) from None


def zone(value: object) -> ZoneInfo:
    """A zone by its IANA name."""
    name = string(value)
    try:
        # Asked for one by one: a list of all that there are is made from hundreds of files.
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        suggestion = nearest(name, available_timezones()).split(":")[0]
        raise WrongValueError(f"no time zone is called {name!r}", suggestion) from None


def address(value: object) -> WebAddress:
    """An http or https address with a host."""
    url = safe_url(string(value))
    if url is None:
        raise WrongValueError(f"{value!r} is no web address", "http:// or https://, a host, no user name, no spaces")
    return WebAddress(url)


def query(value: object) -> Query:
    """A query that statements can be asked for with."""
    # Not above: whoever reads a board without queries needs no store.
    from board.store.search import compile_query

    text = string(value)
    with _told():
        compile_query(text)
    return Query(text)


def words(value: object) -> Words:
    """A query of a text: of what is asked of a field there nothing would ever be true."""
    text = string(value)
    with _told():
        if fields := sorted(fields_of(parse(text))):
            raise WrongValueError(f"there is no field {fields[0]!r} here", 'words and "phrases" only')
    return Words(text)


@contextmanager
def _told() -> Iterator[None]:
    """Turn what is wrong with a query into a wrong value."""
    try:
        yield
    except QueryError as error:
        raise WrongValueError(
            f"cannot be read as a query: {error}", 'such as KFOR AND (Italy OR "United States")'
        ) from None


def nation(value: object) -> Nation:
    """The alpha-3 code of a nation; empty where none is meant."""
    text = string(value)
    if text and not _ALPHA_3.fullmatch(text):
        code = nation_of(text) or nation_of(text.upper())
        raise WrongValueError(f"{text!r} is no alpha-3 code", f"did you mean {code!r}?" if code else 'such as "ITA"')
    return Nation(text)


def nations(value: object) -> tuple[Nation, ...]:
    """A list of them."""
    return _listed(value, nation, '["SRB"]')


def string(value: object) -> str:
    """Text, through the cleaning gate."""
    if not isinstance(value, str):
        raise WrongValueError(
            f"{_named(value)} where text belongs", f'in quotation marks: "{value}"' if value != {} else ""
        )
    return clean(value, 4000)


def integer(value: object) -> int:
    """A whole number that fits a store."""
    if isinstance(value, bool) or not isinstance(value, int):
        raise WrongValueError(f"{_named(value)} where a whole number belongs", "without quotation marks")
    if abs(value) >= 10**18:
        raise WrongValueError(f"{value} is too large")
    return value


def count(value: object) -> Count:
    """A whole number of 1 or more."""
    if (read := integer(value)) < 1:
        raise WrongValueError(f"{read} is too small", "1 or more")
    return Count(read)


def number(value: object) -> float:
    """A finite number."""
    if isinstance(value, bool) or not isinstance(value, int | float) or value != value or abs(value) > 1e15:
        raise WrongValueError(f"{_named(value)} where a number belongs", "without quotation marks")
    return float(value)


def boolean(value: object) -> bool:
    """`true` or `false`."""
    if not isinstance(value, bool):
        raise WrongValueError(f"{_named(value)} where true or false belongs", "true or false, without quotation marks")
    return value


def strings(value: object) -> tuple[str, ...]:
    """A list of texts."""
    return _listed(value, string, '["one", "two"]')


def integers(value: object) -> tuple[int, ...]:
    """A list of whole numbers."""
    return _listed(value, integer, "[1, 2]")


def counts(value: object) -> tuple[Count, ...]:
    """A list of whole numbers of 1 or more."""
    return _listed(value, count, "[1, 2]")


def mapping(value: object) -> Mapping[str, str]:
    """A table of texts."""
    if not isinstance(value, dict):
        raise WrongValueError(f"{_named(value)} where a table belongs", 'such as { name = "value" }')
    return {clean(key, 200): string(entry) for key, entry in value.items()}


def chosen(value: object, choices: tuple[str, ...]) -> Choice:
    """One of `choices`."""
    text = string(value)
    if text not in choices:
        raise WrongValueError(f"{text!r} is not one of the choices", nearest(text, choices))
    return Choice(text)


def _listed(value: object, read: Callable[[object], Any], example: str) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise WrongValueError(f"{_named(value)} where a list belongs", f"such as {example}")
    return tuple(read(entry) for entry in value)


def _named(value: object) -> str:
    """A value and its sort in the words of TOML."""
    match value:
        case bool():
            return f"true/false ({str(value).lower()})"
        case int() | float():
            return f"a number ({value})"
        case str():
            return f"text ({value[:40]!r})"
        case list():
            return "a list"
        case dict():
            return "a table"
        case _:
            return f"a date ({value})"


READERS: Mapping[object, Callable[[object], object]] = {
    str: string,
    int: integer,
    Count: count,
    float: number,
    bool: boolean,
    timedelta: duration,
    When: when,
    ZoneInfo: zone,
    Share: share,
    WebAddress: address,
    Query: query,
    Words: words,
    Nation: nation,
    tuple[Nation, ...]: nations,
    tuple[str, ...]: strings,
    tuple[int, ...]: integers,
    tuple[Count, ...]: counts,
    Mapping[str, str]: mapping,
}
"""A reader for each type an option may have, but for choices and tables, which need their field."""
