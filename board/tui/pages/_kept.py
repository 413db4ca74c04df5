"""What persons left on a ref: decisions and notes."""

from __future__ import annotations

from collections.abc import Iterator

from board.tui.draw.lines import Run
from board.tui.pages._page import Asked, Heading, Part, Prose, instant


def kept(asked: Asked) -> Iterator[Part]:
    """Decisions and notes, newest first; nothing where there are none."""
    decisions, notes = asked.snapshot.decisions(asked.ref), asked.snapshot.notes(asked.ref)
    if decisions:
        yield Heading("Decided")
    for decision in decisions:
        why = f": {decision.why}" if decision.why else ""
        stamp = Run(f"{instant(decision.at)} {decision.who}  ", "muted")
        yield Prose((stamp, Run(f"{decision.kind} {decision.value}", "strong"), Run(why)), 2)
    if notes:
        yield Heading("Notes")
    for note in notes:
        yield Prose((Run(f"{instant(note.at)} {note.who}  ", "muted"), Run(note.text)), 2)
