"""Reads a text: who said what, and which figures were given."""

from __future__ import annotations

from dataclasses import dataclass

from board.model import Figure, Statement, When
from board.reading.figures import figures_of
from board.reading.givers import Givers
from board.reading.people.known import persons_of
from board.reading.saying.headlines import headline_of
from board.reading.saying.repetition import without_doubles
from board.reading.saying.statements import statements_of
from board.reading.words.language import language_of
from board.reading.words.lexicon import lexicon_of
from board.reading.words.prose import prose_of
from board.reading.words.vocabulary import Vocabulary

LONGEST = 100_000
"""Characters read; no article is as long, and what is made to be longer costs no more."""


@dataclass(frozen=True, slots=True)
class TextReading:
    """What one text says."""

    statements: tuple[Statement, ...] = ()
    figures: tuple[Figure, ...] = ()
    language: str = ""
    """ISO 639-1, as told or found out."""


def read_text(
    title: str,
    text: str,
    *,
    vocabulary: Vocabulary,
    language: str | None = None,
    published: When | None = None,
    url: str | None = None,
    outlet: str = "",
) -> TextReading:
    """Statements and figures of an article, in the order of its text; spans are places in `text`.

    Where the text says nothing, what the headline says stands for it: unsure, and without a span.

    `language` (ISO 639-1) is found out where it is not told; one without a file is read as English.
    """
    text = text[:LONGEST]
    code = language_of(text if len(text) > len(title) else title, language)
    lexicon = lexicon_of(code, vocabulary)
    prose, heading = prose_of(text, lexicon), prose_of(title, lexicon)
    persons = persons_of(vocabulary)
    said = statements_of(prose, published=published, url=url, outlet=outlet, heading=heading, persons=persons)
    statements = tuple(said or headline_of(heading, published=published, url=url, outlet=outlet))
    figures = figures_of(prose, heading, Givers(statements, outlet), published=published, url=url)
    return TextReading(statements, tuple(without_doubles(figures)), code)
