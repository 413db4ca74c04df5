"""Which body somebody speaks for by his office alone: `its spokesman`, `the defence minister`, `the commander`."""

from __future__ import annotations

from board.model import Confidence
from board.reading.people.bodies import body_text, full_name, office_body
from board.reading.people.bodies_before import body_before, body_behind
from board.reading.people.cast import NOBODY, Cast, Speaker, SpokenFor
from board.reading.people.commanders import commands, commands_part
from board.reading.people.forces import force_led, force_of
from board.reading.people.homes import FARTHEST, Home, home_around, home_in, sentence_at
from board.reading.people.offices import names_nation, role_of_office
from board.reading.people.places import place_before
from board.reading.people.secretaries import secretariat_of
from board.reading.people.soldiers import contingent_led, part_led, soldier_of
from board.reading.words.lexicon import Mark
from board.reading.words.members import HIGH, MEDIUM
from board.reading.words.names import LONGEST_NAME
from board.reading.words.parts import Parts
from board.reading.words.prose import Prose
from board.text.fold import fold
from board.text.nations import adjective, display_name

_CLOSES = frozenset(",”\"»'")
"""What stands behind words that are said."""
_OF_A_GOVERNMENT = frozenset(("role.minister", "role.state"))
"""Offices each with a body of its own."""


def spoken_for_by_office(prose: Prose, parts: Parts, cast: Cast) -> SpokenFor:
    """The body of one whose words name none; nobody where his office tells none either."""
    owner = prose.is_a(parts.first, "pronoun")
    if not parts.roles or parts.served is not None or (parts.former is not None and owner is None):
        return NOBODY
    if owner is not None:
        return _of_owner(prose, parts, cast, owner)
    is_of_before = any("of_body_before" in prose.sorts[mark.first] for mark in parts.roles)
    office = role_of_office(prose, parts.roles)
    is_open = parts.nation is None and (office is None or "needs_nation" in prose.sorts[office.first])
    if (parts.is_spokesperson or is_of_before) and is_open:
        return _spokesman_of(prose, parts)
    if parts.nation is None and commands(prose, parts):
        return _of_part(prose, parts) if commands_part(prose, parts) else _of_force(prose, parts)
    if (head := next((mark for mark in parts.roles if "heads_place" in prose.sorts[mark.first]), None)) is not None:
        place = place_before(prose, parts.first)
        return SpokenFor(f"{prose.slice(head.first, head.last).lower()} of {place}" if place else "", MEDIUM)
    if any("of_many_nations" in prose.sorts[mark.first] for mark in parts.roles):
        return SpokenFor(secretariat_of(prose, parts.first) or cast.secretary_of)
    return _of_a_nation(prose, parts, cast)


def by_rank(prose: Prose, parts: Parts) -> Confidence:
    """`Italian General Piero Conti` may speak for more than the Italian Armed Forces."""
    return MEDIUM if parts.nation is not None and is_rank(prose, parts) else HIGH


def is_rank(prose: Prose, parts: Parts) -> bool:
    """No office but a rank, or none at all."""
    return all("needs_nation" in prose.sorts[mark.first] for mark in parts.roles)


def home_of(speaker: Speaker) -> Home | None:
    """The nation a person speaks for, where the text tells it."""
    nation = speaker.nation
    return None if nation is None else Home(nation, adjective(nation), display_name(nation))


def _of_owner(prose: Prose, parts: Parts, cast: Cast, owner: Mark) -> SpokenFor:
    """`its spokesman`, `his deputy`; `his defence minister` has a ministry of his own in the same land."""
    if owner.value == "self":
        return SpokenFor(_un_mission(prose), MEDIUM)
    office = role_of_office(prose, parts.roles)
    if office is not None and parts.nation is None and office.full in _OF_A_GOVERNMENT:
        home = home_of(cast.person) if owner.value == "person" and cast.person is not None else None
        home = home or home_around(prose, parts.first, cast.home)
        if home is not None:
            return SpokenFor(office_body(prose, parts, home), MEDIUM)
    if owner.value == "person":
        return _of_his(prose, parts, cast)
    before = body_before(prose, parts.first)
    if not commands(prose, parts):
        return SpokenFor(before)
    return soldier_of(prose, parts, cast) if "minist" in fold(before) else SpokenFor(force_of(prose, before) or before)


def _un_mission(prose: Prose) -> str:
    """The mission of the UN that a text names, else the UN: `My Special Representative` in a report heads it."""
    mark = next(iter(prose.phrases("un_mission")), None)
    return "United Nations (UN)" if mark is None else prose.slice(mark.first, mark.last)


def _of_his(prose: Prose, parts: Parts, cast: Cast) -> SpokenFor:
    """`his deputy` speaks for whom he does."""
    meant = cast.person
    if meant is None or any("counterpart" in prose.sorts[mark.first] for mark in parts.roles):
        return NOBODY
    return SpokenFor(meant.organisation, MEDIUM)


def _of_force(prose: Prose, parts: Parts) -> SpokenFor:
    """A commander's force; a head of mission may be that of the police as well."""
    is_soldier = any(mark.full == "role.military" for mark in parts.roles)
    return SpokenFor(force_led(prose) if is_soldier else prose.force)


def _of_part(prose: Prose, parts: Parts) -> SpokenFor:
    part = part_led(prose, parts.first)
    return part if part.name else contingent_led(prose, parts.first)


def _spokesman_of(prose: Prose, parts: Parts) -> SpokenFor:
    """`spokesman Kurt Lindner`: for the body named before him in his paragraph, else in his words, else before that."""
    before = body_before(prose, parts.first, in_paragraph=True)
    before = before or body_behind(prose, parts.last)
    index = parts.roles[0].first
    sentence = prose.sentences[sentence_at(prose, index)]
    is_bare = index == sentence.first or prose.is_any(index - 1, ("article", "say", "clause"))
    is_bare = is_bare or prose.words[index - 1].text in _CLOSES
    return SpokenFor(before or (body_before(prose, parts.first) if is_bare else ""), MEDIUM)


def _of_a_nation(prose: Prose, parts: Parts, cast: Cast) -> SpokenFor:
    if parts.nation is not None:
        body = office_body(prose, parts, home_in(prose, parts.nation, parts.roles[0].first))
        return SpokenFor(body, by_rank(prose, parts))
    role = role_of_office(prose, parts.roles)
    if role is None or "needs_nation" in prose.sorts[role.first]:
        return soldier_of(prose, parts, cast)
    is_any_minister = "of_any_ministry" in prose.sorts[role.first] or (
        role.last - role.first == 1 and _is_ministry(prose, role)
    )
    if is_any_minister and (ministry := _ministry_before(prose, parts.first, cast)).name:
        return SpokenFor(ministry.name, MEDIUM)
    is_bare = "keeps_bare" in prose.sorts[role.first] or not names_nation(prose, role)
    home = None if is_bare else _known_home(prose, parts, cast) or home_around(prose, parts.first, cast.home)
    body = office_body(prose, parts, home)
    return SpokenFor(body, HIGH if home is None else MEDIUM)


def _known_home(prose: Prose, parts: Parts, cast: Cast) -> Home | None:
    """The nation of one whom the text or the board knows, where another sentence does not name it."""
    known = None if parts.name is None else cast.by_surname.get(prose.words[parts.name.last - 1].folded)
    if parts.name is None or known is None or not fold(known.name).endswith(fold(parts.name.written(prose))):
        return None
    return home_of(known)


def _ministry_before(prose: Prose, index: int, cast: Cast) -> SpokenFor:
    """The ministry told of before a mere `Minister Ivan Horvat` in his paragraph."""
    place = sentence_at(prose, index)
    for sentence in reversed(prose.sentences[max(0, place - FARTHEST) : place + 1]):
        if sentence.paragraph != prose.sentences[place].paragraph:
            break
        for mark in reversed(sentence.marks.of("of_a_state")):
            if mark.first < index and _is_ministry(prose, mark):
                return _in_full(prose, Parts(prose, max(sentence.first, mark.first - LONGEST_NAME), mark.last), cast)
    return NOBODY


def _in_full(prose: Prose, parts: Parts, cast: Cast) -> SpokenFor:
    """A ministry by the name it had before, else with the nation around."""
    named = body_text(prose, parts)
    full = full_name(prose, parts, named, None)
    if full == named:
        full = full_name(prose, parts, named, home_around(prose, parts.first, cast.home))
    return SpokenFor(full)


def _is_ministry(prose: Prose, mark: Mark) -> bool:
    return any(prose.words[index].folded.startswith("minist") for index in range(mark.first, mark.last))
