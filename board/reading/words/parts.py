"""What a stretch of words holds that may tell a speaker: names, roles, bodies, outlets, documents."""

from __future__ import annotations

from typing import Final

from board.reading.words.lexicon import Mark
from board.reading.words.names import (
    Name,
    describes,
    end_of_capitals,
    heads,
    is_of_a_body,
    is_owner,
    is_served,
    is_where,
    may_name,
    name_at,
)
from board.reading.words.prose import TELLING, Prose

POSSESSIVE: Final = frozenset(("'s", "’s"))
ONCE = 4
"""Words behind `once` in which a role stands that somebody had."""
_TELLING: Final = frozenset(TELLING)
"""No word of these is looked at twice."""


class Parts:
    """What a stretch of words holds: the first of each sort."""

    def __init__(self, prose: Prose, first: int, last: int) -> None:
        self.first, self.last = first, last
        self.name: Name | None = None
        self.role: Mark | None = None
        self.roles: list[Mark] = []
        self.unnamed: Mark | None = None
        self.marked_unnamed = False
        self.bodies: list[Mark] = []
        self.media: list[Mark] = []
        self.document: Mark | None = None
        self.nation: Mark | None = None
        self.former: Mark | None = None
        self.served: Name | None = None
        """The person somebody unnamed works for."""
        self.headed: Name | None = None
        """Capitals behind `of` that name what somebody heads."""
        self.own_bodies: list[Mark] | None = None
        """Those of `bodies` that are his own, once somebody has asked."""
        self.head: Mark | None = None
        """The one meant of these, from then on."""
        telling, index = prose.telling, first
        while index < last:
            index = self._take(prose, index, last) if telling[index] else index + 1

    def _take(self, prose: Prose, index: int, last: int) -> int:
        is_behind = index > self.first and "where" in prose.sorts[index - 1]
        if is_behind and is_where(prose, index) and not self._is_owned(prose, index):
            return max(mark.last for mark in prose.marks[index]) if prose.sorts[index] else index + 1
        if prose.is_capital(index) and may_name(prose, index):
            return self._take_capital(prose, index, last)
        if _TELLING.isdisjoint(prose.sorts[index]):
            return index + 1
        if "nation" in prose.sorts[index] and (end := self._take_run(prose, index, last)):
            return end
        marks = prose.marks[index]
        if not _is_adjective(prose, marks[0], last):
            for mark in marks:
                if mark.sort in _TELLING and not self._is_home(prose, mark):
                    self._sort(prose, mark)
        return next(mark.last for mark in marks if mark.sort in _TELLING)

    def _is_home(self, prose: Prose, mark: Mark) -> bool:
        """`an analyst from Belgrade`, `a Pristina-based researcher`: where somebody is from, whose body that is not."""
        if "based" in prose.sorts[mark.last + 1] and prose.words[mark.last].text == "-":
            return True
        if mark.sort not in {"nation", "stands_for"} or "home_of" not in prose.sorts[mark.first - 1]:
            return False
        after = mark.last
        is_owner = after < self.last and (prose.words[after].text in POSSESSIVE or prose.is_a(after, "body"))
        return self.role is not None and not is_owner

    def _is_owned(self, prose: Prose, index: int) -> bool:
        """Whose an office or a body is: a person behind `to`, a nation where one word means `of` and `in`.

        `a spokesman for Serbia's president` is one of Serbia; `in Serbia's capital` tells a place.
        """
        is_served = prose.is_a(index - 1, "serves") and prose.is_a(index - 2, "role", "unnamed")
        if is_served and index + 1 < self.last and prose.words[index + 1].text in POSSESSIVE:
            return True
        if "serves" in prose.sorts[index - 1] and not prose.is_any(index, ("nation", "stands_for")):
            return prose.is_any(index - 2, ("role", "unnamed"))
        return "origin" in prose.sorts[index - 1] and prose.is_any(index - 2, ("role", "body"))

    def _take_capital(self, prose: Prose, index: int, last: int) -> int:
        if self.name is not None:
            return self._take_body(prose, index, last) or index + 1
        if _is_lone_opener(prose, index, self.first):
            return index + 1
        self.name = name_at(prose, index, last)
        if self.name is None:
            self._take_acronym(prose, index)
            return index + 1
        last = self.name.last
        if self.role is not None and _is_before_his_name(prose, self.name, self.last):
            self.name = None
            return last
        if (served := is_served(prose, self.name, self.first)) is not None and "heads_place" not in prose.sorts[
            served - 2
        ]:
            self.served, self.name = self.served or self.name, None
            self.roles = [mark for mark in self.roles if mark.first < served]
        elif is_of_a_body(prose, self.name, self.first) or heads(prose, self.name, self.last):
            self.headed, self.name = self.headed or self.name, None
        elif describes(prose, self.name) or is_owner(prose, self.name, self.last):
            if "heads_place" in prose.sorts[last + 1] or prose.words[last - 1].text.isupper():
                self.headed = self.headed or self.name
            elif prose.words[last].text in POSSESSIVE:
                self.served = self.served or self.name
            self.name = None
        return last

    def _take_acronym(self, prose: Prose, index: int) -> None:
        """`LDK`: capitals nobody knows are a body."""
        if prose.words[index].text.isupper() and len(prose.words[index].text) > 1:
            self.headed = self.headed or Name(index, index + 1)

    def _take_body(self, prose: Prose, index: int, last: int) -> int | None:
        """`Marc Dupont of the Carnegie Endowment`."""
        if self.headed is not None or not prose.is_any(index - 1, ("article.definite", "origin", "based")):
            return None
        is_home = "state_of" in prose.sorts[index] and self.role is not None and not prose.is_capital(index + 1)
        if is_home or "home_of" in prose.sorts[index - 1]:
            return None
        end = end_of_capitals(prose, index, last)
        if end == index:
            return None
        self.headed = Name(index, end)
        return end

    def _take_run(self, prose: Prose, index: int, last: int) -> int | None:
        """`director of the Kosovo Women's Network`: capitals that begin with a nation and tell no body known."""
        if self.headed is not None or index < 2 or not prose.is_any(index - 1, ("article.definite", "origin")):
            return None
        if self.name is None and not (
            "origin" in prose.sorts[index - 2] and "article.definite" in prose.sorts[index - 1]
        ):
            return None
        end = end_of_capitals(prose, index, last)
        run = range(index, end)
        if prose.any_in(run, "body", "force", "parent", "role"):
            return None
        if not any(prose.is_capital(place) and not prose.sorts[place] for place in run):
            return None
        self.headed = Name(index, end)
        return end

    def _sort(self, prose: Prose, mark: Mark) -> None:
        match mark.sort:
            case "role" if mark.value == "former":
                self.former = self.former or mark
            case "once" if prose.any_in(range(mark.last, min(self.last, mark.last + ONCE)), "role"):
                self.former = self.former or mark
            case "role":
                self.roles.append(mark)
                self.role = self.role or mark
            case "unnamed" if mark.value in {"person", "official"}:
                self.unnamed = self.unnamed or mark
            case "unnamed":
                self.marked_unnamed = True
            case "force" | "parent" | "body":
                self.bodies.append(mark)
            case "media":
                self.media.append(mark)
            case "document":
                self.document = self.document or mark
            case "nation" | "stands_for":
                self.nation = self.nation or mark

    @property
    def is_empty(self) -> bool:
        return not (
            self.name
            or self.headed
            or self.roles
            or self.unnamed
            or self.bodies
            or self.media
            or self.document
            or self.nation
        )

    @property
    def is_spokesperson(self) -> bool:
        return any(role.value == "spokesperson" for role in self.roles)


def parts_of(prose: Prose, first: int, last: int) -> Parts:
    """What words `first` to `last` (exclusive) hold: looked through once for all who ask."""
    found = prose.parts.get((first, last))
    if found is None:
        found = prose.parts[first, last] = Parts(prose, first, last)
    return found


def _is_adjective(prose: Prose, mark: Mark, stop: int) -> bool:
    """`the official website`, `an expert report`."""
    return mark.sort in {"unnamed", "role"} and mark.last < stop and "document" in prose.sorts[mark.last]


def _is_before_his_name(prose: Prose, name: Name, stop: int) -> bool:
    """`North` of `deputy commander of the police for the region North, Arben Rexha,`."""
    if name.last - name.first > 1 or name.last + 1 >= stop or prose.words[name.last].text != ",":
        return False
    his = name_at(prose, name.last + 1, stop)
    return prose.words[name.first - 1].text.islower() and his is not None and his.last - his.first > 1


def _is_lone_opener(prose: Prose, index: int, first: int) -> bool:
    """A capital that only begins a sentence is no name: the next word is not one either, and it is a small word."""
    return index == first and len(prose.words[index].text) < 3
