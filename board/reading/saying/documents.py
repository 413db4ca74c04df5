"""Texts that are reports or releases themselves: whoever issues one says all of it, with no word of saying."""

from __future__ import annotations

from board.model import Channel
from board.reading.people.cast import Cast, Speaker
from board.reading.people.phrases import end_of_name, end_of_source
from board.reading.people.speakers import speaker_in
from board.reading.saying.pages import page_of
from board.reading.words.lexicon import Mark
from board.reading.words.members import MEDIUM, ORGANISATION
from board.reading.words.prose import Prose, Sentence

_REPORT, _FROM = "report", "from"
TITLE = 10
"""Words of a title in which it calls itself a report; a reference such as `S/2021/228:` may stand before."""
LINES = 3
"""Sentences from the top in which an imprint stands."""
IMPRINT = 14
"""Words of the longest line that only tells who issues what: `Ministry of Defence, press release, 7 April`."""
MAIN = 6
"""Words within which `not` is of the main clause."""
NEAR = 4
"""Words between a number and the people it counts."""
_BODIES = ("body", "parent", "force")
_OWN_DEEDS = frozenset(("stance.announces", "stance.future"))
_TOLD = frozenset(("stance.denies", "pronoun.self"))


def issuer_of(title: Prose, prose: Prose, cast: Cast) -> Speaker | None:
    """Who issues the text, where its title or its first lines tell that it is a report or a release."""
    issuer = _of_title(title, cast) or _of_kind(title) or page_of(title, prose, cast)
    for line in prose.sentences[:LINES] if issuer is not None else ():
        issuer = _signed(issuer, _submitted(prose, line, cast))
    for line in prose.sentences[:LINES]:
        issuer = issuer or _of_line(prose, line, cast)
        if issuer is None and _is_imprint(prose, line):
            issuer = _first_body(title, cast)
    return issuer.by(Channel.WRITTEN).known_by(MEDIUM) if issuer is not None else None


def _of_title(title: Prose, cast: Cast) -> Speaker | None:
    """`Report of the Secretary-General on …`, `KFOR statement on …`, `Letter to the Council: report on KFOR`."""
    for index in range(min(len(title.words), TITLE)):
        document = title.is_a(index, "calls_itself")
        if document is None:
            continue
        first = document.first
        while first > 0 and "of_period" in title.sorts[first - 1]:
            first -= 1
        opens = first == 0 or title.words[first - 1].text == ":"
        is_on = "apart.places" in title.sorts[document.last]
        if opens and "issued_by" in title.sorts[document.last]:
            name = document.last + 1
            return speaker_in(title, name, end_of_name(title, name, len(title.words)), cast)
        if opens and (sender := _sent_by(title, document, cast)) is not None:
            return sender
        is_report = opens and is_on and _REPORT in title.words[document.last - 1].folded
        if (opens and "serves" in title.sorts[document.last]) or is_report:
            return _of_parent(title, cast)
        if first == 0 or (opens and (is_on or document.last - first > 1)):
            return _first_body(title, cast, sort="force")
        is_statement = "on_what" in title.sorts[document.last]
        return _first_body(title, cast) if is_statement and title.is_any(0, (*_BODIES, "nation")) else None
    return None


def _sent_by(title: Prose, document: Mark, cast: Cast) -> Speaker | None:
    """`Letter dated 10 May 2022 from the Secretary-General`: whoever sends it."""
    near = range(document.last + 1, min(len(title.words), document.last + TITLE))
    name = next((index + 1 for index in near if title.words[index].folded == _FROM), None)
    is_letter = name is not None and "sent" in title.sorts[document.first]
    return speaker_in(title, name, end_of_name(title, name, len(title.words)), cast) if is_letter and name else None


def _of_parent(title: Prose, cast: Cast) -> Speaker | None:
    """`Report to the UN on KFOR`, `Report on KFOR operations`: by whoever the force is of, not by itself."""
    speaker = _first_body(title, cast, sort="force")
    if speaker is None:
        return None
    owners = title.lexicon.multinational.get(speaker.organisation, frozenset()) - {speaker.organisation}
    owner = next(iter(owners), speaker.organisation)
    return speaker.called(owner)


def _submitted(prose: Prose, line: Sentence, cast: Cast) -> Speaker | None:
    """`… is submitted by the Secretary General of NATO, Erik Holm, pursuant to …`, in the first lines of a report."""
    for mark in line.marks.of("submitted"):
        speaker = speaker_in(prose, mark.last, end_of_source(prose, line, mark), cast)
        if speaker is not None and (speaker.organisation or speaker.name):
            return speaker
    return None


def _signed(issuer: Speaker | None, signed: Speaker | None) -> Speaker | None:
    """Whoever signs speaks, for the body that issues it where none is told of him."""
    if issuer is None or signed is None:
        return signed or issuer
    return signed.speaking_for(signed.organisation or issuer.organisation)


def _of_kind(title: Prose) -> Speaker | None:
    """`War Powers Report`, `CRS In Focus`: a kind of document that only one body issues."""
    kind = next(iter(title.phrases("issuer")), None)
    return None if kind is None else Speaker(kind.value, kind.value, ORGANISATION, official=True)


def _first_body(title: Prose, cast: Cast, sort: str = "") -> Speaker | None:
    marks = (mark for sentence in title.sentences[:1] for mark in sentence.marks.of(*_BODIES))
    body = next((mark for mark in marks if mark.sort == sort or (not sort and mark.sort in _BODIES)), None)
    return speaker_in(title, body.first, body.last, cast) if body is not None else None


def _is_imprint(prose: Prose, line: Sentence) -> bool:
    return (
        line.last - line.first <= IMPRINT and "imprint" in line.sorts and prose.words[line.last - 1].text not in ".!?"
    )


def _of_line(prose: Prose, line: Sentence, cast: Cast) -> Speaker | None:
    """`Ministry of Defence, press release, 7 April`, `Letter passing on the NATO report`: a line and no sentence."""
    if "say" in line.sorts or line.last - line.first > IMPRINT + IMPRINT:
        return None
    if "document" in prose.sorts[line.first] and line is prose.sentences[0]:
        body = next((mark for mark in line.marks.of(*_BODIES) if _is_of_document(prose, mark)), None)
    elif _is_imprint(prose, line):
        body = next(iter(line.marks.of(*_BODIES)), None)
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
    return body.last < len(prose.words) and "document" in prose.sorts[body.last]


def is_told(prose: Prose, sentence: Sentence) -> bool:
    """A sentence of a report that gives people counted now, or says that something is not so."""
    marks = sentence.sorts
    if ("kind.historical" in marks and "kind.now" not in marks) or _has_decided(prose, sentence):
        return False
    opening = range(sentence.first, min(sentence.last, sentence.first + NEAR))
    is_subject = prose.any_in(opening, "force", "mission") or not marks.isdisjoint(("person", "contingent"))
    if is_elsewhere(prose, sentence):
        return False
    if is_subject and (not marks.isdisjoint(_OWN_DEEDS) or prose.any_in(opening, "motion")):
        return True
    if prose.any_in(range(sentence.first, min(sentence.last, sentence.first + MAIN)), "not", "answers_no"):
        return True
    return bool(marks & _TOLD) or any(
        _counts(prose, sentence, index) for index in range(sentence.first, sentence.last - 1)
    )


def is_elsewhere(prose: Prose, sentence: Sentence) -> bool:
    """`3,813 personnel are in Jordan`: of another land than the one the board is on."""
    if not sentence.sorts.isdisjoint(("force", "theatre")):
        return False
    return any("where" in prose.sorts[mark.first - 1] for mark in sentence.marks.of("nation"))


def _has_decided(prose: Prose, sentence: Sentence) -> bool:
    """`The Council has approved …`: what another did before."""
    return any("aux" in prose.sorts[mark.first] for mark in sentence.marks.of("decides"))


def _counts(prose: Prose, sentence: Sentence, index: int) -> bool:
    """`178 soldiers`, `the strength stood at 4,655`; not `the 53rd contingent`."""
    word, behind = prose.words[index], prose.words[index + 1]
    if not word.text[0].isdigit() or (prose.touches(index + 1) and behind.text.isalpha()):
        return False
    if prose.any_in(range(max(sentence.first, index - NEAR), index), "counts.verb"):
        return True
    people = range(index + 1, min(sentence.last, index + NEAR))
    first = sentence.first + 2 * ("as_of.status" in prose.sorts[sentence.first])
    counts = prose.any_in(people, "person") or "nation" in prose.sorts[index + 1]
    return counts and not prose.any_in(range(first, index), "relative.who", "clause")
