"""What would be other on the board if a held table were accepted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from board.model import Edition, Row
from board.panels import _editions, _names, _words
from board.snapshot import HeldReading, Recorded, Snapshot
from board.spec import Config

MOST = 10
"""Lines of differences before the rest is only counted."""


def differences(snapshot: Snapshot, reading: HeldReading, config: Config) -> tuple[str, ...]:
    """`Italy 1,107 → 2,107 (+1,000)`, `new: Poland 12`, `gone: Greece, last 111`: at most ten and how many more.

    Against the newest table of the same source, else of the force. Empty where what is held is no table.
    """
    if reading.edition is None:
        return ()
    before = _before(snapshot, reading, reading.edition)
    if before is None:
        return ("the first table of its force",)
    told = [*_moved(before, reading.edition, config), *_total(before, reading.edition)]
    more = [f"and {len(told) - MOST} more"] if len(told) > MOST else []
    return (*told[:MOST], *more) if told else ("every number is as in the table before",)


def _before(snapshot: Snapshot, reading: HeldReading, edition: Edition) -> Edition | None:
    shown: Sequence[Recorded[Edition]] = _editions.tables(snapshot.editions(edition.force))
    own = [each for each in shown if each.provenance.source == reading.source]
    newest = next(reversed(own or shown), None)
    return newest.value if newest else None


def _moved(before: Edition, after: Edition, config: Config) -> Iterator[str]:
    """Numbers that changed, the largest change first; then who is new, and who is in it no more."""
    old, new = _by_name(before, config), _by_name(after, config)
    both = [(name, old[name], row) for name, row in new.items() if name in old and old[name].troops != row.troops]
    for name, was, row in sorted(
        both, key=lambda each: abs((each[1].troops or 0) - (each[2].troops or 0)), reverse=True
    ):
        yield f"{name} {_number(was)} → {_number(row)}{_by(was, row)}"
    yield from (f"new: {name} {_number(row)}" for name, row in new.items() if name not in old)
    yield from (f"gone: {name}, last {_number(row)}" for name, row in old.items() if name not in new)


def _by_name(edition: Edition, config: Config) -> dict[str, Row]:
    together = replace(edition, rows=edition.by_nation)
    return {_names.of_row(row, config): row for row in _editions.ranked(together)}


def _number(row: Row) -> str:
    """As printed, where that is no number."""
    return _words.count(row.troops) if row.troops is not None else row.raw or _words.UNKNOWN


def _by(was: Row, row: Row) -> str:
    known = was.troops is not None and row.troops is not None
    return f" ({_words.signed((row.troops or 0) - (was.troops or 0))})" if known else ""


def _total(before: Edition, after: Edition) -> Iterator[str]:
    was, now = (each.total_stated or each.total_summed for each in (before, after))
    if was is not None and now is not None and was != now:
        yield f"in all {_words.count(was)} → {_words.count(now)} ({_words.signed(now - was)})"
