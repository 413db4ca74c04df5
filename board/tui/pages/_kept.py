"""What persons left on a ref: decisions and notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from board.panels import _decided
from board.snapshot import Decision, Note
from board.tui.draw.lines import Run
from board.tui.pages._page import Asked, Heading, Part, Prose, instant

T = TypeVar("T", Decision, Note)


def kept(asked: Asked, others: Sequence[str] = ()) -> Iterator[Part]:
    """Decisions and notes on it, and on `others` that are the same thing, newest first; nothing where none are."""
    refs = tuple(dict.fromkeys((asked.ref, *others)))
    decisions = _newest_first(each for ref in refs for each in asked.snapshot.decisions(ref))
    notes = _newest_first(each for ref in refs for each in asked.snapshot.notes(ref))
    if decisions:
        yield Heading("Decided")
    for decision in decisions:
        why = f": {decision.why}" if decision.why else ""
        stamp = Run(f"{instant(decision.at)} {decision.who}  ", "muted")
        yield Prose((stamp, Run(_told(decision), "strong"), Run(why)), 2)
    if notes:
        yield Heading("Notes")
    for note in notes:
        yield Prose((Run(f"{instant(note.at)} {note.who}  ", "muted"), Run(note.text)), 2)


def _told(decision: Decision) -> str:
    """Of a tier its kind too: that it is its posture."""
    what = _decided.what(decision)
    return f"{decision.kind} {what}" if what == decision.value else what


def _newest_first(left: Iterable[T]) -> list[T]:
    return sorted(left, key=lambda each: each.at, reverse=True)
