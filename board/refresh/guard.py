"""What a reading must pass before it is shown. Pure; a reading that fails is held with these reasons."""

from __future__ import annotations

from collections.abc import Iterator

from board.model import Edition
from board.outcome import Reading
from board.spec import GuardSpec


def objections(guard: GuardSpec, reading: Reading, body: bytes, last: Edition | None) -> tuple[str, ...]:
    """Why the reading is to be held; empty where nothing speaks against it.

    `last` is the newest edition of the source that is shown, to compare the total with.
    """
    found = [*_few(guard, reading), *_lacking(guard, body)]
    for edition in reading.editions:
        found += [*_jump(guard, edition, last), *_sum(guard, edition)]
    return tuple(dict.fromkeys(found))


def _few(guard: GuardSpec, reading: Reading) -> Iterator[str]:
    """Fewer rows than a whole page has."""
    rows = max((len(edition.rows) for edition in reading.editions), default=reading.count)
    if guard.min_rows is not None and rows < guard.min_rows:
        yield f"{rows} rows where at least {guard.min_rows} were expected"


def _lacking(guard: GuardSpec, body: bytes) -> Iterator[str]:
    text = body.decode("utf-8", "replace")
    missing = [word for word in guard.must_contain if word not in text]
    if missing:
        yield f"the page does not contain {', '.join(map(repr, missing))}"


def _jump(guard: GuardSpec, edition: Edition, last: Edition | None) -> Iterator[str]:
    """The total moved further than it may, against the last edition of the same table."""
    before, now = (last.total_summed if last else None), edition.total_summed
    if guard.max_change is None or not before or now is None:
        return
    change = abs(now - before) / before
    if change > guard.max_change:
        yield f"the total went from {before:,} to {now:,}, by {change:.0%} where {guard.max_change:.0%} is allowed"


def _sum(guard: GuardSpec, edition: Edition) -> Iterator[str]:
    stated, summed = edition.total_stated, edition.total_summed
    if guard.total and edition.complete is not False and stated is not None and summed is not None and stated != summed:
        yield f"the rows sum to {summed:,} where the table states {stated:,}"
