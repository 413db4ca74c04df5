"""What became of a source, in a line for a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import assert_never

from board.outcome import Empty, Failed, Held, Outcome, Unchanged, Updated
from board.store import Applied


def told(outcome: Outcome, applied: Applied) -> str:
    """`updated: 12 items`, `failing: name not found: example.org`; what was read and is known already is unchanged."""
    match outcome:
        case Updated() if _is_known(outcome, applied):
            return "unchanged: read, and nothing in it is new"
        case Updated():
            return f"partial: {outcome.partial}" if outcome.partial else f"updated: {_brought(outcome)}"
        case Unchanged():
            return "unchanged"
        case Empty():
            return f"empty: {outcome.reason}"
        case Held():
            return f"held: {outcome.reason}"
        case Failed():
            return f"failing: {outcome.reason}"
        case _:
            assert_never(outcome)


def word(outcome: Outcome, applied: Applied) -> str:
    """`updated`, `unchanged`, `empty`, `held` or `failed`."""
    if isinstance(outcome, Updated) and _is_known(outcome, applied):
        return "unchanged"
    return type(outcome).__name__.lower()


def _is_known(outcome: Updated, applied: Applied) -> bool:
    """Whether a good reading brought nothing that the board did not have."""
    reading = outcome.reading
    return bool(reading.count) and not outcome.partial and not reading.events and not applied.changed


def summary(words: Iterable[str]) -> str:
    """`17 sources: 12 updated, 3 unchanged, 2 failed`."""
    counts = Counter(words)
    total = counts.total()
    parts = ", ".join(f"{count} {each}" for each, count in counts.most_common())
    return f"{total} {'source' if total == 1 else 'sources'}: {parts}" if total else "nothing was due"


def _brought(outcome: Updated) -> str:
    reading = outcome.reading
    counts = {
        "item": len(reading.items),
        "edition": len(reading.editions),
        "statement": len(reading.statements) + sum(len(item.statements) for item in reading.items),
        "figure": len(reading.figures) + sum(len(item.figures) for item in reading.items),
        "event": len(reading.events),
    }
    parts = [f"{count} {name}" if count == 1 else f"{count} {name}s" for name, count in counts.items() if count]
    return ", ".join(parts) or "nothing that matches"
