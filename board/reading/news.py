"""What is new in what is said: what will be, and what has just been done."""

from __future__ import annotations

from collections.abc import Sequence

from board.reading.cast import Speaker
from board.reading.lexicon import Mark
from board.reading.prose import Prose, sentences_in

YEAR = 4
"""Digits of a year."""


def is_news(prose: Prose, words: Sequence[int], speaker: Speaker) -> bool:
    """`we will train them`, `EULEX has rehearsed the call-up`, `flew out this morning`; not what was in 2009."""
    if prose.any_in(next(sentences_in(prose, words)), "stance.future"):
        return True
    if prose.any_in(words, "perfect.since") or any(_is_year(prose, index) for index in words):
        return False
    return prose.any_in(words, "stance.moved") or any(
        _has_done(prose, index, speaker) for index in prose.those(words[1:], "perfect.have")
    )


def _is_year(prose: Prose, index: int) -> bool:
    text = prose.words[index].text
    return len(text) == YEAR and text.isdigit() and text[:2] in {"19", "20"}


def _has_done(prose: Prose, index: int, speaker: Speaker) -> bool:
    """`has`, then what was done; who suffers, serves or stays does nothing new."""
    if prose.is_a(index - 1, "relative.who", "perfect.not_by"):
        return False
    if (nation := prose.is_a(index - 1, "nation", "stands_for")) is not None and not _is_of(prose, nation, speaker):
        return False
    done = index + 1
    while prose.is_a(done, "perfect.been") or (done < len(prose.words) and prose.words[done].folded.endswith("ly")):
        done += 1
    if done >= len(prose.words) or prose.is_a(done, "perfect.steady", "kind.casualties"):
        return False
    return prose.words[done].folded.endswith("ed") or prose.is_a(done, "perfect.done") is not None


def _is_of(prose: Prose, nation: Mark, speaker: Speaker) -> bool:
    """`Germany has offered 8,500` is news from Germany, and not from the alliance."""
    name = prose.slice(nation.first, nation.last).casefold()
    return nation.value == speaker.nation or name in speaker.organisation.casefold()
