"""Words set behind a name and a colon: answers in an interview, speeches in a record, `A: About 4,700.`"""

from __future__ import annotations

from board.reading.people.cast import Cast, Speaker
from board.reading.people.homes import sentence_at
from board.reading.people.speakers import speaker_in
from board.reading.saying.questions import answers_in
from board.reading.words.members import LOW, MEDIUM, NAMED, ROLE
from board.reading.words.prose import Prose, Sentence

LONGEST_NAME = 18
"""Words before the colon that name whoever speaks."""
LONGEST_SPEAKER = 7
"""Words up to the colon where nothing but a name stands."""
SHORT = 6
"""Words and marks of an answer that tells little."""
SPEECHES = 2
"""Paragraphs that give a person the word in a record of speeches."""
_PERSONS = frozenset((NAMED, ROLE))


class Interview:
    """Follows who has the word through a text; the one interviewed is the first introduced with a role."""

    def __init__(self, prose: Prose, cast: Cast, heading: Prose | None = None) -> None:
        self._prose = prose
        self._cast = cast
        self._asked: Speaker | None = next(iter(cast.introduced.values()), None)
        self._speaker: Speaker | None = None
        self._answers = answers_in(prose)
        speeches = _speeches(prose)
        paragraphs = prose.sentences[-1].paragraph + 1 if prose.sentences else 0
        is_answer = heading is not None and any("imprint" in sentence.sorts for sentence in heading.sentences)
        self._is_answer = is_answer
        self._is_record = is_answer or (speeches >= SPEECHES and speeches * 3 >= paragraphs)
        self._has_told = False
        self._is_at_an_hour = False
        """Whether the hour stands before the name: in a ticker."""
        self._paragraph = -1
        self._last = -1

    def answer_in(self, sentence: Sentence) -> tuple[Speaker, tuple[int, int]] | None:
        """Who speaks and the words of it, where `sentence` is part of what stands behind a name and a colon."""
        if sentence.paragraph in self._answers and self._asked is not None:
            return self._plain_answer(sentence, self._asked)
        first = self._opened(sentence) if sentence.paragraph != self._last else None
        self._last = sentence.paragraph
        if first is not None:
            self._has_told = False
        if first is not None or (self._is_record and self._speaker is not None):
            self._paragraph = sentence.paragraph
        if first is None and self._is_told_of_another(sentence):
            return None
        first = sentence.first if first is None else first
        if self._speaker is None or sentence.paragraph != self._paragraph or sentence.last - first < 2:
            return None
        if "to_ask" in self._prose.sorts[first]:
            self._speaker = None
        if self._speaker is None or self._prose.words[sentence.last - 1].text == "?":
            return None
        self._has_told = self._has_told or self._tells(first, sentence.last)
        return (self._speaker, (first, sentence.last)) if self._has_told else None

    def _is_told_of_another(self, sentence: Sentence) -> bool:
        """`16:30 KFOR spokesperson: “…” According to police, four were held.`: behind an hour, one sentence is his."""
        if not self._is_at_an_hour:
            return False
        marks = sentence.marks.of("say", "according")
        return any(not self._prose.quoted[mark.first] for mark in marks)

    def _plain_answer(self, sentence: Sentence, asked: Speaker) -> tuple[Speaker, tuple[int, int]] | None:
        """What the one interviewed answers, where no name stands before question and answer."""
        if self._prose.words[sentence.last - 1].text == "?" or not self._tells(sentence.first, sentence.last):
            return None
        return asked, (sentence.first, sentence.last)

    def _opened(self, sentence: Sentence) -> int | None:
        """The word behind the colon of `A:` or `The minister (Joan Bell):`, which gives somebody the word."""
        stop = min(sentence.last - 2, sentence.first + LONGEST_NAME)
        words, starts = self._prose.words, self._prose.starts
        if stop <= sentence.first or self._prose.text.find(":", starts[sentence.first], starts[stop]) < 0:
            return None
        colon = next((index for index in range(sentence.first, stop) if words[index].text in ':“”"„;'), None)
        if colon is None or words[colon].text != ":" or colon == sentence.first:
            return None
        is_answer = colon == sentence.first + 1 and "answer" in self._prose.sorts[sentence.first]
        self._is_at_an_hour = ":" in words[sentence.first].text
        self._speaker = self._asked if is_answer else self._named(sentence.first, colon)
        return colon + 1 if self._speaker is not None else None

    def _named(self, first: int, colon: int) -> Speaker | None:
        """A person with an office, who is named and nothing else is said of him."""
        if self._prose.any_in(range(first, colon), "say", "aux", "that.that", "document"):
            return None
        speaker = speaker_in(self._prose, first, colon, self._cast)
        if speaker is None or speaker.identity not in _PERSONS or not _is_sure(speaker):
            return None
        if self._is_answer and not speaker.organisation and (asked := self._minister_asked(first)) is not None:
            speaker = speaker.speaking_for(asked.organisation).as_official(True).known_by(MEDIUM)
        return speaker if self._is_record or speaker.role or speaker.organisation else None

    def _minister_asked(self, stop: int) -> Speaker | None:
        """`asked the Secretary of State for Defence …`, before `Mr. Hoon: …`: the office that answers."""
        told = (mark for sentence in self._prose.sentences for mark in sentence.marks.of("role") if mark.last < stop)
        office = next((mark for mark in reversed(list(told)) if mark.full == "role.minister"), None)
        return None if office is None else speaker_in(self._prose, office.first, office.last, self._cast)

    def _tells(self, first: int, last: int) -> bool:
        """Not `Boredom.`: an answer of few words counts where it gives a number or denies."""
        words = range(first, last)
        if len(words) > SHORT or not self._prose.digits.isdisjoint(words):
            return True
        return self._prose.any_in(words, "answers_no", "asked", "stance", "not")


def _is_sure(speaker: Speaker) -> bool:
    """Somebody of whom the text or the board knows whom he speaks for."""
    return bool(speaker.organisation) or speaker.confidence is not LOW


def _speeches(prose: Prose) -> int:
    """Paragraphs that begin with a name of two words and a colon."""
    if ":" not in prose.text:
        return 0
    named = [index for index in prose.written(":") if prose.is_capital(index - 1) and prose.is_capital(index - 2)]
    return len({paragraph for index in named if (paragraph := _begun_before(prose, index)) is not None})


def _begun_before(prose: Prose, colon: int) -> int | None:
    """The paragraph that begins with the words before a colon."""
    place = sentence_at(prose, colon)
    sentence = prose.sentences[place]
    is_first = place == 0 or prose.sentences[place - 1].paragraph != sentence.paragraph
    is_near = sentence.first + 2 <= colon < min(sentence.last, sentence.first + LONGEST_SPEAKER)
    return sentence.paragraph if is_first and is_near else None
