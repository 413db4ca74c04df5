"""Whose those are that somebody gives of a force's people: `The United States provides 600 of KFOR's troops`."""

from __future__ import annotations

from typing import Final

from board.reading.counting.armed import POSSESSIVE
from board.reading.counting.bare_numbers import before_hedges
from board.reading.whom.context import Context
from board.reading.whom.named_before import named_before
from board.reading.whom.noun_phrases import Place, Subject

_LEADS_ON: Final = ("article", "parent", "force", "mission", "made.adjective")


def of_giver(place: Place, context: Context, force: str) -> Subject | None:
    """The nation that gives so many of a force's people; `None` where none is told to."""
    verb = before_hedges(place.prose, place.sentence, place.counted.count)
    if verb <= place.sentence.first or "made.gives" not in place.prose.sorts[verb]:
        return None
    named = named_before(place, context, force)
    return named if named is not None and named.nation is not None else None


def are_some_of_the_force(place: Place) -> bool:
    """Whether behind the number stands `of KFOR's troops`, `of the force's soldiers`, `of NATO's peacekeepers`."""
    prose, count = place.prose, place.counted.count
    if count.last >= place.stop or "counts.share" not in prose.sorts[count.last]:
        return False
    for index in range(count.last + 1, place.stop):
        if "person" in prose.sorts[index]:
            return True
        if not prose.is_any(index, _LEADS_ON) and prose.words[index].text not in POSSESSIVE:
            return False
    return False
