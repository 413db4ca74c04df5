"""What a person can put right of a reading, and the reading put right: of a statement who spoke and how, of a figure
what it counts.

A decision of the kind `reading` keeps one field: `stance=denies`, `nation=` for no nation; the name alone (`stance`)
takes it back. The last word on each field counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, TypeVar

from board.errors import UsageError
from board.model import Confidence, Figure, FigureKind, Identity, Qualifier, Stance, Statement, Strength
from board.spec import Config
from board.text.clean import clean
from board.text.fold import fold
from board.text.nations import nation_of

Said = TypeVar("Said", Statement, Figure)

KIND = "reading"
"""The kind of the decisions."""
HEADLINE = "headline"
"""The stance of what nobody but the outlet says."""
LONGEST = 200
"""Characters of a name."""


@dataclass(frozen=True, slots=True)
class Field:
    """Something that was read, and may have been read wrongly."""

    name: str
    words: tuple[str, ...] = ()
    """All it can be; empty where it is a name."""
    may_be_empty: bool = False
    """Whether it can be said to be nobody's."""


def _words(of: type[StrEnum]) -> tuple[str, ...]:
    return tuple(each.value for each in of)


FIELDS: Mapping[str, tuple[Field, ...]] = {
    "statement": (
        Field("speaker", may_be_empty=True),
        Field("role", may_be_empty=True),
        Field("identity", _words(Identity)),
        Field("organisation", may_be_empty=True),
        Field("stance", (*_words(Stance), HEADLINE)),
        Field("strength", _words(Strength)),
    ),
    "figure": (
        Field("nation", may_be_empty=True),
        Field("subject", may_be_empty=True),
        Field("kind", _words(FigureKind)),
        Field("qualifier", _words(Qualifier)),
        Field("said_by", may_be_empty=True),
    ),
}
"""By the kind of the ref."""


def fields_of(kind: str) -> tuple[Field, ...]:
    """What can be put right of a record of that kind. Raises: UsageError where nothing can."""
    if kind not in FIELDS:
        raise UsageError("only a statement or a figure can be put right, such as statement:5 or figure:7")
    return FIELDS[kind]


def field_of(kind: str, name: str) -> Field:
    """The field of that name. Raises: UsageError, with those there are."""
    fields = fields_of(kind)
    found = next((field for field in fields if field.name == name), None)
    if found is None:
        raise UsageError(f"a {kind} has no {name!r} to put right; it has {', '.join(each.name for each in fields)}")
    return found


def value_of(field: Field, typed: str, config: Config) -> str:
    """What a person typed for a field, as it is kept. Raises: UsageError, with what is possible."""
    text = clean(typed, LONGEST).strip()
    if field.words:
        return _one_of(field, text)
    if not text or field.name not in ("nation", "subject"):
        return text
    return _nation(text, config) if field.name == "nation" else _subject(text, config)


def _one_of(field: Field, text: str) -> str:
    word = fold(text).replace(" ", "_").replace("-", "_")
    if word not in field.words:
        raise UsageError(f"{field.name} cannot be {text!r}; it can be {', '.join(field.words)}")
    return word


def _nation(text: str, config: Config) -> str:
    found = nation_of(text, config.nations) or nation_of(text.upper(), config.nations)
    if found is None:
        raise UsageError(f"{text!r} is no nation; it can be any by name or alpha-3, such as ITA, or nothing: the whole")
    return found


def _subject(text: str, config: Config) -> str:
    """A force by its own name, by whichever it was typed; else the words as they are."""
    names = {fold(name): force.name for force in config.forces for name in (force.name, *force.aliases)}
    return names.get(fold(text), text)


def standing(values: Iterable[str]) -> dict[str, str]:
    """What stands put right, by field, after decisions with these values, oldest first."""
    found: dict[str, str] = {}
    for value in values:
        name, put, word = value.partition("=")
        if put:
            found[name] = word
        else:
            found.pop(name, None)
    return found


def corrected(said: Said, put: Mapping[str, str]) -> Said:
    """The reading as it was put right; sure, since a person looked at it. What cannot be is passed over."""
    kind = "statement" if isinstance(said, Statement) else "figure"
    changes: dict[str, Any] = {}
    for field in FIELDS[kind]:
        word = put.get(field.name)
        if word is not None and (word in field.words if field.words else field.may_be_empty or word):
            changes[field.name] = _as_read(field.name, word)
    if not changes:
        return said
    if isinstance(said, Statement):
        changes = {**_following(said, changes), **changes}
    return replace(said, confidence=Confidence.HIGH, **changes)


def given_by(figure: Figure, read: Statement, now: Statement) -> Figure:
    """A figure of a statement that was put right: of whoever now made it, where whoever was read gave the figure."""
    if figure.said_by != (read.organisation or read.speaker):
        return figure
    return replace(figure, said_by=now.organisation or now.speaker)


def _as_read(name: str, word: str) -> Any:
    """A kept word as the noun has it."""
    match name:
        case "identity":
            return Identity(word)
        case "stance":
            return None if word == HEADLINE else Stance(word)
        case "strength":
            return Strength(word)
        case "kind":
            return FigureKind(word)
        case "qualifier":
            return Qualifier(word)
        case "nation":
            return word or None
        case _:
            return word


def _following(said: Statement, changes: Mapping[str, Any]) -> dict[str, Any]:
    """What goes with a field unless it is put right itself: role and identity belong to the speaker that was read,
    and the strength to the stance."""
    found: dict[str, Any] = {}
    speaker = changes.get("speaker")
    if isinstance(speaker, str) and speaker != said.speaker:
        found |= {"role": "", "identity": _identity(speaker)}
    if "stance" in changes and changes["stance"] != said.stance:
        found["strength"] = Strength.PLAIN
    return found


def _identity(speaker: str) -> Identity:
    """By how it is written: `Jens Stoltenberg` is a name, `an official` is nobody's, nothing is the body itself."""
    if not speaker:
        return Identity.ORGANISATION
    return Identity.NAMED if speaker[0].isupper() else Identity.UNNAMED


def shown(said: Statement | Figure, name: str) -> str:
    """What a record has in a field, in the word a person would put; empty where it has nothing."""
    value = getattr(said, name)
    if name == "stance":
        return HEADLINE if value is None else str(value.value)
    return str(value or "")
