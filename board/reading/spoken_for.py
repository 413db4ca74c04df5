"""Which body somebody speaks for: the one beside him, the one of his office, or the one told of before."""

from __future__ import annotations

from typing import NamedTuple

from board.model import Confidence
from board.reading.bodies import body_before, body_text, full_name, head_body, nation_text, office_body, own_bodies
from board.reading.cast import Cast
from board.reading.homes import POSSESSIVE, Home, capital_before, home_around, home_in, sentence_at
from board.reading.lexicon import Mark
from board.reading.names import LONGEST_NAME
from board.reading.offices import rendered, role_of_office
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
    if (told := _by_adjective(prose, parts, cast)).name:
        return told
    if (told := _of_counterpart(prose, parts, cast)).name:
        return told
    named = body_text(prose, parts)
    if not named:
        return _of_served(prose, parts, cast)
    if not own_bodies(prose, parts):
        return SpokenFor(named, _by_rank(prose, parts))
    if owner := _of_owner(prose, parts, cast):
        return SpokenFor(owner)
    if (home := _of_its_capital(prose, parts)) is not None:
        return SpokenFor(f"{home.people} {named}")
    is_elsewhere = capital_before(prose, parts.first) is not None
    full = named if is_elsewhere else full_name(prose, parts, named, None)
    if full != named or not _is_of_a_state(prose, parts):
        return SpokenFor(full)
    if not is_elsewhere and (office := _of_an_office(parts, named, cast)):
        return SpokenFor(office)
    home = home_around(prose, parts.first, cast.home)
    full = _rendered_for(prose, parts, home) or full_name(prose, parts, named, home)
    return SpokenFor(full, Confidence.HIGH if full == named else Confidence.MEDIUM)


def of_his_nation(prose: Prose, parts: Parts) -> SpokenFor:
    """`Serbia's Ivica Dadić` without any office speaks for Serbia."""
    nation = parts.nation
    if nation is None or parts.name is None or prose.words[nation.last].text not in POSSESSIVE:
        return NOBODY
    is_beside = nation.last + 1 == parts.name.first
    return SpokenFor(nation_text(prose, parts), Confidence.MEDIUM) if is_beside else NOBODY


def _of_served(prose: Prose, parts: Parts, cast: Cast) -> SpokenFor:
    """`an aide to Kurti` is of the body that Kurti is introduced with."""
    served = None if parts.served is None else cast.by_surname.get(prose.words[parts.served.last - 1].folded)
    return NOBODY if served is None else SpokenFor(served.organisation, Confidence.MEDIUM)


def _of_its_capital(prose: Prose, parts: Parts) -> Home | None:
    """`the foreign ministry in Paris` is of France."""
    head = head_body(prose, parts)
    if head is None or parts.nation is not None or not prose.is_a(head.first, "of_a_state"):
        return None
    capital = prose.is_a(head.last + 1, "stands_for") if head.last + 1 < parts.last else None
    is_there = capital is not None and prose.is_a(head.last, "where") is not None
    return home_in(prose, capital) if is_there and capital is not None else None


def _of_owner(prose: Prose, parts: Parts, cast: Cast) -> str:
    """`Robledo's office` is of the body its owner is introduced with."""
    head = head_body(prose, parts)
    if head is None or head.first < 2 or prose.words[head.first - 1].text not in POSSESSIVE:
        return ""
    owner = cast.by_surname.get(prose.words[head.first - 2].folded)
    return owner.organisation if owner is not None else ""


def _is_of_a_state(prose: Prose, parts: Parts) -> bool:
    head = head_body(prose, parts)
    return head is not None and prose.is_a(head.first, "of_a_state", "office") is not None


def _rendered_for(prose: Prose, parts: Parts, home: Home | None) -> str:
    """A ministry by its English name, where the language has one for it."""
    head = head_body(prose, parts)
    post = prose.is_a(head.first, "office") if head is not None else None
    return "" if post is None or parts.nation is not None else rendered(post.value, home)


def _by_adjective(prose: Prose, parts: Parts, cast: Cast) -> SpokenFor:
    """`congressional aides` and `defence officials` are of the body the adjective tells of."""
    posts = (prose.is_a(index, "of_office") for index in range(parts.first, parts.last))
    post = next((post for post in posts if post is not None), None)
    if post is None or own_bodies(prose, parts) or parts.headed is not None:
        return NOBODY
    if "{" not in post.value or parts.nation is not None:
        return SpokenFor(rendered(post.value, home_in(prose, parts.nation) if parts.nation is not None else None))
    home = home_around(prose, parts.first, cast.home)
    return NOBODY if home is None else SpokenFor(rendered(post.value, home), Confidence.MEDIUM)


def _by_rank(prose: Prose, parts: Parts) -> Confidence:
    """`Italian General Piero Conti` may speak for more than the Italian Armed Forces."""
    return Confidence.MEDIUM if parts.nation is not None and is_rank(prose, parts) else Confidence.HIGH


def is_rank(prose: Prose, parts: Parts) -> bool:
    """No office but a rank, or none at all."""
    return all(prose.is_a(mark.first, "needs_nation") for mark in parts.roles)


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
    if (owner := prose.is_a(parts.first, "pronoun")) is not None:
        return _of_his(prose, parts, cast) if owner.value == "person" else SpokenFor(body_before(prose, parts.first))
    is_of_before = any(prose.is_a(mark.first, "of_body_before") for mark in parts.roles)
    is_open = parts.nation is None and role_of_office(prose, parts.roles) is None
    if (parts.is_spokesperson or is_of_before) and is_open:
        return _spokesman_of(prose, parts)
    if parts.nation is None and _commands(prose, parts):
        return NOBODY if _commands_part(prose, parts) else SpokenFor(prose.force)
    if any(prose.is_a(mark.first, "of_many_nations") for mark in parts.roles):
        return SpokenFor(_of_many_nations(prose, parts.first))
    return _of_a_nation(prose, parts, cast)


def _of_counterpart(prose: Prose, parts: Parts, cast: Cast) -> SpokenFor:
    """`his Swiss counterpart` holds the office of the one introduced last, elsewhere."""
    if parts.nation is None or not any(prose.is_a(mark.first, "counterpart") for mark in parts.roles):
        return NOBODY
    place = max((place for place in cast.introduced if place < parts.first), default=None)
    post = prose.is_a(place, "office") if place is not None else None
    return NOBODY if post is None else SpokenFor(rendered(post.value, home_in(prose, parts.nation)), Confidence.MEDIUM)


def _of_his(prose: Prose, parts: Parts, cast: Cast) -> SpokenFor:
    """`his deputy` speaks for whom he does."""
    meant = cast.person
    if meant is None or any(prose.is_a(mark.first, "counterpart") for mark in parts.roles):
        return NOBODY
    return SpokenFor(meant.organisation, Confidence.MEDIUM)


def _commands(prose: Prose, parts: Parts) -> bool:
    """The commander, not the commander-in-chief."""
    posts = ((mark, prose.is_a(mark.first, "commands")) for mark in parts.roles)
    return any(post is not None and post.last >= mark.last for mark, post in posts)


def _commands_part(prose: Prose, parts: Parts) -> bool:
    """A regional commander or a colonel commands a part of the force; in `Lt. Gen.` the last word counts."""
    if any(prose.is_a(mark.first - 1, "commands_part") for mark in parts.roles if mark.first):
        return True
    ranks = [mark for mark in parts.roles if prose.is_a(mark.first, "needs_nation")]
    return bool(ranks) and prose.is_a(ranks[-1].first, "lower_rank") is not None


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
    if parts.nation is not None:
        body = office_body(prose, parts, home_in(prose, parts.nation, parts.roles[0].first))
        return SpokenFor(body, _by_rank(prose, parts))
    role = role_of_office(prose, parts.roles)
    if role is None or prose.is_a(role.first, "needs_nation"):
        return NOBODY
    is_any_minister = role.last - role.first == 1 and _is_ministry(prose, role)
    if is_any_minister and (ministry := _ministry_before(prose, parts.first, cast)).name:
        return ministry._replace(confidence=Confidence.MEDIUM)
    is_bare = prose.is_a(role.first, "keeps_bare") is not None
    home = None if is_bare else home_around(prose, parts.first, cast.home)
    body = office_body(prose, parts, home)
    return SpokenFor(body, Confidence.HIGH if home is None else Confidence.MEDIUM)


def _ministry_before(prose: Prose, index: int, cast: Cast) -> SpokenFor:
    """The ministry told of before a mere `Minister Ivan Horvat` in his paragraph."""
    place = sentence_at(prose, index)
    for sentence in reversed(prose.sentences[: place + 1]):
        if sentence.paragraph != prose.sentences[place].paragraph:
            break
        for mark in reversed(sentence.marks):
            if mark.sort == "of_a_state" and mark.first < index and _is_ministry(prose, mark):
                return spoken_for(prose, Parts(prose, max(sentence.first, mark.first - LONGEST_NAME), mark.last), cast)
    return NOBODY


def _is_ministry(prose: Prose, mark: Mark) -> bool:
    return any(prose.words[index].folded.startswith("minist") for index in range(mark.first, mark.last))
