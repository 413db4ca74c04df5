"""The statements of a text: acts of saying brought together, each with speaker, stance, channel and the words."""

from __future__ import annotations

import re
from typing import Final

from board.model import Statement, When
from board.reading.people.known import Persons, known_in
from board.reading.saying.joining import joined, with_origins
from board.reading.saying.reader import Reader
from board.reading.saying.repetition import without_repetition
from board.reading.saying.utterances import Utterance
from board.reading.words.members import ORGANISATION
from board.reading.words.prose import Prose

_CLOSED: Final = re.compile(r"[.,!?]?[\"”»“]")


def statements_of(
    prose: Prose,
    *,
    published: When | None,
    url: str | None,
    outlet: str,
    heading: Prose | None = None,
    persons: Persons | None = None,
) -> list[Statement]:
    """Every statement of a text in order; neighbouring ones of one speaker and stance in a paragraph are one.

    `heading` is the headline, which may tell the nation of a minister; `persons` are those the board knows.
    """
    texts = (prose,) if heading is None else (heading, prose)
    known = known_in(texts, persons, published) if persons is not None else ()
    said = [
        statement_of(prose, utterance, published, url, outlet)
        for utterance in joined(with_origins(Reader(prose, heading, known).utterances()))
    ]
    return without_repetition(said)


def statement_of(prose: Prose, said: Utterance, published: When | None, url: str | None, outlet: str) -> Statement:
    """The utterance as what is kept of it, with the words as they stand in the text."""
    start, end = prose.starts[said.first], prose.ends[said.last - 1]
    end += _closing(prose.text, start, end)
    carriers = [carrier for carrier in said.carriers if carrier != said.origin]
    if outlet and outlet != said.origin and outlet not in carriers:
        carriers.append(outlet)
    speaker = said.speaker
    return Statement(
        speaker="" if speaker.identity is ORGANISATION and speaker.name == speaker.organisation else speaker.name,
        organisation=speaker.organisation,
        role=speaker.role,
        identity=speaker.identity,
        channel=said.channel,
        stance=said.stance,
        strength=said.strength,
        text=prose.text[start:end],
        quote=said.quote,
        origin=said.origin,
        carriers=tuple(carriers),
        published=published,
        url=url,
        span=(start, end),
        confidence=speaker.confidence,
    )


def _closing(text: str, start: int, end: int) -> int:
    """Characters of the mark that closes a quotation opened in the words, and of the point before it."""
    behind = _CLOSED.match(text, end)
    if behind is None:
        return 0
    words = text[start:end]
    is_open = any(words.count(left) > words.count(right) for left, right in ("“”", "„“", "«»")) or words.count('"') % 2
    return len(behind.group()) if is_open else 0
