"""Names of people and bodies: which capitals make one, and which tell a place."""

from __future__ import annotations

from typing import Final

from board.reading.words.prose import Prose

LONGEST_NAME: Final = 5
"""Words of the longest name of a person."""
LONGEST_BODY: Final = 12
"""Words of the longest name of a body."""
LONGEST_ACRONYM: Final = 4
"""Letters of a word in capitals that is taken for an abbreviation, not for a name cried out."""
_NO_NAMES: Final = (
    "force", "parent", "body", "media", "nation", "stands_for", "role", "article", "pronoun", "clause", "apart",
    "say", "that", "document", "unnamed", "theatre", "theatre_other", "person", "aux", "according", "stance", "asked",
    "no_name",
)  # fmt: skip
_OF_NAMES: Final = frozenset(("state_of", "station", "seat_of", "commands_all"))
"""Sorts of words that may stand in a name."""
_INITIAL_DOT = "."
_PARTICLES: Final = frozenset(("de", "di", "da", "von", "van", "der", "den", "bin", "al", "el", "la", "del", "-"))
_POSSESSIVE: Final = frozenset(("'s", "’s"))


class Name:
    """The name of a person or a body: words `first` to `last` (exclusive)."""

    __slots__ = ("first", "last")

    def __init__(self, first: int, last: int) -> None:
        self.first, self.last = first, last

    def written(self, prose: Prose) -> str:
        """It as it stands in the text."""
        return prose.slice(self.first, self.last)


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
    if not word.text[0].isupper() or (_is_acronym(word.text) and not _is_first_name(prose, index)):
        return False
    return (inside and "stands_for" in prose.sorts[index]) or not prose.is_any(index, _NO_NAMES)


def _is_acronym(text: str) -> bool:
    return 1 < len(text) <= LONGEST_ACRONYM and text.isupper() and text[-1] not in "'’"


def _is_first_name(prose: Prose, index: int) -> bool:
    """`LUCA` of `LUCA FERRANTE:`, as a transcript has it."""
    if index + 1 >= len(prose.words) or prose.sorts[index] or prose.sorts[index + 1]:
        return False
    behind = prose.words[index + 1].text
    return behind.isalpha() and behind.isupper() and len(behind) > LONGEST_ACRONYM


def is_particle(prose: Prose, index: int) -> bool:
    """`von` of `Viola von Kramm`."""
    return prose.words[index].folded in _PARTICLES


def may_name(prose: Prose, index: int) -> bool:
    """A word that is nothing else: `Gashi`, and `Minnesota` and `North`, which may be of a name."""
    own = prose.sorts[index]
    return not own or (not _OF_NAMES.isdisjoint(own) and all(mark.sort in _OF_NAMES for mark in prose.marks[index]))


def end_of_body(prose: Prose, last: int, stop: int) -> int:
    """Where the name of a body ends whose words before `last` are known: `Ministry of Defence | of Kosovo`."""
    end = last
    while end < stop and "nation" in prose.sorts[end]:
        end += 1
    last = end = _with_place(prose, end, stop)
    while end + 1 < min(stop, last + LONGEST_BODY) and _joins(prose, end):
        begin = end + 1 + ("article" in prose.sorts[end + 1])
        after = end_of_capitals(prose, begin, stop)
        if after == begin:
            break
        last = end = after
    return last


def _joins(prose: Prose, index: int) -> bool:
    return prose.is_any(index, ("origin", "counts.share", "where", "name_joins.of")) and "aux" not in prose.sorts[index]


def _with_place(prose: Prose, last: int, stop: int) -> int:
    """`Camp Bondsteel`, `Joint Force Command Naples`: one capital, no name of a person, behind a body's noun."""
    if last >= stop or last == 0 or not (prose.is_capital(last - 1) and prose.is_capital(last)):
        return last
    is_more = (
        last + 1 < len(prose.words) and prose.is_capital(last + 1) and prose.ends[last] + 1 == prose.starts[last + 1]
    )
    if is_more or not (prose.is_any(last, ("theatre_other", "theatre", "stands_for")) or may_name(prose, last)):
        return last
    return last + 1


def end_of_capitals(prose: Prose, first: int, stop: int) -> int:
    """The end of a run of capitals, over `of`, `for` and `and` between two of them; `first` where there is none."""
    end = first
    while end < min(stop, first + LONGEST_BODY) and _is_of_run(prose, end):
        end += 1
    while end > first and not (prose.is_capital(end - 1) or "body" in prose.sorts[end - 1]):
        end -= 1
    return end


def _is_of_run(prose: Prose, index: int) -> bool:
    if prose.words[index].text in _POSSESSIVE or is_hyphen(prose, index):
        return True
    if "nation" in prose.sorts[index]:
        return True
    if prose.is_capital(index):
        return not prose.is_any(index, ("role", "say", "apart.dates", "pronoun"))
    if "name_joins.and" in prose.sorts[index]:
        return index + 1 < len(prose.words) and prose.is_capital(index + 1) and not prose.sorts[index + 1]
    return prose.is_any(index, ("article.definite", "name_joins", "body.noun")) or (
        "origin" in prose.sorts[index] and "aux" not in prose.sorts[index]
    )


def is_hyphen(prose: Prose, index: int) -> bool:
    """Between two capitals of one word: `Self-Determination`."""
    if prose.words[index].text != "-" or not 0 < index < len(prose.words) - 1:
        return False
    is_inside = prose.touches(index) and prose.touches(index + 1)
    return is_inside and prose.is_capital(index - 1) and prose.is_capital(index + 1)


def is_of_a_body(prose: Prose, name: Name, first: int) -> bool:
    """`commander of the Multinational Unit`, `mayor of North Mitrovica`: capitals that name what somebody heads."""
    return name.first > first and prose.is_any(name.first - 1, ("article.definite", "origin"))


def is_where(prose: Prose, index: int) -> bool:
    """`in Pristina`, `in the Netherlands`: a name behind such a word tells where somebody speaks."""
    if "where" not in prose.sorts[index - 1]:
        return False
    if not (prose.is_capital(index) or "nation" in prose.sorts[index]):
        return False
    return prose.is_any(index, ("stands_for", "nation")) or may_name(prose, index)


def describes(prose: Prose, name: Name) -> bool:
    """`a Western diplomat`, `Human rights lawyer`: one capital before a small noun is no name."""
    if name.last - name.first > 1 or name.last >= len(prose.words) or prose.is_capital(name.last):
        return False
    if prose.is_any(name.last, ("unnamed", "role", "body.noun", "media.noun", "document")):
        return True
    is_adjective = not prose.sorts[name.last] or "of_office" in prose.sorts[name.last]
    return is_adjective and prose.is_any(name.last + 1, ("role", "unnamed"))


def is_owner(prose: Prose, name: Name, stop: int) -> bool:
    """`Foreign Relations` of `Foreign Relations Committee`, `Ilic` of `Ilic's lawyer`, `Labour's Jo Hall`."""
    last = name.last
    if last >= stop:
        return False
    if prose.words[last].text in _POSSESSIVE:
        if (owned := name_at(prose, last + 1, stop)) is not None and owned.last - owned.first > 1:
            return True
        return prose.any_in(range(last + 1, min(stop, last + LONGEST_NAME)), "role", "body.noun")
    return prose.is_capital(last) and "body.noun" in prose.sorts[last]


def is_served(prose: Prose, name: Name, first: int) -> int | None:
    """Where the words for another begin that stand behind `to`: `an aide to Prime Minister Kurti`; else `None`."""
    index = name.first
    while index > first and ("role" in prose.sorts[index - 1] or prose.words[index - 1].text == "."):
        index -= 1
    if index < name.first and index > first and "nation" in prose.sorts[index - 1]:
        index -= 1
    if index - 2 < first or not prose.is_any(index - 1, ("where", "origin")) or "aux" in prose.sorts[index - 1]:
        return None
    is_person = index < name.first or prose.is_a(index - 1, "serves") or prose.is_a(index - 2, "unnamed")
    return index if is_person and prose.is_any(index - 2, ("role", "unnamed")) else None


def heads(prose: Prose, name: Name, stop: int) -> bool:
    """`North Mitrovica` of `North Mitrovica Mayor Milos Peric`: a name before the role of another."""
    last = name.last
    if last >= stop or "role" not in prose.sorts[last]:
        return False
    while last < stop and ("role" in prose.sorts[last] or prose.words[last].text == "."):
        last += 1
    return name_at(prose, last, stop) is not None


def _is_of_rank(prose: Prose, index: int) -> bool:
    own = prose.sorts[index]
    return "role" in own or ("nation" in own and "role" in prose.sorts[index + 1])


def over_rank(prose: Prose, index: int) -> int:
    """Past `Major General`, `Maj. Gen.`, `German General`, `General (ret.)` or `Captain (OF-5)` before a name."""
    while index + 1 < len(prose.words) and (_is_of_rank(prose, index) or prose.words[index].text == "."):
        index += 1
    if prose.words[min(index, len(prose.words) - 1)].text != "(" or index + 1 >= len(prose.words):
        return index
    is_grade = prose.words[index + 1].text.isupper() and prose.is_a(index - 1, "role") and not prose.sorts[index + 1]
    if not (is_grade or "role.former" in prose.sorts[index + 1]):
        return index
    near = range(index + 2, min(len(prose.words) - 1, index + LONGEST_NAME))
    return next((end + 1 for end in near if prose.words[end].text == ")"), index)
