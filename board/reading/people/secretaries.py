"""Whose Secretary General is meant: that of a body of many nations, told of before."""

from __future__ import annotations

from bisect import bisect_left

from board.reading.people.homes import sentence_at
from board.reading.words.prose import Prose


def secretariat_of(prose: Prose, index: int) -> str:
    """`the Secretary General`: of the body before him in his paragraph that has one, else the only one of the text."""
    told = prose.secretaries
    before = bisect_left(told, index, key=lambda mark: mark.first) - 1
    if before >= 0 and _paragraph(prose, told[before].first) == _paragraph(prose, index):
        return told[before].value
    bodies = {mark.value for mark in told}
    return bodies.pop() if len(bodies) == 1 else ""


def _paragraph(prose: Prose, index: int) -> int:
    return prose.sentences[sentence_at(prose, index)].paragraph
