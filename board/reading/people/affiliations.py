"""The party or body told in parentheses behind a name: `Urs Meier (Social Democratic Party)`, `Karin Holz (SPD)`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from board.reading.people.bodies import with_tail
from board.reading.people.cast import Cast, Speaker
from board.reading.words.members import MEDIUM, NAMED
from board.reading.words.names import LONGEST_NAME, end_of_capitals, may_name, name_at
from board.reading.words.prose import Prose
from board.text.fold import fold

LONGEST = 8
"""Words in parentheses that may name a body."""
_JOINS = frozenset(",/-–")
_OF_A_GOVERNMENT = ("role.minister", "role.state")
"""Who holds such an office speaks for it and not for his party."""


def learn_affiliations(prose: Prose, cast: Cast) -> None:
    """Tell `cast` of everybody behind whose name a body stands in parentheses; what the text tells else goes before."""
    for opened, body in _in_parentheses(prose):
        first = _name_before(prose, opened)
        if (name := _body_before(prose, opened)) and body.isupper():
            cast.abbreviations[fold(body)] = f"{name} ({body})"
        if (
            first == opened
            or _is_short_for(prose, opened, body)
            or prose.is_any(first - 1, ("role.minister", "role.state"))
        ):
            continue
        name, surname = prose.slice(first, opened), prose.words[opened - 1].folded
        known = cast.by_surname.get(surname)
        if known is not None:
            cast.learn(surname, known.speaking_for(known.organisation or body))
        elif opened - first > 1:
            cast.learn(surname, Speaker(name, body, NAMED, confidence=MEDIUM))


def _in_parentheses(prose: Prose) -> Iterator[tuple[int, str]]:
    """Every opening parenthesis with the body told behind it."""
    for index in prose.written("(") if "(" in prose.text else ():
        if 0 < index < len(prose.words) - 2 and (end := _end(prose, index + 1)) > index + 1:
            yield index, prose.slice(index + 1, end)


def _end(prose: Prose, first: int) -> int:
    """Where the name of a body ends that fills the parentheses up to a comma; `first` where none does."""
    if prose.is_any(first, ("nation", "role", "media", "apart", "unnamed", "document", "force", "parent")):
        return first
    if prose.words[first + 1].text in "-–" and len(prose.words[first].text) == 1:
        return first
    end = end_of_capitals(prose, first, min(len(prose.words), first + LONGEST))
    is_closed = first < end < len(prose.words) and (prose.words[end].text == ")" or prose.words[end].text in _JOINS)
    is_name = end - first > 1 or (prose.words[first].text.isupper() and len(prose.words[first].text) > 1)
    return end if is_closed and (is_name or "body" in prose.sorts[first]) else first


def _name_before(prose: Prose, stop: int) -> int:
    """Where the name of a person begins that ends right before word `stop`; `stop` where none does."""
    first = stop
    while first > 0 and stop - first < LONGEST_NAME and prose.is_capital(first - 1) and may_name(prose, first - 1):
        first -= 1
    name = name_at(prose, first, stop) if first < stop else None
    return first if name is not None and name.last == stop else stop


def _body_before(prose: Prose, stop: int) -> str:
    """The name of a body that ends right before word `stop`; empty where none does."""
    told = bisect_left(prose.bodies, stop, key=lambda mark: mark.first) - 1
    mark = prose.bodies[told] if told >= 0 else None
    if mark is None or mark.last != stop or not prose.is_capital(mark.first):
        return ""
    name = with_tail(prose, mark)
    return name if " " in name else ""


def _is_short_for(prose: Prose, opened: int, body: str) -> bool:
    """`Balkans Policy Research Group (BPRG)`: the letters of the words before it."""
    near = range(max(0, opened - len(body)), opened)
    initials = {prose.words[index].text[0].casefold() for index in near if prose.is_capital(index)}
    return body.isupper() and body[0].casefold() in initials and set(body.casefold()) <= initials | set("&")
