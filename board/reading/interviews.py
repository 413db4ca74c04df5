"""Answers in an interview set as questions and answers: `A: About 4,700.` speaks for whoever is interviewed."""

from __future__ import annotations

from board.reading.cast import Cast, Speaker
from board.reading.prose import Prose, Sentence


class Interview:
    """Follows questions and answers through a text; the one interviewed is the first introduced with a role."""

    def __init__(self, prose: Prose, cast: Cast) -> None:
        self._prose = prose
        self._asked: Speaker | None = next(iter(cast.introduced.values()), None)
        self._paragraph = -1

    def answer_in(self, sentence: Sentence) -> tuple[Speaker, tuple[int, int]] | None:
        """Who answers and the words of it, where `sentence` is part of an answer."""
        first, is_opened = sentence.first, self._opens(sentence)
        if is_opened:
            first, self._paragraph = first + 2, sentence.paragraph
        if self._asked is None or sentence.paragraph != self._paragraph or sentence.last - first < 2:
            return None
        return self._asked, (first, sentence.last)

    def _opens(self, sentence: Sentence) -> bool:
        if sentence.last - sentence.first < 3 or self._prose.words[sentence.first + 1].text != ":":
            return False
        return self._prose.is_a(sentence.first, "answer") is not None
