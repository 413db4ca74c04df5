"""Notes.

What persons wrote on this board, newest first, each with what it is about.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from board.model import When
from board.options import Count, option
from board.panels import _names, _stances, _words
from board.shapes import Condition, Entry, Feed, Tone, View
from board.snapshot import Note, Part, Snapshot
from board.spec import Config, PanelSpec
from board.text.iso import iso

_LONGEST = 80
READS = frozenset({Part.SAID, Part.NOTED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What `[[panel]] kind = "notes"` takes."""

    most: Count = option("notes shown at most", Count(50))


def build(snapshot: Snapshot, spec: PanelSpec, config: Config, now: datetime) -> View:  # noqa: ARG001
    """The newest notes; it has the signature that every kind has."""
    options = spec.options
    assert isinstance(options, Options)
    notes = snapshot.noted(options.most)
    return View(
        name=spec.name,
        kind=spec.kind,
        title=spec.title,
        shape=Feed(entries=tuple(entry(key, note, snapshot, config) for key, note in enumerate(notes, 1))),
        as_of=max((When(note.at) for note in notes), default=None),
        condition=Condition.FRESH if notes else Condition.EMPTY,
        empty="" if notes else "nobody has written a note: the key e writes one on what the cursor is on",
    )


def entry(key: int, note: Note, snapshot: Snapshot, config: Config) -> Entry:
    """A note with what it is on; `key` is what its list is paged by."""
    return Entry(
        ref=note.ref,
        key=key,
        when=When(note.at),
        word="NOTE",
        tone=Tone.PLAIN,
        who=note.who,
        how=f"on {_about(note.ref, snapshot, config)}",
        text=note.text,
        data={"ref": note.ref, "who": note.who, "at": iso(note.at)},
    )


def _about(ref: str, snapshot: Snapshot, config: Config) -> str:
    """What a note is about in words; the ref itself where nothing is known of it any more."""
    kind, _, key = ref.partition(":")
    if kind in _NAMED and (name := _NAMED[kind](key, config)):
        return name
    if kind == "edition" and (name := _of_table(ref, snapshot, config)):
        return name
    if record := snapshot.statement(ref):
        said = record.statement
        return _short(f"{_stances.word(said)} {_stances.who(said)}: {said.text}")
    if versions := snapshot.item(ref):
        return _short(versions[-1].item.title)
    return ref


def _tier(key: str, config: Config) -> str:
    return next((tier.name for tier in config.tiers if str(tier.level) == key), "")


def _source(key: str, config: Config) -> str:
    source = config.source(key)
    return source.title if source else ""


def _claim(key: str, config: Config) -> str:
    return next((_short(claim.text) for claim in config.claims if claim.name == key), "")


_NAMED: Mapping[str, Callable[[str, Config], str]] = {"tier": _tier, "source": _source, "claim": _claim}


def _of_table(ref: str, snapshot: Snapshot, config: Config) -> str:
    """`Italy in KFOR, 19 Feb 2026`, or the table as a whole."""
    whole, _, nation = ref.partition("#")
    found = (each for force in config.forces for each in snapshot.editions(force.name) if each.ref == whole)
    edition = next((each.value for each in found), None)
    if edition is None:
        return ""
    row = next((each for each in edition.rows if nation in (each.nation, each.name)), None) if nation else None
    force = _names.titled(edition.force, config)
    about = f"{_names.of_row(row, config)} in {force}" if row else f"the table of {force}"
    return f"{about}, {_words.date(edition.as_of, config.board.time_zone)}"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
