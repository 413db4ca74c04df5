"""Words given without a word of saying beside them: `The ministry “cannot confirm” it`, `“…” So KFOR said`."""

from __future__ import annotations

from bisect import bisect_left

from board.reading.people.cast import Cast, Speaker
from board.reading.people.phrases import end_of_name, subject_behind
from board.reading.people.speakers import speaker_in
from board.reading.saying.acts import Act
from board.reading.saying.attribution import acts_in
from board.reading.words.lexicon import Mark
from board.reading.words.members import LOW
from board.reading.words.prose import Prose, Sentence
from board.reading.words.quotes import Quote
from board.reading.words.verbs import SAYING, as_saying

SHORTEST = 12
"""Characters of a quotation that is no name."""
BETWEEN = 7
"""Words between whoever speaks and his words."""
QUOTES = 6
"""Quotations of a sentence that are looked at."""
REFERRING = 30
"""Words of the longest sentence that only tells who said the one before."""


def quoted_by(prose: Prose, sentence: Sentence, acts: list[Act], cast: Cast) -> tuple[Speaker, tuple[int, int]] | None:
    """Whoever stands before a quotation that no act of saying covers, and the words from there on."""
    for quote in sentence.quotes[:QUOTES]:
        first = bisect_left(prose.starts, quote.start)
        if not _is_speech(prose, quote, first) or any(act.first <= first < act.last for act in acts):
            continue
        if not sentence.first < first < sentence.last:
            return None
        begin = _clause_start(prose, sentence, first)
        end = end_of_name(prose, begin, first - 1)
        is_subject = begin < end and first - end <= BETWEEN and not prose.is_any(begin, ("there", "not", "aux"))
        speaker = speaker_in(prose, begin, end, cast) if is_subject else None
        if speaker is not None and not speaker.media and speaker.confidence is not LOW:
            return speaker, (end if begin == sentence.first else sentence.first, _end(prose, sentence))
        return None
    return None


def _is_speech(prose: Prose, quote: Quote, first: int) -> bool:
    """Words of a sentence, behind a colon or going on with one, not the name of something."""
    is_opened = first > 1 and prose.words[first - 2].text == ":"
    return quote.end - quote.start >= SHORTEST and (is_opened or prose.words[first].text[0].islower())


def _clause_start(prose: Prose, sentence: Sentence, stop: int) -> int:
    """Behind the last comma before the quotation that is not of what stands between the speaker and it."""
    commas = [index for index in range(sentence.first, stop - 1) if prose.words[index].text == ","]
    return commas[-1] + 1 if commas else sentence.first


def _end(prose: Prose, sentence: Sentence) -> int:
    last = sentence.last
    while last > sentence.first and prose.words[last - 1].text in '.!?"”»“':
        last -= 1
    return last


def said_before(prose: Prose, sentence: Sentence, following: Sentence, cast: Cast) -> Act | None:
    """`“…” So the minister.`, `… That was announced by KFOR.`: who says `sentence` is told in the next one."""
    if "refers" not in prose.sorts[following.first] or not _only_tells_who(prose, following):
        return None
    told = following.marks.of(*SAYING)
    marks = (mark if mark.sort == "according" else as_saying(prose, following, mark) for mark in told)
    verb = next((mark for mark in marks if mark is not None), None) or _so(prose, following)
    if verb is None or acts_in(prose, sentence, cast):
        return None
    behind = subject_behind(prose, following, verb.last)
    before = following.first + 1, verb.first
    speaker = speaker_in(prose, *before, cast) if "refers.so" in prose.sorts[following.first] else None
    speaker = speaker or speaker_in(prose, *behind, cast) or speaker_in(prose, verb.last, _end(prose, following), cast)
    return Act(speaker, verb, (sentence.first, _end(prose, sentence)), (verb.first, verb.last)) if speaker else None


def _so(prose: Prose, sentence: Sentence) -> Mark | None:
    """`So the chief of staff.`: the word itself stands for one of saying."""
    mark = prose.is_a(sentence.first, "refers.so")
    tells = mark is not None and prose.is_a(mark.last, "article", "role", "body")
    return mark.saying("claims") if mark is not None and tells else None


def _only_tells_who(prose: Prose, sentence: Sentence) -> bool:
    if sentence.last - sentence.first > REFERRING or sentence.quotes:
        return False
    inside = range(sentence.first + 1, sentence.last)
    return not (prose.any_in(inside, "that.that") or any(prose.words[index].text == ":" for index in inside))


def part_quoted(prose: Prose, sentence: Sentence) -> tuple[int, int] | None:
    """`A reduction is “not an issue”.`: what is quoted in part goes on with what was said before in the paragraph."""
    quote = sentence.quotes[0] if len(sentence.quotes) == 1 else None
    if quote is None or quote.end - quote.start < SHORTEST:
        return None
    first = bisect_left(prose.starts, quote.start)
    is_part = sentence.first < first - 1 and prose.words[first].text[0].islower()
    return (sentence.first, _end(prose, sentence)) if is_part and quote.end <= prose.ends[sentence.last - 1] else None


def bare_quote(prose: Prose, sentence: Sentence) -> tuple[int, int] | None:
    """A sentence that is one quotation and nothing else goes on with what was said before."""
    first, last = sentence.first, sentence.last
    if len(sentence.quotes) != 1:
        return None
    quote = sentence.quotes[0]
    if prose.ends[first] != quote.start or not 0 <= prose.starts[last - 1] - quote.end <= 1:
        return None
    return (first + 1, last - 1) if last - first > 4 else None
