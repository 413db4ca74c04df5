"""Organisations as they are compared: `Kosovo’s Defense Ministry` and `Ministry of Defence of Kosovo` are one."""

from __future__ import annotations

import re
from functools import lru_cache

from board.text.nations import nation_meant_by
from board.text.query import words_of

Body = frozenset[str]
"""Folded words without order; a nation or its adjective as alpha-3. Empty where nobody is named."""
_SMALL = frozenset({"the", "of", "for", "s"})
_SPELLED = {"defense": "defence", "organization": "organisation"}
_OF_DEFENCE = frozenset({"USA", "department", "defence"})
_ALSO_CALLED = {
    frozenset({"pentagon"}): _OF_DEFENCE,
    frozenset({"war", "department"}): _OF_DEFENCE,
    frozenset({"USA", "war", "department"}): _OF_DEFENCE,
    frozenset({"state", "department"}): frozenset({"USA", "department", "state"}),
    frozenset({"white", "house"}): frozenset({"president", "USA"}),
}
"""Bodies that agencies call by their house, or without their nation: one body is one origin."""
_POSSESSIVE = re.compile(r"['’]s?(?=\s|$)")


@lru_cache(maxsize=4096)
def body_of(name: str) -> Body:
    """What one organisation is compared by. Names in other languages stay as they are written."""
    body = frozenset(_keys(_POSSESSIVE.sub("", name).split()))
    return _ALSO_CALLED.get(body, body)


def bodies_of(names: str) -> frozenset[Body]:
    """Those of a list, as in "Kosovo government; Kosovo Ministry of Defence"."""
    return frozenset(body for name in names.split(";") if (body := body_of(name)))


def _keys(words: list[str]) -> list[str]:
    """The words of a name, two that mean one nation (`United States`) taken together."""
    keys: list[str] = []
    index = 0
    while index < len(words):
        length = 2 if nation_meant_by(" ".join(words[index : index + 2])) else 1
        said = " ".join(words[index : index + length])
        nation = nation_meant_by(said)
        keys += [nation] if nation else [_SPELLED.get(word, word) for word in words_of(said) if word not in _SMALL]
        index += length
    return keys
