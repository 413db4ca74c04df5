"""The small pattern language of `postures.toml`, and sentences as it sees them: folded words with the names marked."""

from __future__ import annotations

import re
from collections.abc import Iterable

from board.judging.negations import CONDITIONS, NEGATIONS
from board.text.query import words_of

GAP = 6
"""Words `...` may stand for."""
TIER, OTHER = "TIER", "OTHER"
"""Stand for the names in a marked sentence; folded words have no capitals, so nothing else can."""
_PART = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\S+")
_TURNS = "!"
"""Hangs on a negation or a condition in a marked sentence."""
_MARKED = NEGATIONS | CONDITIONS
_BETWEEN = rf"(?: (?:{TIER}|[^ A-Z{_TURNS}]+)(?= )){{0,{GAP}}}?"


def names_to_regex(names: Iterable[str], phrases: Iterable[str] = ()) -> re.Pattern[str]:
    """One of `names`, or of what `phrases` describe, as they stand in a sentence of folded words."""
    spelled = {" ".join(words_of(name)) for name in names} - {""}
    either = [*map(re.escape, sorted(spelled, key=len, reverse=True)), *map(_phrase, phrases)]
    return re.compile(f"(?<= )(?:{'|'.join(either)})(?= )" if either else r"(?!)")


def lists_to_regex(joints: Iterable[str], followers: Iterable[str]) -> re.Pattern[str]:
    """A tier and another named together: the tier first, or last before one of `followers` or the end."""
    joint, follower = "|".join(map(re.escape, joints)), "|".join(map(re.escape, followers))
    return re.compile(f"{TIER} (?:{joint}) {OTHER}(?= )|{OTHER} (?:{joint}) {TIER}(?= (?:(?:{follower}) |$))")


def mark(sentence: str, tier: re.Pattern[str], other: re.Pattern[str], lists: re.Pattern[str]) -> str:
    """The folded words of a sentence, its names as TIER or OTHER, what turns it round or leaves it open marked.

    A space stands before and after each.
    What is said of a tier and another together is said of the tier.
    """
    words = f" {' '.join(words_of(sentence))} "
    named = lists.sub(TIER, other.sub(OTHER, tier.sub(TIER, words)))
    return "".join(f"{word}{_TURNS} " if word in _MARKED else f"{word} " for word in f" {named.strip()}".split(" "))


def phrase_to_regex(phrase: str) -> re.Pattern[str]:
    """A pattern for `mark`ed sentences. What `...` stands for holds no negation, no condition and no OTHER."""
    return re.compile(rf"(?<= ){_phrase(phrase)}(?= )")


def _phrase(phrase: str) -> str:
    said = ""
    for part in _PART.findall(phrase):
        if part == "...":
            said += _BETWEEN
        elif part.startswith("["):
            said += f"(?: {_alternatives(part[1:-1])})?"
        else:
            said += f" {_alternatives(part.strip('()'))}"
    return said.removeprefix(" ")


def _alternatives(words: str) -> str:
    return f"(?:{'|'.join(' '.join(map(_word, one.split())) for one in words.split('|'))})"


def _word(word: str) -> str:
    ending = r"[^ ]*" if word.endswith("*") else f"{_TURNS}?"
    return re.escape(word.rstrip("*")) + ending
