"""Which body an office speaks for, and of which nation it is where the words beside it do not tell."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from board.reading.lexicon import Mark
from board.reading.names import is_where
from board.reading.prose import Prose
from board.text.nations import display_name

ENOUGH = 60
"""Nations named by which it is clear which one a text is about."""
_LAND, _PEOPLE = "{land}", "{people}"


def office_of(prose: Prose, roles: Sequence[Mark], nation: Mark | None) -> str:
    """`Italian Defence Ministry` for a defence minister of Italy; empty where nobody speaks by such an office."""
    for mark in roles:
        if post := prose.is_a(mark.first, "office"):
            return _rendered(prose, post.value, nation)
    return ""


def _rendered(prose: Prose, office: str, nation: Mark | None) -> str:
    """An office's name with its nation; without one, what stands around it is left out."""
    if nation is None:
        return office.replace(_PEOPLE, "").replace(f"of {_LAND}", "").replace("the Office", "Office").strip()
    written = people_of(prose, nation)
    if _LAND not in office and _PEOPLE not in office:
        return f"{written} {office}"
    return office.replace(_LAND, display_name(nation.value)).replace(_PEOPLE, written)


def people_of(prose: Prose, nation: Mark) -> str:
    """The nation as it is written, whose capital may stand for it."""
    return display_name(nation.value) if nation.sort == "stands_for" else prose.slice(nation.first, nation.last)


def nation_around(prose: Prose, index: int) -> Mark | None:
    """The nation whose affairs are told before word `index`, else the only one of the text; `None` where that is open.

    Whose soldiers are counted and where they serve tells nothing of who speaks.
    """
    marks = prose.nations[:ENOUGH]
    first, last = (bisect_left(prose.nations, place, key=_first) for place in (_sentence_start(prose, index), index))
    for mark in prose.nations[first:last]:
        if _tells_home(prose, mark):
            return mark
    telling = [mark for mark in marks if _tells_home(prose, mark)]
    if len({mark.value for mark in telling}) != 1:
        return None
    return next((mark for mark in telling if not _is_land(prose, mark)), telling[0])


def _sentence_start(prose: Prose, index: int) -> int:
    place = bisect_right(prose.sentences, index, key=lambda sentence: sentence.first) - 1
    return prose.sentences[place].first if place >= 0 else index


def _first(mark: Mark) -> int:
    return mark.first


def _is_land(prose: Prose, mark: Mark) -> bool:
    return prose.slice(mark.first, mark.last) == display_name(mark.value)


def _tells_home(prose: Prose, mark: Mark) -> bool:
    if prose.quoted[mark.first] or is_where(prose, mark.first):
        return False
    return mark.last >= len(prose.words) or prose.is_a(mark.last, "person", "contingent", "role") is None
