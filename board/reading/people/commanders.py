"""Who commands the force, a part of it, or the body told of before: his nation is not whom he speaks for."""

from __future__ import annotations

from board.reading.people.homes import POSSESSIVE
from board.reading.words.parts import Parts
from board.reading.words.prose import Prose


def leads_force(prose: Prose, parts: Parts) -> bool:
    """Somebody at the head of the whole force, by his words alone."""
    if not parts.roles:
        return False
    return _leads_beside_nation(prose, parts) or _commands_it(prose, parts) or _commands_mission(prose, parts)


def commands(prose: Prose, parts: Parts) -> bool:
    """The commander, not the commander-in-chief."""
    posts = ((mark, prose.is_a(mark.first, "commands")) for mark in parts.roles)
    return any(post is not None and post.last >= mark.last for mark, post in posts)


def commands_part(prose: Prose, parts: Parts) -> bool:
    """A regional commander or a colonel commands a part of the force; in `Lt. Gen.` the last word counts."""
    if any("commands_part" in prose.sorts[mark.first - 1] for mark in parts.roles if mark.first):
        return True
    ranks = [mark for mark in parts.roles if "needs_nation" in prose.sorts[mark.first]]
    return bool(ranks) and "lower_rank" in prose.sorts[ranks[-1].first]


def is_its_commander(prose: Prose, parts: Parts) -> bool:
    """`its commander, the Austrian lieutenant colonel Bernd Auer`: of what was told of before, not of his nation."""
    if not parts.roles or "commands" not in prose.sorts[parts.roles[0].first]:
        return False
    return "pronoun.body" in prose.sorts[parts.first] and prose.words[parts.first].folded == "its"


def _leads_beside_nation(prose: Prose, parts: Parts) -> bool:
    """`The commander, Italian Major General Enrico Barduani`: his nation tells only of what army he is."""
    post = next((mark for mark in parts.roles if "commands" in prose.sorts[mark.first]), None)
    if post is None or parts.nation is None or parts.bodies or parts.former is not None or commands_part(prose, parts):
        return False
    between = range(post.last, parts.nation.first)
    is_next = all(prose.words[index].text == "," or "article" in prose.sorts[index] for index in between)
    return is_next and len(between) > 0 and "needs_nation" in prose.sorts[parts.nation.last]


def _commands_it(prose: Prose, parts: Parts) -> bool:
    """`Major General Ferenc Kajári, the Hungarian who commands it`."""
    if not any(mark.full == "role.military" for mark in parts.roles):
        return False
    verbs = prose.those(range(parts.first, parts.last - 1), "introduces.heads")
    return any("relative.who" in prose.sorts[verb - 1] and "pronoun.body" in prose.sorts[verb + 1] for verb in verbs)


def _commands_mission(prose: Prose, parts: Parts) -> bool:
    """`the mission's commander, Italian Major General Angelo Ristori`, `the commander of the force, …`."""
    for mark in parts.roles:
        if "commands" not in prose.sorts[mark.first]:
            continue
        before = mark.first - (1 + (prose.words[mark.first - 1].text in POSSESSIVE))
        behind = mark.last + 1 + ("article" in prose.sorts[mark.last + 1])
        is_before = before >= parts.first and "mission" in prose.sorts[before]
        is_behind = "issued_by" in prose.sorts[mark.last] and behind < parts.last and "mission" in prose.sorts[behind]
        if is_before or is_behind:
            return True
    return False
