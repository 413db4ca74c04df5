"""A number where it stands, and what it turns out to count."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from board.model import Confidence
from board.reading.words.members import HIGH
from board.reading.words.number_words import Count
from board.reading.words.prose import Prose, Sentence

REACH: Final = 6
"""Words after a number in which its noun is looked for: `92 lightly armed members`."""
NEAR: Final = 3
FEW: Final = 10
"""Below this a number in words is news of some persons (`three soldiers`), not of a force's strength."""
MANY: Final = 100
"""From here a number without a noun is taken for one of people where the text speaks of soldiers."""
BREAKS: Final = frozenset('.,;:!?()[]"“”„«»…/')
FORCES: Final = frozenset(("force", "contingent", "person.soldier", "person.staff"))
EVIDENCE: Final = FORCES | {
    *("nation", "stands_for", "state_of", "parent", "armed", "theatre", "theatre_other"),
    *("count_of_nations.nations", "count_of_nations.sending"),
}
"""What a sentence may speak of that tells what its numbers count."""
THEME: Final = "theme"
"""Evidence that the whole text is about a force."""
HURT: Final = "hurt"
"""Evidence that the sentence before spoke of those hurt."""


class Sort(StrEnum):
    """What a number counts."""

    PEOPLE = "people"
    CASUALTIES = "casualties"
    NATIONS = "nations"


PEOPLE: Final = Sort.PEOPLE
CASUALTIES: Final = Sort.CASUALTIES
NATIONS: Final = Sort.NATIONS


class Counted:
    """A number that counts: its noun stands at word `noun`, or nowhere (`None`)."""

    __slots__ = ("confidence", "count", "noun", "part", "sort")

    def __init__(
        self, count: Count, sort: Sort, noun: int | None, confidence: Confidence = HIGH, *, part: bool = False
    ) -> None:
        self.count, self.sort = count, sort
        self.noun = noun
        self.confidence = confidence
        self.part = part
        """Said to be some of those counted before it."""


class Spot:
    """One number where it stands; `stop` is where the next number begins."""

    __slots__ = ("count", "evidence", "prose", "sentence", "stop")

    def __init__(self, prose: Prose, sentence: Sentence, count: Count, stop: int, evidence: frozenset[str]) -> None:
        self.prose, self.sentence = prose, sentence
        self.count, self.stop = count, stop
        self.evidence = evidence
        """What the sentence speaks of: `person.soldier`, `contingent`, `force`, `nation` …"""


def is_few(count: Count) -> bool:
    """A small number in words."""
    return count.in_words and count.value < FEW
