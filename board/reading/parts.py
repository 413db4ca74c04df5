"""What a stretch of words holds that may tell a speaker: names, roles, bodies, outlets, documents."""

from __future__ import annotations

from board.reading.lexicon import Mark
from board.reading.names import Name, describes, is_of_a_body, is_where, name_at
from board.reading.prose import Prose


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
        self.former = False
        self.headed: Name | None = None
        """Capitals behind `of` that name what somebody heads."""
        index = first
        while index < last:
            index = self._take(prose, index, last)

    def _take(self, prose: Prose, index: int, last: int) -> int:
        if index > self.first and is_where(prose, index):
            return index + 1
        if not (marks := prose.marks.get(index)):
            if prose.is_capital(index) and self.name is not None and (end := self._take_body(prose, index, last)):
                return end
            if prose.is_capital(index) and self.name is None and not _is_lone_opener(prose, index, self.first):
                self.name = name_at(prose, index, last)
                if self.name is None:
                    self._take_acronym(prose, index)
                    return index + 1
                last = self.name.last
                if is_of_a_body(prose, self.name, self.first):
                    self.headed, self.name = self.headed or self.name, None
                elif describes(prose, self.name):
                    self.name = None
                return last
            return index + 1
        if not _is_adjective(prose, marks[0], last):
            for mark in marks:
                self._sort(mark)
        return max(marks[0].last, index + 1)

    def _take_acronym(self, prose: Prose, index: int) -> None:
        """`LDK`: capitals nobody knows are a body."""
        if prose.words[index].text.isupper() and len(prose.words[index].text) > 1:
            self.headed = self.headed or Name(index, index + 1)

    def _take_body(self, prose: Prose, index: int, last: int) -> int | None:
        """`Marc Dupont of the Carnegie Endowment`."""
        if self.headed is not None or not prose.is_a(index - 1, "article.definite", "origin"):
            return None
        if (body := name_at(prose, index, last)) is not None and prose.is_a(index - 1, "origin", "article"):
            self.headed = body
            return body.last
        return None

    def _sort(self, mark: Mark) -> None:
        match mark.sort, mark.value:
            case ("role", "former"):
                self.former = True
            case ("role", _):
                self.roles.append(mark)
                self.role = self.role or mark
            case ("unnamed", "person" | "official"):
                self.unnamed = self.unnamed or mark
            case ("unnamed", _):
                self.marked_unnamed = True
            case (("force" | "parent" | "body"), _):
                self.bodies.append(mark)
            case ("media", _):
                self.media.append(mark)
            case ("document", _):
                self.document = self.document or mark
            case (("nation" | "stands_for"), _):
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
        return any(mark.value == "spokesperson" for mark in self.roles)


def _is_adjective(prose: Prose, mark: Mark, stop: int) -> bool:
    """`the official website`, `an expert report`."""
    return mark.sort in {"unnamed", "role"} and mark.last < stop and prose.is_a(mark.last, "document") is not None


def _is_lone_opener(prose: Prose, index: int, first: int) -> bool:
    """A capital that only begins a sentence is no name: the next word is not one either, and it is a small word."""
    return index == first and len(prose.words[index].text) < 3
