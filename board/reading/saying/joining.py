"""Utterances that belong together: a quotation that goes on, two verbs of one sentence, who was spoken to."""

from __future__ import annotations

from collections.abc import Iterator

from board.model import Channel, Strength
from board.reading.saying.utterances import Utterance
from board.reading.words.members import CLAIMS, CONFIRMS, DENIES, NO_COMMENT, UNKNOWN, UNNAMED

_GOES_ON = frozenset((CLAIMS, CONFIRMS))
"""What does not change the stance of what a speaker has said just before."""
_REFUSES = frozenset((DENIES, NO_COMMENT))
"""What is told and then quoted only where it is quoted as the same."""
_VAGUE = frozenset((UNKNOWN, Channel.SPOKEN))
"""Channels that are taken for want of a better one."""

MERE = 4
"""Words of `sees it differently`, which says nothing without the quotation behind it."""
GAP = 3
"""Words and marks between a denial and its quotation in the next sentence."""


def with_origins(utterances: Iterator[Utterance]) -> Iterator[Utterance]:
    """`Politico wrote … Four diplomats also said`: those unnamed spoke to the outlet of the sentence before."""
    before: Utterance | None = None
    for said in utterances:
        outlet = before.speaker.organisation if before is not None and before.speaker.media else ""
        is_theirs = before is not None and before.paragraph == said.paragraph and not said.origin
        yield said.with_origin(outlet) if is_theirs and said.speaker.identity is UNNAMED else said
        before = said


def joined(utterances: Iterator[Utterance]) -> Iterator[Utterance]:
    """Utterances with those in one that go on with the one before."""
    waiting: Utterance | None = None
    for said in utterances:
        if waiting is not None and _belongs(waiting, said):
            stance = said.stance if waiting.stance is CLAIMS else waiting.stance
            channel = said.channel if waiting.channel in _VAGUE else waiting.channel
            waiting = waiting.with_more(said, stance, _stronger(waiting, said), channel)
            continue
        if waiting is not None and not waiting.is_mere:
            yield waiting
        waiting = said
    if waiting is not None and not waiting.is_mere:
        yield waiting


def is_one(one: Utterance, other: Utterance) -> bool:
    """Whether two of one sentence are one: said by the same, and none of them a denial, a plan or a silence alone."""
    stances = {one.stance, other.stance}
    return one.speaker.key == other.speaker.key and (len(stances) == 1 or stances <= _GOES_ON)


def _stronger(one: Utterance, other: Utterance) -> Strength:
    """Of two denials in one breath the stronger counts."""
    if one.stance is not DENIES or other.stance is not DENIES:
        return one.strength
    return max(one.strength, other.strength, key=list(Strength).index)


def _belongs(waiting: Utterance, said: Utterance) -> bool:
    if waiting.speaker.key != said.speaker.key or waiting.last > said.first:
        return False
    if waiting.paragraph != said.paragraph:
        return waiting.paragraph + 1 == said.paragraph and _is_denied_in_his_words(waiting, said)
    if _leads_to(waiting, said):
        return True
    goes_on = waiting.stance is said.stance or (said.stance in _GOES_ON and waiting.stance is not NO_COMMENT)
    return (said.goes_on or said.adds) and goes_on


def _leads_to(waiting: Utterance, said: Utterance) -> bool:
    """`Ersoy dismissed the reports. “These do not reflect the truth,” he said`: one act, told and then quoted.

    Of what is announced only a mere thing, `announced the withdrawal`, is told once more; of a view and of what is
    confirmed whatever has no number.
    """
    if waiting.quote or not (said.opens_quoted or said.quote):
        return False
    end = max(waiting.last, waiting.until) if said.opens_quoted and said.quote else waiting.last
    if said.first - end > GAP:
        return False
    is_mere = waiting.last - waiting.first <= MERE and said.opens_quoted and not waiting.counts
    if is_mere and waiting.stance in {CLAIMS, said.stance} - {NO_COMMENT}:
        return True
    if not said.quote:
        return waiting.stance is said.stance is DENIES
    if waiting.stance in _REFUSES:
        return said.stance is waiting.stance
    if said.stance not in _GOES_ON:
        return False
    return waiting.names_only or (waiting.stance in _GOES_ON and not waiting.counts and not said.counts)


def _is_denied_in_his_words(waiting: Utterance, said: Utterance) -> bool:
    """A denial told at the end of a paragraph and quoted at the head of the next."""
    is_told = not waiting.quote and not waiting.counts and said.first - waiting.last <= GAP
    return is_told and said.quote and waiting.stance is said.stance is DENIES
