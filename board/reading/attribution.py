"""Acts of saying: who says what in a sentence, by which verb, and where the words said begin and end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from board.model import Channel
from board.reading.cast import Cast, Speaker
from board.reading.lexicon import Mark
from board.reading.phrases import (
    APPOSITION,
    end_of_name,
    end_of_source,
    is_inverted,
    may_be_inverted,
    subject_before,
    subject_behind,
)
from board.reading.prose import Prose, Sentence
from board.reading.said import SHORTEST, THAT, words_said
from board.reading.speakers import speaker_in
from board.reading.verbs import as_saying, asks_who, is_courtesy, is_noun, is_participle, may_lack_speaker

CLAUSE = 5
"""Words before `according to` that are what its source says."""


@dataclass(frozen=True, slots=True)
class Act:
    """One act of saying. `speaker` is `None` where the sentence does not tell it."""

    speaker: Speaker | None
    verb: Mark
    first: int
    last: int
    """Words said: `first` to `last` (exclusive)."""
    phrase: tuple[int, int]
    """The words that tell the speaker."""
    recipient: Speaker | None = None
    """The outlet it was said to."""


def acts_in(prose: Prose, sentence: Sentence, cast: Cast) -> list[Act]:
    """The acts of `sentence` in order; verbs inside quotation marks say nothing of the speaker."""
    acts: list[Act] = []
    if not sentence.sorts & {"say", "according", "says_with"}:
        return acts
    for mark in sentence.marks:
        if prose.quoted[mark.first] or _tells_of_source(acts, mark):
            continue
        if mark.sort == "according":
            act = _by_preposition(prose, sentence, mark, cast)
        elif (verb := as_saying(prose, sentence, mark)) is not None:
            act = _by_verb(prose, sentence, verb, cast, acts)
        else:
            continue
        if act is not None:
            acts.append(act)
    acts = [_behind_source(act, acts[0]) for act in acts]
    return [_before_next(prose, act, acts[place + 1 :]) for place, act in enumerate(acts)]


def _tells_of_source(acts: list[Act], mark: Mark) -> bool:
    """`according to figures published by the army`, `according to X, published in March, …`."""
    if not acts:
        return False
    is_inside = acts[-1].verb.sort == "according" and acts[-1].verb.last <= mark.first < acts[-1].phrase[1]
    return is_inside or acts[0].phrase[1] <= mark.first < acts[0].first


def _behind_source(act: Act, source: Act) -> Act:
    """`According to the article, X, the diplomats said`: what they say begins behind the source."""
    is_source = source.verb.sort == "according" and source.verb.first < source.first
    if act is source or not is_source or act.first > source.verb.first or act.last <= source.first:
        return act
    return replace(act, first=source.first)


def _before_next(prose: Prose, act: Act, later: list[Act]) -> Act:
    """What one says ends where another begins to speak: `X said …, while Y said …`, `X said …, Z reported`."""
    for other in later:
        start = other.phrase[0]
        if other.speaker is None or start <= act.verb.last or not act.first < start < act.last:
            continue
        if not _is_next(prose, act, other):
            continue
        while start > act.first and (prose.words[start - 1].text in ",;" or prose.is_a(start - 1, "coordinate")):
            start -= 1
        return replace(act, last=start) if start - act.first >= SHORTEST else act
    return act


def _is_next(prose: Prose, act: Act, other: Act) -> bool:
    """Whether the speaker of `other` stands beside that of `act`, not within his words."""
    before = other.phrase[0] - 1
    if prose.words[before].text == ";" or prose.is_a(before, "coordinate"):
        return True
    opens = act.speaker is None or (
        prose.is_a(act.phrase[0] - 1, "clause") is not None and act.phrase[0] - 1 <= act.first
    )
    carries = other.speaker is not None and other.speaker.media and other.last <= other.phrase[0]
    return prose.words[before].text == "," and (opens or carries)


def _by_verb(prose: Prose, sentence: Sentence, verb: Mark, cast: Cast, acts: list[Act]) -> Act | None:
    if is_noun(prose, sentence, verb):
        return None
    begin = max((act.verb.last for act in acts if act.speaker is not None), default=sentence.first)
    if acts and is_participle(prose, verb):
        first, last = words_said(prose, sentence, verb, (verb.first, verb.first), inverted=False)
        first = max(first, verb.last)
        return Act(None, verb, first, last, (verb.first, verb.first)) if last - first >= SHORTEST else None
    left = (
        subject_before(prose, begin, verb.first) if not is_inverted(prose, sentence, verb) else (verb.first, verb.first)
    )
    speaker = speaker_in(prose, *left, cast) if left[0] < left[1] else None
    if speaker is None and acts and left[0] < left[1] and prose.is_a(left[0], "pronoun"):
        return None
    phrase, inverted = left, False
    if speaker is None and not acts and prose.is_a(left[0] - 1, "coordinate"):
        phrase = sentence.first, end_of_name(prose, sentence.first, verb.first)
        speaker = speaker_in(prose, *phrase, cast) if not prose.is_a(sentence.first, "apart", "clause") else None
    if speaker is None and may_be_inverted(prose, sentence, verb):
        phrase = subject_behind(prose, sentence, verb.last)
        speaker = speaker_in(prose, *phrase, cast) if phrase[0] < phrase[1] else None
        inverted = speaker is not None
    if speaker is None:
        phrase = (verb.first, verb.first)
    if phrase[1] <= left[0]:
        phrase = left
    if speaker is None and not acts and not may_lack_speaker(prose, verb):
        return None
    recipient = None if inverted else _recipient(prose, sentence, verb, cast)
    first, last = words_said(prose, sentence, verb, phrase, inverted=inverted)
    if last - first < SHORTEST or is_courtesy(prose, verb, (first, last)) or asks_who(prose, left):
        return None
    if speaker is None and acts and last <= verb.first and not prose.lexicon.drops_pronouns:
        return None
    return Act(speaker, verb, first, last, phrase, recipient)


def _recipient(prose: Prose, sentence: Sentence, verb: Mark, cast: Cast) -> Speaker | None:
    """The outlet right after `told` or within `to`, `received by`, before what is said."""
    for index in range(verb.last, min(sentence.last, verb.last + THAT)):
        if prose.is_a(index, "that") or prose.words[index].text in ',“"„«':
            break
        if (mark := prose.is_a(index, "media.media")) is not None:
            return speaker_in(prose, mark.first, mark.last, cast)
    return None


def _by_preposition(prose: Prose, sentence: Sentence, mark: Mark, cast: Cast) -> Act | None:
    """`According to X, Y.` and `Y, according to X.`"""
    last = mark.last if mark.value == "his" else end_of_source(prose, sentence, mark)
    named = next((index for index in range(mark.last + 1, last) if prose.is_a(index, "say")), last)
    speaker = (cast.person if mark.value == "his" else speaker_in(prose, mark.last, named, cast)) or _its_own(
        prose, sentence, (mark.last, last), cast
    )
    if speaker is None:
        return None
    if mark.first - sentence.first >= CLAUSE and not _is_embedded(prose, sentence, mark):
        return Act(speaker, mark, sentence.first, _before_comma(prose, sentence, mark.first), (mark.first, last))
    first, stop = sentence.first, _before_comma(prose, sentence, mark.first)
    end = sentence.last
    while end > last and prose.words[end - 1].text in '.!?;"”»“':
        end -= 1
    begin = _over_aside(prose, last + (last < end and prose.words[last].text == ","), end)
    if begin < end and (verb := prose.is_a(begin, "say")) is not None:
        begin = verb.last + (verb.last < end and prose.is_a(verb.last, "that.that") is not None)
    if end - begin >= SHORTEST and (begin > last or mark.first == sentence.first):
        if mark.first - first >= CLAUSE and not prose.is_a(begin, "apart"):
            return Act(speaker, mark, first, end, (mark.first, last))
        if not (stop - first >= CLAUSE and prose.is_a(begin, "apart")):
            return Act(speaker, mark, begin, end, (mark.first, last))
    return Act(speaker, mark, first, stop, (mark.first, last)) if stop - first >= SHORTEST else None


def _before_comma(prose: Prose, sentence: Sentence, stop: int) -> int:
    while stop > sentence.first and prose.words[stop - 1].text == ",":
        stop -= 1
    return stop


def _is_embedded(prose: Prose, sentence: Sentence, mark: Mark) -> bool:
    """`X said that, according to Y, …`, `On Monday and, according to Y, …`: what stands before is not from the source."""
    says = any(other.sort == "say" and other.first < mark.first for other in sentence.marks)
    return says or prose.is_a(sentence.first, "apart", "clause") is not None


def _over_aside(prose: Prose, begin: int, end: int) -> int:
    """Past `, published in March,` behind a source: what is said of it, not by it."""
    if begin + 1 >= end or prose.is_capital(begin) or not prose.words[begin].folded.endswith("ed"):
        return begin
    if not prose.is_a(begin + 1, "apart", "where"):
        return begin
    stop = min(end, begin + APPOSITION)
    return next((index + 1 for index in range(begin, stop) if prose.words[index].text == ","), begin)


def _its_own(prose: Prose, sentence: Sentence, phrase: tuple[int, int], cast: Cast) -> Speaker | None:
    """`EULEX has 400, according to its website`."""
    document = next((mark for index in range(*phrase) if (mark := prose.is_a(index, "document"))), None)
    body = next((mark for mark in sentence.marks if mark.sort in {"force", "body", "parent"}), None)
    if document is None or body is None or "say" in sentence.sorts:
        return None
    speaker = speaker_in(prose, body.first, body.last, cast)
    channel = Channel.WEBSITE if document.value == "website" else Channel.WRITTEN
    return replace(speaker, channel=channel) if speaker else None


def standing_alone(acts: list[Act]) -> Iterator[Act]:
    """Acts that stand on their own: none that lies in the words of another, unless an outlet passes it on."""
    for place, act in enumerate(acts):
        outer = [
            other for other in acts[:place] if other.first <= act.verb.first < other.last and not _goes_on(other, act)
        ]
        if all(other.speaker is not None and other.speaker.media for other in outer):
            yield act


def _goes_on(outer: Act, act: Act) -> bool:
    """`denied a build-up and rejected claims`: a second verb of the same speaker is no quotation of another."""
    if act.speaker is None:
        return True
    is_said_of_himself = outer.first <= act.phrase[0] < act.phrase[1] <= outer.last
    return not is_said_of_himself and outer.speaker is not None and act.speaker.key == outer.speaker.key
