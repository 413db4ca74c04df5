"""Texts that are reports or releases themselves: whoever issues one says all of it, with no word of saying."""

from __future__ import annotations

from board.model import Channel, Confidence
from board.reading.cast import Cast, Speaker
from board.reading.lexicon import Mark
from board.reading.phrases import end_of_name
from board.reading.prose import Prose, Sentence
from board.reading.speakers import speaker_in

TITLE = 5
"""Words of a title in which it calls itself a report; a reference such as `S/2021/228:` may stand before."""
IMPRINT = 14
"""Words of the longest line that only tells who issues what: `Ministry of Defence, press release, 7 April`."""
NEAR = 4
"""Words between a number and the people it counts."""
_BODIES = frozenset(("body", "parent", "force"))


def issuer_of(title: Prose, prose: Prose, cast: Cast) -> Speaker | None:
    """Who issues the text, where its title or its first line tells that it is a report or a release."""
    if not prose.sentences:
        return None
    issuer = _of_title(title, cast)
    if issuer is None and (issuer := _of_line(prose, prose.sentences[0], cast)) is None:
        return None
    return issuer._replace(channel=Channel.WRITTEN, confidence=Confidence.MEDIUM)


def _of_title(title: Prose, cast: Cast) -> Speaker | None:
    """`Report of the Secretary-General on …`."""
    for index in range(min(len(title.words), TITLE)):
        document = title.is_a(index, "document.report", "document.release")
        if document is None or not title.is_a(document.last, "issued_by"):
            continue
        first = document.last + 1
        return speaker_in(title, first, end_of_name(title, first, len(title.words)), cast)
    return None


def _of_line(prose: Prose, line: Sentence, cast: Cast) -> Speaker | None:
    """`Ministry of Defence, press release, 7 April`, `Letter passing on the NATO report`: a line and no sentence."""
    if "say" in line.sorts or line.last - line.first > IMPRINT + IMPRINT:
        return None
    if prose.is_a(line.first, "document"):
        body = next((mark for mark in line.marks if _is_of_document(prose, mark)), None)
    elif line.last - line.first <= IMPRINT and "imprint" in line.sorts and prose.words[line.last - 1].text not in ".!?":
        body = next((mark for mark in line.marks if mark.sort in _BODIES), None)
    else:
        return None
    if body is None:
        return None
    first = body.first
    while first > line.first and prose.is_capital(first - 1):
        first -= 1
    return speaker_in(prose, first, body.last, cast)


def _is_of_document(prose: Prose, body: Mark) -> bool:
    """`the NATO report`."""
    return body.sort in _BODIES and body.last < len(prose.words) and prose.is_a(body.last, "document") is not None


def is_told(prose: Prose, sentence: Sentence) -> bool:
    """A sentence of a report that gives people counted now, or says that something is not so."""
    marks = {mark.full for mark in sentence.marks}
    if ("kind.historical" in marks and "kind.now" not in marks) or "decides" in sentence.sorts:
        return False
    return "stance.denies" in marks or any(
        _counts(prose, sentence, index) for index in range(sentence.first, sentence.last - 1)
    )


def _counts(prose: Prose, sentence: Sentence, index: int) -> bool:
    """`178 soldiers`, `the strength stood at 4,655`; not `the 53rd contingent`."""
    word, behind = prose.words[index], prose.words[index + 1]
    if not word.text[0].isdigit() or (behind.start == word.end and behind.text.isalpha()):
        return False
    people = range(index + 1, min(sentence.last, index + NEAR))
    return prose.any_in(people, "person") or prose.any_in(
        range(max(sentence.first, index - NEAR), index), "counts.verb"
    )
