"""Origins: the same statement carried by several outlets is one statement with several carriers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from difflib import SequenceMatcher
from functools import lru_cache

from board.judging.bodies import Body, body_of
from board.model import Identity, Stance, Statement
from board.text.numbers import read_count
from board.text.query import words_of

NEAR = timedelta(days=4)
"""How far apart two carriers publish the same statement at most."""
SHINGLE = 3
"""Words in a row that are compared."""
SAME_WORDS = 0.6
"""The share of the shorter one's shingles that must be in the longer one."""
FEWEST_WORDS = 6
"""Below this many words a text is too common to tell an origin by, unless all of them are the same."""
FEW_WORDS = 3
"""Below this many even that tells nothing, but of a quote."""
ONE_DAY = timedelta(days=1)
REORDERED = 0.75
"""The share of the shorter one's words, in whatever order, where all else agrees."""
ALIKE = 0.75
"""How like two spellings of one name are at least: Cavoli, Kavoli."""
TWO_NUMBERS = 2
"""So many numbers that a named person gives alike are the same ones, to whomever and in whatever words."""
LONGEST_NAME = 40
"""Letters of a word that is compared by likeness: comparing is slow, and no name is longer."""
CACHED = 8192
"""Texts remembered, because each is compared with every statement of a pass."""
_NUMBER = re.compile(r"\d{1,3}(?:[.,' \u00a0\u202f]\d{3})+(?!\d)|\d+")
_YEARS = range(1900, 2101)

Aliases = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Fold:
    """A statement is another as somebody else carried it."""

    of: int
    """Index among the candidates."""
    because: str
    """The evidence, in words."""


def same_origin(statement: Statement, candidates: Sequence[Statement], aliases: Aliases = ()) -> Fold | None:
    """Which of `candidates` is `statement`, with the evidence; `None` where that is not sure: they stay apart.

    Needed are compatible speakers, no number that contradicts, dates that lie near (unknown is not near), and then
    one of: the same words in the same order; most of the words in any order (translated back) by one named person, or
    by one organisation to one outlet; the same numbers, in whatever words or language, by one organisation to one
    outlet, or two of them by one named person. `aliases` are groups of words that mean one thing (the configured ones).

    Linear in the candidates, of which the caller gives as few as it can (a few days' worth).
    """
    same = _Same(aliases)
    best: tuple[float, int, str] | None = None
    for index, candidate in enumerate(candidates):
        if not _may_be(statement, candidate, same):
            continue
        found = _in_the_same_words(statement, candidate) or _told_anew(statement, candidate, same)
        if found is not None and (best is None or found[0] > best[0]):
            best = found[0], index, found[1]
    return Fold(best[1], best[2]) if best else None


class _Same:
    """Names of organisations and outlets as they are compared, where aliases count as one."""

    def __init__(self, aliases: Aliases) -> None:
        self._first = {words_of(word): group[0] for group in aliases for word in group}

    def __call__(self, name: str) -> Body:
        return body_of(self._first.get(_words(name), name))


def _may_be(one: Statement, other: Statement, same: _Same) -> bool:
    """Whether nothing speaks against it."""
    if (one.stance is None) != (other.stance is None) or not _near(one, other):
        return False
    return (
        _numbers_fit(numbers_in(one.text), numbers_in(other.text))
        and _names_fit(one, other)
        and (_bodies_fit(one, other, same) or _have_one_full_name(one, other))
    )


def _near(one: Statement, other: Statement, within: timedelta = NEAR) -> bool:
    if one.published is None or other.published is None:
        return False
    first, second = sorted((one.published, other.published))
    return second.start - first.end <= within


def _numbers_fit(one: frozenset[int], other: frozenset[int]) -> bool:
    """A carrier may leave numbers out; it does not give others."""
    return one <= other or other <= one


def _names_fit(one: Statement, other: Statement) -> bool:
    """Two named persons must be one; a named one may be unnamed elsewhere only as a role or body, never "unnamed"."""
    if one.identity is Identity.NAMED and other.identity is Identity.NAMED:
        return _one_name(one.speaker, other.speaker)
    return {one.identity, other.identity} != {Identity.NAMED, Identity.UNNAMED}


def _have_one_full_name(one: Statement, other: Statement) -> bool:
    """Whether both are named with a first and a last name, which are alike: whatever each outlet calls their body."""
    is_named = one.identity is other.identity is Identity.NAMED
    return is_named and min(len(_words(one.speaker)), len(_words(other.speaker))) > 1


def _one_name(one: str, other: str) -> bool:
    """Whether two spellings, in whatever script, are one person: the last names alike, and the first if both there."""
    names, others = _words(one), _words(other)
    if not names or not others:
        return False
    pairs = [(names[-1], others[-1])]
    if len(names) > 1 and len(others) > 1:
        pairs.append((names[0], others[0]))
    return all(_alike(*pair) for pair in pairs)


def _alike(one: str, other: str) -> bool:
    if max(len(one), len(other)) > LONGEST_NAME:
        return one == other
    return one == other or SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE


def _bodies_fit(one: Statement, other: Statement, same: _Same) -> bool:
    """Organisations agree, one holds the other (`NATO`, `NATO Secretary General`), or one is not told. Who prints a
    headline is no matter: two that print the same one have it from somewhere."""
    if one.stance is other.stance is None:
        return True
    body, another = same(one.organisation), same(other.organisation)
    return not body or not another or body <= another or another <= body


def _in_the_same_words(one: Statement, other: Statement) -> tuple[float, str] | None:
    shorter, longer = sorted((_words(one.text), _words(other.text)), key=len)
    if len(shorter) < FEWEST_WORDS:
        return (1.0, "the same few words, word for word") if _are_twins(one, other, shorter, longer) else None
    wanted = _shingles(shorter)
    share = len(wanted & _shingles(longer)) / len(wanted)
    if share < SAME_WORDS:
        return None
    return 1 + share, f"{share:.0%} of the shorter one's words in the same order, {_when(one, other)}"


def _are_twins(one: Statement, other: Statement, words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Few words are enough where the same named person or body is given with the very same ones, as a quote or with
    the same stance; silence is told in the same words of many questions, so only on one day."""
    known = bool(one.organisation and other.organisation) or one.identity is other.identity is Identity.NAMED
    if not words or words != others or not known:
        return False
    if one.quote and other.quote:
        return True
    if len(words) < FEW_WORDS or one.stance is not other.stance:
        return False
    return one.stance is not Stance.NO_COMMENT or _near(one, other, ONE_DAY)


def _told_anew(one: Statement, other: Statement, same: _Same) -> tuple[float, str] | None:
    """Told anew or translated: the speaker or the body and its outlet must agree, and the words or the numbers."""
    if one.identity is not other.identity or (one.stance is Stance.DENIES) != (other.stance is Stance.DENIES):
        return None
    if _is_one_text(one, other):
        return None
    outlet_agrees = _agree(one.origin, other.origin, same) and _agree(one.organisation, other.organisation, same)
    told = f"said to {one.origin} by {one.organisation}" if outlet_agrees else f"said by {one.speaker}"
    if (outlet_agrees or one.identity is Identity.NAMED) and (share := _shared_words(one, other)) >= REORDERED:
        return share, f"{share:.0%} of the shorter one's words, {told}, {_when(one, other)}"
    numbers = [number for number in numbers_in(one.text) & numbers_in(other.text) if _tells(number)]
    if not numbers or not (outlet_agrees or (one.identity is Identity.NAMED and len(numbers) >= TWO_NUMBERS)):
        return None
    return len(numbers) / 100, f"{', '.join(f'{number:,}' for number in sorted(numbers))}, {told}, {_when(one, other)}"


def _agree(one: str, other: str, same: _Same) -> bool:
    """Both are told, and are one name."""
    return bool(same(one)) and same(one) == same(other)


def _shared_words(one: Statement, other: Statement) -> float:
    """The share of the shorter one's words that the longer one has; 0 where they are too few to tell."""
    shorter, longer = sorted((frozenset(_words(one.text)), frozenset(_words(other.text))), key=len)
    return len(shorter & longer) / len(shorter) if len(shorter) >= FEWEST_WORDS else 0.0


def _tells(number: int) -> bool:
    """Years and single digits stand in too many sentences to tell one by."""
    return number > 9 and number not in _YEARS


def _is_one_text(one: Statement, other: Statement) -> bool:
    """Two sentences of one article with one number are two statements."""
    return one.url is not None and one.url == other.url


def _when(one: Statement, other: Statement) -> str:
    return f"{one.published} and {other.published}"


@lru_cache(maxsize=CACHED)
def numbers_in(text: str) -> frozenset[int]:
    """The counts printed in digits in a text, however they are grouped."""
    read = (read_count(match.group()) for match in _NUMBER.finditer(text))
    return frozenset(number for number in read if number is not None)


@lru_cache(maxsize=CACHED)
def _words(text: str) -> tuple[str, ...]:
    return words_of(text)


@lru_cache(maxsize=CACHED)
def _shingles(words: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    return frozenset(words[start : start + SHINGLE] for start in range(len(words) - SHINGLE + 1))
