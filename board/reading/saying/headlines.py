"""What a headline says by itself: `X: …`, `X denies …`; asked only where the text below it tells nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from board.model import Statement, When
from board.reading.people.cast import Cast
from board.reading.people.phrases import end_of_name
from board.reading.people.speakers import speaker_in
from board.reading.saying.statements import statement_of, statements_of
from board.reading.saying.utterances import Utterance, utterance_of
from board.reading.words.members import LOW
from board.reading.words.prose import Prose

_VERBS = (
    "aux", "tense", "say", "stance", "not", "pronoun", "motion", "counts.have", "counts.verb", "kind", "answers_no",
    "weighed", "opinion",
)  # fmt: skip
"""What tells something, as `Background and Policy` does not."""
LONGEST_NAME = 8
"""Words before the colon of `X: …`."""
SHORTEST = 3
"""Words behind it."""


def headline_of(title: Prose, *, published: When | None, url: str | None, outlet: str) -> list[Statement]:
    """The statements of a headline, unsure and without a place in the text; none where it is a question."""
    if title.text.rstrip().endswith("?"):
        return []
    said = statements_of(title, published=published, url=url, outlet=outlet)
    said = said or [statement_of(title, words, published, url, outlet) for words in _behind_colon(title)]
    return [replace(statement, span=None, confidence=LOW) for statement in said]


def _behind_colon(title: Prose) -> Iterator[Utterance]:
    """`NATO official: nothing has changed`: the whole of what stands before the colon must name somebody."""
    for sentence in title.sentences[:1]:
        stop = min(sentence.last, sentence.first + LONGEST_NAME)
        colon = next((index for index in range(sentence.first, stop) if title.words[index].text == ":"), None)
        if colon is None or sentence.last - colon <= SHORTEST or end_of_name(title, sentence.first, colon) != colon:
            continue
        if not _is_clause(title, colon + 1, sentence.last):
            continue
        speaker = speaker_in(title, sentence.first, colon, Cast())
        if speaker is not None and speaker.confidence is not LOW:
            yield utterance_of(title, sentence, speaker, [], (colon + 1, sentence.last))


def _is_clause(title: Prose, first: int, last: int) -> bool:
    """Whether something is said behind the colon, and not only what the text is about."""
    return bool(title.sentences[0].quotes) or title.any_in(range(first, last), *_VERBS)
