"""The scale of a chart: from where to where it goes, evenly or by powers, and the round numbers on it."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from board.shapes import Mark

_LOG_FROM = 6.0
"""From this many times the least, the greatest would press all others flat: the scale is then logarithmic."""
_FINEST = 1e-6
"""The least of its height that there is room for: finer, and the numbers of a chart have no steps between them."""
_NICE = (1.0, 2.0, 2.5, 5.0, 10.0)
_NICE_LOG = (1.0, 2.0, 5.0)


@dataclass(frozen=True, slots=True)
class Scale:
    """From values to shares of its height."""

    low: float
    high: float
    log: bool = False

    def share(self, value: float) -> float:
        """0 at the bottom, 1 at the top; what is beyond either end stands there."""
        low, high, at = (self._scaled(each) for each in (self.low, self.high, value))
        return min(1.0, max(0.0, (at - low) / (high - low or 1)))

    def ticks(self, most: int) -> tuple[float, ...]:
        """Round numbers within it: at most so many where it is even, every 1, 2 and 5 where it is logarithmic."""
        return tuple(self._powers() if self.log else self._even(max(2, most)))

    def _scaled(self, value: float) -> float:
        return math.log(max(value, 1.0)) if self.log else value

    def _even(self, most: int) -> Iterator[float]:
        rough = (self.high - self.low) / most
        power = 10 ** math.floor(math.log10(rough))
        step = next(nice * power for nice in _NICE if nice * power >= rough)
        value = math.ceil(self.low / step) * step
        while value <= self.high:
            yield value
            value += step

    def _powers(self) -> Iterator[float]:
        for exponent in range(math.floor(math.log10(self.low)), math.ceil(math.log10(self.high)) + 1):
            yield from (value for nice in _NICE_LOG if self.low <= (value := nice * 10.0**exponent) <= self.high)


def scale(marks: Sequence[Mark]) -> Scale:
    """One with room for every mark, of which there is at least one, and for its range."""
    values = [value for mark in marks for value in (mark.value, mark.low, mark.high) if value is not None]
    low, high = min(values), max(values)
    if low >= 1 and high / low >= _LOG_FROM:
        return Scale(low * 0.9, high * 1.1, log=True)
    room = max((high - low) * 0.05, high * _FINEST) if high > low else max(1.0, high * 0.1)
    return Scale(max(0.0, low - room), high + room)
