"""Postures of the tiers, proposed from the language of activation with the evidence; only a person decides one."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from enum import StrEnum
from functools import lru_cache
from importlib import resources

from board.judging.phrases import TIER, lists_to_regex, mark, names_to_regex, phrase_to_regex
from board.model import Confidence, Precision, Stance, Statement, When
from board.snapshot import Decision, StatementRecord
from board.spec import TierSpec
from board.text.query import words_of

WINDOW = timedelta(days=7)
"""How old what was said may be and still tell of now."""
_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


class Posture(StrEnum):
    """What a tier is doing. A board shows `unknown` until a person chose one of these."""

    ON_DUTY = "on duty"
    """Does its ordinary work: patrols, monitoring."""
    IN_SUPPORT = "in support"
    """Helps another tier that acts."""
    READY = "ready"
    """Stands by: "ready to respond if required"."""
    NOT_ASKED = "not asked"
    """Said not to have been requested or invited."""
    ASKED = "asked"
    """Requested or invited to intervene, and not said to act yet."""
    ACTING = "acting"
    """Intervenes, or is first on the scene."""
    WITHDRAWN = "withdrawn"
    """Has left the scene again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A posture a rule suggests for a tier."""

    level: int
    posture: Posture
    because: str
    """Who said what, and when, in words."""
    ref: str
    """The statement it rests on."""
    said: When


@dataclass(frozen=True, slots=True)
class _Rule:
    posture: Posture
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Names:
    tier: re.Pattern[str]
    other: re.Pattern[str]


def propose(
    records: Sequence[StatementRecord],
    tiers: Sequence[TierSpec],
    now: datetime,
    *,
    decided: Mapping[int, Decision] | None = None,
    window: timedelta = WINDOW,
    zone: tzinfo = UTC,
) -> tuple[Proposal, ...]:
    """At most one proposal a tier, from the newest statement that speaks of it, lowest level first; days are of `zone`.

    Passed over: headlines, what the reader is unsure of, undated statements and those older than `window`, sentences
    that name another year, denials that do not themselves say "not asked", and what the board already had when a person
    last decided.
    """
    newest_first = sorted(records, key=lambda record: record.id, reverse=True)
    fresh = [record for record in newest_first if _is_fresh(record.statement, now, window)]
    found = (_for_tier(tier, tuple(tiers), fresh, (decided or {}).get(tier.level), zone) for tier in tiers)
    return tuple(sorted((proposal for proposal in found if proposal), key=lambda proposal: proposal.level))


def _is_fresh(statement: Statement, now: datetime, window: timedelta) -> bool:
    if statement.published is None or statement.confidence is Confidence.LOW:
        return False
    if statement.stance in (None, Stance.NO_COMMENT):
        return False
    return statement.published.start <= now and statement.published.end >= now - window


def _for_tier(
    tier: TierSpec,
    tiers: tuple[TierSpec, ...],
    newest_first: Sequence[StatementRecord],
    decision: Decision | None,
    zone: tzinfo,
) -> Proposal | None:
    for record in newest_first:
        statement = record.statement
        if decision and record.provenance.retrieved <= decision.at:
            continue
        names = _names(tier, tiers, is_body(tier, statement))
        for sentence in _SENTENCE.split(statement.text):
            posture = _posture(sentence, statement, names)
            if posture is not None and statement.published:
                if decision and decision.value == posture:
                    return None
                return _proposal(tier, posture, sentence, record, statement.published, zone)
    return None


def _posture(sentence: str, statement: Statement, names: _Names) -> Posture | None:
    years = {int(year) for year in _YEAR.findall(sentence)}
    if statement.published and years - {statement.published.start.year}:
        return None
    marked = mark(sentence, names.tier, names.other, _lists())
    if TIER not in marked or any(aside.search(marked) for aside in _asides()):
        return None
    found = next((rule.posture for rule in _rules() if rule.pattern.search(marked)), None)
    return None if statement.stance is Stance.DENIES and found is not Posture.NOT_ASKED else found


def _proposal(
    tier: TierSpec, posture: Posture, sentence: str, record: StatementRecord, said: When, zone: tzinfo
) -> Proposal:
    statement = record.statement
    who = ", ".join(dict.fromkeys(part for part in (statement.speaker, statement.organisation) if part))
    return Proposal(
        level=tier.level,
        posture=posture,
        because=f"{who or record.provenance.source_title}, {_day(said, zone)}: {sentence.strip()}",
        ref=record.ref,
        said=said,
    )


def _day(when: When, zone: tzinfo) -> str:
    """No finer than the day, in which postures are told apart; only an instant is of another day elsewhere."""
    return f"{when.start.astimezone(zone):%Y-%m-%d}" if when.precision is Precision.SECOND else str(when)


def is_body(tier: TierSpec, statement: Statement) -> bool:
    """Whether the tier's own body speaks, so that "we" means it."""
    return names_it(tier, f"{statement.organisation} {statement.speaker}")


def names_it(tier: TierSpec, text: str) -> bool:
    """Whether a text has one of the tier's names in it."""
    body = words_of(text)
    names = (words_of(name) for name in (tier.name, *tier.aliases))
    return any(name and name == body[start : start + len(name)] for name in names for start in range(len(body)))


@lru_cache(maxsize=64)
def _names(tier: TierSpec, tiers: tuple[TierSpec, ...], speaks_itself: bool) -> _Names:
    """A tier as it is named, by its aliases, by its place in the order or by itself; and all other tiers."""
    places = {each.level: _places(each.level) for each in tiers}
    others = [each for each in tiers if each.level != tier.level]
    return _Names(
        tier=names_to_regex(
            (tier.name, *tier.aliases), (*places[tier.level], *(_phrases("self") if speaks_itself else ()))
        ),
        other=names_to_regex(
            [name for each in others for name in (each.name, *each.aliases)],
            [place for each in others for place in places[each.level]],
        ),
    )


def _places(level: int) -> tuple[str, ...]:
    """What the texts call the tier of a level: `third security responder`."""
    return tuple(phrases[level - 1] for phrases in _data()["responder"].values() if 0 < level <= len(phrases))


@lru_cache(maxsize=1)
def _rules() -> tuple[_Rule, ...]:
    """The patterns of every language, in the order in which they are tried."""
    postures = [key for key in _data() if key in list(Posture)]
    return tuple(_Rule(Posture(key), phrase_to_regex(phrase)) for key in postures for phrase in _phrases(key))


@lru_cache(maxsize=1)
def _asides() -> tuple[re.Pattern[str], ...]:
    return tuple(map(phrase_to_regex, _phrases("aside")))


@lru_cache(maxsize=1)
def _lists() -> re.Pattern[str]:
    return lists_to_regex(_phrases("joint"), _phrases("follower"))


def _phrases(key: str) -> Iterator[str]:
    for phrases in _data()[key].values():
        yield from phrases


@lru_cache(maxsize=1)
def _data() -> Mapping[str, Mapping[str, list[str]]]:
    text = resources.files("board.judging").joinpath("postures.toml").read_text("utf-8")
    read: Mapping[str, Mapping[str, list[str]]] = tomllib.loads(text)
    return read
