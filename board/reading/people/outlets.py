"""Outlets that only the text tells to be some: `the Istanbul daily Yeni Posta`, `the portal “Glas”`."""

from __future__ import annotations

from board.reading.people.cast import Cast, Speaker
from board.reading.words.lexicon import Mark
from board.reading.words.members import ORGANISATION
from board.reading.words.names import Name, name_at
from board.reading.words.prose import Prose
from board.text.fold import fold

_QUOTES = frozenset("“”„\"«»'‘’")


def learn_outlets(prose: Prose, cast: Cast) -> None:
    """Tell `cast` of every name that stands behind a word for an outlet."""
    for mark in prose.phrases("outlet_noun"):
        if (name := _name_behind(prose, mark)) is not None:
            written = name.written(prose)
            cast.outlets[fold(written)] = Speaker(written, written, ORGANISATION, media=True)


def _name_behind(prose: Prose, noun: Mark) -> Name | None:
    """The capitals right behind the noun, with or without quotation marks around them."""
    first = noun.last
    if first < len(prose.words) and prose.words[first].text in _QUOTES:
        first += 1
    name = name_at(prose, first, len(prose.words)) if first < len(prose.words) else None
    is_owner = name is not None and prose.words[min(name.last, len(prose.words) - 1)].text in ("'s", "’s")
    return None if is_owner else name
