"""Which body an office speaks for: `Hungarian Defence Ministry` for the defence minister of Hungary."""

from __future__ import annotations

from collections.abc import Sequence

from board.reading.people.homes import Home
from board.reading.words.lexicon import Mark
from board.reading.words.prose import Prose
from board.text.nations import display_name

_LAND, _PEOPLE = "{land}", "{people}"
_SHORT = {"GBR": "UK", "USA": "US"}
"""Nations whose bodies are called by their initials, whatever a text says: `British`, `American`, `U.S.`."""
_WITH_ARTICLE = ("United ", "UK", "Netherlands", "Czech Republic", "Philippines")
"""How names of lands begin that stand behind `the`."""


def office_of(prose: Prose, roles: Sequence[Mark], home: Home | None) -> str:
    """The body of the first of `roles` that is such an office; empty where none is."""
    office = office_held(prose, roles)
    return rendered(office, home) if office else ""


def office_held(prose: Prose, roles: Sequence[Mark]) -> str:
    """The office's body with places for its nation; empty where nobody speaks by such an office."""
    role = role_of_office(prose, roles)
    post = prose.is_a(role.first, "office") if role is not None else None
    return post.value if post is not None else ""


def role_of_office(prose: Prose, roles: Sequence[Mark]) -> Mark | None:
    """The first of `roles` by which one speaks for a body; a `deputy director` is no deputy of a parliament.

    A post goes before a rank: `General Hill, Supreme Allied Commander Europe`.
    """
    if not roles:
        return None
    begun = {mark.first for mark in roles}
    offices = [mark for mark in roles if _is_office(prose, mark) and not _is_second(prose, mark, begun)]
    posts = (mark for mark in offices if "needs_nation" not in prose.sorts[mark.first])
    return next(posts, offices[0] if offices else None)


def names_nation(prose: Prose, role: Mark) -> bool:
    """Whether there is such an office in every nation; there is one `supreme allied commander`."""
    office = prose.is_a(role.first, "office")
    return office is not None and "{" in office.value


def _is_office(prose: Prose, role: Mark) -> bool:
    """All of its words: the `president of the court` is not the president."""
    office = prose.is_a(role.first, "office")
    return office is not None and office.last >= role.last


def _is_second(prose: Prose, mark: Mark, begun: set[int]) -> bool:
    return mark.last in begun and "second_to" in prose.sorts[mark.first]


def rendered(office: str, home: Home | None) -> str:
    """An office's name with its nation; without one, what stands around it is left out.

    `Department of State; *: {people} Government; USA: {people} Department of State` has a name for none, any and one.
    """
    parts = (part.rpartition(": ") for part in office.split("; "))
    names = {nation: name for nation, _, name in parts}
    office = names[""] if home is None else names.get(home.nation, names.get("*", names[""]))
    if home is None:
        return office.replace(_PEOPLE, "").replace(f"of {_LAND}", "").strip()
    return office.replace(_LAND, _land(home.nation)).replace(_PEOPLE, _SHORT.get(home.nation, home.people))


def _land(nation: str) -> str:
    name = "UK" if nation == "GBR" else display_name(nation)
    return f"the {name}" if name.startswith(_WITH_ARTICLE) else name


def government_of(nation: str) -> str:
    """Whom a capital stands for: `Belgrade denied it`."""
    return f"Government of {_land(nation)}"
