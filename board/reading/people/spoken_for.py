"""Which body the words of a speaker name: the one beside him, by the fullest name the text has for it."""

from __future__ import annotations

from board.reading.people.bodies import body_text, full_name, head_body, nation_text, own_bodies
from board.reading.people.bodies_before import body_before
from board.reading.people.by_office import by_rank
from board.reading.people.capacities import capacity
from board.reading.people.cast import NOBODY, Cast, SpokenFor
from board.reading.people.commanders import is_its_commander, leads_force
from board.reading.people.forces import force_led, force_meant, force_of
from board.reading.people.homes import POSSESSIVE, Home, capital_before, home_around, home_in
from board.reading.people.offices import office_held, rendered
from board.reading.people.own_office import own_office
from board.reading.people.soldiers import guard_before
from board.reading.words.lexicon import Mark
from board.reading.words.members import HIGH, MEDIUM
from board.reading.words.names import may_name
from board.reading.words.parts import Parts
from board.reading.words.prose import Prose
from board.text.fold import fold


def spoken_for(prose: Prose, parts: Parts, cast: Cast) -> SpokenFor:
    """The body that the words of a speaker name; nobody where they name none."""
    if is_its_commander(prose, parts) and (before := body_before(prose, parts.first)):
        return SpokenFor("" if "minist" in fold(before) else force_of(prose, before) or before, MEDIUM)
    if leads_force(prose, parts) and (force := force_led(prose)):
        return SpokenFor(force)
    told = capacity(prose, parts, cast)
    told = told if told.name else _by_adjective(prose, parts, cast)
    told = told if told.name else _of_counterpart(prose, parts, cast)
    told = told if told.name else own_office(prose, parts, cast)
    named = "" if told.name else body_text(prose, parts)
    if not named:
        return told if told.name else _of_served(prose, parts, cast)
    if not own_bodies(prose, parts):
        return SpokenFor(cast.abbreviations.get(fold(named), named), by_rank(prose, parts))
    if _is_of_a_service(prose, parts) and (guard := guard_before(prose, parts.first)):
        return SpokenFor(guard, MEDIUM)
    if _is_any_force(prose, parts, named) and (before := body_before(prose, parts.first)):
        return SpokenFor(before, MEDIUM)
    if fixed := _of_one_office(prose, parts):
        return SpokenFor(fixed)
    return _in_full(prose, parts, named, cast)


def _in_full(prose: Prose, parts: Parts, named: str, cast: Cast) -> SpokenFor:
    """A body by its owner or the capital it is in, by the name it had before, or with the nation it is of."""
    if owner := _of_owner(prose, parts, cast):
        return SpokenFor(owner)
    if (home := _of_its_capital(prose, parts)) is not None:
        return SpokenFor(f"{home.people} {named}")
    if capital_before(prose, parts.first) is None:
        before = full_name(prose, parts, named, None)
        before = before if before != named or not _is_of_a_state(prose, parts) else _of_an_office(parts, named, cast)
        if before:
            return SpokenFor(before)
    if not _is_of_a_state(prose, parts):
        return SpokenFor(named)
    home = home_around(prose, parts.first, cast.home)
    if home is not None and (cabinet := _cabinet(prose, parts, home)):
        return SpokenFor(cabinet, MEDIUM)
    full = _rendered_for(prose, parts, home) or full_name(prose, parts, named, home)
    return SpokenFor(full, HIGH if full == named else MEDIUM)


def _is_of_a_service(prose: Prose, parts: Parts) -> bool:
    """`US Army Colonel Reed`: of what army he is."""
    head = head_body(prose, parts)
    return head is not None and head.last < parts.last and "needs_nation" in prose.sorts[head.last]


def _is_any_force(prose: Prose, parts: Parts, named: str) -> bool:
    """`the force's spokesman` where no force of the board is told of: the body named before."""
    head = head_body(prose, parts)
    is_bare = head is not None and head.last - head.first == 1 and fold(named) == prose.words[head.first].folded
    return is_bare and head is not None and "mission" in prose.sorts[head.first]


def _of_one_office(prose: Prose, parts: Parts) -> str:
    """`NATO's supreme allied commander`: an office there is once, of those who run a force."""
    head, office = head_body(prose, parts), office_held(prose, parts.roles)
    is_parent = head is not None and (head.sort == "parent" or "parent_noun" in prose.sorts[head.first])
    return office if office and "{" not in office and is_parent else ""


def of_his_nation(prose: Prose, parts: Parts) -> SpokenFor:
    """`Serbia's Ivica Dadić` without any office speaks for Serbia."""
    nation = parts.nation
    if nation is None or parts.name is None:
        return NOBODY
    if nation.first > parts.name.last and "serves" in prose.sorts[nation.first - 3] and not parts.roles:
        return SpokenFor(nation_text(prose, parts), MEDIUM)
    if nation.last + 1 != parts.name.first:
        return NOBODY
    is_owner = prose.words[nation.last].text in POSSESSIVE
    return SpokenFor(nation_text(prose, parts), MEDIUM) if is_owner else NOBODY


def _of_served(prose: Prose, parts: Parts, cast: Cast) -> SpokenFor:
    """`an aide to Kurti` is of the body that Kurti is introduced with."""
    served = None if parts.served is None else cast.by_surname.get(prose.words[parts.served.last - 1].folded)
    if any(mark.value == "expert" for mark in parts.roles):
        return NOBODY
    return _of_unknown(prose, parts) if served is None else SpokenFor(served.organisation, MEDIUM)


def _of_unknown(prose: Prose, parts: Parts) -> SpokenFor:
    """`Meinwerk's director`, `Fine Gael's Jo Hall`: nobody's name is a body's."""
    if parts.served is None or parts.former is not None or prose.words[parts.served.last].text not in POSSESSIVE:
        return NOBODY
    owner, office = parts.served.written(prose), office_held(prose, parts.roles)
    if any(mark.full == "role.minister" for mark in parts.roles) and office:
        return SpokenFor(rendered(office, Home("", owner, owner)), MEDIUM)
    is_head = parts.is_spokesperson or any(mark.full == "role.head" for mark in parts.roles)
    is_member = parts.name is not None and parts.name.first == parts.served.last + 1
    return SpokenFor(owner if is_head or is_member else "", MEDIUM)


def _of_its_capital(prose: Prose, parts: Parts) -> Home | None:
    """`the foreign ministry in Paris` is of France."""
    head = head_body(prose, parts)
    if head is None or parts.nation is not None or "of_a_state" not in prose.sorts[head.first]:
        return None
    capital = prose.is_a(head.last + 1, "stands_for") if head.last + 1 < parts.last else None
    is_there = capital is not None and "where" in prose.sorts[head.last]
    return home_in(prose, capital) if is_there and capital is not None else None


def _of_owner(prose: Prose, parts: Parts, cast: Cast) -> str:
    """`Robledo's office` is of the body its owner is introduced with, `the force's headquarters` of the force."""
    head = head_body(prose, parts)
    if head is None or head.first < 2 or prose.words[head.first - 1].text not in POSSESSIVE:
        return ""
    mission = prose.is_a(head.first - 2, "body")
    if mission is not None and "mission" in prose.sorts[mission.first]:
        return force_meant(prose, parts, mission)
    owner = cast.by_surname.get(prose.words[head.first - 2].folded)
    return owner.organisation if owner is not None else ""


def _is_of_a_state(prose: Prose, parts: Parts) -> bool:
    head = head_body(prose, parts)
    return head is not None and head.sort != "force" and prose.is_any(head.first, ("of_a_state", "office"))


def _rendered_for(prose: Prose, parts: Parts, home: Home | None) -> str:
    """A ministry by its English name, where the language has one for it."""
    head = head_body(prose, parts)
    post = prose.is_a(head.first, "office") if head is not None else None
    return "" if post is None or parts.nation is not None else rendered(post.value, home)


def _cabinet(prose: Prose, parts: Parts, home: Home) -> str:
    """`the government` of a land whose government has a name of its own, where the text gives it: `Federal Council`."""
    head = head_body(prose, parts)
    if head is None or "is_cabinet" not in prose.sorts[head.first]:
        return ""
    name = next((mark for mark in prose.phrases("cabinet") if mark.value == home.nation), None)
    return "" if name is None else f"{home.people} {prose.slice(name.first, name.last)}"


def _by_adjective(prose: Prose, parts: Parts, cast: Cast) -> SpokenFor:
    """`congressional aides` and `defence officials` are of the body the adjective tells of."""
    if parts.headed is not None or own_bodies(prose, parts):
        return NOBODY
    post = _first_post(prose, parts)
    if post is None or _is_of_many(prose, parts, post):
        return NOBODY
    if "{" not in post.value or parts.nation is not None:
        return SpokenFor(rendered(post.value, home_in(prose, parts.nation) if parts.nation is not None else None))
    home = home_around(prose, parts.first, cast.home)
    return NOBODY if home is None else SpokenFor(rendered(post.value, home), MEDIUM)


def _first_post(prose: Prose, parts: Parts) -> Mark | None:
    for index in range(parts.first, parts.last):
        if "of_office" in prose.sorts[index]:
            return prose.is_a(index, "of_office")
    return None


def _is_of_many(prose: Prose, parts: Parts, post: Mark) -> bool:
    """`A European defence official`: of no one nation."""
    before = post.first - 1
    return before > parts.first and prose.is_capital(before) and may_name(prose, before)


def _of_an_office(parts: Parts, named: str, cast: Cast) -> str:
    """`the ministry` behind `Swiss Defence Minister Ruth Amrein` is hers."""
    if parts.nation is not None:
        return ""
    nouns = set(fold(named).split())
    held = [speaker for place, speaker in cast.introduced.items() if place < parts.first]
    bodies = (speaker.organisation for speaker in reversed(held))
    return next((body for body in bodies if nouns < set(fold(body).split())), "")


def _of_counterpart(prose: Prose, parts: Parts, cast: Cast) -> SpokenFor:
    """`his Swiss counterpart` holds the office of the one introduced last, elsewhere."""
    if parts.nation is None or not any("counterpart" in prose.sorts[mark.first] for mark in parts.roles):
        return NOBODY
    place = max((place for place in cast.introduced if place < parts.first), default=None)
    post = prose.is_a(place, "office") if place is not None else None
    return NOBODY if post is None else SpokenFor(rendered(post.value, home_in(prose, parts.nation)), MEDIUM)
