"""Somebody brought up without words of his, who is meant by `he` in the next sentence: `Scanlan was not persuaded.`"""

from __future__ import annotations

from typing import Final

from board.reading.people.anothers import is_addressed
from board.reading.people.cast import NOUN_STEM, Cast, Speaker
from board.reading.people.descriptions import over_nominal, phrase_around
from board.reading.people.homes import POSSESSIVE
from board.reading.people.speakers import speaker_in
from board.reading.words.lexicon import Mark
from board.reading.words.members import NAMED, ROLE, UNNAMED
from board.reading.words.names import name_at
from board.reading.words.prose import Prose, Sentence
from board.text.fold import fold

NEAR: Final = 6
"""Words at the head of a sentence in which its subject is told."""


def mention(cast: Cast, prose: Prose, sentence: Sentence) -> None:
    """Take in somebody brought up without words of his: `An official spoke to us` … `The official said`."""
    is_open = not _mention_by_name(cast, prose, sentence)
    for mark in sentence.marks.of("unnamed", "role"):
        if prose.quoted[mark.first]:
            continue
        if mark.sort == "unnamed" and mark.value != "marker":
            first, last = phrase_around(prose, _over_adjective(prose, mark), _over_body(prose, mark.last))
            speaker = speaker_in(prose, first, last, cast)
            if speaker is not None and speaker.identity is UNNAMED and not speaker.organisation:
                cast.by_noun[fold(speaker.role)[:NOUN_STEM]] = speaker
                if _stands_first(prose, sentence, mark):
                    cast.person = speaker
            elif speaker is not None and speaker.identity is UNNAMED:
                cast.met(speaker)
                if "speaks_to" in sentence.sorts and (outlet := spoken_to(prose, mark.last, sentence.last)):
                    cast.spoken_to[speaker.key] = outlet
            return
        if mark.sort == "role" and (named := cast.introduced.get(mark.first)) is not None:
            cast.person = named if is_open else cast.person
            is_open = False
        elif mark.sort == "role" and (office := _nameless(prose, mark, cast)) is not None:
            cast.nameless = office


def _stands_first(prose: Prose, sentence: Sentence, noun: Mark) -> bool:
    """`A senior Western diplomat in Moscow was less sanguine`: nothing but words of his before the noun."""
    before = range(sentence.first, noun.first)
    return len(before) < NEAR and all(
        prose.words[index].text[0].isalpha() and not prose.is_any(index, ("say", "aux", "clause", "where", "pronoun"))
        for index in before
    )


def _mention_by_name(cast: Cast, prose: Prose, sentence: Sentence) -> bool:
    """Who a sentence begins with is meant by `he` in the next one; whether it begins with somebody.

    `He met Barduani` goes on about whom it was about.
    """
    if cast.person is not None and "pronoun.person" in prose.sorts[sentence.first]:
        return True
    if (stranger := _stranger(cast, prose, sentence)) is not None:
        cast.person = stranger
        return True
    for index in range(sentence.first, min(sentence.last, sentence.first + NEAR)):
        if prose.quoted[index]:
            return False
        if not prose.telling[index]:
            continue
        if not prose.sorts[index] and (named := _named_at(cast, prose, index)) is not None:
            cast.person = named
            return True
        mark = prose.is_a(index, "force", "body", "parent") if prose.sorts[index] else None
        if mark is None or is_addressed(prose, mark):
            continue
        if not prose.is_any(mark.last, ("role", "unnamed")):
            cast.body = speaker_in(prose, sentence.first, mark.last, cast)
            return False
    return False


def _stranger(cast: Cast, prose: Prose, sentence: Sentence) -> Speaker | None:
    """`Fine Gael's Noel Scanlan was not persuaded`: the subject of a sentence whom nothing else has introduced."""
    first = _over_owner(prose, sentence)
    if prose.quoted[first] or not prose.is_capital(first) or prose.sorts[first]:
        return None
    name = name_at(prose, first, sentence.last)
    if name is None or name.last - name.first < 2 or prose.words[name.last - 1].folded in cast.by_surname:
        return None
    is_of = prose.is_a(name.last, "origin") and "aux" not in prose.sorts[name.last]
    last = over_nominal(prose, name.last) if is_of else name.last
    if last >= sentence.last or not (prose.words[last].text == "," or prose.words[last].text.islower()):
        return None
    speaker = speaker_in(prose, sentence.first, last, cast)
    return speaker if speaker is not None and speaker.identity is NAMED else None


def _over_owner(prose: Prose, sentence: Sentence) -> int:
    """Behind `Fine Gael's` at the head of a sentence."""
    owner, stop = sentence.first, min(sentence.last - 1, sentence.first + NEAR)
    while owner < stop and prose.is_capital(owner):
        owner += 1
    return owner + 1 if owner < stop and prose.words[owner].text in POSSESSIVE else sentence.first


def _named_at(cast: Cast, prose: Prose, index: int) -> Speaker | None:
    """Somebody met before, by his surname; not where he only owns what follows, `Kurti's office`."""
    if index + 1 >= len(prose.words) or not prose.is_capital(index) or prose.words[index + 1].text in POSSESSIVE:
        return None
    return cast.by_surname.get(prose.words[index].folded)


def spoken_to(prose: Prose, first: int, last: int) -> str:
    """The outlet in `spoke to Radio Free Europe`; empty where there is none."""
    for index in prose.those(range(first + 1, last), "media.media"):
        if "speaks_to" in prose.sorts[index - 1] and (outlet := prose.is_a(index, "media.media")) is not None:
            return prose.slice(outlet.first, outlet.last)
    return ""


def _nameless(prose: Prose, role: Mark, cast: Cast) -> Speaker | None:
    """An office with its body and without a name."""
    first, last = phrase_around(prose, role.first, role.last)
    speaker = speaker_in(prose, first, last, cast)
    return speaker if speaker is not None and speaker.identity is ROLE and speaker.organisation else None


def _over_adjective(prose: Prose, noun: Mark) -> int:
    """Before `Western` of `a Western diplomat`."""
    before = noun.first - 1
    return before if before > 0 and prose.is_capital(before) and "article" in prose.sorts[before - 1] else noun.first


def _over_body(prose: Prose, last: int) -> int:
    """Behind `of the US Defense Department`, where that follows."""
    end = last
    while prose.is_any(end, ("origin", "article", "nation")):
        end += 1
    body = prose.is_a(end, "body", "parent", "force") if end > last else None
    return body.last if body is not None else last
