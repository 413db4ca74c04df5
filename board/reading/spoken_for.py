"""Which body somebody speaks for: the one beside him, the one of his office, or the one told of before."""

from __future__ import annotations

from typing import NamedTuple

from board.model import Confidence
from board.reading.bodies import body_before, body_text, full_name, office_body, own_bodies
from board.reading.cast import Cast
from board.reading.homes import home_around, home_in, sentence_at
from board.reading.offices import office_held
from board.reading.parts import Parts
from board.reading.prose import Prose
from board.text.fold import fold


class SpokenFor(NamedTuple):
    """A body by name; empty where the text tells none."""

    name: str
    confidence: Confidence = Confidence.HIGH


NOBODY = SpokenFor("")


def spoken_for(prose: Prose, parts: Parts, cast: Cast) -> SpokenFor:
    """The body that the words of a speaker name, by the fullest name the text has for it."""
    named = body_text(prose, parts)
    if not named:
        return NOBODY
    if not own_bodies(prose, parts):
        return SpokenFor(named, _by_rank(prose, parts))
    full = full_name(prose, parts, named, None)
    if full != named or not _is_of_a_state(prose, parts):
        return SpokenFor(full)
    if office := _of_an_office(parts, named, cast):
        return SpokenFor(office)
    home = home_around(prose, parts.first, cast.home)
    full = full_name(prose, parts, named, home)
    return SpokenFor(full, Confidence.HIGH if full == named else Confidence.MEDIUM)


def _is_of_a_state(prose: Prose, parts: Parts) -> bool:
    return any(prose.is_a(mark.first, "of_a_state") for mark in parts.bodies)


def _by_rank(prose: Prose, parts: Parts) -> Confidence:
    """`Italian General Piero Conti` may speak for more than the Italian Armed Forces."""
    is_rank = parts.nation is not None and all(prose.is_a(mark.first, "needs_nation") for mark in parts.roles)
    return Confidence.MEDIUM if is_rank else Confidence.HIGH


def _of_an_office(parts: Parts, named: str, cast: Cast) -> str:
    """`the ministry` behind `Swiss Defence Minister Ruth Amrein` is hers."""
    if parts.nation is not None:
        return ""
    nouns = set(fold(named).split())
    held = [speaker for place, speaker in cast.introduced.items() if place < parts.first]
    bodies = (speaker.organisation for speaker in reversed(held))
    return next((body for body in bodies if nouns < set(fold(body).split())), "")


def spoken_for_by_office(prose: Prose, parts: Parts, cast: Cast) -> SpokenFor:
    """The body of one whose words name none: `its spokesman`, `the defence minister`, `the commander`."""
    if not parts.roles or parts.former is not None:
        return NOBODY
    if prose.is_a(parts.first, "pronoun"):
        return SpokenFor(body_before(prose, parts.first))
    if parts.is_spokesperson and parts.nation is None:
        return _spokesman_of(prose, parts)
    if parts.nation is None and prose.force and any(prose.is_a(mark.first, "commands") for mark in parts.roles):
        return SpokenFor(prose.force)
    if any(prose.is_a(mark.first, "of_many_nations") for mark in parts.roles):
        return SpokenFor(_of_many_nations(prose, parts.first))
    return _of_a_nation(prose, parts, cast)


def _spokesman_of(prose: Prose, parts: Parts) -> SpokenFor:
    """`spokesman Kurt Lindner` speaks for the body named before him in his paragraph."""
    return SpokenFor(body_before(prose, parts.first, in_paragraph=True), Confidence.MEDIUM)


def _of_many_nations(prose: Prose, index: int) -> str:
    """`the Secretary General`: of the body before him in his paragraph that has one, else the only one of the text."""
    paragraph = prose.sentences[sentence_at(prose, index)].paragraph
    told = [
        (mark.value, sentence.paragraph == paragraph and mark.first < index)
        for sentence in prose.sentences
        if "has_secretary" in sentence.sorts
        for mark in sentence.marks
        if mark.sort == "has_secretary"
    ]
    near = [body for body, is_near in told if is_near]
    all_told = {body for body, _ in told}
    return near[-1] if near else all_told.pop() if len(all_told) == 1 else ""


def _of_a_nation(prose: Prose, parts: Parts, cast: Cast) -> SpokenFor:
    office = office_held(prose, parts.roles)
    if not office:
        return NOBODY
    if parts.nation is not None:
        body = office_body(prose, parts, home_in(prose, parts.nation, parts.roles[0].first))
        return SpokenFor(body, _by_rank(prose, parts))
    if any(prose.is_a(mark.first, "needs_nation") for mark in parts.roles):
        return NOBODY
    home = home_around(prose, parts.first, cast.home)
    body = office_body(prose, parts, home)
    return SpokenFor(body, Confidence.HIGH if home is None else Confidence.MEDIUM)
