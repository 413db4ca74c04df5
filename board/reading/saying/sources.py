"""What is said by a source told with a preposition: `According to X, …`, `…, according to X`."""

from __future__ import annotations

from board.model import Channel
from board.reading.people.cast import Cast, Speaker
from board.reading.people.phrases import APPOSITION, end_of_source
from board.reading.people.speakers import speaker_in
from board.reading.saying.acts import Act
from board.reading.saying.said import SHORTEST
from board.reading.words.lexicon import Mark
from board.reading.words.prose import Prose, Sentence

CLAUSE = 5
"""Words before `according to` that are what its source says."""

ENDING = 3
"""Letters of the longest ending of a name."""


def source_in(prose: Prose, sentence: Sentence, mark: Mark, cast: Cast) -> Act | None:
    """The act of a source told by the preposition `mark`; `None` where nobody is told or nothing is said."""
    is_told_by_page = cast.issuer is not None and "by_decision" in prose.sorts[mark.first]
    if is_told_by_page or _is_in_question(sentence, mark):
        return None
    last = mark.last if mark.value == "his" else end_of_source(prose, sentence, mark)
    speaker = _source(prose, sentence, mark, last, cast)
    if speaker is None:
        return None
    if (
        speaker.media
        and mark.value != "cited"
        and mark.first > sentence.first
        and _only_carries(prose, sentence, mark, last)
    ):
        return None
    before, behind = _before(prose, sentence, mark), _behind(prose, sentence, mark, last)
    if (holder := _of_another(prose, sentence, mark, last)) is not None:
        told = speaker_in(prose, *holder, cast)
        return None if told is None else Act(told.by(Channel.SECOND_HAND), mark, behind, holder)
    if mark.value == "cited" and "that.that" in prose.sorts[last]:
        return Act(speaker, mark, (last + 1, behind[1]), (mark.first, last)) if behind[1] - last > SHORTEST else None
    words = before if _is_clause(prose, sentence, mark) else _chosen(prose, before, behind)
    return Act(speaker, mark, words, (mark.first, last)) if words[1] - words[0] >= SHORTEST else None


def _is_in_question(sentence: Sentence, mark: Mark) -> bool:
    """`The portal had asked whether there was a plan, as reported by Bild`: what is asked is not said."""
    asked = next((other for other in sentence.marks.of("asks_whether") if other.first < mark.first), None)
    if asked is None or asked.first == sentence.first:
        return False
    return not any(asked.last <= verb.first < mark.first for verb in sentence.marks.of("say"))


def _source(prose: Prose, sentence: Sentence, mark: Mark, last: int, cast: Cast) -> Speaker | None:
    """The source; what is told of it behind a verb, `a decision published in the journal`, is not its name."""
    if mark.value == "his":
        return cast.person
    if "pronoun.person" in prose.sorts[mark.last] and (named := _named_before(sentence, mark, cast)) is not None:
        return named
    end = next((index for index in range(mark.last + 1, last) if "say" in prose.sorts[index]), last)
    speaker = speaker_in(prose, mark.last, end, cast) or _its_own(prose, sentence, (mark.last, last), cast)
    if speaker is None and prose.any_in(range(end, last), "document.website"):
        return speaker_in(prose, mark.last, last, cast)
    return speaker


def _of_another(prose: Prose, sentence: Sentence, mark: Mark, last: int) -> tuple[int, int] | None:
    """`President Vučić, who, according to diplomats, asked for patrols`: he says it, and they only tell of it."""
    who = mark.first - 1 - (prose.words[mark.first - 1].text == ",")
    if who <= sentence.first or "relative.who" not in prose.sorts[who] or prose.words[who - 1].text != ",":
        return None
    verb = last + (last < sentence.last and prose.words[last].text == ",")
    if not prose.is_any(verb, ("say", "says_with")):
        return None
    first = who - 1
    while first > sentence.first and (prose.is_capital(first - 1) or prose.words[first - 1].text == "."):
        first -= 1
    return (first, who - 1) if first < who - 1 else None


def _named_before(sentence: Sentence, mark: Mark, cast: Cast) -> Speaker | None:
    """`Minister Zeqiri visited Jarinje, where, according to him, …`."""
    offices = (office for office in sentence.marks.of("role") if office.first < mark.first)
    return next((cast.introduced[office.first] for office in offices if office.first in cast.introduced), None)


def _chosen(prose: Prose, before: tuple[int, int], behind: tuple[int, int]) -> tuple[int, int]:
    """What stands behind the source, before it, or around it: `In May there were, according to KFOR, 300 soldiers`."""
    if before[1] > before[0] and behind[1] > behind[0] and prose.words[before[1]].text != ",":
        return before[0], behind[1]
    is_open = before[1] > before[0] and "aux" in prose.sorts[before[1] - 1]
    is_long = (before[1] - before[0] >= CLAUSE or is_open) and not _joins(prose, before[1] - 1)
    if behind[1] - behind[0] < SHORTEST or (is_long and "apart" in prose.sorts[behind[0]]):
        return before
    return (before[0], behind[1]) if is_long else behind


def _only_carries(prose: Prose, sentence: Sentence, mark: Mark, last: int) -> bool:
    """`Two officials, quoted by Reuters, said …`: another says it."""
    behind = last + (last < sentence.last and prose.words[last].text == ",")
    says = behind < sentence.last and "say" in prose.sorts[behind]
    return says and mark.first - sentence.first <= CLAUSE and prose.words[mark.first - 1].text == ","


def _joins(prose: Prose, index: int) -> bool:
    """`…, where, according to him, …`: what the source says begins behind it."""
    return prose.is_any(index, ("clause", "that.that"))


def _before(prose: Prose, sentence: Sentence, mark: Mark) -> tuple[int, int]:
    stop = mark.first
    while stop > sentence.first and prose.words[stop - 1].text == ",":
        stop -= 1
    return sentence.first, stop


def _behind(prose: Prose, sentence: Sentence, mark: Mark, last: int) -> tuple[int, int]:
    """The words behind the source and its comma; none where it ends the sentence."""
    end = sentence.last
    while end > last and prose.words[end - 1].text in '.!?;"”»“':
        end -= 1
    while last < end and (prose.words[last].text in '”“"»' or _is_ending(prose, last)):
        last += 1
    begin = _over_aside(prose, last + (last < end and prose.words[last].text == ","), end)
    if begin < end and (verb := prose.is_a(begin, "say")) is not None:
        begin = verb.last + (verb.last < end and "that.that" in prose.sorts[verb.last])
    is_set_off = begin > last or mark.first == sentence.first or prose.words[mark.first - 1].text != ","
    return (begin, end) if is_set_off else (end, end)


def _is_ending(prose: Prose, index: int) -> bool:
    """The ending of a declined name: `Sipas Politico-s`."""
    word, before = prose.words[index].text, prose.words[index - 1].text
    return prose.touches(index) and (word == "-" or (before == "-" and len(word) <= ENDING))


def _is_clause(prose: Prose, sentence: Sentence, mark: Mark) -> bool:
    """`There are 300, according to X`: what stands before is all; not so in `On Monday, according to X, …`."""
    if mark.first - sentence.first < CLAUSE or prose.is_any(sentence.first, ("apart", "clause")):
        return False
    if _joins(prose, _before(prose, sentence, mark)[1] - 1):
        return False
    return not any(other.first < mark.first for other in sentence.marks.of("say"))


def _over_aside(prose: Prose, begin: int, end: int) -> int:
    """Past `, published in March,` behind a source: what is said of it, not by it."""
    if begin + 1 >= end or prose.is_capital(begin) or not prose.words[begin].folded.endswith("ed"):
        return begin
    if not prose.is_any(begin + 1, ("apart", "where")):
        return begin
    stop = min(end, begin + APPOSITION)
    return next((index + 1 for index in range(begin, stop) if prose.words[index].text == ","), begin)


def _its_own(prose: Prose, sentence: Sentence, phrase: tuple[int, int], cast: Cast) -> Speaker | None:
    """`EULEX has 400, according to its website`."""
    document = next((mark for index in range(*phrase) if (mark := prose.is_a(index, "document"))), None)
    body = next(iter(sentence.marks.of("force", "body", "parent")), None)
    if document is None or body is None or "say" in sentence.sorts:
        return None
    if "pronoun" not in prose.sorts[phrase[0]] and body.first > sentence.first + 1:
        return None
    speaker = speaker_in(prose, body.first, body.last, cast)
    channel = Channel.WEBSITE if document.value == "website" else Channel.WRITTEN
    return speaker.by(channel) if speaker else None
