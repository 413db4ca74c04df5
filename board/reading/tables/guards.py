"""What an edition must pass before it is shown."""

from __future__ import annotations

from board.model import Edition
from board.spec import GuardSpec
from board.text.fold import fold


def guard(edition: Edition, previous: Edition | None, spec: GuardSpec, text: str) -> str:
    """Why the edition is to be held, in words; empty where it passes.

    `previous` is the last good edition of the same source, `text` what the page says. A table without a total has no
    jump to judge.
    """
    reasons = (
        _too_few(edition, spec.min_rows),
        _jump(edition, previous, spec.max_change),
        _not_there(text, spec.must_contain),
        _wrong_sum(edition) if spec.total else "",
    )
    return "; ".join(reason for reason in reasons if reason)


def _too_few(edition: Edition, least: int | None) -> str:
    count = len(edition.rows)
    return f"{count} rows, at least {least} are expected" if least is not None and count < least else ""


def _jump(edition: Edition, previous: Edition | None, largest: float | None) -> str:
    now, before = _total(edition), _total(previous) if previous else None
    if largest is None or now is None or not before:
        return ""
    change = now / before - 1
    if abs(change) <= largest:
        return ""
    return f"the total went from {before:,} to {now:,} ({change:+.0%}), more than {largest:.0%}"


def _total(edition: Edition) -> int | None:
    """The total to compare: the stated one, else the sum, which says nothing where the table is partial."""
    if edition.total_stated is not None:
        return edition.total_stated
    return None if edition.complete is False else edition.total_summed


def _not_there(text: str, wanted: tuple[str, ...]) -> str:
    folded = fold(text)
    missing = [words for words in wanted if fold(words) not in folded]
    return f"the page does not contain {', '.join(map(repr, missing))}" if missing else ""


def _wrong_sum(edition: Edition) -> str:
    failed = next((check for check in edition.checks if check.name == "sum" and check.passed is False), None)
    return failed.detail if failed else ""
