"""What an answer is worth: good, empty, or less than it should be. Pure; HTTP 200 is not health."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from board.outcome import Reading
from board.snapshot import SourceHealth
from board.spec import SourceSpec
from board.text.spans import in_words

COLLAPSE = 0.5
"""Less than this share of what came last time is told."""
ENOUGH = 8
"""Things on the page last time below which a share says nothing."""
SAID_AT_ONCE = 10
"""Mistakes named in one reason."""
AHEAD = timedelta(minutes=30)
"""How far a clock may be wrong before a date counts as in the future."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """`empty` and `partial` are reasons in words; at most one is set, and neither where all is well."""

    empty: str = ""
    partial: str = ""
    warnings: tuple[str, ...] = ()
    """What is odd though all is there."""


def judge(previous: SourceHealth, reading: Reading, spec: SourceSpec, now: datetime, *, failed: str = "") -> Verdict:
    """Compare a reading with what the source gave last time. `failed` tells of articles that could not be had."""
    warnings = (*reading.warnings, *_future(reading, now), *_old(reading, spec, now))
    if not reading.count and not _anything(reading):
        return Verdict(empty=_nothing(previous), warnings=warnings)
    lacks = (_mistaken(reading), _collapsed(previous, reading), _gone_back(previous, reading, spec), failed)
    reasons = "; ".join(filter(None, lacks))
    return Verdict(partial=reasons, warnings=warnings)


def _anything(reading: Reading) -> bool:
    return bool(reading.items or reading.editions or reading.statements or reading.figures or reading.events)


def _nothing(previous: SourceHealth) -> str:
    if previous.count == 1:
        return "a good answer with nothing in it, where there was 1 entry before"
    if previous.count:
        return f"a good answer with nothing in it, where there were {previous.count} entries before"
    return "a good answer with nothing in it"


def _mistaken(reading: Reading) -> str:
    """What a person must mend in their own file; the rest of it is read."""
    more = len(reading.mistakes) - SAID_AT_ONCE
    told = "; ".join(reading.mistakes[:SAID_AT_ONCE]) + (f"; and {more} more" if more > 0 else "")
    return f"not read: {told}" if told else ""


def _collapsed(previous: SourceHealth, reading: Reading) -> str:
    before = previous.count or 0
    if before >= ENOUGH and reading.count < before * COLLAPSE:
        return f"only {reading.count} entries, where there were {before} before"
    return ""


def _gone_back(previous: SourceHealth, reading: Reading, spec: SourceSpec) -> str:
    """A page that shows an older table than it did: the newer one stays on the board, so it must be told.

    A person's own file may well lose its newest table.
    """
    dates = [edition.as_of for edition in reading.editions]
    if not spec.url or previous.newest is None or not dates or None in dates:
        return ""
    newest = max(date for date in dates if date is not None)
    if newest.end >= previous.newest.start:
        return ""
    numbers = [edition.total_stated or edition.total_summed for edition in reading.editions if edition.as_of == newest]
    total = f" ({numbers[0]:,})" if numbers[0] is not None else ""
    return f"it shows a table as of {newest}{total} again, older than the one as of {previous.newest} it gave before"


def _future(reading: Reading, now: datetime) -> Iterator[str]:
    dates = (reading_of_item.item.published for reading_of_item in reading.items)
    ahead = sum(1 for date in dates if date is not None and date.start > now + AHEAD)
    if ahead:
        yield f"{ahead} {'date' if ahead == 1 else 'dates'} in the future"


def _old(reading: Reading, spec: SourceSpec, now: datetime) -> Iterator[str]:
    """An answer that is good but long since the last one: the source may be dead and not know it."""
    if spec.expect and reading.newest and now - reading.newest.end > spec.expect:
        ago = in_words(now - reading.newest.end, spec.expect)
        yield f"the newest entry is of {str(reading.newest)[:10]}, {ago} ago"
