"""The statements of a text: acts of saying brought together, each with speaker, stance, channel and the words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from board.model import Identity, Stance, Statement, When
from board.reading.acts import Act
from board.reading.attribution import acts_in, standing_alone
from board.reading.cast import Cast, Speaker
from board.reading.deeds import deed_in
from board.reading.documents import is_told, issuer_of
from board.reading.interviews import Interview
from board.reading.introductions import cast_of, mention, spoken_to
from board.reading.joining import is_one, joined, with_origins
from board.reading.pieces import pieces_of
from board.reading.prose import Prose, Sentence
from board.reading.quoting import quoted_by, said_before
from board.reading.repetition import without_repetition
from board.reading.silences import silence_in
from board.reading.utterances import Utterance, silent, utterance_of
from board.reading.verbs import is_participle

_CLOSED = re.compile(r"[.,!?]?[\"”»“]")


def statements_of(
    prose: Prose, *, published: When | None, url: str | None, outlet: str, heading: Prose | None = None
) -> list[Statement]:
    """Every statement of a text in order; neighbouring ones of one speaker and stance in a paragraph are one.

    `heading` is the headline, which may tell the nation of a minister.
    """
    said = [
        statement_of(prose, utterance, published, url, outlet)
        for utterance in joined(with_origins(_utterances(prose, heading)))
    ]
    return without_repetition(said)


def statement_of(prose: Prose, said: Utterance, published: When | None, url: str | None, outlet: str) -> Statement:
    """The utterance as what is kept of it, with the words as they stand in the text."""
    start, end = prose.words[said.first].start, prose.words[said.last - 1].end
    end += _closing(prose.text, start, end)
    carriers = tuple(dict.fromkeys((*said.carriers, *([outlet] if outlet else []))))
    speaker = said.speaker
    return Statement(
        speaker=""
        if speaker.identity is Identity.ORGANISATION and speaker.name == speaker.organisation
        else speaker.name,
        organisation=speaker.organisation,
        role=speaker.role,
        identity=speaker.identity,
        channel=said.channel,
        stance=said.stance,
        strength=said.strength,
        text=prose.text[start:end],
        quote=said.quote,
        origin=said.origin,
        carriers=tuple(carrier for carrier in carriers if carrier != said.origin),
        published=published,
        url=url,
        span=(start, end),
        confidence=speaker.confidence,
    )


def _closing(text: str, start: int, end: int) -> int:
    """Characters of the mark that closes a quotation opened in the words, and of the point before it."""
    words, behind = text[start:end], _CLOSED.match(text, end)
    is_open = any(words.count(left) > words.count(right) for left, right in ("“”", "„“", "«»")) or words.count('"') % 2
    return len(behind.group()) if behind is not None and is_open else 0


def _utterances(prose: Prose, heading: Prose | None) -> Iterator[Utterance]:
    cast = cast_of(prose, heading)
    interview = Interview(prose, cast)
    issuer = issuer_of(heading, prose, cast) if heading is not None else None
    told: Sentence | None = None
    for whole, following in zip_longest(prose.sentences, prose.sentences[1:]):
        if whole is told:
            continue
        if following is not None and (act := said_before(prose, whole, following, cast)) is not None:
            told = following
            yield from _in_sentence(prose, following._replace(quotes=whole.quotes), [act], cast)
            continue
        before: Utterance | None = None
        issued = issuer if issuer is not None and is_told(prose, whole) else None
        for said in _in_whole(prose, whole, cast, interview):
            yield said._replace(goes_on=True) if before is not None and is_one(before, said) else said
            before = said
        if before is None and issued is not None:
            yield utterance_of(prose, whole, issued, [], (whole.first, whole.last))


def _in_whole(prose: Prose, whole: Sentence, cast: Cast, interview: Interview) -> Iterator[Utterance]:
    for sentence in pieces_of(prose, whole):
        if (answer := interview.answer_in(sentence)) is not None:
            said = utterance_of(prose, sentence, answer[0], [], answer[1])
            yield said._replace(goes_on=answer[1][0] == sentence.first)
            continue
        if (silence := silence_in(prose, sentence, cast)) is not None:
            cast.met(silence.speaker)
            yield silent(prose, sentence, silence)
            continue
        acts = list(standing_alone(prose, acts_in(prose, sentence, cast)))
        mention(cast, prose, sentence)
        yield from _in_sentence(prose, sentence, acts, cast)
        if (other := quoted_by(prose, sentence, acts, cast)) is not None:
            yield utterance_of(prose, sentence, other[0], [], other[1])
        elif acts:
            continue
        elif (quoted := _bare_quote(prose, sentence)) is not None and cast.last is not None:
            yield utterance_of(prose, sentence, cast.last, [], quoted)._replace(goes_on=True)
        elif (deed := deed_in(prose, sentence, cast)) is not None:
            yield utterance_of(prose, sentence, deed[0], [], deed[1])._replace(stance=Stance.ANNOUNCES)


def _bare_quote(prose: Prose, sentence: Sentence) -> tuple[int, int] | None:
    """A sentence that is one quotation and nothing else goes on with what was said before."""
    first, last = sentence.first, sentence.last
    if len(sentence.quotes) != 1:
        return None
    quote = sentence.quotes[0]
    if prose.words[first].end != quote.start or not 0 <= prose.words[last - 1].start - quote.end <= 1:
        return None
    return (first + 1, last - 1) if last - first > 4 else None


def _in_sentence(prose: Prose, sentence: Sentence, acts: list[Act], cast: Cast) -> Iterator[Utterance]:
    """The acts of one sentence by speaker; outlets that pass on what another says are carriers."""
    others = [act.speaker for act in acts if act.speaker is not None and not act.speaker.media]
    outlets = [act for act in acts if others and act.speaker is not None and act.speaker.media]
    own = [act for act in acts if act not in outlets and not _is_background(prose, act, cast)]
    current: list[Act] = []
    holder: Speaker | None = None
    for act in own:
        before = cast.last if prose.lexicon.drops_pronouns else None
        speaker = act.speaker or holder or before or (others[0] if others else None)
        if speaker is None:
            continue
        if holder is not None and (speaker.key != holder.key or _is_anew(prose, act, current)):
            yield _spoken(prose, sentence, holder, current, outlets, cast)
            current = []
        holder = speaker
        current.append(act)
        cast.met(speaker)
    if holder is not None:
        yield _spoken(prose, sentence, holder, current, outlets, cast)


def _is_anew(prose: Prose, act: Act, before: list[Act]) -> bool:
    """`said it was so, though he did acknowledge that …`: something else is said behind the first."""
    if is_participle(prose, act.verb) or all(is_participle(prose, other.verb) for other in before):
        return False
    return act.first >= max(other.last for other in before)


def _is_background(prose: Prose, act: Act, cast: Cast) -> bool:
    """`…, the agency writes`, after others have spoken, or `… recalls`: the outlet fills in what is known."""
    if act.speaker is None or not act.speaker.media or act.verb.sort != "say":
        return False
    return prose.is_a(act.verb.first, "background") is not None or (cast.last is not None and act.last <= act.phrase[0])


def _spoken(
    prose: Prose, sentence: Sentence, speaker: Speaker, acts: list[Act], outlets: list[Act], cast: Cast
) -> Utterance:
    """`outlets` are those who pass it on: the first to have it, `Politico reported that diplomats said`, is
    its origin.
    """
    words = min(act.first for act in acts), max(act.last for act in acts)
    recipients = [act.recipient.organisation for act in acts if act.recipient]
    if "speaks_to" in sentence.sorts:
        recipients += [outlet for act in acts if (outlet := spoken_to(prose, *act.phrase))]
    if speaker.identity is Identity.UNNAMED:
        recipients += [outlet for outlet in (cast.spoken_to.get(speaker.key),) if outlet]
        cast.spoken_to.update((speaker.key, outlet) for outlet in recipients[:1])
    carriers = [(outlet.speaker.organisation, outlet.phrase[0] < words[0]) for outlet in outlets if outlet.speaker]
    origin = next(iter(recipients), "") or next((name for name, is_first in carriers if is_first), "")
    said = utterance_of(prose, sentence, speaker, acts, words)
    return said._replace(origin=origin, carriers=tuple(dict.fromkeys(name for name, _ in carriers if name != origin)))
