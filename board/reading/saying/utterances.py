"""What one speaker says in one sentence, and how he stands to it."""

from __future__ import annotations

from board.model import Channel, Stance, Strength
from board.reading.people.cast import Speaker
from board.reading.saying.acts import Act
from board.reading.stance.content import Content
from board.reading.stance.own import has_count
from board.reading.stance.silences import Silence
from board.reading.stance.stance import stance_of
from board.reading.words.members import NO_COMMENT, ORGANISATION, PLAIN, UNKNOWN
from board.reading.words.prose import Prose, Sentence

MERE = 4
"""Words of `sees it differently`."""
_TOLD = tuple(
    (f"channel.{channel}", channel)
    for channel in (Channel.WEBSITE, Channel.WRITTEN, Channel.SPOKEN, Channel.SECOND_HAND)
)
"""Channels a sentence may tell, the one that counts first."""


class Utterance:
    """What one speaker says in one sentence: words `first` to `last` (exclusive)."""

    __slots__ = (
        "adds", "carriers", "channel", "counts", "first", "goes_on", "is_deed", "is_mere", "last", "names_only",
        "opens_quoted", "origin", "paragraph", "quote", "speaker", "stance", "strength", "until",
    )  # fmt: skip

    def __init__(
        self, speaker: Speaker, how: tuple[Stance, Strength], channel: Channel, paragraph: int, words: tuple[int, int]
    ) -> None:
        self.speaker, self.channel, self.paragraph = speaker, channel, paragraph
        self.stance, self.strength = how
        self.first, self.last = words
        self.origin = ""
        self.carriers: tuple[str, ...] = ()
        self.quote = False
        self.opens_quoted = False
        """Begins with words in quotation marks, whatever follows them."""
        self.goes_on = False
        """A quotation without words of saying of its own, or said by the same in the same sentence."""
        self.names_only = False
        """Only a thing is named that is announced or confirmed, `the withdrawal`, and not what is said of it."""
        self.is_deed = False
        """Made known by doing it."""
        self.counts = False
        """A number is given."""
        self.adds = False
        """Only added to what was said before."""
        self.is_mere = False
        """`sees it differently`: nothing is said without the words behind it."""
        self.until = 0
        """Where the sentence ends it is said in."""

    def over(self, first: int, last: int) -> Utterance:
        """The same with other words."""
        other = Utterance(self.speaker, (self.stance, self.strength), self.channel, self.paragraph, (first, last))
        other.origin, other.carriers = self.origin, self.carriers
        other.quote, other.opens_quoted, other.goes_on = self.quote, self.opens_quoted, self.goes_on
        other.names_only, other.is_deed, other.counts = self.names_only, self.is_deed, self.counts
        other.adds, other.is_mere, other.until = self.adds, self.is_mere, self.until
        return other

    def with_origin(self, origin: str) -> Utterance:
        """The same told first by an outlet."""
        other = self.over(self.first, self.last)
        other.origin = origin
        return other

    def with_more(self, said: Utterance, stance: Stance, strength: Strength, channel: Channel) -> Utterance:
        """It and what is said behind it as one."""
        other = self.over(self.first, said.last)
        other.stance, other.strength, other.channel = stance, strength, channel
        other.origin = self.origin or said.origin
        other.quote = self.quote and said.quote
        other.is_mere = False
        return other


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
    how = stance_of(prose, [act.verb for act in acts], Content(prose, content), speaker)
    start, end = prose.starts[words[0]], prose.ends[words[1] - 1]
    quoted = sum(
        min(end, quote.end) - max(start, quote.start)
        for quote in sentence.quotes
        if quote.end > start and quote.start < end
    )
    said = Utterance(speaker, how, _channel(sentence, speaker), sentence.paragraph, words)
    said.origin, said.carriers = origin, carriers
    said.quote = quoted * 2 > end - start
    said.opens_quoted = prose.quoted[words[0]] == 1
    said.names_only = _names_only(prose, acts, words)
    said.counts = has_count(prose, content)
    said.adds = _adds(prose, acts, content)
    said.is_mere = words[1] - words[0] <= MERE and "differs" in prose.sorts[words[1] - 1]
    said.until = sentence.last
    return said


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
    strength = Strength.WEAK if silence.how in {"awaiting", "silent", "replied"} else PLAIN
    how = NO_COMMENT, strength
    return Utterance(silence.speaker, how, UNKNOWN, sentence.paragraph, (sentence.first, last))
