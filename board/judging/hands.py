"""What persons decided of statements, asked by ref: the last word counts."""

from __future__ import annotations

from collections.abc import Iterable

from board.judging.corrections import KIND
from board.model import Confidence
from board.snapshot import Decision


class Hands:
    """Decisions, looked up. Of several on one thing the newest counts, whatever order they come in; of several of one
    moment the one that comes first, for the store gives the newest first.

    What was put right was read wrongly, and is so no longer.
    """

    def __init__(self, decisions: Iterable[Decision] = ()) -> None:
        self._put: dict[tuple[str, str], bool] = {}
        self._confidence: dict[str, Confidence] = {}
        newest_first = sorted(decisions, key=lambda decision: decision.at, reverse=True)
        for decision in reversed(newest_first):
            self._hear(decision)

    def _hear(self, decision: Decision) -> None:
        sign, name = decision.value[:1], decision.value[1:]
        if decision.kind == "claim" and sign in ("+", "-"):
            self._put[decision.ref, name] = sign == "+"
        elif decision.kind == "confidence" and decision.value in list(Confidence):
            self._confidence[decision.ref] = Confidence(decision.value)
        elif decision.kind == KIND and "=" in decision.value:
            self._confidence.pop(decision.ref, None)

    def put(self, ref: str, claim: str) -> bool | None:
        """True: put to the claim by hand; False: taken from it; `None`: nobody said."""
        return self._put.get((ref, claim))

    def confidence(self, ref: str) -> Confidence | None:
        """What a person made of the reader's confidence; `None`: nobody said."""
        return self._confidence.get(ref)
