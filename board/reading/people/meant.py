"""Who is meant by `the Italian general`: an officer introduced before, who may be of that nation."""

from __future__ import annotations

from board.reading.people.cast import Cast, Speaker
from board.reading.words.members import NAMED
from board.reading.words.parts import Parts
from board.reading.words.prose import Prose


def officer_meant(prose: Prose, parts: Parts, cast: Cast) -> Speaker | None:
    """The officer introduced last whom a nation and a rank without a name may mean; `None` where they tell another."""
    if parts.nation is None or parts.bodies or parts.name is not None or not _is_of_rank(prose, parts):
        return None
    if "article.definite" not in prose.sorts[parts.first] or parts.nation.sort != "nation":
        return None
    places = sorted((place for place in cast.introduced if place < parts.first), reverse=True)
    known = ((place, cast.introduced[place]) for place in places)
    fitting = (speaker for place, speaker in known if _may_be(prose, parts, place, speaker))
    found = next(fitting, None)
    return None if found is None else cast.fullest(found)


def _is_of_rank(prose: Prose, parts: Parts) -> bool:
    """`general`, `commander`, `officer`: nothing else."""
    if parts.unnamed is not None and "soldiers" not in prose.sorts[parts.unnamed.first]:
        return False
    roles = [mark for mark in parts.roles if mark.value != "former"]
    return bool(roles or parts.unnamed) and all(
        mark.full == "role.military" or "soldiers" in prose.sorts[mark.first] for mark in roles
    )


def _may_be(prose: Prose, parts: Parts, place: int, speaker: Speaker) -> bool:
    """A soldier, or for a former one anybody; of that nation or of none that is told."""
    assert parts.nation is not None
    if speaker.identity is not NAMED or speaker.nation not in {None, parts.nation.value}:
        return False
    return parts.former is not None or "role.military" in prose.sorts[place]
