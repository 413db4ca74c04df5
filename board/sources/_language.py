"""Which language a page is in: what it says of itself, held against its text."""

from __future__ import annotations

from board.text.language import base, detected, is_same

LEAST = 60
"""Characters below which a guess is worth nothing."""
ENOUGH = 200
"""Characters above which it is worth more than what the page says of itself."""
_ALIKE = ({"no", "nb", "nn", "da"}, {"id", "ms"}, {"cs", "sk"})
"""Tongues that a detector takes for each other; there the page's own word counts."""


def language_of(text: str, said: str | None) -> str | None:
    """ISO 639-1: what the text is in, or what is `said` of it where it is too short or the two are alike.

    Pages built on foreign templates say `en-US` of any language, so the text is believed before its label.
    """
    if len(text) < (ENOUGH if said else LEAST):
        return said
    found = detected(text)
    if said and (is_same(said, found) or any({base(said), found} <= group for group in _ALIKE)):
        return said
    return found
