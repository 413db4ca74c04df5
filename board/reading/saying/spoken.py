"""What is said in one sentence: its acts of saying by speaker, with the outlets that pass them on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from board.reading.people.cast import Cast, Speaker
from board.reading.people.mentions import spoken_to
from board.reading.saying.acts import Act
from board.reading.saying.utterances import Utterance, utterance_of
from board.reading.words.members import ANNOUNCES, UNNAMED
from board.reading.words.prose import Prose, Sentence
from board.reading.words.verbs import is_participle

NEAR: Final = 4
"""Words from a number on within which those it counts stand."""
SHORTEST: Final = 3
"""Words of a clause that is told by itself."""


def spoken_in(prose: Prose, sentence: Sentence, acts: list[Act], cast: Cast) -> Iterator[Utterance]:
    """The acts of one sentence by speaker; outlets that pass on what another says are carriers."""
    others = [act.speaker for act in acts if act.speaker is not None and not _only_carries(act, acts)]
    outlets = [act for act in acts if others and act.speaker is not None and _only_carries(act, acts)]
    own = [act for act in acts if act not in outlets and not _is_background(prose, act, cast)]
    current: list[Act] = []
    holder: Speaker | None = None
    for act in own:
        before = cast.last if prose.lexicon.drops_pronouns else None
        speaker = act.speaker or holder or before or (others[0] if others else None)
        if speaker is None:
            continue
        if holder is not None and (speaker.key != holder.key or _is_anew(prose, act, current)):
            yield from _halves(prose, sentence, _spoken(prose, sentence, holder, current, outlets, cast), current)
            current = []
        holder = speaker
        current.append(act)
        if not act.is_denied:
            cast.met(speaker)
    if holder is not None:
        yield from _halves(prose, sentence, _spoken(prose, sentence, holder, current, outlets, cast), current)


def _only_carries(act: Act, acts: list[Act]) -> bool:
    """An outlet that passes on what another says; not the one that another outlet cites."""
    if act.speaker is None or not act.speaker.media:
        return False
    outlets = {other.speaker.key for other in acts if other.speaker is not None and other.speaker.media}
    return len(outlets) < 2 or act.verb.value != "cited"


def _is_anew(prose: Prose, act: Act, before: list[Act]) -> bool:
    """`said it was so, though he did acknowledge that …`, `…, adding that 400 would come`: something else is said."""
    if all(is_participle(prose, other.verb) for other in before):
        return False
    adds = "adds" in prose.sorts[act.verb.first] and "that.that" in prose.sorts[act.verb.last]
    if is_participle(prose, act.verb) and not adds:
        return False
    return act.first >= max(other.last for other in before)


def _is_background(prose: Prose, act: Act, cast: Cast) -> bool:
    """`…, the agency writes`, `…, according to the paper`, after others have spoken, or `… recalls`: what is known."""
    if act.speaker is None:
        return False
    if _is_agencys(prose, act, cast):
        return True
    is_unnamed = act.speaker.organisation.islower() and "outlet_noun" in prose.sorts[act.phrase[1] - 1]
    if act.verb.sort != "say":
        return is_unnamed and cast.last is not None and act.first < act.verb.first
    if not (act.speaker.media or is_unnamed):
        return False
    if "background" in prose.sorts[act.verb.first]:
        return True
    return cast.last is not None and act.first < act.phrase[0] and "reveals" not in prose.sorts[act.verb.first]


def _is_agencys(prose: Prose, act: Act, cast: Cast) -> bool:
    """`…, Hina reports`: a news agency or a correspondent only carries the news, whoever has spoken or not.

    What is `according to` one is filled in once others have spoken.
    """
    phrase, stands_before = range(*act.phrase), act.first < act.phrase[0]
    if prose.any_in(phrase, "agency.correspondent"):
        return stands_before
    if act.speaker is None or not act.speaker.media or not prose.any_in(phrase, "agency"):
        return False
    if act.verb.sort != "say":
        return cast.last is not None
    return stands_before and "reveals.found" not in prose.sorts[act.verb.first]


def _halves(prose: Prose, sentence: Sentence, said: Utterance, acts: list[Act]) -> tuple[Utterance, ...]:
    """`said it was a crime and that 120 soldiers were on their way`: a second clause that announces a number."""
    for index in range(said.first + SHORTEST, said.last - SHORTEST):
        if "coordinate" not in prose.sorts[index] or "that.that" not in prose.sorts[index + 1] or prose.quoted[index]:
            continue
        halves = (said.first, index - (prose.words[index - 1].text == ",")), (index + 2, said.last)
        one, other = [
            utterance_of(prose, sentence, said.speaker, acts, half, said.origin, said.carriers) for half in halves
        ]
        is_news = other.stance is ANNOUNCES is not one.stance
        if is_news and not one.counts and _counts_people(prose, halves[1]):
            return one, other
    return (said,)


def _counts_people(prose: Prose, words: tuple[int, int]) -> bool:
    """`120 more soldiers`, not `Resolution 1244`."""
    numbers = (index for index in range(*words) if prose.words[index].text[0].isdigit())
    return any(prose.any_in(range(index + 1, min(words[1], index + NEAR)), "person", "contingent") for index in numbers)


def _spoken(
    prose: Prose, sentence: Sentence, speaker: Speaker, acts: list[Act], outlets: list[Act], cast: Cast
) -> Utterance:
    """`outlets` are those who pass it on: the first to have it, `Politico reported that diplomats said`, is
    its origin.
    """
    words = min([act.first for act in acts]), max([act.last for act in acts])
    recipients = [act.recipient.organisation for act in acts if act.recipient]
    if "speaks_to" in sentence.sorts:
        recipients += [outlet for act in acts if (outlet := spoken_to(prose, act.phrase[0], act.phrase[1]))]
    if speaker.identity is UNNAMED:
        recipients += [outlet for outlet in (cast.spoken_to.get(speaker.key),) if outlet]
        if recipients:
            cast.spoken_to[speaker.key] = recipients[0]
    carriers = [(outlet.speaker.organisation, outlet.phrase[0] < words[0]) for outlet in outlets if outlet.speaker]
    told_first = [name for name, is_first in carriers if is_first and not speaker.media]
    origin = (recipients[0] if recipients else "") or (told_first[0] if told_first else "")
    names = dict.fromkeys([name for name, _ in carriers if name != origin])
    return utterance_of(prose, sentence, speaker, acts, words, origin, tuple(names))
