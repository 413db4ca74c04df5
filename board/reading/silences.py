"""Silences: those asked who have not answered, would not comment, or sent the asker elsewhere."""

from __future__ import annotations

from typing import NamedTuple

from board.reading.cast import Cast, Speaker
from board.reading.lexicon import Mark
from board.reading.prose import Prose, Sentence
from board.reading.speakers import speaker_in

_WORDS = ("declined", "referred", "silent", "awaiting")


class Silence(NamedTuple):
    """Who is silent, and the word of the `asked` table that tells it."""

    speaker: Speaker
    how: str
    mark: Mark


def silence_in(prose: Prose, sentence: Sentence, cast: Cast) -> Silence | None:
    """The silence a sentence tells of, with those who are silent as one speaker."""
    if "asked" not in sentence.sorts:
        return None
    mark = next(
        (
            mark
            for word in _WORDS
            for mark in sentence.marks
            if (mark.sort, mark.value) == ("asked", word) and not prose.quoted[mark.first]
        ),
        None,
    )
    if mark is None:
        return None
    if prose.is_a(sentence.first, "relative.who") and (speaker := _just_named(prose, sentence.first, cast)) is not None:
        return Silence(speaker, mark.value, mark)
    request = next((mark for mark in sentence.marks if (mark.sort, mark.value) == ("asked", "request")), None)
    if mark.value == "awaiting" or (request is not None and request.first < mark.first):
        asked = _all_in(prose, request.last if request else sentence.first, sentence.last, cast)
        if asked is not None:
            return Silence(asked, mark.value, mark)
    before, after = (sentence.first, mark.first), (mark.last, sentence.last)
    for words in (before, after):
        if (speaker := _all_in(prose, *words, cast) or speaker_in(prose, *words, cast)) is not None:
            return Silence(speaker, mark.value, mark)
    return None


def _just_named(prose: Prose, first: int, cast: Cast) -> Speaker | None:
    """The body before the comma of `…, which did not reply`."""
    body = prose.is_a(first - 2, "body", "force", "parent", "stands_for") if first > 1 else None
    if body is None:
        return None
    begin = body.first
    while begin > 0 and (prose.is_a(begin - 1, "nation") or prose.words[begin - 1].folded == "'s"):
        begin -= 1
    return speaker_in(prose, begin, first - 1, cast)


def _all_in(prose: Prose, first: int, last: int, cast: Cast) -> Speaker | None:
    """Every body named between two words, as one speaker; outlets ask, they are not asked."""
    bodies: dict[str, Speaker] = {}
    index = first
    while index < last:
        mark = prose.is_a(index, "body", "force", "parent")
        if mark is None:
            index += 1
            continue
        begin = index
        while begin > first and (prose.is_a(begin - 1, "nation") or prose.words[begin - 1].folded == "'s"):
            begin -= 1
        if (speaker := speaker_in(prose, begin, mark.last, cast)) is not None and not speaker.media:
            bodies.setdefault(speaker.organisation.casefold(), speaker)
        index = mark.last
    if not bodies or prose.any_in(range(first, last), "role", "unnamed.person", "unnamed.official"):
        return None
    names = "; ".join(speaker.organisation for speaker in bodies.values())
    return next(iter(bodies.values()))._replace(name=names, organisation=names)
