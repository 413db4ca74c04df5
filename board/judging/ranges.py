"""What a hedged number leaves open: the lowest and the highest count that would make it true."""

from __future__ import annotations

from dataclasses import dataclass

from board.model import Qualifier

ABOUT = 20
"""A number said with `about` may be off by one in this many: 5 %."""
ROUNDED = 10
"""What rounding may hide (590 said as "about 600") is allowed up to one in this many: 10 %."""

_IN_WORDS = {
    Qualifier.EXACTLY: "",
    Qualifier.ABOUT: "about ",
    Qualifier.MORE_THAN: "more than ",
    Qualifier.LESS_THAN: "less than ",
    Qualifier.AT_LEAST: "at least ",
    Qualifier.UP_TO: "up to ",
}


@dataclass(frozen=True, slots=True)
class Range:
    """Counts from `low` to `high`, both within; `high` of `None` is open upwards."""

    low: int
    high: int | None

    def meets(self, other: Range) -> bool:
        """Whether one count could make both true."""
        return (self.high is None or other.low <= self.high) and (other.high is None or self.low <= other.high)

    def distance(self, other: Range) -> int:
        """How far the nearest counts of both lie apart; 0 where they meet."""
        if self.meets(other):
            return 0
        lower, upper = sorted((self, other), key=lambda each: each.low)
        return upper.low - (lower.high or lower.low)


def range_of(number: int, qualifier: Qualifier) -> Range:
    """The counts of which `number` with `qualifier` is true."""
    match qualifier:
        case Qualifier.EXACTLY:
            return Range(number, number)
        case Qualifier.ABOUT:
            return Range(max(0, number - tolerance(number)), number + tolerance(number))
        case Qualifier.MORE_THAN:
            return Range(number + 1, None)
        case Qualifier.AT_LEAST:
            return Range(number, None)
        case Qualifier.LESS_THAN:
            return Range(0, number - 1)
        case Qualifier.UP_TO:
            return Range(0, number)


def tolerance(number: int) -> int:
    """How far from `number` the truth of "about `number`" may lie: half its last rounded place, within 5 to 10 %."""
    place = 1
    while number and number % (place * 10) == 0:
        place *= 10
    return max(number // ABOUT, min(place // 2, number // ROUNDED))


def hedged(number: int, qualifier: Qualifier) -> str:
    """`about 4,500`: the number with its hedge in words."""
    return f"{_IN_WORDS[qualifier]}{number:,}"
