"""How a speaker's body, role and description are called, in the words of the text."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from board.model import Channel
from board.reading.people.anothers import is_anothers, is_sent_to, over_articles
from board.reading.people.forces import force_meant, force_run
from board.reading.people.homes import ENOUGH, POSSESSIVE, Home, home_in, is_seat, sentence_at
from board.reading.people.offices import government_of, office_of, rendered
from board.reading.words.entries import FALLBACK
from board.reading.words.lexicon import Mark
from board.reading.words.members import UNKNOWN
from board.reading.words.names import LONGEST_NAME, end_of_body, is_hyphen
from board.reading.words.parts import Parts
from board.reading.words.prose import Prose
from board.text.fold import fold
from board.text.nations import nation_meant_by

SHORT: Final = 4
"""Words of the longest name of a body that may be short for another: `Ministry of National Defence`."""

_ENDS_PHRASE: Final = frozenset(',;:.!?()“”„"«»')
_BUILDING: Final = (
    "say", "aux", "clause", "where", "article", "role", "unnamed", "person", "media", "apart", "pronoun", "origin",
    "that", "not",
)  # fmt: skip
"""What a word is that is no adjective."""


def role_text(prose: Prose, parts: Parts) -> str:
    """`Secretary General`, with `former` or `retired` where it is said; roles in a row are one."""
    if not parts.roles:
        return ""
    first, last = parts.roles[0].first, parts.roles[0].last
    for mark in parts.roles[1:]:
        if mark.first == last or (mark.first == last + 1 and prose.words[last].text == "."):
            last = mark.last
    before = f"{prose.words[parts.former.first].folded} " if parts.former is not None else ""
    return before + prose.slice(first, last)


def body_text(prose: Prose, parts: Parts) -> str:
    """The body as it is written, with its nation: `Kosovo’s Defense Ministry`; a nation alone for those who head it."""
    if (head := head_body(prose, parts)) is not None:
        return name_of(prose, parts, head)
    if parts.headed is not None and (parts.roles or parts.name or parts.nation is None):
        return parts.headed.written(prose) if not is_sent_to(prose, parts, parts.headed) else state_text(prose, parts)
    if parts.nation is not None and parts.roles:
        if parts.former is not None:
            return prose.slice(parts.nation.first, parts.nation.last)
        home = home_in(prose, parts.nation, parts.roles[0].first)
        of_his_land = not all(mark.value == "expert" for mark in parts.roles)
        return office_body(prose, parts, home) or (state_text(prose, parts) if of_his_land else "")
    return ""


def own_bodies(prose: Prose, parts: Parts) -> list[Mark]:
    """Bodies of the speaker; not the one an ambassador is sent to, nor the last word of his office."""
    if parts.own_bodies is None:
        parts.own_bodies = [mark for mark in parts.bodies if not is_anothers(prose, parts, mark)]
        parts.head = _head(prose, parts.own_bodies)
    return parts.own_bodies


def head_body(prose: Prose, parts: Parts) -> Mark | None:
    """The body meant of several that are the speaker's."""
    if parts.own_bodies is None:
        own_bodies(prose, parts)
    return parts.head


def _head(prose: Prose, bodies: list[Mark]) -> Mark | None:
    """A force but in the name of another, else the last of those in a row, `UN mission`, else the first."""
    if not bodies:
        return None
    force = next((mark for mark in bodies if mark.sort == "force"), None)
    if force is not None and not ("debates" in prose.sorts[force.last] and prose.is_capital(force.last)):
        part = next((mark for mark in bodies if "led_part" in prose.sorts[mark.first]), None)
        return part if part is not None and _is_next(prose, force, part) else force
    guard = next((mark for mark in bodies if "guard" in prose.sorts[mark.first]), None)
    post = next((mark for mark in bodies[1:] if "led_part" in prose.sorts[mark.first]), None)
    if guard is not None or (post is not None and _serves_in(prose, bodies[0])):
        return guard or post
    head = bodies[0]
    for mark in bodies[1:]:
        if mark.first == head.first or (head.sort == "parent" and _is_adjective(prose, mark)):
            continue
        is_noun = mark.value == "noun" or _is_command_of(prose, head, mark)
        if not (_is_next(prose, head, mark) or _is_its_mission(prose, head, mark)) or not is_noun:
            break
        head = mark
    return head


def _serves_in(prose: Prose, body: Mark) -> bool:
    """`US Army Colonel Reed, commander of Regional Command East`: the army before a rank is not whom he speaks for."""
    return "needs_nation" in prose.sorts[body.last]


def _is_command_of(prose: Prose, parent: Mark, mark: Mark) -> bool:
    """`NATO's Joint Force Command Naples`: a body of its own, whoever it belongs to."""
    is_owned = mark.first - parent.last == 1 and prose.words[parent.last].text in POSSESSIVE
    return parent.sort == "parent" and is_owned and mark.last - mark.first > 1


def _is_its_mission(prose: Prose, parent: Mark, mark: Mark) -> bool:
    """`the EU police mission`."""
    return parent.sort == "parent" and mark.first - parent.last < 3 and "mission" in prose.sorts[mark.first]


def _is_adjective(prose: Prose, mark: Mark) -> bool:
    return not prose.is_capital(mark.first) and "mission" in prose.sorts[mark.last]


def _is_next(prose: Prose, before: Mark, mark: Mark) -> bool:
    """`Serbian government's Office`: nothing between but a possessive and capitals."""
    if prose.is_capital(mark.first) is False and before.sort == "parent" and "mission" not in prose.sorts[mark.first]:
        return False
    between = range(before.last, mark.first)
    return all(
        prose.words[index].text in POSSESSIVE or prose.is_capital(index) or "name_joins.of" in prose.sorts[index]
        for index in between
    )


def name_of(prose: Prose, parts: Parts, mark: Mark) -> str:
    """A body as it is called: a force and its parent as the board calls them, any other as it is written."""
    if mark.sort != "body":
        return force_run(prose, mark) or mark.value
    if prose.is_any(mark.first, ("mission", "mission_noun")) and (force := force_meant(prose, parts, mark)):
        return force
    if (parent := prose.is_a(mark.first, "parent_noun")) is not None and mark.last == mark.first + 1:
        return parent.value
    if (post := prose.is_a(mark.first, "office")) is not None:
        return rendered(post.value, home_in(prose, parts.nation) if parts.nation is not None else None)
    first = mark.first
    while first > parts.first and _belongs_to_name(prose, first - 1):
        first -= 1
    while first < mark.first and prose.words[first].text in POSSESSIVE:
        first += 1
    end = end_of_body(prose, mark.last, _before_his_name(parts, mark))
    runs = prose.is_a(first, "parent_noun") if first < mark.first else None
    return prose.slice(first, end) if runs is None else f"{runs.value} {prose.slice(runs.last, end)}"


def _before_his_name(parts: Parts, body: Mark) -> int:
    """`Office for the North | Ivan Perić`: a body ends before the full name of who speaks for it."""
    name = parts.name
    is_behind = name is not None and name.first >= body.last and name.last - name.first > 1
    return name.first if name is not None and is_behind else parts.last


def office_body(prose: Prose, parts: Parts, home: Home | None) -> str:
    """The body somebody speaks for by his office; an ambassador with the place he is sent to."""
    office = office_of(prose, parts.roles, home)
    envoy = next((role for role in parts.roles if "envoy" in prose.sorts[role.first]), None)
    if envoy is None or "where" not in prose.sorts[envoy.last]:
        return office
    place = over_articles(prose, envoy.last + 1)
    sent_to = next((mark for mark in parts.bodies if mark.first == place), None)
    if sent_to is not None:
        name = prose.slice(envoy.last + 1, sent_to.last)
        return f"{home.people} Mission to {name}" if home is not None else ""
    if place < parts.last and office and prose.is_capital(place):
        land = prose.is_a(place, "nation")
        return f"{office} in {prose.slice(envoy.last + 1, land.last if land else place + 1)}"
    return office


def full_name(prose: Prose, parts: Parts, organisation: str, home: Home | None) -> str:
    """`the ministry` with the nation of `home`; without one as it was called before, `Italy's Ministry of Defence`."""
    mark = next((mark for mark in parts.bodies if mark.sort == "body"), None)
    if mark is None or mark.value != "noun" or parts.nation is not None or not is_short(organisation):
        return organisation
    if any(nation_meant_by(word) for word in organisation.split()):
        return organisation
    if home is None and not organisation.endswith(prose.slice(mark.first, mark.last)):
        return organisation
    if home is None and (fuller := _fuller_name(prose, mark, organisation)):
        return fuller
    if home is None:
        return organisation
    return f"{home.people if prose.lexicon.language == FALLBACK else home.written} {organisation}"


def _fuller_name(prose: Prose, mark: Mark, organisation: str) -> str:
    before = bisect_left(prose.finder[("body",)].places, mark.first)
    for other in reversed(prose.bodies[max(0, before - ENOUGH) : before]):
        if _shares_noun(prose, mark, other):
            name = with_tail(prose, other)
            if len(name) > len(organisation) and _keeps_its_name(prose, mark, organisation, name):
                return name
    return _force_of(prose, mark)


def _keeps_its_name(prose: Prose, mark: Mark, organisation: str, name: str) -> bool:
    """`the Freedom Party` is not short for `the Swiss People's Party`: what is told beside its noun stands in both."""
    if "site" in prose.sorts[mark.first]:
        return True
    own = {word.folded for word in prose.words[mark.first : mark.last]}
    return set(fold(organisation).split()) <= set(fold(name).split()) | own


def _force_of(prose: Prose, mark: Mark) -> str:
    """`the police` where the board's own `Kosovo Police` was told of before."""
    noun, place = prose.words[mark.last - 1].folded, sentence_at(prose, mark.first)
    if not any(prose.words[force.last - 1].folded == noun for force in prose.phrases("force")):
        return ""
    for sentence in reversed(prose.sentences[max(0, place - ENOUGH) : place + 1]):
        for force in sentence.marks.of("force"):
            if force.first < mark.first and prose.words[force.last - 1].folded == noun:
                return force.value
    return ""


def is_short(organisation: str) -> bool:
    """A bare noun, or one that many nations have: no nation stands in it."""
    return len(organisation.split()) <= SHORT


def _shares_noun(prose: Prose, mark: Mark, other: Mark) -> bool:
    """Every word of the short name is one of the full one: `the ministry`, `the Defence Ministry`; a camp is a base."""
    if "site" in prose.sorts[mark.first] and "site" in prose.sorts[other.first]:
        return True
    return all(_stands_in(prose, word.folded, other) for word in prose.words[mark.first : mark.last])


def _stands_in(prose: Prose, word: str, name: Mark) -> bool:
    return any(prose.words[index].folded == word for index in range(name.first, name.last))


def with_tail(prose: Prose, mark: Mark) -> str:
    """The name of a body wherever it stands, with what belongs to it on either side: found once for all who ask."""
    found = prose.tails.get(mark)
    if found is None:
        found = prose.tails[mark] = _with_tail(prose, mark)
    return found


def _with_tail(prose: Prose, mark: Mark) -> str:
    first = mark.first
    while first > max(0, mark.first - LONGEST_NAME) and prose.words[first - 1].text not in _ENDS_PHRASE:
        first -= 1
    name = name_of(prose, Parts(prose, first, min(len(prose.words), mark.last + 4)), mark)
    seat = prose.is_a(mark.last + 1, "stands_for") if mark.last + 1 < len(prose.words) else None
    home = home_in(prose, seat) if seat is not None and is_seat(prose, seat) else None
    return name if home is None or name.startswith(home.people) else f"{home.people} {name}"


def _belongs_to_name(prose: Prose, index: int) -> bool:
    """Words before a body's noun that are of its name: `Swiss Federal` Council, `Kosovo's` ministry."""
    if prose.is_any(index, ("nation", "parent")) or prose.words[index].text in POSSESSIVE:
        return True
    is_adjective = prose.words[index].text.isalpha() and not prose.is_any(index, _BUILDING)
    if index and is_adjective and "nation" in prose.sorts[index - 1]:
        return True
    if "body" in prose.sorts[index] or is_hyphen(prose, index):
        return True
    return prose.is_capital(index) and not prose.is_any(
        index, ("article", "role", "apart", "apart.dates", "clause", "media", "pronoun", "where", "say")
    )


def nation_text(prose: Prose, parts: Parts) -> str:
    """The nation as it is written; empty where none is."""
    return prose.slice(parts.nation.first, parts.nation.last) if parts.nation else ""


def state_text(prose: Prose, parts: Parts) -> str:
    """A nation as it is written; for a capital and for `the Serbian side` the government it stands for."""
    is_state = parts.nation is not None and "state_side" in prose.sorts[min(parts.nation.last, len(prose.words) - 1)]
    if parts.nation is None or not (is_state or parts.nation.sort == "stands_for"):
        return nation_text(prose, parts)
    return government_of(parts.nation.value)


def described(prose: Prose, parts: Parts, noun: Mark) -> str:
    """The words of the description up to its noun: `A US Defense Department official`."""
    first = parts.first
    while first < noun.first and prose.words[first].text in ',:;–—"“”„':
        first += 1
    return prose.slice(first, noun.last)


def channel_of(parts: Parts) -> Channel:
    """How a document speaks; unknown where it is no document."""
    if parts.document is None:
        return UNKNOWN
    return Channel.WEBSITE if parts.document.value == "website" else Channel.WRITTEN
