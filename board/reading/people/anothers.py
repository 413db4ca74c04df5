"""Bodies named among the words of a speaker that he does not speak for."""

from __future__ import annotations

from board.reading.words.lexicon import Mark
from board.reading.words.names import Name, may_name
from board.reading.words.parts import Parts
from board.reading.words.prose import Prose

_TO = "to"
_GOVERNS = frozenset(("role.minister", "role.state"))


def is_anothers(prose: Prose, parts: Parts, body: Mark) -> bool:
    """The one an ambassador is sent to, the last word of an office, a service, a side, a minister's party."""
    if _is_side(prose, body) or is_addressed(prose, body):
        return True
    return bool(parts.roles) and (
        any(role.first <= body.first < role.last for role in parts.roles)
        or is_sent_to(prose, parts, body)
        or _is_of_rank(prose, parts, body)
        or _is_party(prose, parts, body)
    )


def is_addressed(prose: Prose, body: Mark) -> bool:
    """`a report sent to Congress`, `his letter to the leaders of Congress`: to whom something is sent."""
    to = over_articles_before(prose, body.first)
    if "origin" in prose.sorts[to] and to > 1:
        to = over_articles_before(prose, over_articles_before(prose, to))
    return to > 0 and prose.words[to].folded == _TO and prose.is_any(to - 1, ("document", "addressed"))


def over_articles_before(prose: Prose, index: int) -> int:
    """The last word before `index` that is no article."""
    index -= 1
    while index > 0 and "article" in prose.sorts[index]:
        index -= 1
    return index


def _is_of_rank(prose: Prose, parts: Parts, body: Mark) -> bool:
    """`spokesman Navy Cmdr. Dan Webb`: the service in which he has his rank, not whom he speaks for."""
    if not parts.is_spokesperson or "needs_nation" not in prose.sorts[body.last]:
        return False
    return any(role.value == "spokesperson" and role.last == body.first for role in parts.roles)


def _is_party(prose: Prose, parts: Parts, body: Mark) -> bool:
    """`Foreign Minister Regina Holt (Greens)`: who governs speaks by that office."""
    is_aside = body.first > 0 and prose.words[body.first - 1].text == "("
    return is_aside and any(role.full in _GOVERNS and role.last < body.first for role in parts.roles)


def _is_side(prose: Prose, body: Mark) -> bool:
    """`Opposition MP Hana Sela`, `the opposition Jobbik`: on which side somebody is of whom more is told."""
    if body.full != "body.noun" or body.last - body.first > 1 or body.last >= len(prose.words):
        return False
    is_told = prose.is_a(body.last, "role.member") or (prose.is_capital(body.last) and may_name(prose, body.last))
    return "side" in prose.sorts[body.first] and bool(is_told)


def is_sent_to(prose: Prose, parts: Parts, body: Mark | Name) -> bool:
    """`ambassador to the United Nations`."""
    return any(
        "envoy" in prose.sorts[role.first]
        and role.last < body.first
        and over_articles(prose, role.last + 1) == body.first
        for role in parts.roles
        if "where" in prose.sorts[role.last]
    )


def over_articles(prose: Prose, index: int) -> int:
    """The first word from `index` on that is no article."""
    while index < len(prose.words) and "article" in prose.sorts[index]:
        index += 1
    return index
