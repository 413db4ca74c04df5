"""Where the words that tell a speaker end: at a mark, a clause or an `and`, unless it belongs to a name."""

from __future__ import annotations

from typing import Final

from board.reading.words.prose import Prose

ABBREVIATION: Final = 8
"""Words and points of the longest name in parentheses: `(D-N.H.)`, `(Social Democratic Party)`."""
STOPS: Final = frozenset(';:“”„«»"()—–')
"""Marks at which a phrase ends."""


def bounds(prose: Prose, index: int) -> bool:
    """A word before or behind which a phrase that tells a speaker ends."""
    if not prose.sorts[index] and prose.words[index].text.isalpha():
        return False
    if prose.words[index].text in "()" and is_of_abbreviation(prose, index):
        return False
    if prose.words[index].text in STOPS or (prose.words[index].text in ".!?" and ends(prose, index)):
        return prose.words[index].text not in ("“", "„", '"', "«", "”", "»") or not _around_name(prose, index)
    if "coordinate" in prose.sorts[index] and _joins_names(prose, index):
        return False
    if "points_back" in prose.sorts[index] and _is_of_that(prose, index):
        return False
    return prose.is_any(index, ("that", "clause")) and "in_phrase" not in prose.sorts[index]


def _is_of_that(prose: Prose, index: int) -> bool:
    """`an official of that department`, `a source in that ministry`: the body told of before."""
    is_body = prose.is_any(index + 1, ("body.noun", "mission"))
    return index > 0 and is_body and prose.is_any(index - 1, ("origin", "where", "serves"))


def ends(prose: Prose, index: int) -> bool:
    """A mark at which a phrase ends; the point of `Lt. Col.` is none."""
    text = prose.words[index].text
    if text == "." and index:
        before = prose.words[index - 1]
        return not (before.folded in prose.lexicon.abbreviations or len(before.text) == 1)
    if text in "()":
        return not _is_grade(prose, index)
    return text in ",;:!?"


def _is_grade(prose: Prose, index: int) -> bool:
    """The parentheses of `Captain (OF-5) Jana Bell`: a grade behind a rank."""
    first = index if prose.words[index].text == "(" else max(0, index - ABBREVIATION)
    opened = next((place for place in range(index, first - 1, -1) if prose.words[place].text == "("), index)
    return opened > 0 and "role.military" in prose.sorts[opened - 1] and is_of_abbreviation(prose, opened)


def is_of_abbreviation(prose: Prose, index: int) -> bool:
    """`Centre for Security Studies (KCSS)`, `Ana Bell (45)`: a name or an age in parentheses belongs to the phrase."""
    step, other = (1, ")") if prose.words[index].text == "(" else (-1, "(")
    inside = index + step
    while 0 <= inside < len(prose.words) and abs(inside - index) < ABBREVIATION and _is_short(prose, inside):
        inside += step
    return 0 <= inside < len(prose.words) and prose.words[inside].text == other and abs(inside - index) > 1


def _is_short(prose: Prose, index: int) -> bool:
    word = prose.words[index].text
    return prose.is_capital(index) or word in ".-–/" or word.isdigit() or "name_joins" in prose.sorts[index]


def _joins_names(prose: Prose, index: int) -> bool:
    """`the EU and the United States`: both sides are names, or offices, and no clause ends between them."""
    after = index + 1
    if "role" in prose.sorts[index - 1] and "role" in prose.sorts[after]:
        return True
    if "origin" in prose.sorts[index - 2] and prose.is_capital(index - 1) and prose.is_capital(after):
        return True
    if _is_of_whom_served(prose, index):
        return True
    while after < len(prose.words) and "article" in prose.sorts[after]:
        after += 1
    return after < len(prose.words) and all(
        prose.is_capital(place) and prose.is_any(place, ("force", "parent", "body", "nation", "stands_for"))
        for place in (index - 1, after)
    )


def _is_of_whom_served(prose: Prose, index: int) -> bool:
    """`a spokeswoman for U.S. Army Europe and Africa`."""
    first = index
    while first > 1 and (prose.is_capital(first - 1) or prose.words[first - 1].text == "."):
        first -= 1
    is_for = first < index and prose.is_a(first - 1, "serves", "origin")
    is_served = prose.is_a(first - 2, "role", "unnamed") or prose.is_a(first - 2, "of_defence", "body.noun")
    after = index + 1
    return bool(is_for and is_served) and prose.is_capital(after) and not prose.is_any(after, ("role", "article"))


def _around_name(prose: Prose, index: int) -> bool:
    """Marks around a name of one or two words, `“Politico“`, quote nobody."""
    return any("media" in prose.sorts[near] for near in (index - 1, index + 1) if 0 <= near < len(prose.words))
