"""What a body makes known by doing it, with no word of saying: `EULEX will send …`, `the Council agreed to …`."""

from __future__ import annotations

from board.reading.people.cast import Cast, Speaker
from board.reading.people.homes import POSSESSIVE
from board.reading.people.speakers import speaker_in
from board.reading.words.lexicon import Mark
from board.reading.words.members import MEDIUM, ORGANISATION
from board.reading.words.prose import Prose, Sentence

SUBJECT = 14
"""Words from the beginning of a sentence within which its verb stands."""
SHORTEST = 5
"""Words of a deed that is told."""
_SINCE = "since"
_DEEDS = ("stance.announces", "decides.verb")


def deed_in(prose: Prose, sentence: Sentence, cast: Cast) -> tuple[Speaker, tuple[int, int]] | None:
    """The body a sentence begins with and what it will do or has decided; `None` where nothing of the kind is told."""
    if sentence.sorts.isdisjoint(_DEEDS) or prose.quoted[sentence.first]:
        return None
    stop = min(sentence.last, sentence.first + SUBJECT)
    verb = next((mark for mark in sentence.marks.of(*_DEEDS) if mark.first < stop), None)
    if verb is None or sentence.last - verb.first < SHORTEST or not _is_subject(prose, sentence.first, verb.first):
        return None
    if "foreseen" in prose.sorts[verb.first] or _is_of_old(prose, sentence, verb):
        return None
    if "decides" in prose.sorts[verb.first] and not _is_news(prose, sentence, verb):
        return None
    speaker = speaker_in(prose, sentence.first, _name_end(prose, sentence.first, verb.first), cast)
    if speaker is None or speaker.identity is not ORGANISATION or speaker.media or not speaker.official:
        return None
    return speaker.known_by(MEDIUM), (verb.first, end_of(prose, sentence))


def _name_end(prose: Prose, first: int, last: int) -> int:
    """`NATO defence ministers agreed`: those who meet speak for the body named before them."""
    meeting = next((index for index in range(first + 1, last) if "body.meeting" in prose.sorts[index]), None)
    return last if meeting is None else meeting


def goes_on(prose: Prose, sentence: Sentence) -> bool:
    """`The number will be brought down to 5,000`, behind what a body has decided: more of the same."""
    announces = "stance.announces" in sentence.sorts
    has_number = not prose.digits.isdisjoint(range(sentence.first, sentence.last))
    return announces and has_number and not prose.is_any(sentence.first, ("nation", "stands_for", "pronoun.person"))


def _is_news(prose: Prose, sentence: Sentence, verb: Mark) -> bool:
    """What was decided on a day that is told, or tops the text; `had approved` only tells what went before."""
    if verb.first > sentence.first and "had" in prose.sorts[verb.first - 1]:
        return False
    return sentence.first == prose.sentences[0].first or "apart.dates" in sentence.sorts


def _is_of_old(prose: Prose, sentence: Sentence, verb: Mark) -> bool:
    """`has taken part in KFOR since 1999`: a state of years, and no news."""
    near = range(verb.last, min(sentence.last, verb.last + SUBJECT))
    return any(prose.words[index].folded == _SINCE for index in near)


def _is_subject(prose: Prose, first: int, last: int) -> bool:
    """A body by name, and nothing between it and the verb but a date."""
    index = first
    while index < last and (prose.is_any(index, ("article", "nation")) or prose.words[index].text in POSSESSIVE):
        index += 1
    if index == last > first and "decides" in prose.sorts[last]:
        return True
    if not prose.is_any(index, ("force", "body", "parent")):
        return False
    return not any(
        prose.words[place].text in ",;:()" or prose.is_any(place, ("clause", "say", "person", "contingent.contingent"))
        for place in range(index, last)
        if not prose.is_any(place, ("force", "body", "parent"))
    )


def end_of(prose: Prose, sentence: Sentence) -> int:
    """Where a sentence ends without its point."""
    last = sentence.last
    while last > sentence.first and prose.words[last - 1].text in ".!?":
        last -= 1
    return last
