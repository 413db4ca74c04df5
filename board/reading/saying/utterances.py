"""What one speaker says in one sentence, and how he stands to it."""

from __future__ import annotations

from typing import NamedTuple

from board.model import Channel, Stance, Strength
from board.reading.people.cast import Speaker
from board.reading.people.members import ORGANISATION, UNKNOWN
from board.reading.saying.acts import Act
from board.reading.stance.content import Content
from board.reading.stance.own import has_count
from board.reading.stance.silences import Silence
from board.reading.stance.stance import stance_of
from board.reading.words.prose import Prose, Sentence

MERE = 4
"""Words of `sees it differently`."""
_TOLD = tuple(
    (f"channel.{channel}", channel)
    for channel in (Channel.WEBSITE, Channel.WRITTEN, Channel.SPOKEN, Channel.SECOND_HAND)
)
"""Channels a sentence may tell, the one that counts first."""


class Utterance(NamedTuple):
    """What one speaker says in one sentence: words `first` to `last` (exclusive)."""

    speaker: Speaker
    stance: Stance
    strength: Strength
    channel: Channel
    paragraph: int
    first: int
    last: int
    origin: str = ""
    carriers: tuple[str, ...] = ()
    quote: bool = False
    opens_quoted: bool = False
    """Begins with words in quotation marks, whatever follows them."""
    goes_on: bool = False
    """A quotation without words of saying of its own, or said by the same in the same sentence."""
    names_only: bool = False
    """Only a thing is named that is announced or confirmed, `the withdrawal`, and not what is said of it."""
    is_deed: bool = False
    """Made known by doing it."""
    counts: bool = False
    """A number is given."""
    adds: bool = False
    """Only added to what was said before."""
    is_mere: bool = False
    """`sees it differently`: nothing is said without the words behind it."""
    until: int = 0
    """Where the sentence ends it is said in."""


def utterance_of(
    prose: Prose,
    sentence: Sentence,
    speaker: Speaker,
    acts: list[Act],
    words: tuple[int, int],
    origin: str = "",
    carriers: tuple[str, ...] = (),
) -> Utterance:
    """What `speaker` does by saying `words` (first, last) in one sentence; `acts` are his in it."""
    content = _content(acts, words)
    stance, strength = stance_of(prose, [act.verb for act in acts], Content(prose, content), speaker)
    start, end = prose.starts[words[0]], prose.ends[words[1] - 1]
    quoted = sum(
        min(end, quote.end) - max(start, quote.start)
        for quote in sentence.quotes
        if quote.end > start and quote.start < end
    )
    return Utterance(
        speaker=speaker,
        stance=stance,
        strength=strength,
        channel=_channel(sentence, speaker),
        paragraph=sentence.paragraph,
        first=words[0],
        last=words[1],
        origin=origin,
        carriers=carriers,
        quote=quoted * 2 > end - start,
        opens_quoted=prose.quoted[words[0]] == 1,
        names_only=_names_only(prose, acts, words),
        counts=has_count(prose, content),
        adds=_adds(prose, acts, content),
        is_mere=words[1] - words[0] <= MERE and "differs" in prose.sorts[words[1] - 1],
        until=sentence.last,
    )


def _content(acts: list[Act], words: tuple[int, int]) -> list[int]:
    """What is said, without the words that tell who says it."""
    content = list(range(words[0], words[1]))
    for act in acts:
        first, last = act.phrase
        if first < words[1] and words[0] < last:
            content = [index for index in content if not first <= index < last]
    return content


def _adds(prose: Prose, acts: list[Act], content: list[int]) -> bool:
    """`He added that this was not unusual`; a denial, a plan or a promise stands alone."""
    if not any("adds" in prose.sorts[act.verb.first] for act in acts):
        return False
    return not has_count(prose, content) and not prose.any_in(content, "stance")


def _names_only(prose: Prose, acts: list[Act], words: tuple[int, int]) -> bool:
    if len(acts) != 1 or acts[0].verb.value not in {"announces", "confirms"} or words[0] < acts[0].verb.first:
        return False
    return not prose.any_in(range(*words), "aux", "that.that", "kind.planned")


def _channel(sentence: Sentence, speaker: Speaker) -> Channel:
    if speaker.channel is not UNKNOWN:
        return speaker.channel
    if "channel" in sentence.sorts:
        for sort, channel in _TOLD:
            if sort in sentence.sorts:
                return channel
    return UNKNOWN if speaker.identity is ORGANISATION else Channel.SPOKEN


def silent(prose: Prose, sentence: Sentence, silence: Silence) -> Utterance:
    """The silence a sentence tells of, with the whole of it as its words."""
    last = sentence.last
    while last > sentence.first + 1 and prose.words[last - 1].text in ".!?,;":
        last -= 1
    strength = Strength.WEAK if silence.how in {"awaiting", "silent", "replied"} else Strength.PLAIN
    return Utterance(silence.speaker, Stance.NO_COMMENT, strength, UNKNOWN, sentence.paragraph, sentence.first, last)
