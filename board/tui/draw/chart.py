"""A chart in a given size: the editions joined by steps, others' figures as marks, ranges as bars, with both axes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from board.panels._calendar import calendar
from board.panels._scale import Scale, scale
from board.shapes import Chart, Line, Mark, Span, Tone
from board.tui.draw.lines import Drawn, Run, Runs

_SCALE = 8
_APART = 2
"""Cells between two times below."""
_POINT, _OPEN, _RANGE, _UP, _DOWN = "●", "○", "│", "↑", "↓"


@dataclass(frozen=True, slots=True)
class _Frame:
    """From moments and values to cells."""

    start: float
    end: float
    scale: Scale
    width: int
    height: int

    def x(self, at: datetime) -> int:
        share = (at.timestamp() - self.start) / (self.end - self.start or 1)
        return round(min(1.0, max(0.0, share)) * (self.width - 1))

    def y(self, value: float) -> int:
        return round((1 - self.scale.share(value)) * (self.height - 1))


def draw_chart(chart: Chart, width: int, height: int, chosen: int | None) -> Iterator[Drawn]:
    """The picture in `height` lines with its axes, and under it what the chosen mark says."""
    marks = all_marks(chart)
    if not marks or width < _SCALE + 8 or height < 4:
        return
    frame = _frame(marks, width - _SCALE, height - 2)
    cells = _cells(chart, frame, chosen)
    labels = {frame.y(value): value for value in frame.scale.ticks(frame.height // 4)}
    for y, row in enumerate(cells):
        label = f"{labels[y]:>{_SCALE - 2},.0f} ┤" if y in labels else " " * (_SCALE - 1) + "│"
        yield Drawn((Run(label, "axis"), *joined_cells(row)))
    yield Drawn((Run(" " * (_SCALE - 1) + "└" + "─" * frame.width, "axis"),))
    yield Drawn((Run(" " * _SCALE + _times(marks, frame), "muted"),))


def legend(chart: Chart) -> Line:
    """What the signs of this chart mean: `● table  ○ others  │ range  ↑ or more  log scale`."""
    marks = all_marks(chart)
    told = (
        (f"{_POINT} table", bool(chart.line)),
        (f"{_OPEN} others", bool(chart.marks)),
        (f"{_RANGE} range", any(mark.low is not None and mark.high is not None for mark in marks)),
        (f"{_UP} or more", any(mark.low is not None and mark.high is None for mark in marks)),
        (f"{_DOWN} or less", any(mark.low is None and mark.high is not None for mark in marks)),
        ("log scale", bool(marks) and scale(marks).log),
    )
    return (Span("  ".join(words for words, is_there in told if is_there), Tone.MUTED),)


def all_marks(chart: Chart) -> tuple[Mark, ...]:
    """Every mark, oldest first: what the cursor goes along."""
    return tuple(sorted((*chart.line, *chart.marks), key=lambda mark: mark.at))


def _frame(marks: Sequence[Mark], width: int, height: int) -> _Frame:
    moments = [mark.at.timestamp() for mark in marks]
    return _Frame(min(moments), max(moments), scale(marks), width, height)


def _cells(chart: Chart, frame: _Frame, chosen: int | None) -> list[list[Run]]:
    """One run a cell: the line of dots first, the marks over it."""
    cells = [[Run(" ", "trend")] * frame.width for _ in range(frame.height)]
    for start, end in zip(chart.line, chart.line[1:], strict=False):
        _join(cells, (frame.x(start.at), frame.y(start.value)), (frame.x(end.at), frame.y(end.value)))
    for mark in chart.marks:
        _put(cells, frame, mark, _OPEN)
    for mark in chart.line:
        _put(cells, frame, mark, _POINT)
    marks = all_marks(chart)
    if chosen is not None and chosen < len(marks):
        mark = marks[chosen]
        cells[frame.y(mark.value)][frame.x(mark.at)] = Run("◆", "match")
    return cells


def _join(cells: list[list[Run]], start: tuple[int, int], end: tuple[int, int]) -> None:
    """As last given until another number is: a slope would be numbers that nobody gave."""
    (x, y), (to_x, to_y) = start, end
    for column in range(x, to_x + 1):
        cells[y][column] = Run("─", "trend")
    if y == to_y:
        return
    for between in range(min(y, to_y) + 1, max(y, to_y)):
        cells[between][to_x] = Run("│", "trend")
    cells[y][to_x] = Run("╮" if to_y > y else "╯", "trend")
    cells[to_y][to_x] = Run("╰" if to_y > y else "╭", "trend")


def _put(cells: list[list[Run]], frame: _Frame, mark: Mark, sign: str) -> None:
    """A mark with its range; an open end is an arrow."""
    x, y = frame.x(mark.at), frame.y(mark.value)
    ink = "bar" if sign == _POINT and mark.tone == "plain" else mark.tone.value
    if mark.low is not None and mark.high is not None:
        for row in range(frame.y(mark.high), frame.y(mark.low) + 1):
            cells[row][x] = Run(_RANGE, ink)
    elif mark.low is not None and y > 0:
        cells[y - 1][x] = Run(_UP, ink)
    elif mark.high is not None and y < frame.height - 1:
        cells[y + 1][x] = Run(_DOWN, ink)
    cells[y][x] = Run(sign, ink)


def _times(marks: Sequence[Mark], frame: _Frame) -> str:
    """The times under the first cell of each, as many as fit; the last one always, before the end at the latest."""
    line = [" "] * frame.width
    *others, (last, name) = [(frame.x(begin), told) for begin, told in calendar([mark.at for mark in marks])]
    end = max(0, min(last, frame.width - len(name)))
    free = 0
    for x, told in others:
        if free <= x and x + len(told) + _APART <= end:
            line[x : x + len(told)] = told
            free = x + len(told) + _APART
    line[end : end + len(name)] = name
    return "".join(line)[: frame.width]


def joined_cells(row: Sequence[Run]) -> Runs:
    """Neighbouring cells of one ink as one run."""
    runs: list[Run] = []
    for run in row:
        if runs and runs[-1].ink == run.ink:
            runs[-1] = Run(runs[-1].text + run.text, run.ink)
        else:
            runs.append(run)
    return tuple(runs)
