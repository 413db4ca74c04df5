"""What the child is given: bytes, and everything needed to understand them. Picklable."""

from __future__ import annotations

import dataclasses
import hashlib
from dataclasses import dataclass

from board import __version__
from board.errors import ExtractError
from board.model import About, Item
from board.reading.words.vocabulary import Vocabulary
from board.spec import SourceSpec


class SpoiledError(ExtractError):
    """A body did to the child what no reader expects: the child is not given another one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One body to read."""

    spec: SourceSpec
    kind: str
    """The source kind to read it with: the spec's own, or `article` for an item's page."""
    options: object
    body: bytes
    about: About
    vocabulary: Vocabulary
    entry: Item | None = None
    """The feed's entry that this body is the page of."""


def job_of(spec: SourceSpec, body: bytes, about: About, vocabulary: Vocabulary) -> Job:
    """The job for a source's own body."""
    options = completed(spec.options, spec, vocabulary)
    return Job(spec=spec, kind=spec.kind, options=options, body=body, about=about, vocabulary=vocabulary)


def article_job(spec: SourceSpec, options: object, entry: Item, body: bytes, about: About, words: Vocabulary) -> Job:
    """The job for the page of one entry; `options` are those of the `article` kind."""
    return Job(
        spec=spec,
        kind="article",
        options=completed(options, spec, words),
        body=body,
        about=about,
        vocabulary=words,
        entry=entry,
    )


def completed(options: object, spec: SourceSpec, words: Vocabulary) -> object:
    """The kind's options with what it leaves open taken from the source: its language, its time zone.

    A key that a source and its kind both have is read into the source. Names of nations are the board's, and the
    source's own before them.
    """
    if not dataclasses.is_dataclass(options) or isinstance(options, type):
        return options
    said: dict[str, object] = {
        field.name: getattr(spec, field.name)
        for field in dataclasses.fields(options)
        if getattr(options, field.name) is None and getattr(spec, field.name, None) is not None
    }
    if hasattr(options, "nations"):
        said["nations"] = {**dict(words.nations), **options.nations}
    return dataclasses.replace(options, **said) if said else options


def recipe(spec: SourceSpec, vocabulary: Vocabulary) -> str:
    """Kind and a hash of all that bears on how a body is read: where it differs, the same bytes are read again."""
    said = (spec.gives, spec.force, spec.full_text, spec.match, spec.language, spec.time_zone, spec.guard, spec.title)
    parts = repr((__version__, said, spec.options, vocabulary))
    return f"{spec.kind} {hashlib.sha256(parts.encode()).hexdigest()[:12]}"
