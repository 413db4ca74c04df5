"""What a single cell of a troops table says: a hedged number, a total, an as-of date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from board.model import About, Precision, Qualifier, When
from board.text.dates import read_when
from board.text.fold import fold
from board.text.months import month_of
from board.text.numbers import read_count

# In the order they are tried: the longer hedge first, where one begins like another.
_HEDGES = (
    (Qualifier.AT_LEAST, "at least|no fewer than|not less than|najmanje|se paku|mindestens|almeno|au moins|en az|≥"),
    (Qualifier.UP_TO, r"up to|at most|no more than|max(?:imum)?\.?|do|deri ne|bis zu|fino a|jusqu'a|en fazla|≤"),
    (Qualifier.LESS_THAN, "(?:just |slightly )?(?:less than|fewer than|under|below)|almost|nearly|<"),
    (Qualifier.LESS_THAN, "manje od|me pak se|weniger als|knapp|meno di|moins de"),
    (Qualifier.MORE_THAN, "(?:well |just )?(?:more than|over|above)|>"),
    (Qualifier.MORE_THAN, "vise od|preko|me shume se|mbi|mehr als|uber|oltre|piu di|plus de"),
    (Qualifier.ABOUT, r"about|approx(?:imately|\.)?|around|circa|ca?\.|roughly|some|~|≈"),
    (Qualifier.ABOUT, "oko|rreth|etwa|rund|environ|yaklasik|okolo"),
)
_PREFIXES = tuple((qualifier, re.compile(rf"(?:{words})\s*(?=[\d])")) for qualifier, words in _HEDGES)
_FOLLOWED_BY_WORDS = re.compile(
    r"(?P<number>\d[\d.,' ]*(?:\s*\[[^\[\]]{0,20}\])?)\s+[^\d()\[\]]{2,60}(?:\([^()]{1,30}\)|\[[^\[\]]{0,20}\])*"
)
_TOTAL = re.compile(
    r"(?:grand |overall )?(?:totals?|sum|ukupno|ukupan|zbroj|gjithsej|totali|toplam|gesamt|insgesamt|summe|totale"
    r"|obsto|vkupno)\b"
)
_NATIONS = "(?:nations|countries)"
_NATIONS_STATED = re.compile(
    rf"\b(?P<before>\d{{1,3}}) (?:(?:troop[- ])?contributing )?{_NATIONS}\b"
    rf"|\b(?:{_NATIONS}(?: total)? ?[:=]|contributing {_NATIONS}) ?(?P<after>\d{{1,3}})\b(?![.,/-]\d)"
)
_NEXT_WORD = re.compile(r"[. ]{1,2}(?P<word>[^\W\d_]+)")
_AS_OF = re.compile(
    r"\b(?:as (?:of|at|on)|stand(?: vom)?|(?:last )?updated?(?: on)?|status(?: as of)?|stanje(?: na dan)?|situata me)"
    r"\s*[:,]?\s+(?P<date>[^;|\n]{4,40})"
)
_NO_NUMBER = re.compile(
    r"[^\w\s]{1,3}|n\.?/?a\.?|n\.?k\.?|tb[acd]|unknown|classified|not (?:given|known|stated|disclosed)"
)
_UNBOUNDED = datetime(9000, 1, 1, tzinfo=UTC)


def read_cell(text: str) -> tuple[int | None, Qualifier]:
    """The number a cell holds and how it is hedged: `~600`, `more than 600`, `600+`, `4,302 military personnel[1]`."""
    if (count := read_count(text)) is not None:
        return count, Qualifier.EXACTLY
    bare = fold(text).strip()
    for qualifier, prefix in _PREFIXES:
        if match := prefix.match(bare):
            return _counted(bare[match.end() :]), qualifier
    if bare.endswith("+"):
        return read_count(bare[:-1]), Qualifier.AT_LEAST
    return _counted(bare), Qualifier.EXACTLY


def _counted(text: str) -> int | None:
    """A count with or without the word for what is counted."""
    if (count := read_count(text)) is not None:
        return count
    match = _FOLLOWED_BY_WORDS.fullmatch(text)
    return read_count(match["number"]) if match else None


def stands_for_number(text: str) -> bool:
    """Whether a cell is where a number was meant, readable or not: `390 (incl. reserve)`, `4O`, `n/a`, `–`."""
    bare = fold(text).strip()
    return bool(bare) and (any(map(str.isdigit, bare)) or bool(_NO_NUMBER.fullmatch(bare)))


def is_total(name: str) -> bool:
    """Whether a row's label says that it sums the others up."""
    return bool(_TOTAL.match(fold(name).strip(" *:")))


def stated_nations(text: str) -> int | None:
    """The number in `33 nations` or `Contributing countries: 33`; `None` where there is none or they differ."""
    said = fold(text)
    counts = (match for match in _NATIONS_STATED.finditer(said) if match["before"] or not _is_day(said, match.end()))
    found = {int(match["before"] or match["after"]) for match in counts}
    return found.pop() if len(found) == 1 else None


def _is_day(said: str, end: int) -> bool:
    """Whether the number that ends there is the day of a date: `20 November`."""
    following = _NEXT_WORD.match(said, end)
    return following is not None and month_of(following["word"]) is not None


def numbers_in(text: str) -> Iterator[int]:
    """Every count printed in a short text, in order."""
    for match in re.finditer(r"(?<![\w.,])\d{1,3}(?:[., ']\d{3})+(?![\w])|(?<![\w.,])\d+(?!\w)", fold(text)):
        if (count := read_count(match.group())) is not None:
            yield count


def stated_as_of(text: str, about: About) -> When | None:
    """The date after `as of`, `Stand`, `last updated` and the like; `None` where no text says one."""
    for match in _AS_OF.finditer(fold(text)):
        if (when := date_in(match["date"], about)) is not None:
            return to_day(when)
    return None


def date_in(text: str, about: About) -> When | None:
    return read_when(text, now=about.retrieved or _UNBOUNDED)


def ahead_in(text: str, about: About) -> str:
    """What is odd about a text that dates a table: the day it names lies ahead, so it is not taken; else empty."""
    if about.retrieved is None:
        return ""
    dates = (match["date"] for match in _AS_OF.finditer(fold(text)))
    ahead = (read_when(date, now=_UNBOUNDED) for date in (text, *dates) if date_in(date, about) is None)
    when = next((when for when in ahead if when is not None and when.start > about.retrieved), None)
    return f"the date that is stated, {to_day(when)}, lies in the future and is not taken" if when else ""


def to_day(when: When) -> When:
    """A table is of a day, not of a second."""
    if when.precision is not Precision.SECOND:
        return when
    return When.day(when.start.year, when.start.month, when.start.day)
