"""What stands in quotation marks, whatever marks a language uses."""

from __future__ import annotations

import re

LONGEST = 3000
"""Characters; a mark whose partner is farther away is taken for a stray one."""

# All begin with one set of characters, so that everything between them is skipped at once.
_MARKS = re.compile(r"[\n\"“”„‟«»'’‘‚](?:(?<=[\n\"“”„‟«»])|(?<!\w[‘‚])(?<=[‘‚])(?=\w)|(?<=[\w.,!?…]['’‘])(?!\w))")
_CLOSES_TO = {"‘": "’'", "‚": "’‘'"}
_NEVER_CLOSE = frozenset("„‚‘")


class Quote:
    """Words in quotation marks: `start` and `end` leave the marks out, `outer` takes them in."""

    __slots__ = ("end", "start")

    def __init__(self, start: int, end: int) -> None:
        self.start, self.end = start, end

    @property
    def outer(self) -> tuple[int, int]:
        return self.start - 1, self.end + 1


def typeset(text: str) -> str:
    """`text`, as long as it was, with “ and ” for the `` and '' that agencies used to type."""
    return text.replace("``", " “").replace("''", "” ") if "``" in text else text


def quotes_of(text: str) -> list[Quote]:
    """The quotations of `text` in order, none inside another, each within a line."""
    found: list[Quote] = []
    opened: int | None = None
    for match in _MARKS.finditer(text):
        mark, place = match.group(), match.start()
        if opened is not None and place - opened > LONGEST:
            opened = None
        if mark == "\n":
            _at_line_end(text, opened, place, found)
            opened = None
        elif opened is None:
            opened = place if _opens(text, place) else None
        elif _closes(text, opened, place):
            if place > opened + 1:
                found.append(Quote(opened + 1, place))
            opened = None
        elif mark in _NEVER_CLOSE and text[opened] == mark:
            opened = place
    return found


def _opens(text: str, place: int) -> bool:
    before = text[place - 1] if place else " "
    after = text[place + 1] if place + 1 < len(text) else " "
    return text[place] not in "’'" and not before.isalnum() and not after.isspace()


def _closes(text: str, opened: int, place: int) -> bool:
    mark, opening = text[place], text[opened]
    if opening in _CLOSES_TO:
        return mark in _CLOSES_TO[opening]
    if mark in "’'‘‚„":
        return False
    after = text[place + 1] if place + 1 < len(text) else " "
    return not (text[place - 1].isspace() and after.isalnum())


def _at_line_end(text: str, opened: int | None, place: int, found: list[Quote]) -> None:
    """By custom a quotation over several paragraphs opens each anew and is closed in the last only."""
    following = text[place + 1 : place + 3].lstrip("\n")
    if opened is not None and following[:1] and following[0] == text[opened] and place > opened + 1:
        found.append(Quote(opened + 1, place))
