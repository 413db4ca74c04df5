"""Utterances that belong together: a quotation that goes on, two verbs of one sentence, who was spoken to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from board.model import Channel, Identity, Stance, Strength
from board.reading.utterances import Utterance

_GOES_ON = frozenset((Stance.CLAIMS, Stance.CONFIRMS))
"""What does not change the stance of what a speaker has said just before."""
_VAGUE = frozenset((Channel.UNKNOWN, Channel.SPOKEN))
"""Channels that are taken for want of a better one."""


def with_origins(utterances: Iterator[Utterance]) -> Iterator[Utterance]:
    """`Politico wrote … Four diplomats also said`: those unnamed spoke to the outlet of the sentence before."""
    before: Utterance | None = None
    for said in utterances:
        outlet = before.speaker.organisation if before is not None and before.speaker.media else ""
        is_theirs = before is not None and before.paragraph == said.paragraph and not said.origin
        yield replace(said, origin=outlet) if is_theirs and said.speaker.identity is Identity.UNNAMED else said
        before = said


def joined(utterances: Iterator[Utterance]) -> Iterator[Utterance]:
    """Utterances with those in one that go on with the one before."""
    waiting: Utterance | None = None
    for said in utterances:
        if waiting is not None and _belongs(waiting, said):
            stance = said.stance if waiting.stance is Stance.CLAIMS else waiting.stance
            waiting = replace(
                waiting,
                stance=stance,
                strength=_stronger(waiting, said),
                channel=said.channel if waiting.channel in _VAGUE else waiting.channel,
                last=said.last,
                origin=waiting.origin or said.origin,
                quote=waiting.quote and said.quote,
            )
            continue
        if waiting is not None:
            yield waiting
        waiting = said
    if waiting is not None:
        yield waiting


def _stronger(one: Utterance, other: Utterance) -> Strength:
    """Of two denials in one breath the stronger counts."""
    if one.stance is not Stance.DENIES or other.stance is not Stance.DENIES:
        return one.strength
    return max(one.strength, other.strength, key=list(Strength).index)


def _belongs(waiting: Utterance, said: Utterance) -> bool:
    same = waiting.paragraph == said.paragraph and waiting.speaker.key == said.speaker.key
    same = same and said.goes_on
    goes_on = waiting.stance is said.stance or (said.stance in _GOES_ON and waiting.stance is not Stance.NO_COMMENT)
    return same and goes_on and waiting.last <= said.first
