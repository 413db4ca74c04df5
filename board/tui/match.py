"""Whether a line has what a filter asks for."""

from __future__ import annotations

from board.text.fold import fold
from board.text.query import QueryError, matches, parse


def passes(text: str, words: str) -> bool:
    """True where the query holds of the text; what is no query yet (it is being typed) is taken as words to find."""
    if not words.strip():
        return True
    folded = fold(text)
    if all(word in folded for word in fold(words).split()):
        return True
    try:
        return matches(parse(words), text)
    except QueryError:
        return False
