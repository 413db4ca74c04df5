"""Which language a text is in, found out from the text alone: one detector for the whole program."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from typing import Any

LOOKED_AT = 2_000
"""Characters; more make the answer no better."""
_ONE_LANGUAGE = {"hr": "sr", "bs": "sr", "sh": "sr", "me": "sr", "cnr": "sr"}
"""One language under several codes, which no detector tells apart: what is said of a text decides, else it is the
first that the readers know."""


def detected(text: str, among: Collection[str] = ()) -> str:
    """ISO 639-1 of the likeliest language, of those `among` where any are given; those of one language as one code.

    The first call takes a second: the model is unpacked, by way of a temporary file of 68 MB.
    """
    ranked = (_one(code) for code, _ in _identifier().rank(text[:LOOKED_AT]))
    return next(code for code in ranked if not among or code in among)


def is_same(one: str, other: str) -> bool:
    """Whether two codes mean one language, whatever it is called."""
    return _one(one) == _one(other)


def base(code: str) -> str:
    """`sr` of `sr-Latn-RS`, of `hr` and of `bs`: the code that detecting gives for the language."""
    return _one(code.lower().replace("_", "-").partition("-")[0])


def _one(code: str) -> str:
    return _ONE_LANGUAGE.get(code, code)


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE)
