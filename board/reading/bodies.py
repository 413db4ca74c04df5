"""How a speaker's body, role and description are called, in the words of the text."""

from __future__ import annotations

from bisect import bisect_left

from board.model import Channel
from board.reading.lexicon import Mark
from board.reading.names import LONGEST_NAME
from board.reading.offices import ENOUGH, nation_around, office_of, people_of
from board.reading.parts import Parts
from board.reading.prose import Prose

POSSESSIVE = frozenset(("'s", "’s"))
SHORT = 4
"""Words of the longest name of a body that may be short for another: `Ministry of National Defence`."""
NEARBY = 30
"""Words back in which the body of `its spokesperson` is looked for."""


def role_text(prose: Prose, parts: Parts) -> str:
    """`Secretary General`, with `former` where it is said; roles in a row are one."""
    if not parts.roles:
        return ""
    first, last = parts.roles[0].first, parts.roles[0].last
    for mark in parts.roles[1:]:
        if mark.first == last or (mark.first == last + 1 and prose.words[last].text == "."):
            last = mark.last
    return ("former " if parts.former else "") + prose.slice(first, last)


def body_text(prose: Prose, parts: Parts) -> str:
    """The body as it is written, with its nation: `Kosovo’s Defense Ministry`; a nation alone for those who head it."""
    if parts.bodies:
        mark = next((mark for mark in parts.bodies if mark.sort == "force"), parts.bodies[0])
        if mark.sort != "body":
            return mark.value
        if prose.force and prose.is_a(mark.first, "mission") and not parts.nation:
            return prose.force
        first = mark.first
        while first > parts.first and _belongs_to_name(prose, first - 1):
            first -= 1
        last = _with_rest(prose, mark.last, parts.last)
        return prose.slice(first, last)
    if parts.headed is not None and (parts.roles or parts.name or parts.nation is None):
        return prose.slice(*parts.headed)
    if parts.nation is not None and parts.roles:
        return office_of(prose, parts.roles, parts.nation) or prose.slice(parts.nation.first, parts.nation.last)
    return ""


def full_name(prose: Prose, parts: Parts, organisation: str) -> str:
    """`the ministry` by the name it had before, `Italy's Ministry of Defence`; else with the nation around."""
    mark = next((mark for mark in parts.bodies if mark.sort == "body"), None)
    if mark is None or mark.value != "noun" or parts.nation is not None or not is_short(organisation):
        return organisation
    before = bisect_left(prose.bodies, mark.first, key=lambda body: body.first)
    for other in reversed(prose.bodies[max(0, before - ENOUGH) : before]):
        if _shares_noun(prose, mark, other):
            name = _with_tail(prose, other)
            if len(name) > len(organisation):
                return name
    nation = nation_around(prose, parts.first) if prose.is_a(mark.first, "of_a_state") else None
    return organisation if nation is None else f"{people_of(prose, nation)} {organisation}"


def is_short(organisation: str) -> bool:
    """A bare noun, or one that many nations have: no nation stands in it."""
    return len(organisation.split()) <= SHORT


def _shares_noun(prose: Prose, mark: Mark, other: Mark) -> bool:
    """Every word of the short name is one of the full one: `the ministry` and `the Defence Ministry`."""
    full = {prose.words[index].folded for index in range(other.first, other.last)}
    return all(prose.words[index].folded in full for index in range(mark.first, mark.last))


def _with_tail(prose: Prose, mark: Mark) -> str:
    return body_text(prose, Parts(prose, max(0, mark.first - LONGEST_NAME), min(len(prose.words), mark.last + 4)))


def _belongs_to_name(prose: Prose, index: int) -> bool:
    """Words before a body's noun that are of its name: `Swiss Federal` Council, `Kosovo's` ministry."""
    if prose.is_a(index, "nation", "parent") or prose.words[index].text in POSSESSIVE:
        return True
    if index and index not in prose.marks and prose.words[index].text.isalpha() and prose.is_a(index - 1, "nation"):
        return True
    return prose.is_capital(index) and not prose.is_a(
        index, "article", "role", "apart", "clause", "media", "pronoun", "where", "said"
    )


def _with_rest(prose: Prose, last: int, stop: int) -> int:
    """`Ministry of Defence of Kosovo` and `Office for Kosovo` are names to their end."""
    end = last
    while end < stop and prose.is_a(end, "nation"):
        end += 1
    last = end
    while (
        end + 1 < stop
        and prose.is_a(end, "origin", "counts.share", "where")
        and (
            prose.is_capital(end + 1)
            or (prose.is_a(end + 1, "article") and end + 2 < stop and prose.is_capital(end + 2))
        )
    ):
        end += 1
        while end < stop and (prose.is_capital(end) or prose.is_a(end, "article")) and not prose.is_a(end, "role"):
            end += 1
        last = end
    return last


def nation_text(prose: Prose, parts: Parts) -> str:
    """The nation as it is written; empty where none is."""
    return prose.slice(parts.nation.first, parts.nation.last) if parts.nation else ""


def described(prose: Prose, parts: Parts, noun: Mark) -> str:
    """The words of the description up to its noun: `A US Defense Department official`."""
    first = parts.first
    while first < noun.first and prose.words[first].text in ',:;–—"“”„':
        first += 1
    return prose.slice(first, noun.last)


def body_before(prose: Prose, index: int) -> str:
    """The body named nearest before: `The force is not involved, its spokesperson said`."""
    for place in range(index - 1, max(-1, index - NEARBY), -1):
        if (mark := prose.is_a(place, "force", "body", "parent")) is not None:
            return body_text(prose, Parts(prose, max(0, mark.first - LONGEST_NAME), mark.last))
    return ""


def channel_of(parts: Parts) -> Channel:
    """How a document speaks; unknown where it is no document."""
    if parts.document is None:
        return Channel.UNKNOWN
    return Channel.WEBSITE if parts.document.value == "website" else Channel.WRITTEN
