"""What the heads of an answer say, read with suspicion: pure functions over a mapping of lower-case names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from board.fetch.request import DAY, Limits
from board.outcome import Validators
from board.text.clean import clean

_KEPT = ("content-type", "content-language", "last-modified", "date", "server", "cf-mitigated", "x-robots-tag")
_VALIDATOR = re.compile(r"[\x20-\x7e]{1,200}")
_MAX_AGE = re.compile(r"\bmax-age\s*=\s*\"?(\d{1,9})", re.IGNORECASE)
_NOT_KEPT_FRESH = re.compile(r"\bno-(?:store|cache)\b", re.IGNORECASE)
_SECONDS = re.compile(r"\d{1,6}")
_CHARSET = re.compile(r";\s*charset\s*=\s*\"?([A-Za-z0-9][A-Za-z0-9._:+-]{1,39})", re.IGNORECASE)
_NEVER = {"utf_7", "utf7", "idna", "punycode", "undefined", "unicode_escape", "raw_unicode_escape", "mbcs", "oem"}
"""Codecs that are text to Python and no charset of any page."""


def collect(pairs: Iterable[tuple[bytes, bytes]]) -> dict[str, tuple[str, ...]]:
    """Heads by lower-case name; a name sent more than once keeps all its values."""
    heads: dict[str, tuple[str, ...]] = {}
    for name, value in pairs:
        key = name.decode("latin-1").lower()
        heads[key] = (*heads.get(key, ()), value.decode("latin-1").strip())
    return heads


def kept(heads: Mapping[str, str]) -> dict[str, str]:
    """The few that say something about the body, cleaned."""
    return {name: clean(heads[name], 200) for name in _KEPT if heads.get(name)}


def validators(heads: Mapping[str, str]) -> Validators:
    """ETag and Last-Modified, where short and printable."""
    return Validators(etag=_plain(heads.get("etag")), last_modified=_plain(heads.get("last-modified")))


def _plain(value: str | None) -> str | None:
    return value if value and _VALIDATOR.fullmatch(value) else None


def media_type(heads: Mapping[str, str]) -> str:
    """Without parameters, lower case; empty where nothing sensible is said."""
    said = heads.get("content-type", "").partition(";")[0].strip().lower()
    return said if re.fullmatch(r"[\w.+-]{1,60}/[\w.+-]{1,80}", said, re.ASCII) else ""


def charset(heads: Mapping[str, str]) -> str | None:
    """The charset the server names, where it is one a page can be in."""
    match = _CHARSET.search(heads.get("content-type", ""))
    if match is None or match[1].lower().replace("-", "_") in _NEVER:
        return None
    try:
        "a".encode(match[1])  # also refuses codecs that do not give text, such as zlib
    except (LookupError, ValueError):
        return None
    return match[1].lower()


def fresh_until(heads: Mapping[str, str], now: datetime) -> datetime | None:
    """Until when the server says the answer stays good, at most a day; `None` where it does not say."""
    control = heads.get("cache-control", "")
    if _NOT_KEPT_FRESH.search(control):
        return None
    if match := _MAX_AGE.search(control):
        seconds = float(match[1]) - _age(heads)
    elif expires := _date(heads.get("expires")):
        seconds = (expires - (_date(heads.get("date")) or now)).total_seconds()
    else:
        return None
    return now + timedelta(seconds=min(seconds, DAY)) if seconds > 0 else None


def _age(heads: Mapping[str, str]) -> float:
    said = heads.get("age", "")
    return float(said) if _SECONDS.fullmatch(said) else 0.0


def retry_after(heads: Mapping[str, str], now: datetime, limits: Limits) -> float | None:
    """Seconds the server asks to be left alone, in either of its two forms, within bounds; `None`: it does not ask."""
    said = heads.get("retry-after", "")
    if _SECONDS.fullmatch(said):
        seconds = float(said)
    elif date := _date(said):
        seconds = (date - now).total_seconds()
    else:
        return None
    return min(max(seconds, limits.shortest_wait), limits.longest_wait)


def _date(text: str | None) -> datetime | None:
    if not text or len(text) > 60:
        return None
    try:
        date = parsedate_to_datetime(text)
        return date.astimezone(UTC) if date.tzinfo else date.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
