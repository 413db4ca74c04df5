"""Which of the reader's languages a text is in."""

from __future__ import annotations

from functools import cache

from board.reading.words.entries import FALLBACK, languages
from board.text.language import base, detected

SURE_FROM = 40
"""Characters below which a guess is worth nothing."""
_TAKEN_FOR_THEM = ("mk", "fr", "tr", "hu")
"""Languages that one of the reader's would be found in, were they not among those a text may be in."""


def language_of(text: str, told: str | None = None) -> str:
    """The ISO 639-1 code of the file to read `text` with: `told` where there is one for it, else found out."""
    if told and base(told) in languages():
        return base(told)
    return detected(text, _candidates()) if len(text) >= SURE_FROM else FALLBACK


@cache
def _candidates() -> frozenset[str]:
    return frozenset((*languages(), *_TAKEN_FOR_THEM))
