"""Acts of saying: who says what in a sentence, by which verb, and where the words said begin and end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from board.model import Channel
from board.reading.lexicon import Mark
from board.reading.prose import Prose, Sentence
from board.reading.speakers import Cast, Speaker, name_at, speaker_in

PHRASE = 30
"""Words a speaker is looked for in, on either side of the verb."""
THAT = 14
"""Words after the verb within which `that` begins the words said: `told Radio Free Europe on Monday that`."""
SHORTEST = 2
"""Words that may be something said."""
_STOPS = frozenset(';:“”„«»"()—–')


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
    if not sentence.sorts & {"say", "according"}:
        return acts
    for mark in sentence.marks:
        if prose.quoted[mark.first]:
            continue
        if mark.sort == "say":
            act = _by_verb(prose, sentence, mark, cast, acts)
        elif mark.sort == "according":
            act = _by_preposition(prose, sentence, mark, cast)
        else:
            continue
        if act is not None:
            acts.append(act)
    return [_before_next(prose, act, acts[place + 1 :]) for place, act in enumerate(acts)]


def _before_next(prose: Prose, act: Act, later: list[Act]) -> Act:
    """What one says ends where another begins to speak: `X said …, while Y said …`."""
    for other in later:
        start = other.phrase[0]
        if other.speaker is None or start <= act.verb.last or not act.first < start < act.last:
            continue
        opens = prose.is_a(act.phrase[0] - 1, "clause") is not None and act.phrase[0] - 1 <= act.first
        if (
            prose.words[start - 1].text == ";"
            or prose.is_a(start - 1, "coordinate")
            or (opens and prose.words[start - 1].text == ",")
        ):
            while start > act.first and (prose.words[start - 1].text in ",;" or prose.is_a(start - 1, "coordinate")):
                start -= 1
            return replace(act, last=start) if start - act.first >= SHORTEST else act
    return act


def _by_verb(prose: Prose, sentence: Sentence, verb: Mark, cast: Cast, acts: list[Act]) -> Act | None:
    if _is_noun(prose, sentence, verb):
        return None
    begin = max((act.verb.last for act in acts if act.speaker is not None), default=sentence.first)
    left = _left(prose, begin, verb.first) if not _is_inverted(prose, sentence, verb) else (verb.first, verb.first)
    speaker = speaker_in(prose, *left, cast) if left[0] < left[1] else None
    phrase, inverted = left, False
    if speaker is None and not acts and prose.is_a(left[0] - 1, "coordinate"):
        phrase = sentence.first, _end_of_name(prose, sentence.first, verb.first)
        speaker = speaker_in(prose, *phrase, cast) if not prose.is_a(sentence.first, "apart", "clause") else None
    if speaker is None and _may_be_inverted(prose, sentence, verb):
        phrase = _right(prose, sentence, verb.last)
        speaker = speaker_in(prose, *phrase, cast) if phrase[0] < phrase[1] else None
        inverted = speaker is not None
    if speaker is None:
        phrase = (verb.first, verb.first)
    if phrase[1] <= left[0]:
        phrase = left
    if speaker is None and not acts and not _may_lack_speaker(prose, verb):
        return None
    recipient = None if inverted else _recipient(prose, sentence, verb, cast)
    first, last = _said(prose, sentence, verb, phrase, inverted=inverted)
    if last - first < SHORTEST:
        return None
    return Act(speaker, verb, first, last, phrase, recipient)


def _may_lack_speaker(prose: Prose, verb: Mark) -> bool:
    """`Stressing that …, the official said`, and verbs of languages that need no pronoun."""
    return prose.lexicon.drops_pronouns or prose.words[verb.first].folded.endswith("ing")


def _is_inverted(prose: Prose, sentence: Sentence, verb: Mark) -> bool:
    """`…, said the official`: what is said ends right before the verb and somebody stands right after it."""
    if verb.first == sentence.first or prose.words[verb.first - 1].text not in ',”“"»–—' or verb.last >= sentence.last:
        return False
    if prose.is_a(verb.first, "told") or _is_apposition(prose, sentence, verb.first - 1):
        return False
    after = verb.last
    while prose.is_a(after, "article", "aux") and after + 1 < sentence.last:
        after += 1
    return _tells_somebody(prose, after, after + 1) and not prose.is_a(after, "apart")


def _may_be_inverted(prose: Prose, sentence: Sentence, verb: Mark) -> bool:
    """Where a language puts the subject behind the verb at will, or the verb begins or follows what is said."""
    before = verb.first - 1
    if prose.lexicon.drops_pronouns or before < sentence.first:
        return True
    return prose.words[before].text in ',”“"»–—' and not prose.is_a(verb.first, "told")


def _is_apposition(prose: Prose, sentence: Sentence, comma: int) -> bool:
    """Whether what stands between two commas before a verb is said of a name before them: `Rutte, the head, said`."""
    if prose.words[comma].text != ",":
        return False
    first = _over_comma(prose, sentence.first, comma)
    if first == comma:
        return False
    start = first
    while start > sentence.first and first - start < PHRASE and prose.words[start - 1].text not in ',.:;”“"»':
        start -= 1
    return (
        start < first
        and _tells_somebody(prose, start, first)
        and all(_is_nominal(prose, index) for index in range(start, first))
    )


def _is_nominal(prose: Prose, index: int) -> bool:
    """A word of a name or a description, not of a whole clause."""
    if prose.is_capital(index) or not prose.words[index].text[0].isalpha() or prose.words[index].folded == "'s":
        return True
    return prose.is_a(index, "article", "role", "unnamed", "body", "document", "origin", "media", "nation") is not None


def _is_noun(prose: Prose, sentence: Sentence, verb: Mark) -> bool:
    """`the reports`, `his claims`, `US claims of`: a word after an article or possessive is no verb."""
    if verb.last - verb.first > 1:
        return False
    if prose.is_a(verb.first, "noun_too") and verb.last < sentence.last and prose.is_a(verb.last, "counts.share"):
        return True
    before = verb.first - 1
    if before < sentence.first:
        return False
    if _is_passive(prose, sentence, verb):
        return True
    return prose.is_a(before, "article", "before_noun") is not None and not prose.is_a(before, "that.that")


def _is_passive(prose: Prose, sentence: Sentence, verb: Mark) -> bool:
    """`which was declared in 2008`: the verb has another subject than its speaker."""
    if prose.is_a(verb.first, "quoted"):
        return False
    index = verb.first - 1
    while index > sentence.first and prose.is_a(index, "aux", "not") and not prose.is_a(index, "passive"):
        index -= 1
    return prose.is_a(index, "passive") is not None and not prose.words[verb.first].folded.endswith("ing")


def _left(prose: Prose, begin: int, verb: int) -> tuple[int, int]:
    """The words before the verb that may tell its subject, over adverbs and what stands between commas."""
    end = verb
    while end > begin and (prose.is_a(end - 1, "aux", "not") or _is_adverb(prose, end - 1)):
        end -= 1
    index = end
    if end > begin and prose.words[end - 1].text == ",":
        index = _over_comma(prose, begin, end - 1)
    while index > begin and end - index < PHRASE and not _bounds(prose, index - 1):
        if prose.words[index - 1].text == "," and _tells_somebody(prose, index, end):
            break
        index -= 1
    return index, end


def _is_adverb(prose: Prose, index: int) -> bool:
    return prose.lexicon.language == "en" and prose.words[index].folded.endswith("ly") and index not in prose.marks


def _over_comma(prose: Prose, begin: int, comma: int) -> int:
    """Back over an apposition or a relative clause between two commas."""
    index = comma
    while (
        index > begin
        and comma - index < PHRASE
        and prose.words[index - 1].text != ","
        and prose.words[index - 1].text not in _STOPS
    ):
        index -= 1
    if index > begin and prose.words[index - 1].text == ",":
        return index - 1
    return comma


def _bounds(prose: Prose, index: int) -> bool:
    if prose.words[index].text in _STOPS or (prose.words[index].text in ".!?" and _ends(prose, index)):
        return prose.words[index].text not in ("“", "„", '"', "«", "”", "»") or not _around_name(prose, index)
    if prose.is_a(index, "coordinate") and _joins_names(prose, index):
        return False
    return prose.is_a(index, "that", "clause") is not None and not prose.is_a(index, "in_phrase")


def _joins_names(prose: Prose, index: int) -> bool:
    """`the EU and the United States`: both sides are names, and no clause ends between them."""
    after = index + 1
    while after < len(prose.words) and prose.is_a(after, "article"):
        after += 1
    return after < len(prose.words) and all(
        prose.is_capital(place) and prose.is_a(place, "force", "parent", "body", "nation", "stands_for")
        for place in (index - 1, after)
    )


def _around_name(prose: Prose, index: int) -> bool:
    """Marks around a name of one or two words, `“Politico“`, quote nobody."""
    return any(prose.is_a(near, "media") for near in (index - 1, index + 1) if 0 <= near < len(prose.words))


def _tells_somebody(prose: Prose, first: int, last: int) -> bool:
    return any(
        prose.is_a(
            index, "pronoun", "role", "unnamed", "force", "parent", "body", "media", "document", "stands_for", "nation"
        )
        or (prose.is_capital(index) and index not in prose.marks)
        for index in range(first, last)
    )


def _right(prose: Prose, sentence: Sentence, first: int) -> tuple[int, int]:
    """The words after the verb that may tell its subject: `said the official`."""
    while first < sentence.last and prose.is_a(first, "aux") and not prose.is_a(first, "pronoun"):
        first += 1
    last = first
    while last < min(sentence.last, first + PHRASE):
        if _ends(prose, last) or prose.is_a(last, "that", "clause", "say") or _bounds(prose, last):
            break
        if prose.is_a(last, "apart", "apart.dates") and last > first and not prose.is_a(last, "origin"):
            break
        last += 1
    if first < last and prose.is_a(first, "apart", "that"):
        return first, first
    return first, _with_apposition(prose, sentence, first, last)


def _with_apposition(prose: Prose, sentence: Sentence, first: int, comma: int) -> int:
    """`said John Smith, a spokesman for the mission`: the role behind the comma belongs to the name."""
    if comma + 2 >= sentence.last or prose.words[comma].text != ",":
        return comma
    if prose.is_capital(comma + 1) and any(prose.is_a(index, "role") for index in range(first, comma)):
        name = name_at(prose, comma + 1, sentence.last)
        return name.last if name is not None else comma
    if not prose.is_a(comma + 1, "article", "role"):
        return comma
    last = comma + 1
    while (
        last < min(sentence.last, comma + THAT)
        and not _ends(prose, last)
        and not prose.is_a(last, "say", "clause", "that.that")
    ):
        last += 1
    return last if any(prose.is_a(index, "role") for index in range(comma + 1, last)) else comma


def _ends(prose: Prose, index: int) -> bool:
    """A mark at which a phrase ends; the point of `Lt. Col.` is none."""
    text = prose.words[index].text
    if text == "." and index:
        before = prose.words[index - 1]
        return not (before.folded in prose.lexicon.abbreviations or len(before.text) == 1)
    return text in ",;:!?()"


def _recipient(prose: Prose, sentence: Sentence, verb: Mark, cast: Cast) -> Speaker | None:
    """The outlet right after `told` or within `to`, `received by`, before what is said."""
    for index in range(verb.last, min(sentence.last, verb.last + THAT)):
        if prose.is_a(index, "that") or prose.words[index].text in '“"„«':
            break
        if (mark := prose.is_a(index, "media.media")) is not None:
            return speaker_in(prose, mark.first, mark.last, cast)
    return None


def _said(prose: Prose, sentence: Sentence, verb: Mark, phrase: tuple[int, int], *, inverted: bool) -> tuple[int, int]:
    """Where the words said stand: after the verb, before the speaker, or around both."""
    before = _before(prose, sentence, phrase[0] if not inverted else verb.first)
    if inverted and before[1] - before[0] >= SHORTEST:
        return before
    after, is_explicit = _after(prose, sentence, verb, phrase[1] if inverted else verb.last)
    if before[1] - before[0] < SHORTEST or (_is_setting(prose, before) and after[1] - after[0] >= SHORTEST):
        return after
    if not is_explicit or after[1] - after[0] < SHORTEST:
        return before
    return (before[0], after[1]) if _is_open(prose, sentence, before) else after


def _is_setting(prose: Prose, before: tuple[int, int]) -> bool:
    """`After the meeting in Pristina, he said`: what only tells when or where."""
    return prose.is_a(before[0], "apart", "clause") is not None and not prose.quoted[before[0]]


def _is_open(prose: Prose, sentence: Sentence, before: tuple[int, int]) -> bool:
    """True where a quotation stands in `before`: the words go on behind the verb."""
    start, end = prose.words[before[0]].start, prose.words[before[1] - 1].end
    return any(
        quote.start >= start - 1 and quote.end <= end + 1 and quote.end - quote.start > 20 for quote in sentence.quotes
    )


def _before(prose: Prose, sentence: Sentence, stop: int) -> tuple[int, int]:
    """What stands before the speaker, if it is words said and not a mere `On Monday,`."""
    first, last = sentence.first, stop
    while last > first and (
        prose.words[last - 1].text in ',–—-"”»“'
        or prose.is_a(last - 1, "that", "article")
        or prose.is_a(last - 1, "clause")
    ):
        last -= 1
    while first < last and prose.words[first].text in '“"„«–—-':
        first += 1
    return first, last


def _after(prose: Prose, sentence: Sentence, verb: Mark, start: int) -> tuple[tuple[int, int], bool]:
    """The words behind the verb that are said, and whether `that`, a colon or quotation marks tell so."""
    last = sentence.last
    while last > start and prose.words[last - 1].text in '.!?"”»“':
        last -= 1
    for index in range(start, min(last, start + THAT)):
        if prose.is_a(index, "say") and not prose.quoted[index]:
            break
        if prose.is_a(index, "that.that") and not prose.quoted[index]:
            return _trimmed(prose, index + 1, last), True
        if prose.words[index].text in '“„«"‘' and any(
            quote.start == prose.words[index].end for quote in sentence.quotes
        ):
            return (_quote_start(prose, verb, start, index), last), True
        if prose.words[index].text == ":":
            return _trimmed(prose, index + 1, last), True
    return _bare(prose, verb, start, last), False


def _bare(prose: Prose, verb: Mark, start: int, last: int) -> tuple[int, int]:
    """A bare clause behind `said on Monday`; with other verbs, what is done by saying: `thanked the government`."""
    if start < last and prose.words[start].text == "," and not prose.lexicon.says_behind_comma:
        return start, start
    if not prose.is_a(verb.first, "plain"):
        return (verb.first, last) if last - start >= SHORTEST - 1 else (start, start)
    first = start
    while first < last and prose.is_a(first, "media", "apart") and not prose.is_a(first, "qualifier"):
        first += 1
        while (
            first < last
            and (prose.is_capital(first) or prose.words[first].text[0].isdigit())
            and not prose.is_a(first, "force", "parent", "body", "nation")
        ):
            first += 1
    if first < last and prose.words[first].text == ",":
        return (first + 1, last) if prose.lexicon.says_behind_comma else (start, start)
    return first, last


def _trimmed(prose: Prose, first: int, last: int) -> tuple[int, int]:
    while first < last and prose.words[first].text in '“”"„«»,:–—':
        first += 1
    return first, last


def _quote_start(prose: Prose, verb: Mark, start: int, quote: int) -> int:
    """`there is “no change”` begins before the mark; `on Monday in Pristina: “We` with it."""
    if prose.is_a(verb.first, "plain") and (
        quote == start or prose.words[quote - 1].text in ",:" or prose.is_a(start, "apart", "media")
    ):
        return quote + 1
    return start if prose.is_a(verb.first, "plain") else verb.first


def _by_preposition(prose: Prose, sentence: Sentence, mark: Mark, cast: Cast) -> Act | None:
    """`According to X, Y.` and `Y, according to X.`"""
    last = mark.last if mark.value == "his" else _end_of_source(prose, sentence, mark)
    speaker = (cast.person if mark.value == "his" else speaker_in(prose, mark.last, last, cast)) or _its_own(
        prose, sentence, (mark.last, last), cast
    )
    if speaker is None:
        return None
    end = sentence.last
    while end > last and prose.words[end - 1].text in '.!?"”»“':
        end -= 1
    begin = last + (last < end and prose.words[last].text == ",")
    if begin < end and (verb := prose.is_a(begin, "say")) is not None:
        begin = verb.last + (verb.last < end and prose.is_a(verb.last, "that.that") is not None)
    if end - begin >= SHORTEST and (begin > last or mark.first == sentence.first):
        return Act(speaker, mark, begin, end, (mark.first, last))
    first = sentence.first
    stop = mark.first
    while stop > first and prose.words[stop - 1].text == ",":
        stop -= 1
    return Act(speaker, mark, first, stop, (mark.first, last)) if stop - first >= SHORTEST else None


def _its_own(prose: Prose, sentence: Sentence, phrase: tuple[int, int], cast: Cast) -> Speaker | None:
    """`EULEX has 400, according to its website`."""
    document = next((mark for index in range(*phrase) if (mark := prose.is_a(index, "document"))), None)
    body = next((mark for mark in sentence.marks if mark.sort in {"force", "body", "parent"}), None)
    if document is None or body is None:
        return None
    speaker = speaker_in(prose, body.first, body.last, cast)
    channel = Channel.WEBSITE if document.value == "website" else Channel.WRITTEN
    return replace(speaker, channel=channel) if speaker else None


def _end_of_source(prose: Prose, sentence: Sentence, mark: Mark) -> int:
    """To the comma; where it begins the sentence not beyond the name: `according to the report the mission has`."""
    stop = min(sentence.last, mark.last + PHRASE)
    comma = next(
        (index for index in range(mark.last, stop) if prose.words[index].text in ",;:" or _ends(prose, index)), stop
    )
    return comma if mark.first != sentence.first else _end_of_name(prose, mark.last, comma)


def _end_of_name(prose: Prose, first: int, stop: int) -> int:
    """Where the words that tell somebody end, from word `first` on."""
    seen = False
    for index in range(first, stop):
        if seen and (prose.words[index].text in '“”»"' or not _goes_on_name(prose, index, stop)):
            return index
        seen = seen or _tells_somebody(prose, index, index + 1)
    return stop


def _goes_on_name(prose: Prose, index: int, stop: int) -> bool:
    if prose.is_a(index, "article", "origin", "where") and not prose.is_a(index, "role", "unnamed", "body"):
        return index + 1 < stop and (prose.is_capital(index + 1) or _is_nominal(prose, index + 1))
    return _is_nominal(prose, index) or prose.is_a(index, "pronoun", "person", "force", "parent") is not None


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
    return act.speaker is None or (outer.speaker is not None and act.speaker.key == outer.speaker.key)
