"""Words that turn a sentence round or leave it open, folded, in the languages of the sources."""

from __future__ import annotations

_BY_LANGUAGE = {
    "en": "no not never none nobody nor neither without t",
    "sq": "nuk asnje mos",
    "sr": "nema nije nisu nismo nece necemo ne niko nikad bez",
    "bg": "njama ne nito nikoj bez",
    "de": "kein keine keinen keiner nicht niemand ohne",
    "it": "non nessun nessuna nessuno mai senza",
    "fr": "ne pas aucun aucune sans",
}
NEGATIONS = frozenset(word for words in _BY_LANGUAGE.values() for word in words.split())
"""`t` is what folding leaves of `n't`. `ne` is "not" in Serbian and Bulgarian and "in" in Albanian (`në`): where it is
read wrongly a statement is left to a person, never counted."""

CONDITIONS = frozenset({"if", "unless", "whenever", "nese", "ukoliko", "ako", "dokolko", "falls", "wenn", "qualora"})
"""What follows them is not said to be so: `ready to help if requested` tells of no request."""
