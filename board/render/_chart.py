"""A chart as SVG: the table's editions joined by steps, others' figures as rings, ranges as strokes, with both axes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from board.panels._calendar import calendar
from board.panels._scale import Scale, scale
from board.render._svg import svg, text, title
from board.shapes import Chart, Mark

_WIDTH, _HEIGHT = 640, 260
_LEFT, _RIGHT, _TOP, _BOTTOM = 64, 12, 10, 26
_OPEN = 14
"""How long the stroke of a range without an end is."""
_CHARACTER = 11
"""Room for one of the times below."""


@dataclass(frozen=True, slots=True)
class _Frame:
    """From moment and value to a place on the drawing."""

    first: float
    last: float
    scale: Scale

    def x(self, at: datetime) -> float:
        share = (at.timestamp() - self.first) / (self.last - self.first) if self.last > self.first else 0.5
        return _LEFT + share * (_WIDTH - _LEFT - _RIGHT)

    def y(self, value: float) -> float:
        return _TOP + (1 - self.scale.share(value)) * (_HEIGHT - _TOP - _BOTTOM)


def chart(shape: Chart) -> str:
    """The drawing; empty without points."""
    marks = (*shape.line, *shape.marks)
    if not marks:
        return ""
    times = [mark.at.timestamp() for mark in marks]
    frame = _Frame(min(times), max(times), scale(marks))
    parts = [*_values(frame), *_times(frame, marks), _joined(shape.line, frame)]
    parts += [_ring(mark, frame) for mark in shape.marks]
    return svg(shape.title, _WIDTH, _HEIGHT, "".join(parts))


def _values(frame: _Frame) -> Iterator[str]:
    for value in frame.scale.ticks(6):
        y = frame.y(value)
        yield text(_LEFT - 8, y + 4, f"{value:,.0f}", "end")
        yield f'<path d="M{_LEFT} {y:.1f}H{_WIDTH - _RIGHT}" stroke="var(--line)" stroke-width="0.5"/>'


def _times(frame: _Frame, marks: Sequence[Mark]) -> Iterator[str]:
    free = 0.0
    for begin, told in calendar([mark.at for mark in marks]):
        x, width = frame.x(begin), len(told) * _CHARACTER
        if _LEFT <= x <= _WIDTH - width / 2 and x >= free:
            yield text(x, _HEIGHT - 6, told, "middle")
            free = x + width


def _joined(line: Sequence[Mark], frame: _Frame) -> str:
    """As last given until another number is: a slope would be numbers that nobody gave."""
    places = [(frame.x(mark.at), frame.y(mark.value)) for mark in line]
    path = "".join(f"H{x:.1f}V{y:.1f}" if at else f"M{x:.1f} {y:.1f}" for at, (x, y) in enumerate(places))
    dots = "".join(
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="currentColor">{title(mark.label)}</circle>'
        for mark, (x, y) in zip(line, places, strict=True)
    )
    return f'<path d="{path}" fill="none" stroke="currentColor" stroke-width="1.5"/>{dots}'


def _ring(mark: Mark, frame: _Frame) -> str:
    x, y = frame.x(mark.at), frame.y(mark.value)
    ring = f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="none" stroke="var(--claims)">{title(mark.label)}</circle>'
    if mark.low is None and mark.high is None:
        return ring
    low = y + _OPEN if mark.low is None else frame.y(mark.low)
    high = y - _OPEN if mark.high is None else frame.y(mark.high)
    dashes = "" if mark.low is not None and mark.high is not None else ' stroke-dasharray="2 2"'
    return f'<path d="M{x:.1f} {low:.1f}V{high:.1f}" stroke="var(--claims)"{dashes}/>{ring}'
