"""What a text says twice: the headline and the lede before the statement they announce, an outlet naming itself."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from board.model import Figure, FigureKind, Statement
from board.reading.words.members import CLAIMS, DENIES, NO_COMMENT, ORGANISATION
from board.reading.words.words import words_of

_REFUSES = frozenset((DENIES, NO_COMMENT))
AHEAD = 12
"""Statements further on that one may announce."""
SAME, SAME_WITH_NUMBER = 0.7, 0.5
"""Share of the words of the shorter that two statements of one body have in common when they are the same."""
SHORT = 4
"""Letters up to which a word tells nothing of what is said."""


def without_repetition(statements: Sequence[Statement]) -> list[Statement]:
    """`statements` without those of a body that only announce a fuller one further on."""
    words = [_telling(statement.text) for statement in statements]
    return [
        statement
        for place, statement in enumerate(statements)
        if statement.identity is not ORGANISATION
        or not any(
            _announces(statement, later)
            or _is_denied_again(statement, later)
            or _is_same(statement, words[place], later, words[other])
            for other, later in enumerate(statements[place + 1 : place + 1 + AHEAD], place + 1)
            if later.stance is statement.stance or later.organisation == statement.organisation
        )
    ]


@lru_cache(maxsize=4096)
def _telling(text: str) -> frozenset[str]:
    return frozenset(word.folded for word in words_of(text) if len(word.text) >= SHORT or word.text[0].isdigit())


def _announces(lede: Statement, later: Statement) -> bool:
    """`Kosovo has denied …` before what Kosovo's ministry wrote: first a body and a stance, then who and what."""
    if lede.stance is not later.stance or lede.stance is CLAIMS or lede.organisation == later.organisation:
        return False
    mine, others = _telling(lede.organisation), _telling(later.organisation)
    return len(mine) < len(others) and mine < others


def _is_denied_again(one: Statement, later: Statement) -> bool:
    """`The Pentagon said nothing would change. “No change,” an official told us`: the body, and who says it for it.

    So does `The ministry refused to comment. “We do not comment on rumours,” a spokesman wrote`.
    """
    if later.identity is ORGANISATION or one.quote or one.stance not in _REFUSES:
        return False
    is_quoted = later.quote or one.stance is DENIES
    return one.stance is later.stance and is_quoted and one.organisation == later.organisation


def _is_same(one: Statement, words: frozenset[str], other: Statement, others: frozenset[str]) -> bool:
    """The same words of the same body, told first without and then with the speaker."""
    if one.organisation != other.organisation or not words:
        return False
    common = words & others
    share = len(common) / (min(len(words), len(others)) or 1)
    return share >= SAME or (share >= SAME_WITH_NUMBER and any(word[0].isdigit() for word in common))


def without_doubles(figures: Sequence[Figure]) -> list[Figure]:
    """`figures` without those given twice: of two alike, the one inside a statement stays, else the first.

    Figures of two speakers are never taken for one, nor are those of two kinds unless one is told no kind.
    """
    kept: list[Figure] = []
    by_number: dict[tuple[int, str | None], list[int]] = {}
    for figure in figures:
        alike = by_number.setdefault((figure.number, figure.nation), [])
        place = next((place for place in alike[:AHEAD] if _are_one(kept[place], figure)), None)
        if place is None:
            alike.append(len(kept))
            kept.append(figure)
        elif kept[place].statement is None and figure.statement is not None:
            kept[place] = figure
    return kept


def _are_one(one: Figure, other: Figure) -> bool:
    speakers = one.statement is None or other.statement is None or one.said_by == other.said_by
    kinds = one.kind is other.kind or FigureKind.PRESENT in (one.kind, other.kind)
    subjects = one.subject == other.subject or not (one.subject and other.subject)
    return speakers and kinds and subjects
