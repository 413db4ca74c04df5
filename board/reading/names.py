"""Names of people: which capitals make one, and which tell a place or a body."""

from __future__ import annotations

from typing import NamedTuple

from board.reading.prose import Prose

LONGEST_NAME = 5
"""Words of the longest name of a person."""
LONGEST_ACRONYM = 4
"""Letters of a word in capitals that is taken for an abbreviation, not for a name cried out."""
_NO_NAMES = (
    "force", "parent", "body", "media", "nation", "stands_for", "role", "article", "pronoun", "clause", "apart",
    "say", "that", "document", "unnamed", "theatre", "theatre_other", "person", "aux", "according", "stance", "asked",
    "no_name",
)  # fmt: skip
_INITIAL_DOT = "."
_PARTICLES = frozenset(("de", "di", "da", "von", "van", "der", "den", "bin", "al", "el", "la", "del", "-"))


class Name(NamedTuple):
    """The name of a person: words `first` to `last` (exclusive)."""

    first: int
    last: int


def name_at(prose: Prose, index: int, stop: int) -> Name | None:
    """The name of a person that begins at word `index`."""
    end = index
    while end < min(stop, index + LONGEST_NAME) and _may_be_name(prose, end, end > index):
        end += 1
    while end > index and not prose.is_capital(end - 1):
        end -= 1
    return Name(index, end) if end > index else None


def _may_be_name(prose: Prose, index: int, inside: bool) -> bool:
    word = prose.words[index]
    if inside and (word.folded in _PARTICLES or (word.text == _INITIAL_DOT and len(prose.words[index - 1].text) == 1)):
        return True
    if not word.text[0].isupper() or (len(word.text) > 1 and word.text.isupper() and len(word.text) <= LONGEST_ACRONYM):
        return False
    return not prose.is_a(index, *_NO_NAMES)


def is_of_a_body(prose: Prose, name: Name, first: int) -> bool:
    """`commander of the Multinational Unit`, `mayor of North Mitrovica`: capitals that name what somebody heads."""
    return name.first > first and prose.is_a(name.first - 1, "article.definite", "origin") is not None


def is_where(prose: Prose, index: int) -> bool:
    """`in Pristina`, `near Potsdam`: a capital behind such a word tells where somebody speaks."""
    if not prose.is_a(index - 1, "where") or not prose.is_capital(index):
        return False
    return prose.is_a(index, "stands_for", "nation") is not None or index not in prose.marks


def describes(prose: Prose, name: Name) -> bool:
    """`a Western diplomat`: one capital before a small noun is no name."""
    if name.last - name.first > 1 or name.last >= len(prose.words):
        return False
    return (
        not prose.is_capital(name.last)
        and prose.is_a(name.last, "unnamed", "role", "body.noun", "media.noun", "document") is not None
    )
