"""Who gives a figure: whoever made the statement it stands in, else the outlet itself."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from board.model import Statement


class Givers:
    """The statements of a text by the places they stand at."""

    def __init__(self, statements: Sequence[Statement], outlet: str) -> None:
        self._statements = statements
        self._outlet = outlet
        self._spans = sorted((*said.span, index) for index, said in enumerate(statements) if said.span is not None)
        self._starts = [start for start, _, _ in self._spans]
        self._reach = list(accumulate((end for _, end, _ in self._spans), max))

    def statement_at(self, span: tuple[int, int]) -> int | None:
        """The first statement that `span` lies in; `None` where it lies in none."""
        found: int | None = None
        place = bisect_right(self._starts, span[0]) - 1
        while place >= 0 and self._reach[place] >= span[1]:
            _, end, index = self._spans[place]
            if end >= span[1] and (found is None or index < found):
                found = index
            place -= 1
        return found

    def said(self, statement: int | None) -> Statement | None:
        """The statement itself."""
        return None if statement is None else self._statements[statement]

    def name(self, statement: int | None) -> str:
        """The body, else the person, that made a statement; the outlet where it is none."""
        if statement is None:
            return self._outlet
        said = self._statements[statement]
        return said.organisation or said.speaker
