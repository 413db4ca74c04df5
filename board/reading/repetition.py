"""What a text says twice: the headline and the lede before the statement they announce, an outlet naming itself."""

from __future__ import annotations

from collections.abc import Sequence

from board.model import Identity, Stance, Statement
from board.reading.words import words_of

AHEAD = 12
"""Statements further on that one may announce."""
SAME = 0.5
"""Share of the words of the shorter that two statements of one body have in common when they are the same."""
SHORT = 4
"""Letters up to which a word tells nothing of what is said."""


def without_repetition(statements: Sequence[Statement]) -> list[Statement]:
    """`statements` without those that only announce a fuller one further on."""
    words = [_telling(statement.text) for statement in statements]
    return [
        statement
        for place, statement in enumerate(statements)
        if not any(
            _announces(statement, later) or _is_same(statement, words[place], later, words[other])
            for other, later in enumerate(statements[place + 1 : place + 1 + AHEAD], place + 1)
        )
    ]


def _telling(text: str) -> frozenset[str]:
    return frozenset(word.folded for word in words_of(text) if len(word.text) >= SHORT or word.text[0].isdigit())


def _announces(lede: Statement, later: Statement) -> bool:
    """`Kosovo has denied …` before what Kosovo's ministry wrote: a body with no more than a stance, then who and what."""
    if lede.identity is not Identity.ORGANISATION or lede.stance is not later.stance or lede.stance is Stance.CLAIMS:
        return False
    mine, others = _telling(lede.organisation), _telling(f"{later.organisation} {later.speaker}")
    return len(mine) < len(others) and mine < others


def _is_same(one: Statement, words: frozenset[str], other: Statement, others: frozenset[str]) -> bool:
    """The same words of the same body, told first without and then with the speaker."""
    if one.identity is not Identity.ORGANISATION or one.organisation != other.organisation or not words:
        return False
    return len(words & others) >= SAME * min(len(words), len(others))
