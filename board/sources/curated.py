"""Curated records: statements, figures and events that a person writes down in a TOML file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Literal

from board.errors import ExtractError
from board.model import (
    About,
    Channel,
    Event,
    Extract,
    Figure,
    FigureKind,
    Identity,
    Qualifier,
    Stance,
    Statement,
    Strength,
)
from board.options import option
from board.sources._records import MistakeError, Record, Records
from board.text.clean import clean
from board.text.toml import TomlError, read_toml

SHAPE: Literal["records"] = "records"
SAID_AT_ONCE = 10
"""Mistakes named in one message."""
_TABLES = ("statement", "figure", "event")
_HEADER = re.compile(rb"^[ \t]*\[\[[ \t]*(?:statement|figure|event)[ \t]*\]\]", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How curated records are read."""

    nations: Mapping[str, str] = option("more names of nations: name = alpha-3", {})


def suits(body: bytes, about: About) -> float:
    """TOML with at least one of the three tables."""
    if not _HEADER.search(body[:200_000]):
        return 0.0
    return 1.0 if about.address.lower().endswith(".toml") else 0.7


def extract(body: bytes, options: Options, about: About) -> Extract:
    """The records of a file; one with a mistake is told with its line, and the others are read.

    Raises: ExtractError where it is no TOML, or has mistakes and not one record that can be read.
    """
    try:
        tables = read_toml(body)
    except (TomlError, MemoryError) as error:
        line = getattr(error, "line", None)
        raise ExtractError(f"not TOML: {f'line {line}: ' if line else ''}{clean(str(error))}") from None
    records = Records(body, options.nations)
    read = Extract(
        statements=tuple(records.read(tables, "statement", _statement)),
        figures=tuple(records.read(tables, "figure", _figure)),
        events=tuple(records.read(tables, "event", _event)),
    )
    unknown = [f"unknown table {clean(name, 60)!r}" for name in tables if name not in _TABLES]
    mistakes = (*records.mistakes, *unknown)
    if mistakes and not (read.statements or read.figures or read.events):
        more = len(mistakes) - SAID_AT_ONCE
        raise ExtractError("; ".join(mistakes[:SAID_AT_ONCE]) + (f"; and {more} more" if more > 0 else ""))
    return replace(read, mistakes=mistakes, warnings=tuple(_ahead(read, about)))


def _ahead(read: Extract, about: About) -> Iterator[str]:
    """A date of publication that has not come yet is most likely a slip of the pen."""
    given = (*(one.published for one in read.statements), *(one.published for one in read.figures))
    dates = [when for when in given if when]
    if about.retrieved and (count := sum(date.start > about.retrieved + timedelta(days=1) for date in dates)):
        yield f"published in the future: {count} of {len(dates)} records"


def _statement(record: Record) -> Statement:
    speaker, organisation = record.text("speaker"), record.text("organisation")
    return Statement(
        speaker=speaker,
        organisation=organisation,
        role=record.text("role"),
        identity=_identity(record, speaker, organisation),
        channel=record.word("channel", Channel) or Channel.UNKNOWN,
        stance=record.word("stance", Stance),
        strength=record.word("strength", Strength) or Strength.PLAIN,
        text=record.needed("text"),
        quote=record.flag("quote"),
        origin=record.text("origin"),
        carriers=record.texts("carriers"),
        published=record.when("published"),
        url=record.link("url"),
        note=record.text("note", lines=True),
    )


def _identity(record: Record, speaker: str, organisation: str) -> Identity:
    """As written. Only of a body without a speaker it needs no saying."""
    identity = record.word("identity", Identity)
    if identity is None and speaker:
        raise MistakeError(f"identity is missing: one of {', '.join(Identity)}")
    if not speaker and not organisation:
        raise MistakeError("speaker or organisation is missing")
    return identity or Identity.ORGANISATION


def _figure(record: Record) -> Figure:
    return Figure(
        subject=record.text("subject"),
        nation=record.nation("nation"),
        number=record.count("number"),
        qualifier=record.word("qualifier", Qualifier) or Qualifier.EXACTLY,
        kind=record.word("kind", FigureKind) or FigureKind.PRESENT,
        as_of=record.when("as_of"),
        quote=record.text("quote"),
        said_by=record.text("said_by"),
        url=record.link("url"),
        published=record.when("published"),
        note=record.text("note", lines=True),
    )


def _event(record: Record) -> Event:
    title, when, until = record.needed("title"), record.when("when"), record.when("until")
    if when is None:
        raise MistakeError("when is missing")
    if until is not None and until.end < when.start:
        raise MistakeError("until lies before when")
    return Event(
        title=title,
        when=when,
        until=until,
        url=record.link("url"),
        note=record.text("note", lines=True),
        published=record.when("published"),
    )
