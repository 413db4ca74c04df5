"""What stands between a verb of saying and whoever speaks, and who is named right before a comma."""

from __future__ import annotations

from board.reading.words.names import is_where
from board.reading.words.prose import Prose

PLACE = 6
"""Words of when, where and to whom between a verb and the speaker behind it."""
_SPEAKS = ("role", "body", "force", "parent", "unnamed", "document")
_STOPS = frozenset(';:“”„«»"()—–')


def over_place(prose: Prose, first: int, stop: int) -> int:
    """Over `u utorak`, `za Betu` between a verb and the speaker behind it; where nobody follows, over nothing."""
    index = first
    while index + 1 < min(stop, first + PLACE) and not _may_speak(prose, index):
        if prose.words[index].text in _STOPS or prose.is_any(index, ("that", "say", "clause")):
            return first
        index += 1
    is_place = prose.is_any(first, ("apart", "media", "origin"))
    return index if is_place and index < stop and _may_speak(prose, index) else first


def _may_speak(prose: Prose, index: int) -> bool:
    """A body or an office that is no place: not `alla Camera`."""
    return prose.is_any(index, _SPEAKS) and not prose.is_any(index - 1, ("apart.places", "origin", "where"))


def just_named(prose: Prose, comma: int) -> tuple[int, int] | None:
    """The words of the body named right before a comma, with its nation."""
    body = prose.is_a(comma - 1, "body", "force", "parent", "stands_for") if comma else None
    if body is None:
        return None
    begin = body.first
    while begin > 0 and ("nation" in prose.sorts[begin - 1] or prose.words[begin - 1].folded == "'s"):
        begin -= 1
    return begin, comma


def goes_on_behind(prose: Prose, index: int) -> bool:
    """`said a spokesman of KFOR`, `said the ministry in Kyiv`, `countered Lieutenant Colonel Marte for the mission`."""
    if prose.is_any(index, ("origin", "issued_by")):
        return True
    if prose.is_any(index - 1, ("body", "of_embassy", "unnamed.official")) and is_where(prose, index + 1):
        return True
    body = index + 1 + ("article" in prose.sorts[index + 1])
    return "serves" in prose.sorts[index] and prose.is_any(body, ("body", "force", "parent"))
