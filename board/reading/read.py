"""Reads a text: who said what, and which figures were given."""

from __future__ import annotations

from dataclasses import dataclass, replace

from board.model import Figure, Statement, When
from board.reading.figures import figures_of
from board.reading.headlines import headline_of
from board.reading.language import language_of
from board.reading.lexicon import lexicon_of
from board.reading.prose import prose_of
from board.reading.repetition import without_doubles
from board.reading.statements import statements_of
from board.reading.vocabulary import Vocabulary

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
    said = statements_of(prose, published=published, url=url, outlet=outlet, heading=heading)
    statements = tuple(said or headline_of(heading, published=published, url=url, outlet=outlet))
    figures = (
        _attributed(replace(figure, url=url, published=published), statements, outlet)
        for figure in figures_of(prose, heading, published)
    )
    return TextReading(statements, tuple(without_doubles(list(figures))), code)


def _attributed(figure: Figure, statements: tuple[Statement, ...], outlet: str) -> Figure:
    """Given by whoever made the statement it stands in, else by the outlet itself."""
    assert figure.span is not None
    for index, statement in enumerate(statements):
        if statement.span and statement.span[0] <= figure.span[0] and figure.span[1] <= statement.span[1]:
            who = statement.organisation or statement.speaker
            return replace(figure, statement=index, said_by=who)
    return replace(figure, said_by=outlet)
