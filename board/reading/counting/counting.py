"""A number where it stands, and what it turns out to count."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from board.model import Confidence
from board.reading.words.number_words import Count
from board.reading.words.prose import Prose, Sentence

REACH = 6
"""Words after a number in which its noun is looked for: `92 lightly armed members`."""
NEAR = 3
FEW = 10
"""Below this a number in words is news of some persons (`three soldiers`), not of a force's strength."""
MANY = 100
"""From here a number without a noun is taken for one of people where the text speaks of soldiers."""
BREAKS = frozenset('.,;:!?()[]"“”„«»…/')
FORCES = frozenset(("force", "contingent", "person.soldier", "person.staff"))

THEME = "theme"
"""Evidence that the whole text is about a force."""
HURT = "hurt"
"""Evidence that the sentence before spoke of those hurt."""


class Sort(StrEnum):
    """What a number counts."""

    PEOPLE = "people"
    CASUALTIES = "casualties"
    NATIONS = "nations"


@dataclass(frozen=True, slots=True)
class Counted:
    """A number that counts: its noun stands at word `noun`, or nowhere (`None`)."""

    count: Count
    sort: Sort
    noun: int | None
    confidence: Confidence = Confidence.HIGH
    part: bool = False
    """Said to be some of those counted before it."""


@dataclass(frozen=True, slots=True)
class Spot:
    """One number where it stands; `stop` is where the next number begins."""

    prose: Prose
    sentence: Sentence
    count: Count
    stop: int
    evidence: frozenset[str]
    """What the sentence speaks of: `person.soldier`, `contingent`, `force`, `nation` …"""


def is_few(count: Count) -> bool:
    """A small number in words."""
    return count.in_words and count.value < FEW
