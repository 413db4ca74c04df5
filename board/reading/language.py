"""Which language a text is in, among those the reader knows and those easily taken for them."""

from __future__ import annotations

from functools import cache
from typing import Any

from board.reading.lexicon import FALLBACK, languages

LOOKED_AT = 1000
"""Characters; more make the answer no better."""
SURE_FROM = 40
"""Characters below which a guess is worth nothing."""
# One written language under several codes: there is one file for all of them.
_SAME = {"hr": "sr", "bs": "sr", "sh": "sr", "me": "sr"}


def language_of(text: str, told: str | None = None) -> str:
    """The ISO 639-1 code of the file to read `text` with: `told` where there is one for it, else found out."""
    if told:
        code = told.lower().split("-")[0].split("_")[0]
        code = _SAME.get(code, code)
        if code in languages():
            return code
    text = text[:LOOKED_AT]
    if len(text) < SURE_FROM:
        return FALLBACK
    found = str(_identifier().classify(text)[0])
    return _SAME.get(found, found)


@cache
def _identifier() -> Any:
    """Loaded on first use: it takes a fifth of a second."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    known = {*languages(), *_SAME, "mk", "fr", "tr", "hu"} & set(identifier.nb_classes)
    identifier.set_languages(sorted(known))
    return identifier
