"""Whether a line has the words of a filter."""

from __future__ import annotations

import unicodedata


def has_words(text: str, words: str) -> bool:
    """True where every word stands in the text, accents and case aside; an empty filter lets all through."""
    folded = _fold(text)
    return all(word in folded for word in _fold(words).split())


def _fold(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in apart if not unicodedata.combining(character))
