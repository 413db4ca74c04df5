"""Silences: those asked who have not answered, would not comment, or sent the asker elsewhere."""

from __future__ import annotations

from board.reading.people.beside import just_named
from board.reading.people.cast import Cast, Speaker
from board.reading.people.speakers import speaker_in
from board.reading.words.lexicon import Mark
from board.reading.words.prose import Prose, Sentence

_WORDS = ("declined", "referred", "silent", "awaiting", "replied")
NEAR = 2
"""Words before a word of silence in which `he` stands for whoever is silent."""

TURN = 4
"""Words before a word of silence in which `but` is of it."""


class Silence:
    """Who is silent, and the word of the `asked` table that tells it."""

    __slots__ = ("how", "mark", "speaker")

    def __init__(self, speaker: Speaker, how: str, mark: Mark) -> None:
        self.speaker, self.how, self.mark = speaker, how, mark


def silence_in(prose: Prose, sentence: Sentence, cast: Cast) -> Silence | None:
    """The silence a sentence tells of, with those who are silent as one speaker; `the text is silent` is nobody's.

    Behind `has received no answer from` they stand, and before it the one who asked.
    """
    if "asked" not in sentence.sorts:
        return None
    marks = sentence.marks.of("asked")
    mark = next((mark for word in _WORDS for mark in marks if _is_told(prose, sentence, mark, word)), None)
    if mark is None or "document" in prose.sorts[mark.first - 1] or _has_spoken(prose, sentence, mark):
        return None
    if (
        "relative.who" in prose.sorts[sentence.first]
        and (speaker := _just_named(prose, sentence.first, cast)) is not None
    ):
        return Silence(speaker, mark.value, mark)
    near = range(max(sentence.first, mark.first - NEAR), mark.first)
    if cast.person is not None and prose.any_in(near, "pronoun.person") and not prose.any_in(near, "mere_office"):
        return Silence(cast.person, mark.value, mark)
    if (
        prose.any_in(near, "pronoun.body", "pronoun.many")
        and (asked := _asked_before(prose, sentence, cast)) is not None
    ):
        return Silence(asked, mark.value, mark)
    request = next((mark for mark in sentence.marks.of("asked.request")), None)
    if mark.value == "awaiting" or (request is not None and request.first < mark.first):
        asked = _all_in(prose, request.last if request else sentence.first, sentence.last, cast)
        if asked is not None:
            return Silence(asked, mark.value, mark)
    said = _said_before(prose, sentence, mark)
    before, after = (sentence.first, said.first if said is not None else mark.first), (mark.last, sentence.last)
    is_from = "home_of" in prose.sorts[mark.last]
    for words in (after, before) if is_from else (before, after):
        if (speaker := _all_in(prose, *words, cast) or speaker_in(prose, *words, cast)) is not None:
            return Silence(speaker, mark.value, mark)
    return None


def _asked_before(prose: Prose, sentence: Sentence, cast: Cast) -> Speaker | None:
    """`The paper asked the embassy about it. It did not reply.`: those asked in the sentence before."""
    before = next((other for other in prose.sentences if other.last == sentence.first), None)
    if before is None or before.paragraph != sentence.paragraph:
        return None
    request = next((mark for mark in before.marks.of("asked.request") if not prose.quoted[mark.first]), None)
    return None if request is None else _all_in(prose, request.last, before.last, cast)


def _said_before(prose: Prose, sentence: Sentence, silence: Mark) -> Mark | None:
    says = sentence.marks.of("say")
    return next((verb for verb in says if verb.last <= silence.first and not prose.quoted[verb.first]), None)


def _is_told(prose: Prose, sentence: Sentence, mark: Mark, how: str) -> bool:
    """Outside quotation marks; `replied to requests` tells a silence only behind `neither` or `no one`."""
    if (mark.sort, mark.value) != ("asked", how) or prose.quoted[mark.first]:
        return False
    if mark.last - mark.first == 1 and _is_of_number(prose, mark.last):
        return False
    return how != "replied" or prose.any_in(range(sentence.first, mark.first), "not", "answers_no")


def _is_of_number(prose: Prose, index: int) -> bool:
    """Behind `declined`: `from 50,000 to 4,700`, `to about 4,700`, `by 200`: a strength, and nobody asked."""
    near = range(index, min(len(prose.words), index + NEAR + 1))
    return "origin" in prose.sorts[index] or not prose.digits.isdisjoint(near)


def _has_spoken(prose: Prose, sentence: Sentence, silence: Mark) -> bool:
    """`said two allies had offered, but declined to name them`: what was said counts, unless it is `said only`."""
    turn = next(
        (index for index in range(silence.first - 1, silence.first - TURN, -1) if "yet" in prose.sorts[index]), None
    )
    if turn is None:
        return False
    said = [mark for mark in sentence.marks.of("say") if mark.last < turn]
    return bool(said) and not any(prose.is_any(mark.last, ("made.only", "so_far")) for mark in said)


def _just_named(prose: Prose, first: int, cast: Cast) -> Speaker | None:
    """The body before the comma of `…, which did not reply`."""
    named = just_named(prose, first - 1) if first > 1 else None
    return speaker_in(prose, *named, cast) if named is not None else None


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
        while begin > first and ("nation" in prose.sorts[begin - 1] or prose.words[begin - 1].folded == "'s"):
            begin -= 1
        if (speaker := speaker_in(prose, begin, _over_land(prose, mark.last), cast)) is not None and not speaker.media:
            bodies.setdefault(speaker.organisation.casefold(), speaker)
        index = mark.last
    if not bodies or prose.any_in(range(first, last), "role", "unnamed.person", "unnamed.official"):
        return None
    names = "; ".join(speaker.organisation for speaker in bodies.values())
    return next(iter(bodies.values())).called(names)


def _over_land(prose: Prose, last: int) -> int:
    """Behind `of Kosovo` that belongs to `Government`."""
    land = prose.is_a(last + 1, "nation") if last + 1 < len(prose.words) and "origin" in prose.sorts[last] else None
    return last if land is None else land.last
