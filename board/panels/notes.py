"""Notes.

What persons wrote on this board, newest first, each with what it is about.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from board.model import When
from board.options import option
from board.panels import _stances
from board.shapes import Condition, Entry, Feed, Tone, View
from board.snapshot import Note, Part, Snapshot
from board.spec import Config, PanelSpec
from board.text.iso import iso

_LONGEST = 80
READS = frozenset({Part.SAID, Part.NOTED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What `[[panel]] kind = "notes"` takes."""

    most: int = option("notes shown at most", 50)


def build(snapshot: Snapshot, spec: PanelSpec, config: Config, now: datetime) -> View:  # noqa: ARG001
    """The newest notes; it has the signature that every kind has."""
    options = spec.options
    assert isinstance(options, Options)
    notes = snapshot.noted(options.most)
    return View(
        name=spec.name,
        kind=spec.kind,
        title=spec.title,
        shape=Feed(entries=tuple(_entry(key, note, snapshot) for key, note in enumerate(notes, 1))),
        as_of=max((When(note.at) for note in notes), default=None),
        condition=Condition.FRESH if notes else Condition.EMPTY,
        empty="" if notes else "nobody has written a note",
    )


def _entry(key: int, note: Note, snapshot: Snapshot) -> Entry:
    return Entry(
        ref=note.ref,
        key=key,
        when=When(note.at),
        word="NOTE",
        tone=Tone.PLAIN,
        who=note.who,
        how=f"on {_about(note.ref, snapshot)}",
        text=note.text,
        data={"ref": note.ref, "who": note.who, "at": iso(note.at)},
    )


def _about(ref: str, snapshot: Snapshot) -> str:
    """What a note is about in words, as far as the ref tells: a statement, an item, else the ref itself."""
    if record := snapshot.statement(ref):
        return _short(f"{_stances.who(record.statement)}: {record.statement.text}")
    if versions := snapshot.item(ref):
        return _short(versions[-1].item.title)
    return ref


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
